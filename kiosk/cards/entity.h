#pragma once

#include <string>
#include <string_view>

namespace cards {

/// The characters that an HTML entity stands for: "&amp;", "&#8212;", "&#x2014;". Knows the numbers
/// and the names that editors write; any other entity, and a number that is no character, comes
/// back as it was written.
std::string decode_entity(std::string_view entity);

} // namespace cards
