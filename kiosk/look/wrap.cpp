#include "look/wrap.h"

#include <linebreak.h>

#include <algorithm>

namespace look {

namespace {

/// Where a character begins.
bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Where a text may be broken (UAX #14): the ends of its parts, their spaces included.
std::vector<std::size_t> ends_of_parts(std::string_view text) {
    std::vector<char> breaks(text.size());
    // NOLINTNEXTLINE(*-reinterpret-cast): the library's bytes are unsigned
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "",
                        breaks.data());
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool may = breaks[i] == LINEBREAK_ALLOWBREAK || breaks[i] == LINEBREAK_MUSTBREAK;
        if (may && begins_character(text[i + 1])) {
            ends.push_back(i + 1);
        }
    }
    ends.push_back(text.size());
    return ends;
}

std::string_view without_end_spaces(std::string_view text) {
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// How much of a part that is too long for a line goes on it: as many characters as fit, one at
/// least.
std::size_t cut(const Fonts& fonts, Style style, std::string_view part, float width) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i <= part.size(); ++i) {
        if (i == part.size() || begins_character(part[i])) {
            ends.push_back(i);
        }
    }
    const auto too_long = std::ranges::partition_point(
        ends, [&](std::size_t end) { return fonts.width(style, part.substr(0, end)) <= width; });
    return too_long == ends.begin() ? ends.front() : *std::prev(too_long);
}

} // namespace

Wrapped wrap(const Fonts& fonts, Style style, std::string_view text, float width) {
    Wrapped wrapped;
    std::size_t start = std::min(text.find_first_not_of(' '), text.size());
    const auto ends = ends_of_parts(text);
    const auto line_to = [&](std::size_t end) {
        return without_end_spaces(text.substr(start, end - start));
    };
    auto part = ends.begin(); // the first that is not, or not all, on a line yet
    while (start < text.size()) {
        part = std::ranges::upper_bound(part, ends.end(), start);
        // Parts are measured one by one, which costs less than the line with each of them, and
        // then the line once: letters may stand closer than their parts.
        float length = 0;
        auto next = part;
        for (std::size_t from = start; next != ends.end(); from = *next++) {
            const std::string_view more = text.substr(from, *next - from);
            if (length + fonts.width(style, without_end_spaces(more)) > width) {
                break;
            }
            length += fonts.width(style, more);
        }
        while (next != part && fonts.width(style, line_to(*std::prev(next))) > width) {
            --next;
        }
        std::size_t end = next != part ? *std::prev(next) : start;
        if (end == start) {
            end = start + cut(fonts, style, line_to(*part), width);
            wrapped.broke_word = true; // even of one letter: it is wider than the line
        }
        wrapped.lines.push_back(line_to(end));
        start = std::min(text.find_first_not_of(' ', end), text.size());
    }
    return wrapped;
}

} // namespace look
