#pragma once

#include "screens/stage.h"

namespace screens {

/// The keys of a PIN, with what is typed of it above them as dots.
class PinPad {
public:
    /// For an area of that size, px.
    PinPad(const look::Look& look, float width, float height);

    /// Whether every key has at least its least size.
    bool fits() const { return columns_ > 0; }

    void put(Stage& stage, look::Rect area, const desk::PinEntry& pin) const;

private:
    int columns_ = 0;
    int rows_ = 0;
};

/// The least size of an area beside which a pad would be, px: three keys by four.
float pin_pad_width(const look::Look& look);

} // namespace screens
