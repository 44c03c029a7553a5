#pragma once

#include "screens/stage.h"

#include <optional>
#include <string>

namespace screens {

/// The row at the top of a screen other than the board: the way back, a title with a line below it,
/// and a badge at the right.
struct TitleRow {
    std::string back_id = "back";
    std::string back_label;
    std::string back_key;
    look::Symbol back_symbol = look::Symbol::back;
    desk::Event back_event;
    bool home_beside =
        false; ///< The way back does not lead home: on small panels, add one that does.
    std::string title;
    std::string short_title; ///< Instead of one that `title_fits_row` finds too long.
    std::string below;       ///< Left out where there is no room.
    std::string badge;       ///< Left out where there is no room.
    std::optional<cards::Code> badge_code;
    float aside = 0; ///< Room to leave free at the right, px.
};

/// Puts a title row at the top of `area`, which shrinks by it. Returns the room that it leaves
/// free; empty if there is none.
look::Rect put_title_row(Stage& stage, look::Rect& area, const TitleRow& row);

/// As `put_title_row`, on small panels with room for the button to another page; elsewhere without.
look::Rect put_paged_title_row(Stage& stage, look::Rect& area, TitleRow row);

/// Whether the title of such a row takes no more than two lines, in an area of that width.
bool title_fits_row(const look::Look& look, const TitleRow& row, float width);

/// How wide the button to another page is, px.
float page_button_width(const look::Look& look);

/// The button that leads to another page of the same screen, round and round.
void put_page_button(Stage& stage, const look::Rect& rect, int page, int pages);

/// The style in which a heading fits into a room on one or two lines.
look::Style heading_style(const look::Look& look, std::string_view text, const look::Rect& room);

} // namespace screens
