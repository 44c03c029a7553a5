#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace support {

/// Writes a pack of that many cards into a new folder, its id "large", its version 2: the starter
/// pack's frameworks and, those on its board first, its situations; then these again and again
/// with a number before the title, as "card-NUMBER". Without practices and a plan.
void write_large_pack(const std::filesystem::path& folder, std::size_t cards);

/// Puts one text in the place of another where that first occurs in a file; it has to.
void replace_in(const std::filesystem::path& file, const std::string& from, const std::string& to);

} // namespace support
