#include "cards/text.h"

#include "cards/encoding.h"
#include "cards/limits.h"
#include "cards/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;
using i18n::tr;
using i18n::tr_plural;

/// A block of code points that no card may hold, and what it is in a sentence.
struct Forbidden {
    char32_t first = 0;
    char32_t last = 0;
    Message what;
};

constexpr std::size_t kMaxBadLines = 5; ///< Reported in one file, one character a line.

// Translators: these follow "This line holds" and its like.
constexpr Message kControl = message("a control character");
constexpr Message kHidden = message("a hidden character");
constexpr Message kTurning = message("a hidden character that turns the reading order");
constexpr Message kSeparator = message("a hidden line separator");
constexpr Message kNone = message("a code that is no character");
constexpr Message kNoUtf8 = message("a byte that is no UTF-8");

/// In order of code points. The sources are the General_Category Cc and Cf lists of Unicode 15 and
/// the bidirectional characters of UAX #9.
constexpr std::array kForbidden{
    Forbidden{0x00, 0x08, kControl},       Forbidden{0x0B, 0x1F, kControl},
    Forbidden{0x7F, 0x9F, kControl},       Forbidden{0xAD, 0xAD, kHidden},
    Forbidden{0x34F, 0x34F, kHidden},      Forbidden{0x61C, 0x61C, kTurning},
    Forbidden{0x115F, 0x1160, kHidden},    Forbidden{0x17B4, 0x17B5, kHidden},
    Forbidden{0x180E, 0x180E, kHidden},    Forbidden{0x200B, 0x200B, kHidden},
    Forbidden{0x2028, 0x2029, kSeparator}, Forbidden{0x202A, 0x202E, kTurning},
    Forbidden{0x2060, 0x2065, kHidden},    Forbidden{0x2066, 0x2069, kTurning},
    Forbidden{0x206A, 0x206F, kHidden},    Forbidden{0x3164, 0x3164, kHidden},
    Forbidden{0xFDD0, 0xFDEF, kNone},      Forbidden{0xFEFF, 0xFEFF, kHidden},
    Forbidden{0xFFA0, 0xFFA0, kHidden},    Forbidden{0xFFF0, 0xFFFB, kHidden},
    Forbidden{0xFFFE, 0xFFFF, kNone},      Forbidden{0x1D173, 0x1D17A, kHidden},
    Forbidden{0xE0000, 0xE0FFF, kHidden},
};
static_assert(std::ranges::is_sorted(kForbidden, {}, &Forbidden::first));

/// What a code point is that no card may hold; null if it may.
const Message* forbidden_as(char32_t value) {
    const auto* const found = std::ranges::lower_bound(kForbidden, value, {}, &Forbidden::last);
    if (found != kForbidden.end() && value >= found->first) {
        return &found->what;
    }
    return (value & 0xFFFEU) == 0xFFFEU ? &kNone : nullptr;
}

int line_of(std::string_view text, std::size_t at) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'));
}

/// The text with '\n' for CR, LF and CR LF.
std::string with_line_feeds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

/// The number of the first line over the limit, or 0.
int first_long_line(std::string_view text) {
    int line = 1;
    std::size_t length = 0;
    for (const char c : text) {
        if (c == '\n') {
            ++line;
            length = 0;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++length > kMaxLineLength) {
            return line;
        }
    }
    return 0;
}

/// The warning for a file in the encoding of an old Windows editor, at the line where it shows.
void note_old_encoding(std::string_view text, Report& report) {
    const auto* const odd =
        std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
    report.warning(line_of(text, static_cast<std::size_t>(odd - text.begin())),
                   tr("This file is saved in an old Windows encoding (ANSI), and an accent or a "
                      "dash may come out wrong. Save it as UTF-8."));
}

bool check_text(std::string_view text, Report& report) {
    if (const int line = first_long_line(text); line > 0) {
        report.error(line, tr_plural("This line is longer than {0} character. Is this the right "
                                     "file? Break the line up.",
                                     "This line is longer than {0} characters. Is this the right "
                                     "file? Break the line up.",
                                     kMaxLineLength));
        return false;
    }
    std::size_t from = 0;
    for (std::size_t reported = 0; reported < kMaxBadLines; ++reported) {
        const auto bad = find_bad_character(text.substr(from));
        if (!bad) {
            return reported == 0;
        }
        report.error(line_of(text, from + bad->at),
                     tr("This line holds {0}. Delete the word it stands in and type it again.",
                        describe(*bad)));
        from = text.find('\n', from + bad->at);
        if (from == std::string_view::npos) {
            return false;
        }
    }
    return false;
}

} // namespace

std::optional<BadCharacter> find_bad_character(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = code_point_at(utf8, at);
        const Message* const what = point.valid ? forbidden_as(point.value) : &kNoUtf8;
        if (what != nullptr) {
            return BadCharacter{.at = at, .value = point.value, .what = *what};
        }
        at += point.size;
    }
    return std::nullopt;
}

std::string describe(const BadCharacter& bad) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string code;
    for (unsigned shift = 24; shift > 0;) {
        shift -= 4;
        const auto digit = static_cast<std::size_t>((bad.value >> shift) & 0xFU);
        if (digit > 0 || !code.empty() || shift < 16) {
            code += kDigits[digit];
        }
    }
    // Translators: {0} is such as "a hidden character".
    return tr("{0} (U+{1})", bad.what.view(), code);
}

std::string printable(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = code_point_at(bytes, at);
        const bool bad =
            !point.valid || point.value == U'\n' || forbidden_as(point.value) != nullptr;
        out += bad ? std::string_view("?") : bytes.substr(at, point.size);
        at += point.size;
    }
    return out;
}

std::optional<std::string> decode_text(std::string_view bytes, Report& report) {
    if (bytes.size() > kMaxFileBytes) {
        report.error(0, tr("This file is larger than 1 MB, too large for a card. Is it the right "
                           "file?"));
        return std::nullopt;
    }
    Decoded decoded = to_utf8(bytes);
    std::string text = with_line_feeds(decoded.text);
    if (decoded.failure) {
        report.error(line_of(text, text.size()), *decoded.failure);
        return std::nullopt;
    }
    if (!check_text(text, report)) {
        return std::nullopt;
    }
    if (decoded.encoding == Encoding::windows_1252) {
        note_old_encoding(text, report);
    }
    return text;
}

} // namespace cards
