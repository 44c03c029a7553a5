#pragma once

#include <span>
#include <string>
#include <string_view>

namespace desk {

/// The words that a search which found nothing may be kept by: things, places and doings in a
/// library, folded, in order. The list is part of the program. No word of it is used as a person's
/// name, as far as a dictionary knows; the tests ask one.
std::span<const std::string_view> plain_words();

/// The words of a query in alphabetical order, each once, if all are plain words and there are at
/// most three; else empty.
std::string in_plain_words(std::string_view query);

} // namespace desk
