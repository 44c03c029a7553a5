#pragma once

#include "cards/report.h"
#include "cards/yaml.h"
#include "desk/opening_hours.h"
#include "desk/time_band.h"

#include <vector>

/// The settings that are hours of the day. What is not understood is reported, and left as it was.
namespace app {

/// `opening-hours`: a line such as "Mon-Fri 8:30-20:00", or a list of them.
void read_opening(const cards::YamlNode& node, cards::Report& report, desk::OpeningHours& opening);

/// The parts of the day, a list: each a word and the time at which it begins, "midday 11:00".
void read_bands(const cards::YamlNode& node, cards::Report& report,
                std::vector<desk::TimeBand>& bands);

} // namespace app
