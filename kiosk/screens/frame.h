#pragma once

#include "screens/stage.h"

#include <optional>
#include <string>

namespace screens {

/// What stands around the content of every staff screen: the rail of frameworks, the header with
/// the search, the contacts. Each part is put onto the stage by itself, so that the content can come
/// first in the keyboard's order.
class Frame {
public:
    /// `own_header`: on small panels this screen's title row takes the header's place.
    Frame(Stage& stage, bool own_header);

    /// Where the screen's content goes.
    const look::Rect& content() const { return content_; }

    /// Puts everything around the content onto the stage.
    void put();

private:
    void put_rail();
    void put_rail_button(cards::Code code, const look::Rect& rect);
    void put_header();
    void put_search_field(const look::Rect& rect);
    void put_name(const look::Rect& rect);
    void put_contacts();

    Stage& stage_;
    look::Rect rail_;
    look::Rect header_; ///< Empty if the screen has its own.
    look::Rect bar_;
    look::Rect content_;
};

/// The row at the top of a screen other than the board: the way back, a title with a line below it,
/// and a badge at the right.
struct TitleRow {
    std::string back_id = "back";
    std::string back_label;
    std::string back_key;
    look::Symbol back_symbol = look::Symbol::back;
    desk::Event back_event;
    bool home_beside = false; ///< The way back does not lead home: on small panels, add one that does.
    std::string title;
    std::string below; ///< Left out where there is no room.
    std::string badge; ///< Left out where there is no room.
    std::optional<cards::Code> badge_code;
    float aside = 0; ///< Room to leave free at the right, px.
};

/// Puts a title row at the top of `area`, which shrinks by it.
void put_title_row(Stage& stage, look::Rect& area, const TitleRow& row);

/// How wide the button to another page is, px.
float page_button_width(const look::Look& look);

/// The button that leads to another page of the same screen, round and round.
void put_page_button(Stage& stage, const look::Rect& rect, int page, int pages);

/// The style in which a heading fits into a room on one or two lines.
look::Style heading_style(const look::Look& look, std::string_view text, const look::Rect& room);

} // namespace screens
