#pragma once

#include "cards/report.h"
#include "i18n/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// From a file's bytes to text that the rest of the program can trust.
namespace cards {

/// A character that no card may hold: it is not text, or it would not be seen.
struct BadCharacter {
    std::size_t at = 0; ///< Its byte offset.
    char32_t value = 0;
    i18n::Message what; ///< "a control character", "a hidden character that turns the ...".
};

/// The first such character of a UTF-8 text: control characters (tab and line feed are allowed),
/// bidirectional overrides and isolates, zero-width and other invisible characters (joiners and
/// the marks LRM and RLM are allowed), line separators, noncharacters, invalid bytes.
std::optional<BadCharacter> find_bad_character(std::string_view utf8);

/// "a hidden character (U+200B)", for a sentence in the language in use.
std::string describe(const BadCharacter& bad);

/// Any bytes as UTF-8 that is safe to print on one line: what `find_bad_character` refuses, and
/// line breaks, become "?".
std::string printable(std::string_view bytes);

/// Decodes a file: UTF-8 with or without a byte order mark; UTF-16 of either byte order, with a
/// mark or told by its NULs; else, if no byte sequence in it is UTF-8, Windows-1252, with a
/// warning. Gives UTF-8 with '\n' for every line end, free of bad characters. Gives nothing, and
/// reports an error, for a file over `kMaxFileBytes`, a line over `kMaxLineLength`, bytes that are
/// no text, or a bad character.
std::optional<std::string> decode_text(std::string_view bytes, Report& report);

} // namespace cards
