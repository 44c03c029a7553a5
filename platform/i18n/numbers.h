#pragma once

#include <string>

/// Numbers and times as the language in use writes them.
namespace i18n {

/// 0.3 with one digit after the mark is "0.3", or "0,3".
std::string decimal(double value, int digits);

/// The time of a clock on the wall, by minutes since midnight: "2:47" where people count half
/// days (which half it is, they know), "14:47" elsewhere.
std::string time_of_day(int minute_of_day);

} // namespace i18n
