#pragma once

#include "screens/stage.h"

#include <optional>
#include <string>

namespace screens {

/// What the board and the header say of what has happened: somebody has brought cards, or the desk
/// cannot be heard.
struct News {
    std::string id; ///< Of the target that it becomes.
    std::string whole;
    std::string brief; ///< A word or two.
    look::Symbol symbol = look::Symbol::warning;
    desk::Event event; ///< Leads to it.
    std::string close_label;
    std::optional<desk::Event> close_event; ///< Nothing: it cannot be closed yet.
};

/// What there is that the screen does not show itself.
std::optional<News> news_for(const Stage& stage);

/// A button that leads to the news, for whoever is in the middle of something. Puts nothing and
/// returns false if there is none.
bool put_news_button(Stage& stage, const look::Rect& rect);

} // namespace screens
