#pragma once

#include "screens/stage.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

/// A bar of a chart.
struct Bar {
    std::string label;
    std::optional<cards::Code> code; ///< Its colour; without one, that of ink.
    double share = 0;  ///< How long it is, from 0 to 1 of the longest that there may be.
    std::string value; ///< What it comes to, in words or as a number.
};

/// How the bars of a chart lie on a sheet.
struct BarLook {
    look::Style style;
    float label_w = 0; ///< Beside the bar; 0: above it.
    float value_w = 0;
    float row_h = 0;
    int rows = 1; ///< That fit on the sheet.
};

/// The largest letters in which all bars fit the area; or else, on as many sheets as it takes,
/// those in which the most do. Nothing if there is no room for a bar.
std::optional<BarLook> look_of(const look::Look& look, const std::vector<Bar>& bars,
                               const look::Rect& area);

/// Puts the bars from `first` on a sheet, below a caption, as many as fit.
void put_bars(Stage& stage, const std::string& caption, const std::vector<Bar>& bars, int first,
              const look::Rect& area);

/// All bars, page by page: the button that turns the pages goes into `turn`, or below the sheet if
/// that is empty. Where there is no room for bars they are entries, in words.
void put_paged_bars(Stage& stage, const std::string& caption, const std::vector<Bar>& bars,
                    const look::Rect& area, const look::Rect& turn, int wanted);

} // namespace screens
