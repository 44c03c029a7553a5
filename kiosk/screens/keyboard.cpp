#include "screens/keyboard.h"

#include "screens/words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace screens {

using look::Rect;
using look::Size;
using look::Symbol;
using look::Weight;

namespace {

constexpr std::array<std::string_view, 3> kLetterRows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr std::array<std::string_view, 8> kGroups{"abc", "def",  "ghi", "jkl",
                                                  "mno", "pqrs", "tuv", "wxyz"};
/// Keys larger than this are no easier to hit, only further apart. In mm.
constexpr double kLargestKeyMm = 28;
constexpr double kHighestKeyMm = 20;
/// How much of the room the keyboard may take from the results.
constexpr float kShareOfHeight = 0.42F;

void put_key(Stage& stage, const Rect& rect, const Button& button) {
    Button key = button;
    key.role = look::Role::key;
    key.ground = stage.theme().card;
    stage.button(key, rect);
}

Button letter_key(std::string_view letter) {
    const std::string text(letter);
    return {.id = "key/" + text,
            .label = text,
            .event = desk::Type{text},
            .face = {.labels = {text}, .style = {Size::large, Weight::bold}},
            .ground = {}};
}

Button space_key() {
    return {.id = "key/space",
            .label = words::kSpace,
            .event = desk::Type{" "},
            .face = {.labels = {words::kSpace},
                     .symbol = Symbol::space,
                     .style = {Size::small, Weight::bold}},
            .ground = {}};
}
Button erase_key() {
    return {.id = "key/erase",
            .label = words::kErase,
            .event = desk::Erase{},
            .face = {.labels = {words::kErase},
                     .symbol = Symbol::erase,
                     .style = {Size::small, Weight::bold}},
            .ground = {}};
}
Button clear_key() {
    return {.id = "key/clear",
            .label = words::kClear,
            .event = desk::ClearQuery{},
            .face = {.labels = {words::kClear},
                     .symbol = Symbol::cross,
                     .style = {Size::small, Weight::bold}},
            .ground = {}};
}

} // namespace

DrawnKeyboard::DrawnKeyboard(const look::Look& look, float width, float height)
    : key_(look.min_key()), row_(key_), gap_(look.panel.px(2)) {
    const float widest = key_ * 10 + gap_ * 9;
    // A row of results, at least, must stay above the keyboard.
    whole_ = widest <= width && key_ * 3 + gap_ * 3 + look.min_target() <= height;
    if (whole_) {
        const float most = std::max(key_, look.panel.px(kLargestKeyMm));
        const float highest = std::max(row_, look.panel.px(kHighestKeyMm));
        key_ = std::floor(std::min((width - 9 * gap_) / 10, most));
        row_ = std::clamp(std::floor(height * kShareOfHeight / 3), row_, highest);
    }
}

float DrawnKeyboard::height() const {
    const auto rows_of_keys = static_cast<float>(rows());
    return row_ * rows_of_keys + gap_ * (rows_of_keys - 1);
}

void DrawnKeyboard::put(Stage& stage, const Rect& area, std::optional<int> open_group) const {
    if (whole_) {
        put_whole(stage, area);
    } else {
        put_groups(stage, area, open_group);
    }
}

void DrawnKeyboard::put_whole(Stage& stage, const Rect& area) const {
    const float key = key_;
    const float pitch = key + gap_;
    const auto row_width = [&](float keys) { return keys * pitch - gap_; };
    for (int row = 0; row < 3; ++row) {
        const std::string_view letters = kLetterRows.at(static_cast<std::size_t>(row));
        const Rect line = area.cell(0, 1, row, 3, gap_);
        const float wide = std::round(std::min(key * 1.9F, (line.w - row_width(7) - 2 * gap_) / 2));
        float width = row_width(static_cast<float>(letters.size()));
        width += row == 1 ? std::min(wide, line.w - width - gap_) + gap_ : 0;
        width += row == 2 ? 2 * (wide + gap_) : 0;
        float x = std::round(line.centre_x() - width / 2);
        const auto next = [&](float w) {
            const Rect rect{x, line.y, w, line.h};
            x += w + gap_;
            return rect;
        };
        if (row == 2) {
            put_key(stage, next(wide), clear_key());
        }
        for (const char& letter : letters) {
            put_key(stage, next(key), letter_key({&letter, 1}));
        }
        if (row == 1) {
            put_key(stage, next(std::min(wide, line.right() - x)), erase_key());
        } else if (row == 2) {
            put_key(stage, next(wide), space_key());
        }
    }
}

void DrawnKeyboard::put_groups(Stage& stage, const Rect& area,
                               std::optional<int> open_group) const {
    std::vector<Button> keys;
    if (open_group && *open_group >= 0 && std::cmp_less(*open_group, kGroups.size())) {
        for (const char& letter : kGroups.at(static_cast<std::size_t>(*open_group))) {
            keys.push_back(letter_key({&letter, 1}));
        }
        keys.push_back({.id = "key/back",
                        .label = words::kClose,
                        .event = desk::OpenGroup{},
                        .face = {.labels = {}, .symbol = Symbol::back},
                        .ground = {}});
    } else {
        for (std::size_t i = 0; i < kGroups.size(); ++i) {
            const std::string letters(kGroups.at(i));
            keys.push_back({.id = "key/" + letters,
                            .label = letters,
                            .event = desk::OpenGroup{static_cast<int>(i)},
                            .face = {.labels = {letters, letters.substr(0, 1) + "–" +
                                                             letters.substr(letters.size() - 1)},
                                     .style = {Size::base, Weight::bold}},
                            .ground = {}});
        }
        keys.push_back(space_key());
        keys.push_back(erase_key());
    }
    const int rows = 2;
    const int columns = (static_cast<int>(keys.size()) + rows - 1) / rows;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const int n = static_cast<int>(i);
        put_key(stage, area.cell(n % columns, columns, n / columns, rows, gap_), keys.at(i));
    }
}

} // namespace screens
