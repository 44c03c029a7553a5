#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace packs {

/// A SHA-256 sum.
using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

/// In 64 small hexadecimal digits, as `sha256sum` writes it.
std::string to_hex(const Sha256& sum);

} // namespace packs
