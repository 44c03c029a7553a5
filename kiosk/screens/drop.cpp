#include "screens/entries.h"
#include "screens/frame.h"
#include "screens/manager_words.h"
#include "screens/pieces.h"
#include "screens/pin_pad.h"
#include "screens/title_row.h"
#include "screens/words.h"

#include <algorithm>
#include <type_traits>

namespace screens {

using look::Form;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

constexpr Style kButton{Size::base, Weight::bold};

TitleRow title_row(const Stage& stage, const std::string& below = {},
                   const std::string& badge = {}) {
    return {.back_label = words::kHome,
            .back_key = words::kKeyEscape,
            .back_event = desk::GoHome{},
            .title = stage.state().manager ? words::kManager : words::kDropTitle,
            .below = below,
            .badge = badge,
            .badge_code = {}};
}

i18n::Message word_of(cards::Change::Kind kind) {
    switch (kind) {
    case cards::Change::Kind::added: return words::kAdded;
    case cards::Change::Kind::changed: return words::kChanged;
    case cards::Change::Kind::removed: return words::kRemoved;
    }
    return words::kChanged;
}

std::vector<Entry> entries_of(const desk::DropReview& review) {
    std::vector<Entry> entries;
    entries.reserve(review.cautions.size() + review.changes.size() + review.warnings.size() + 1);
    for (const std::string& caution : review.cautions) {
        entries.push_back({.term = words::kPinNeeded, .text = caution});
    }
    for (const cards::Change& change : review.changes) {
        entries.push_back(
            {.term = word_of(change.kind),
             .text = change.what + (change.detail.empty() ? "" : " · " + change.detail)});
    }
    if (review.changes.empty()) {
        entries.push_back({.term = {}, .text = words::kNoChanges});
    }
    for (const cards::Problem& warning : review.warnings) {
        entries.push_back(entry_of(warning));
        entries.back().text = words::labelled(entries.back().term, entries.back().text);
        entries.back().term = words::kWarningWord;
    }
    return entries;
}

/// What can be done about a review, side by side.
void put_choices(Stage& stage, const Rect& row, const desk::DropReview& review, bool pad_beside) {
    const look::Theme& theme = stage.theme();
    const float gap = stage.look().gap();
    const std::string use = words::use_version(review.library->pack.version);
    const bool typed = stage.state().pin && stage.state().pin->digits.size() >= desk::kLeastPin &&
                       !stage.state().pin->checking;
    stage.button({.id = "drop/leave",
                  .label = words::kLeave,
                  .event = desk::LeaveDrop{},
                  .face = {.labels = {words::kLeave, words::kLeaveShort},
                           .symbol = {},
                           .words_needed = true,
                           .style = kButton},
                  .ground = theme.card},
                 row.cell(0, 3, 0, 1, gap));
    stage.button(
        {.id = "drop/look",
         .label = words::kLookFirst,
         .event = desk::LookAhead{},
         .face = {.labels = {words::kLookFirst, words::kLookFirstShort, words::kLookShortest},
                  .symbol = {},
                  .words_needed = true,
                  .style = kButton},
         .ground = theme.card},
        row.cell(1, 3, 0, 1, gap));
    stage.button({.id = "drop/use",
                  .label = use,
                  .event = pad_beside ? desk::Event{desk::AcceptPin{}} : desk::UseDrop{},
                  .face = {.labels = {use, words::kUseShort},
                           .symbol = {},
                           .words_needed = true,
                           .style = kButton},
                  .ground = theme.strong,
                  .enabled = !pad_beside || typed},
                 row.cell(2, 3, 0, 1, gap));
}

/// A line of words in the middle of a sheet, as large as it may be, with one below it; where they
/// have no room, one after the other over as many pages as that takes.
void put_message(Stage& stage, const Rect& area, int page, const std::string& text,
                 const std::string& below = {}) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    Rect room = area.grown(-2 * look.pad(), -look.pad());
    const Style small{Size::base, Weight::regular};
    const Rect foot =
        below.empty() ? Rect{}
                      : room.take_bottom(look::fit_text(look, small, below, room.w, room.h).height,
                                         look.gap());
    const Style style =
        look::fitting_style(look, {Size::title, Weight::bold}, text, room.w, room.h);
    if (!look::fit_text(look, style, text, room.w, room.h).fits) {
        std::vector<Entry> entries{{.term = {}, .text = text}};
        if (!below.empty()) {
            entries.push_back({.term = {}, .text = below});
        }
        put_entries(stage, entries, area, page, false);
        return;
    }
    stage.canvas().sheet(area, theme.card);
    stage.canvas().text(
        text, room,
        {.style = style, .ink = theme.card.ink, .paper = theme.card.paper, .live = true});
    if (!below.empty()) {
        stage.canvas().text(below, foot,
                            {.style = small, .ink = theme.soft, .paper = theme.card.paper});
    }
}

void put_close(Stage& stage, const Rect& row) {
    stage.button({.id = "drop/leave",
                  .label = words::kClose,
                  .event = desk::LeaveDrop{},
                  .face = {.labels = {words::kClose}, .symbol = {}, .style = kButton},
                  .ground = stage.theme().strong},
                 row);
    stage.keys().enter = desk::LeaveDrop{};
}

void put(Stage& stage, const desk::DropCopying& copying, Rect area, int page) {
    put_title_row(stage, area, title_row(stage));
    put_message(stage, area, page, copying.copied ? words::kPullOut : words::kCopying,
                copying.copied ? std::string()
                               : words::files_copied(copying.files, copying.of_files));
}

void put(Stage& stage, const desk::DropWaiting& waiting, Rect area, int page) {
    put_title_row(stage, area, title_row(stage));
    const Rect row = area.take_bottom(stage.look().min_target(), stage.look().gap());
    put_message(stage, area, page, words::kWaitingForRest,
                words::files_arrived(waiting.files, waiting.of_files));
    put_close(stage, row);
}

void put(Stage& stage, const desk::DropDone& done, Rect area, int page) {
    TitleRow title = title_row(stage);
    title.title = words::kPacks;
    put_title_row(stage, area, title);
    const Rect row = area.take_bottom(stage.look().min_target(), stage.look().gap());
    put_message(stage, area, page, done.sentence);
    put_close(stage, row);
}

void put(Stage& stage, const desk::DropRefused& refused, Rect area, int page) {
    put_title_row(stage, area, title_row(stage));
    const Rect row = area.take_bottom(stage.look().min_target(), stage.look().gap());
    std::vector<Entry> entries{{.term = {}, .text = refused.headline}};
    for (const cards::Problem& problem : refused.problems) {
        entries.push_back(entry_of(problem));
    }
    put_entries(stage, entries, area, page, false);
    put_close(stage, row);
}

void put(Stage& stage, const desk::DropReview& review, Rect area, int page) {
    const look::Look& look = stage.look();
    const cards::Pack& pack = review.library->pack;
    put_title_row(
        stage, area,
        title_row(stage,
                  words::of_pack(pack.name, pack.version, review.version_in_use, pack.cards.size(),
                                 std::chrono::duration<double>(review.took).count()),
                  review.needs_pin()      ? words::kPinNeeded
                  : review.signer.empty() ? std::string()
                                          : words::signed_by(review.signer)));
    const Rect row = area.take_bottom(std::max(look.min_target(), look.panel.px(14)), look.gap());
    const float pad_w = pin_pad_width(look);
    const PinPad pad(look, pad_w, area.h);
    const bool beside = review.needs_pin() && look.form() == Form::wide && pad.fits() &&
                        stage.state().pin && area.w > 2 * pad_w;
    if (beside) {
        const Rect at = area.take_right(pad_w, look.gap());
        put_entries(stage, entries_of(review), area, page, false);
        put_choices(stage, row, review, true);
        pad.put(stage, at, *stage.state().pin);
        return;
    }
    put_entries(stage, entries_of(review), area, page, false);
    put_choices(stage, row, review, false);
    stage.keys().enter = desk::UseDrop{};
}

} // namespace

void put_drop(Stage& stage, const desk::DropView& view) {
    stage.screen().name = "drop";
    Frame frame(stage, true);
    if (stage.state().drop) {
        std::visit([&](const auto& drop) { put(stage, drop, frame.content(), view.page); },
                   *stage.state().drop);
    }
    frame.put();
}

} // namespace screens
