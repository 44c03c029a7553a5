#pragma once

#include "tally/report.h"

#include <string>

namespace tally {

/// The report as one HTML page, in the language in use: to be read on a screen, and printed on
/// US Letter or A4. It needs nothing besides itself, and runs nothing. Every text in it is escaped.
std::string report_page(const Report& report);

} // namespace tally
