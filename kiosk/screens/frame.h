#pragma once

#include "screens/stage.h"

#include <span>

namespace screens {

/// What stands around the content of every staff screen: the rail of frameworks, the header with
/// the search, the contacts. Each part is put onto the stage by itself, so that the content can
/// come first in the keyboard's order.
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
    /// What the buttons of the rail say, and how large.
    struct RailWords {
        bool names; ///< Below the acronym.
        look::Style acronym;
        float height; ///< For all of it, px.
    };
    RailWords rail_words(std::span<const look::Rect> buttons) const;
    void put_rail_button(cards::Code code, const look::Rect& rect, const RailWords& shown);
    void put_header();
    void put_search_field(const look::Rect& rect);
    void put_name(const look::Rect& rect);
    void put_contacts();
    void put_looking_ahead();
    void put_above();

    Stage& stage_;
    look::Rect above_; ///< What is out of reach; empty unless everything is low.
    look::Rect rail_;
    look::Rect header_; ///< Empty if the screen has its own.
    look::Rect bar_;
    look::Rect content_;
};

} // namespace screens
