#pragma once

#include <functional>
#include <string>
#include <string_view>

/// Numbers and times as the language in use writes them, and names in its order.
namespace i18n {

/// 0.3 with one digit after the mark is "0.3", or "0,3".
std::string decimal(double value, int digits);

/// The time of a clock on the wall, by minutes since midnight: "2:47" where people count half
/// days (which half it is, they know), "14:47" elsewhere.
std::string time_of_day(int minute_of_day);

/// Tells whether a name comes before another, as the language in use has it when this is called.
/// Numbers in names count by their value: "Branch 2" comes before "Branch 10".
std::function<bool(std::string_view, std::string_view)> name_order();

} // namespace i18n
