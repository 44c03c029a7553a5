#include "cards/encoding.h"

#include "cards/utf8.h"

#include <algorithm>
#include <array>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;

constexpr Message kNotText =
    message("From here on this file is not text. Save it as a plain text file in UTF-8.");
constexpr Message kDamaged =
    message("This line holds bytes that are neither UTF-8 nor an old Windows encoding. Save the "
            "file as UTF-8, and check the line.");
constexpr Message kCutOff =
    message("This file ends in the middle of a character. Copy it again from where it came.");

/// What Windows-1252 puts on the bytes 0x80 to 0x9F; 0 where it puts nothing.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// The byte order that the NULs of a text's beginning speak for, if any. A pack's files begin with
/// an ASCII character (a hyphen, a key, a remark), so one byte of the first pair is NUL; and text
/// in any language has spaces, line ends and markup enough for one pair in four to have a NUL in
/// the same place, the other bytes of the pairs hardly ever.
std::optional<Encoding> utf16_by_nuls(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 1024));
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        nuls.at(i % 2) += head[i] == '\0' ? 1U : 0U;
    }
    const std::size_t pairs = head.size() / 2;
    if (pairs == 0 || (head[0] == '\0') == (head[1] == '\0') ||
        4 * std::max(nuls[0], nuls[1]) < pairs || 20 * std::min(nuls[0], nuls[1]) > pairs) {
        return std::nullopt;
    }
    return head[1] == '\0' ? Encoding::utf16_little : Encoding::utf16_big;
}

Decoded from_utf16(std::string_view bytes, Encoding encoding) {
    Decoded out{.encoding = encoding, .text = {}, .failure = {}};
    const std::size_t high_at = encoding == Encoding::utf16_big ? 0 : 1;
    const auto unit_at = [&](std::size_t at) -> char32_t {
        return (byte_at(bytes, at + high_at) << 8U) | byte_at(bytes, at + 1 - high_at);
    };
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const char32_t unit = unit_at(at);
        at += 2;
        if ((unit & 0xF800U) != 0xD800U) {
            append_utf8(out.text, unit);
            continue;
        }
        const bool paired = unit < 0xDC00 && at + 1 < bytes.size();
        const char32_t low = paired ? unit_at(at) : 0;
        if ((low & 0xFC00U) != 0xDC00U) {
            out.failure = kNotText;
            return out;
        }
        append_utf8(out.text, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
        at += 2;
    }
    if (at != bytes.size()) {
        out.failure = kCutOff;
    }
    return out;
}

Decoded from_windows_1252(std::string_view bytes) {
    Decoded out{.encoding = Encoding::windows_1252, .text = {}, .failure = {}};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned byte = byte_at(bytes, i);
        const bool special = byte >= 0x80 && byte <= 0x9F;
        const char32_t value = special ? kWindows1252.at(byte - 0x80U) : byte;
        if (special && value == 0) {
            out.failure = kDamaged;
            return out;
        }
        append_utf8(out.text, value);
    }
    return out;
}

Decoded from_utf8_or_ansi(std::string_view bytes) {
    std::size_t first_bad = bytes.size();
    bool has_sequences = false;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = code_point_at(bytes, at);
        if (!point.valid) {
            first_bad = std::min(first_bad, at);
        }
        has_sequences = has_sequences || point.size > 1;
        at += point.size;
    }
    if (first_bad == bytes.size()) {
        return {.encoding = Encoding::utf8, .text = std::string(bytes), .failure = {}};
    }
    if (has_sequences) {
        return {.encoding = Encoding::utf8,
                .text = std::string(bytes.substr(0, first_bad)),
                .failure = kDamaged};
    }
    return from_windows_1252(bytes);
}

} // namespace

Decoded to_utf8(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        return from_utf8_or_ansi(bytes.substr(3));
    }
    if (bytes.starts_with("\xFF\xFE"sv)) {
        return from_utf16(bytes.substr(2), Encoding::utf16_little);
    }
    if (bytes.starts_with("\xFE\xFF"sv)) {
        return from_utf16(bytes.substr(2), Encoding::utf16_big);
    }
    if (const auto order = utf16_by_nuls(bytes)) {
        return from_utf16(bytes, *order);
    }
    return from_utf8_or_ansi(bytes);
}

} // namespace cards
