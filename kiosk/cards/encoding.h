#pragma once

#include "i18n/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cards {

/// How an editor wrote a file.
enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big, windows_1252 };

/// A file's bytes as UTF-8, without a byte order mark.
struct Decoded {
    Encoding encoding = Encoding::utf8;
    std::string text;                     ///< As far as it could be decoded.
    std::optional<i18n::Message> failure; ///< A sentence, if decoding stopped at `text`'s end.
};

/// Finds out a file's encoding and decodes it. Marks decide; without one, NULs in every second
/// byte of the beginning tell UTF-16 and its byte order; bytes that are no UTF-8, in a
/// file without any UTF-8 sequence beyond ASCII, are taken as Windows-1252.
Decoded to_utf8(std::string_view bytes);

} // namespace cards
