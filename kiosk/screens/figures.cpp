#include "screens/bars.h"
#include "screens/choices.h"
#include "screens/entries.h"
#include "screens/manager.h"
#include "screens/manager_words.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <array>

namespace screens {

using desk::Evaluation;
using desk::Figure;
using desk::ManagerView;
using desk::Measure;
using look::Rect;

namespace {

/// Those that can be counted first, the most at the top; then those under 5; then the rest.
double rank(const std::optional<Figure>& figure) {
    if (!figure) {
        return -2;
    }
    switch (figure->kind()) {
    case Figure::Kind::exact: return figure->count() > 0 ? figure->count() : -1;
    case Figure::Kind::under_five: return 1;
    case Figure::Kind::withheld: return 0;
    }
    return 0;
}

/// On small panels it stands in the title row.
std::string caption(const Stage& stage, const std::string& words) {
    return stage.look().form() == look::Form::compact ? std::string() : words;
}

void say(Stage& stage, const std::string& sentence, const Rect& area) {
    put_entries(stage, {{.term = {}, .text = sentence}}, area, 0, false);
}

/// The two figures if both may be told as a share of their sum.
std::optional<std::pair<int, int>> parts(const std::optional<Figure>& part,
                                         const std::optional<Figure>& rest) {
    if (!part || !rest || !part->is_exact() || !rest->is_exact() ||
        part->count() + rest->count() == 0) {
        return std::nullopt;
    }
    return std::pair{part->count(), part->count() + rest->count()};
}

/// A bar that shows a share, or says why there is none.
Bar share_bar(std::string label, std::optional<cards::Code> code, const std::optional<Figure>& part,
              const std::optional<Figure>& rest) {
    const auto both = parts(part, rest);
    const bool few = part && part->kind() == Figure::Kind::under_five;
    return {.label = std::move(label),
            .code = code,
            .share = both ? static_cast<double>(both->first) / both->second : 0,
            .value = both  ? words::share(both->first, both->second)
                     : few ? words::kUnderFive.str()
                           : words::kNotShown.str()};
}

/// The longest bar takes all the width there is.
void scale(std::vector<Bar>& bars) {
    double most = 0;
    for (const Bar& bar : bars) {
        most = std::max(most, bar.share);
    }
    for (Bar& bar : bars) {
        bar.share = most > 0 ? bar.share / most : 0;
    }
}

/// What became of all cards of a code whose visits are shown. Where one of them hides how many got
/// worse, it is so many at least, and no share: those that are hidden are the small ones.
Bar bar_of_code(const Stage& stage, const Evaluation& evaluation, cards::Code code) {
    desk::AtLeast worse;
    int all = 0;
    for (const desk::NamedCard& card : evaluation.cards) {
        const auto opened = evaluation.find(Measure::opened, card.id);
        if (card.code == code && opened && opened->count() > 0) {
            worse.add(evaluation.find(Measure::worse, card.id));
            all += opened->count();
        }
    }
    const bool known = worse.all && all > 0;
    return {.label = stage.pack().info(code).name,
            .code = code,
            .share = known ? static_cast<double>(worse.count) / all : 0,
            .value = known             ? words::share(worse.count, all)
                     : worse.count > 0 ? words::at_least_of(worse.count, all)
                                       : words::kNotShown.str()};
}

void put_endings_of(Stage& stage, const desk::NamedCard& card, const ManagerView& view, Rect area,
                    const Rect& turn) {
    const Evaluation& evaluation = *stage.state().evaluation;
    std::vector<Bar> bars;
    int most = 1;
    for (std::size_t i = 0; i < desk::kEndings; ++i) {
        const auto ending = static_cast<desk::Ending>(i);
        const auto figure =
            evaluation.find(is_imposed(ending) ? Measure::imposed : Measure::open_ended, card.id,
                            to_string(ending));
        most = std::max(most, figure ? figure->count() : 0);
        bars.push_back({.label = words::how_it_ended(ending),
                        .code = card.code,
                        .share = figure ? figure->count() : 0.0,
                        .value = words::figure(figure)});
    }
    scale(bars);
    std::vector<Bar> by_band;
    by_band.reserve(evaluation.bands.size() + 1);
    for (const std::string& band : evaluation.bands) {
        by_band.push_back(share_bar(words::band(band), card.code,
                                    evaluation.find(Measure::imposed, card.id, "", band),
                                    evaluation.find(Measure::open_ended, card.id, "", band)));
    }
    by_band.push_back(share_bar(words::kHelpCalled, {}, evaluation.find(Measure::help, card.id),
                                evaluation.find(Measure::no_help, card.id)));
    const float gap = stage.look().gap();
    const std::array rooms{area.cell(0, 2, 0, 1, gap), area.cell(1, 2, 0, 1, gap)};
    const auto fits = [&](const std::vector<Bar>& some) {
        Rect room = rooms.front().grown(-stage.look().pad());
        room.take_bottom(stage.look().pitch({}) * 2); // the caption
        const auto laid = look_of(stage.look(), some, room);
        return laid && std::cmp_greater_equal(laid->rows, some.size());
    };
    if (stage.look().form() != look::Form::compact && fits(bars) && fits(by_band)) {
        put_bars(stage, words::kHowItEnded, bars, 0, rooms.front());
        put_bars(stage, words::kSentAwayByBand, by_band, 0, rooms.back());
        return;
    }
    for (Bar& bar : by_band) {
        bars.push_back(std::move(bar));
        if (&bar != &by_band.back()) { // without a caption each says what it is
            bars.back().label = words::labelled(words::kSentAway, bars.back().label);
        }
    }
    put_paged_bars(stage, {}, bars, area, turn, view.page);
}

} // namespace

std::vector<Bar> bars_of_opened(const Evaluation& evaluation, const desk::Quarter& quarter) {
    const std::string value = to_string(quarter);
    std::vector<std::pair<double, Bar>> ranked;
    for (const desk::NamedCard& card : evaluation.cards) {
        auto figure = evaluation.find(Measure::opened, card.id, value);
        if (!figure) { // not split: all of it is under 5, or none at all
            figure = evaluation.find(Measure::opened, card.id);
        }
        ranked.emplace_back(rank(figure), Bar{.label = card.title,
                                              .code = card.code,
                                              .share = figure ? figure->count() : 0.0,
                                              .value = words::figure(figure)});
    }
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<double, Bar>::first);
    std::vector<Bar> bars;
    bars.reserve(ranked.size());
    for (auto& [_, bar] : ranked) {
        bars.push_back(std::move(bar));
    }
    scale(bars);
    return bars;
}

void put_opened(Stage& stage, const ManagerView& view, Rect area, const Rect& turn) {
    const Evaluation& evaluation = *stage.state().evaluation;
    const desk::Quarter quarter = evaluation.last + -view.quarter;
    const bool first = quarter <= evaluation.first;
    Rect button = turn;
    if (!first || view.quarter > 0) {
        Rect row = area.take_bottom(std::max(stage.look().min_target(), stage.look().panel.px(12)),
                                    stage.look().gap());
        if (button.empty()) {
            button = row.take_right(page_button_width(stage.look()), stage.look().gap());
        }
        ManagerView earlier = view;
        earlier.page = 0;
        ++earlier.quarter;
        ManagerView later = earlier;
        later.quarter = view.quarter - 1;
        const look::Style style{look::Size::base, look::Weight::bold};
        put_choice(stage,
                   {.id = "quarter/earlier",
                    .label = words::kEarlier,
                    .key = {},
                    .event = desk::OpenManager{earlier},
                    .enabled = !first},
                   row.cell(0, 2, 0, 1, stage.look().gap()), style, false);
        put_choice(stage,
                   {.id = "quarter/later",
                    .label = words::kLater,
                    .key = {},
                    .event = desk::OpenManager{later},
                    .enabled = view.quarter > 0},
                   row.cell(1, 2, 0, 1, stage.look().gap()), style, false);
    }
    put_paged_bars(stage, caption(stage, words::quarter(quarter)),
                   bars_of_opened(evaluation, quarter), area, button, view.page);
}

std::string worse_in_short(const Stage& stage) {
    std::string all;
    for (const cards::Code code : {cards::Code::green, cards::Code::yellow}) {
        const Bar bar = bar_of_code(stage, *stage.state().evaluation, code);
        all += (all.empty() ? "" : "; ") + words::labelled(bar.label, bar.value);
    }
    return all + ".";
}

void put_worse(Stage& stage, const ManagerView& view, const Rect& area, const Rect& turn) {
    const Evaluation& evaluation = *stage.state().evaluation;
    std::vector<Bar> bars{bar_of_code(stage, evaluation, cards::Code::green),
                          bar_of_code(stage, evaluation, cards::Code::yellow)};
    std::vector<Bar> of_cards;
    for (const desk::NamedCard& card : evaluation.cards) {
        const bool may = card.code == cards::Code::green || card.code == cards::Code::yellow;
        if (may && evaluation.find(Measure::worse, card.id)) {
            of_cards.push_back(share_bar(card.title, card.code,
                                         evaluation.find(Measure::worse, card.id),
                                         evaluation.find(Measure::stayed, card.id)));
        }
    }
    std::ranges::stable_sort(of_cards, std::greater(), &Bar::share);
    bars.insert(bars.end(), of_cards.begin(), of_cards.end());
    scale(bars);
    put_paged_bars(stage, caption(stage, words::kWorseCaption), bars, area, turn, view.page);
}

void put_endings(Stage& stage, const ManagerView& view, const Rect& area, const Rect& turn) {
    const Evaluation& evaluation = *stage.state().evaluation;
    std::vector<std::pair<double, Choice>> ranked;
    for (const desk::NamedCard& card : evaluation.cards) {
        const auto told = evaluation.find(Measure::ended, card.id);
        if (!told || *told == Figure::exact(0)) {
            continue;
        }
        if (card.id == view.card) {
            put_endings_of(stage, card, view, area, turn);
            return;
        }
        ranked.emplace_back(
            rank(told), Choice{.id = "endings/" + card.id,
                               .label = with_note(stage.look(), card.title, words::figure(told)),
                               .key = {},
                               .event = desk::OpenManager{{.part = view.part, .card = card.id}},
                               .code = card.code,
                               .enabled = told->is_exact()});
    }
    if (ranked.empty()) {
        say(stage, words::kNoEndings, area);
        return;
    }
    std::ranges::stable_sort(ranked, std::greater(), &std::pair<double, Choice>::first);
    std::vector<Choice> choices;
    choices.reserve(ranked.size());
    for (auto& [_, choice] : ranked) {
        choices.push_back(std::move(choice));
    }
    put_choices(stage, choices, area, view.page);
}

void put_reach(Stage& stage, const ManagerView& view, const Rect& area, const Rect& turn) {
    const Evaluation& evaluation = *stage.state().evaluation;
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < desk::kWays; ++i) {
        const auto way = static_cast<desk::Way>(i);
        const auto all = evaluation.find(Measure::way, "", to_string(way));
        if (!all || (all->is_exact() && all->count() == 0)) {
            continue;
        }
        desk::AtLeast fast;
        for (const desk::Reach reach : {desk::Reach::under_2_s, desk::Reach::under_5_s}) {
            fast.add(evaluation.find(Measure::way, "", to_string(way), to_string(reach)));
        }
        const bool known = all->is_exact() && fast.all;
        bars.push_back(
            {.label = words::way(way),
             .code = {},
             .share = known ? static_cast<double>(fast.count) / all->count() : 0,
             .value = known ? words::share(fast.count, all->count()) : words::kNotShown.str()});
    }
    if (bars.empty()) {
        say(stage, words::kTooLittle, area);
    } else {
        put_paged_bars(stage, caption(stage, words::kReachCaption), bars, area, turn, view.page);
    }
}

void put_findings(Stage& stage, const ManagerView& view, const Rect& area) {
    const Evaluation& evaluation = *stage.state().evaluation;
    std::vector<Entry> entries;
    for (const desk::Finding& finding : evaluation.findings) {
        const auto card = std::ranges::find(evaluation.cards, finding.card, &desk::NamedCard::id);
        entries.push_back({.term = card != evaluation.cards.end() ? card->title : finding.card,
                           .text = words::finding(finding) + " " + words::test_of(finding)});
    }
    if (entries.empty()) {
        entries.push_back({.term = {}, .text = words::kNoFindings});
    }
    entries.push_back({.term = {}, .text = words::comparisons(evaluation.comparisons)});
    entries.push_back({.term = words::kCaution, .text = words::kCaveat});
    put_entries(stage, entries, area, view.page, stage.look().form() != look::Form::compact);
}

} // namespace screens
