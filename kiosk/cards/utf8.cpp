#include "cards/utf8.h"

#include <array>

namespace cards {
namespace {

/// What a lead byte announces: the sequence's length, its own payload bits and the smallest code
/// point that needs that length.
struct Lead {
    std::size_t size = 0;
    char32_t payload = 0;
    char32_t least = 0;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80U) {
        return {1, byte, 0};
    }
    if ((byte & 0xE0U) == 0xC0U) {
        return {2, byte & 0x1FU, 0x80};
    }
    if ((byte & 0xF0U) == 0xE0U) {
        return {3, byte & 0x0FU, 0x800};
    }
    if ((byte & 0xF8U) == 0xF0U) {
        return {4, byte & 0x07U, 0x10000};
    }
    return {};
}

bool is_surrogate(char32_t value) {
    return value >= 0xD800 && value <= 0xDFFF;
}

} // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (lead.size == 0 || lead.size > text.size() - at) {
        return {};
    }
    char32_t value = lead.payload;
    for (std::size_t i = 1; i < lead.size; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte & 0x3FU);
    }
    if (value < lead.least || value > 0x10FFFF || is_surrogate(value)) {
        return {};
    }
    return {.value = value, .size = lead.size, .valid = true};
}

void append_utf8(std::string& out, char32_t value) {
    if (value > 0x10FFFF || is_surrogate(value)) {
        value = kReplacement;
    }
    if (value < 0x80) {
        out += static_cast<char>(value);
        return;
    }
    const std::size_t tail =
        std::size_t{1} + (value >= 0x800 ? 1U : 0U) + (value >= 0x10000 ? 1U : 0U);
    static constexpr std::array<char32_t, 4> kLeads{0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(kLeads.at(tail) | (value >> (6 * tail)));
    for (std::size_t i = tail; i-- > 0;) {
        out += static_cast<char>(0x80U | ((value >> (6 * i)) & 0x3FU));
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) {
        ++count;
    }
    return count;
}

std::string shorten(std::string_view text, std::size_t limit) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < limit; ++count) {
        at += code_point_at(text, at).size;
    }
    std::string out(text.substr(0, at));
    if (at < text.size()) {
        out += "...";
    }
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = !out.empty();
            continue;
        }
        if (gap) {
            out += ' ';
            gap = false;
        }
        out += c;
    }
    return out;
}

} // namespace cards
