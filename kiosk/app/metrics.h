#pragma once

#include "app/health.h"
#include "cards/code.h"
#include "tally/counts.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// Visits by code.
using OpenedByCode = std::array<std::int64_t, cards::kCodes.size()>;

/// How many cards of each code were opened in a month, rounded down to tens: whoever also has a
/// report of the desk finds no small count in the difference.
OpenedByCode opened_in(const tally::Counts& counts, std::chrono::year_month month);

/// What Prometheus is told of a desk. deploy-scripts/FLEET.md lists the names.
struct Metrics {
    std::string_view desk;    ///< Its name.
    std::string_view program; ///< This program's version.
    Health health;
    std::optional<OpenedByCode> last_month; ///< Of the month that was over last, if it is known.
    std::int64_t heard = 0;                 ///< When this is written: seconds since 1970.
};

/// As text that is both OpenMetrics 1.0 and of Prometheus' older format, which node exporter reads.
/// Where the two differ - in what a counter's name ends with - both take a gauge.
std::string to_text(const Metrics& metrics);

} // namespace app
