#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The text of a card's file by its lines, where it is copied and filled in rather than read: for
/// files of our own, which are written in one way.
namespace packs {

/// More than any of them has, in bytes.
inline constexpr std::size_t kLargestCard = 64UZ << 10U;

/// What stands behind "key: " on the first line that begins so, as it is written; empty if none is.
std::string_view written(std::string_view text, std::string_view key);

/// The same without quotation marks around it.
std::string value_of(std::string_view text, std::string_view key);

/// What stands behind `begin` ("## ", "- ") on each line that begins so.
std::vector<std::string_view> items_of(std::string_view text, std::string_view begin);

/// The text below a line, up to the next that begins with `end`; empty if there is no such line.
std::string_view part_below(std::string_view text, std::string_view line, std::string_view end);

/// The text with each "{name}" replaced.
std::string filled_in(std::string_view text,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> values);

} // namespace packs
