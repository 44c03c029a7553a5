#pragma once

#include "screens/stage.h"

#include <string>

namespace screens {

/// What the board and the header say of what somebody has brought.
struct News {
    std::string whole;
    std::string brief; ///< A word or two.
    look::Symbol symbol = look::Symbol::warning;
    std::string close_label; ///< Empty: it cannot be closed yet.
};

News news_of(const desk::Drop& drop);

/// Whether there is any that the screen does not show itself.
bool has_news(const Stage& stage);

/// A button that leads to the news, for whoever is in the middle of something. Puts nothing and
/// returns false if there is none.
bool put_news_button(Stage& stage, const look::Rect& rect);

} // namespace screens
