#pragma once

#include "screens/choices.h"
#include "screens/stage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

/// A paragraph of a story, and how much it matters.
struct Paragraph {
    enum class Kind : std::uint8_t {
        caption, ///< Small: who speaks.
        plain,   ///< What happens.
        main,    ///< Large: what is said.
    };
    Kind kind = Kind::plain;
    std::string text;
};

/// Something to read, and what may be answered to it.
struct Exchange {
    std::vector<Paragraph> story;
    std::optional<int> tension; ///< From 0 to `cards::kMostTension`.
    std::vector<Choice> answers;
};

/// Fills an area with an exchange: side by side or one above the other in the largest letters in
/// which it fits; or else the story on the first pages and the answers on the last. Plans the
/// number row and the pages. The button that turns them goes into `turn`, or below if that is
/// empty.
void put_exchange(Stage& stage, const Exchange& exchange, const look::Rect& area,
                  const look::Rect& turn, int wanted);

} // namespace screens
