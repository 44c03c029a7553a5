#pragma once

#include "screens/stage.h"

#include <optional>

namespace screens {

/// The drawn keyboard: whole where its keys fit at their least size, otherwise letters by group,
/// where a tap opens a group and another picks the letter.
class DrawnKeyboard {
public:
    /// For an area of that width and height, which it shares with the results, px.
    DrawnKeyboard(const look::Look& look, float width, float height);

    /// How high it is, px.
    float height() const;

    void put(Stage& stage, const look::Rect& area, std::optional<int> open_group) const;

private:
    void put_whole(Stage& stage, const look::Rect& area) const;
    void put_groups(Stage& stage, const look::Rect& area, std::optional<int> open_group) const;
    int rows() const { return whole_ ? 3 : 2; }

    float key_ = 0; ///< The width of a letter's key.
    float row_ = 0; ///< The height of a row.
    float gap_ = 0;
    bool whole_ = true;
};

} // namespace screens
