#include "look/type.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace look {

namespace {

/// Em sizes in mm on a 24 inch panel, which is 610 mm across its diagonal.
constexpr std::array<double, kSizes> kReferenceMm{7.75, 9.4, 11.2, 13.4, 18.0, 25.0, 56.0};
constexpr double kReferenceDiagonalMm = 610;
/// Steps between sizes on a panel so small that the reference would fall under the minimum.
constexpr std::array<double, kSizes> kLeastRatio{1.0, 1.0, 1.12, 1.25, 1.4, 1.7, 3.0};

/// Larger glyphs would be drawn from smaller pictures of them (`GlyphCache::Picture::scale`).
constexpr int kLargestEmPx = 900;

} // namespace

double usual_viewing_distance_mm(const Panel& panel) {
    constexpr double kArmsLength = 700;
    constexpr double kNear = 500;
    return is_small(panel) ? kNear : kArmsLength;
}

double largest_cap_mm(double viewing_distance_mm) {
    constexpr double kHalfAngle = 0.35 * std::numbers::pi / 180;
    return 2 * viewing_distance_mm * std::tan(kHalfAngle);
}

std::array<int, kSizes> em_sizes(const Panel& panel, const TypeScale& type, double cap_per_em) {
    const double scale =
        std::clamp(panel.diagonal_mm() / kReferenceDiagonalMm, 0.2, 1.3) * type.factor();
    const double least_mm = type.least_cap_mm / cap_per_em;
    std::array<int, kSizes> sizes{};
    for (std::size_t i = 0; i < kSizes; ++i) {
        const double mm = std::max(kReferenceMm.at(i) * scale, least_mm * kLeastRatio.at(i));
        sizes.at(i) = std::min(static_cast<int>(std::ceil(mm * panel.px_per_mm)), kLargestEmPx);
    }
    return sizes;
}

} // namespace look
