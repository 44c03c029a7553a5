#pragma once

#include "desk/drop.h"
#include "look/scene.h"

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

} // namespace screens
