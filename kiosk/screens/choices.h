#pragma once

#include "screens/stage.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

/// One of several buttons of equal weight, with words alone on it.
struct Choice {
    std::string id;
    std::string label; ///< What is on it.
    std::string key;   ///< What does the same; may be empty.
    desk::Event event;
    bool chosen = false;
    std::optional<cards::Code> code; ///< Its colour and shape stand before the words.
    bool enabled = true; ///< What is not is shown faintly, and a tap on it does nothing.
};

/// Whether the words of every choice are whole in a button of that size and style. `with_keys`:
/// with what is printed on its key beside them.
bool choices_fit(const look::Look& look, const std::vector<Choice>& choices, const look::Rect& rect,
                 look::Style style, bool with_keys);

void put_choice(Stage& stage, const Choice& choice, const look::Rect& rect, look::Style style,
                bool with_key);

/// Fills an area with choices in one style: on the fewest pages, in the largest letters among
/// those. Says on the screen which page of how many it is; the last place of each turns the page if
/// there are several, and so do the keys that turn pages.
void put_choices(Stage& stage, const std::vector<Choice>& choices, const look::Rect& area,
                 int wanted);

} // namespace screens
