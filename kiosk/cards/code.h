#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cards {

/// The four situations a desk can be in, from everyday to afterwards. Each has one framework.
enum class Code : std::uint8_t { green, yellow, red, blue };

inline constexpr std::array kCodes{Code::green, Code::yellow, Code::red, Code::blue};

/// The word a pack writes for a code: "green", "yellow", "red" or "blue".
std::string_view to_string(Code code);

/// The code that a pack's word names, in any letter case; nothing if there is none.
std::optional<Code> parse_code(std::string_view word);

} // namespace cards
