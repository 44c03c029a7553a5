#include "screens/manager.h"

#include "screens/bars.h"
#include "screens/choices.h"
#include "screens/entries.h"
#include "screens/frame.h"
#include "screens/manager_words.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace screens {

using desk::ManagerView;
using look::Rect;
using Part = ManagerView::Part;

namespace {

std::string_view name_of(Part part) {
    switch (part) {
    case Part::overview: return "manager";
    case Part::opened: return "manager-opened";
    case Part::worse: return "manager-worse";
    case Part::endings: return "manager-endings";
    case Part::reach: return "manager-reach";
    case Part::findings: return "manager-findings";
    case Part::fairness: return "manager-fairness";
    case Part::plan: return "manager-plan";
    }
    return "manager";
}

/// The ways on from the overview.
std::vector<Choice> ways_on(const Stage& stage) {
    const auto part = [](const char* id, Part which) {
        return Choice{.id = id,
                      .label = words::part_title(which),
                      .key = {},
                      .event = desk::OpenManager{{.part = which}}};
    };
    std::vector<Choice> choices{
        part("manager/opened", Part::opened),     part("manager/worse", Part::worse),
        part("manager/endings", Part::endings),   part("manager/reach", Part::reach),
        part("manager/findings", Part::findings), part("manager/fairness", Part::fairness),
        part("manager/plan", Part::plan)};
    choices.push_back({.id = "manager/report",
                       .label = words::kReportToStickShort,
                       .key = {},
                       .event = desk::AskReport{},
                       .chosen = true});
    for (std::size_t i = 0; i < choices.size(); ++i) {
        choices.at(i).key = stage.context().number_row.at(i);
    }
    return choices;
}

std::vector<Entry> in_short(const Stage& stage) {
    const desk::State& state = stage.state();
    const desk::Evaluation& evaluation = *state.evaluation;
    std::vector<Entry> entries;
    if (!evaluation.notice.empty()) {
        entries.push_back({.term = {}, .text = evaluation.notice});
    }
    if (!evaluation.counting) {
        entries.push_back({.term = {}, .text = words::kCountingOff});
    }
    entries.push_back({.term = words::kGotWorse, .text = worse_in_short(stage)});
    const auto reviews = desk::fairness_of(stage.pack(), state.reviews, state.today);
    const auto done = std::ranges::count(reviews, false, &desk::CardFairness::overdue);
    entries.push_back(
        {.term = words::kFairnessReview,
         .text =
             words::reviewed_of(static_cast<std::size_t>(done), reviews.size()) +
             (reviews.empty() ? "" : " " + words::next_review(reviews.front().card.title) + ".")});
    entries.push_back({.term = words::kIsItFair,
                       .text = evaluation.findings.empty() ? words::kNoFindings.str()
                                                           : words::finding_on(evaluation)});
    if (state.plan.progress) {
        entries.push_back({.term = words::kPlan, .text = cards::to_string(*state.plan.progress)});
    }
    return entries;
}

/// On large panels the most used cards and the rest in short, above the ways on.
void put_overview(Stage& stage, const ManagerView& view, const Rect& area) {
    const look::Look& look = stage.look();
    const std::vector<Choice> choices = ways_on(stage);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        stage.keys().row.at(i) = choices.at(i).event;
    }
    const std::vector<Bar> bars =
        bars_of_opened(*stage.state().evaluation, stage.state().evaluation->last);
    const float row = std::max(look.min_target(), look.panel.px(16));
    const float least_sheet = look.panel.px(60);
    Rect sheets = area;
    const Rect bottom = sheets.take_bottom(2 * row + look.gap(), look.gap());
    const Rect right = sheets.take_right(std::round(sheets.w * 0.4F), look.gap());
    const std::vector<Entry> entries = in_short(stage);
    const Rect room = right.grown(-look.pad());
    // Both have to be whole: only one of them could turn its pages.
    const bool whole =
        choices_fit(look, choices, bottom.smallest_cell(4, 2, look.gap()),
                    {look::Size::small, look::Weight::bold}, true) &&
        paginate(look, entries, columns_of(look, entries, room.w, false), room).size() == 1;
    if (look.form() == look::Form::compact || sheets.h < least_sheet || !whole) {
        put_choices(stage, choices, area, view.page);
        return;
    }
    put_bars(stage,
             words::part_title(Part::opened) + " · " +
                 words::quarter(stage.state().evaluation->last),
             bars, 0, sheets);
    put_entries(stage, entries, right, 0, false);
    put_choices(stage, choices, bottom, 0);
}

void put_part(Stage& stage, const ManagerView& view, const Rect& area, const Rect& turn) {
    switch (view.part) {
    case Part::overview: put_overview(stage, view, area); break;
    case Part::opened: put_opened(stage, view, area, turn); break;
    case Part::worse: put_worse(stage, view, area, turn); break;
    case Part::endings: put_endings(stage, view, area, turn); break;
    case Part::reach: put_reach(stage, view, area, turn); break;
    case Part::findings: put_findings(stage, view, area); break;
    case Part::fairness: put_fairness(stage, view, area, turn); break;
    case Part::plan: put_plan(stage, view, area); break;
    }
}

/// What stands below the title; on small panels what else would stand above the bars.
std::string below(const Stage& stage, const ManagerView& view) {
    if (stage.look().form() == look::Form::compact && stage.state().evaluation != nullptr) {
        switch (view.part) {
        case Part::opened:
            return words::short_quarter(stage.state().evaluation->last + -view.quarter);
        case Part::worse: return words::kWorseShort;
        case Part::reach: return words::kReachShort;
        default: break;
        }
    }
    return view.part == Part::fairness ? words::kFiveQuestions
           : view.part == Part::plan   ? std::string()
                                       : words::kOnlyCounts.str();
}

/// Whether the title row is to have room for the button that turns pages: choices have their own.
bool is_paged(const ManagerView& view) {
    return view.part == Part::opened || view.part == Part::worse || view.part == Part::reach ||
           !view.card.empty();
}

/// Where the way back leads: from a card's page to its list, from there to the overview.
desk::Event way_back(const ManagerView& view) {
    if (view.part == Part::overview) {
        return desk::GoHome{};
    }
    return desk::OpenManager{{.part = view.card.empty() ? Part::overview : view.part}};
}

} // namespace

std::string with_note(const look::Look& look, const std::string& title, const std::string& note) {
    constexpr double kLarge = 1.2;
    const bool narrow = look.form() == look::Form::compact && look.type.factor() > kLarge;
    return narrow ? title : words::with_note(title, note);
}

void put_manager(Stage& stage, const ManagerView& view) {
    stage.screen().name = name_of(view.part);
    Frame frame(stage, true);
    Rect area = frame.content();
    const bool overview = view.part == Part::overview;
    const cards::Card* const card = stage.pack().find(view.card);
    const std::string part = words::part_title(view.part);
    TitleRow row{.back_label = overview          ? words::kHome.str()
                               : card != nullptr ? part
                                                 : words::kManager.str(),
                 .back_key = words::kKeyEscape,
                 .back_event = way_back(view),
                 .home_beside = !overview,
                 .title = card != nullptr ? card->title : part,
                 .below = below(stage, view),
                 .badge = {},
                 .badge_code = {}};
    if (!overview) {
        stage.keys().escape = row.back_event;
    }
    Rect turn;
    if (is_paged(view)) {
        turn = put_paged_title_row(stage, area, std::move(row));
    } else {
        put_title_row(stage, area, row);
    }
    if (stage.state().evaluation == nullptr) {
        put_entries(stage, {{.term = {}, .text = words::kCounting}}, area, 0, false);
    } else {
        put_part(stage, view, area, turn);
    }
    frame.put();
}

} // namespace screens
