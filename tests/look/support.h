#pragma once

#include "look/canvas.h"

#include <random>
#include <string>
#include <vector>

/// Panels, fonts and chance for the tests of look.
namespace look_test {

/// A panel of a diagonal and a resolution.
look::Panel panel_of(double inches, int width_px, int height_px);

/// 1024 × 600 on 10 inches.
look::Panel small_panel();

/// Fonts for `small_panel`; opened once.
const look::Fonts& fonts();

/// A look on `small_panel` with `fonts`.
look::Look small_look();

/// Whole numbers and choices that are the same in every run.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}

    /// From `least` to `most`, both included.
    int number(int least, int most);
    float real(float least, float most);
    template <typename T>
    const T& one_of(const std::vector<T>& things) {
        return things.at(static_cast<std::size_t>(number(0, static_cast<int>(things.size()) - 1)));
    }

private:
    std::mt19937 engine_;
};

/// A text of words with single spaces between them; some words are long, some not ASCII.
std::string random_text(Chance& chance, int words);

} // namespace look_test
