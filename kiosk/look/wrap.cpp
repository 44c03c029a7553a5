#include "look/wrap.h"

#include <algorithm>
#include <span>

namespace look {

namespace {

/// Where a character begins.
bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
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
    const auto em = static_cast<float>(fonts.em(style));
    const std::span<const TextPart> parts = fonts.parts(style.weight, text);
    const auto line_to = [&](std::size_t end) {
        return without_end_spaces(text.substr(start, end - start));
    };
    auto part = parts.begin(); // the first that is not, or not all, on a line yet
    while (start < text.size()) {
        part = std::ranges::upper_bound(part, parts.end(), start, {}, &TextPart::end);
        // Parts are added up, which costs less than measuring the line with each of them, and then
        // the line is measured once: letters may stand closer than their parts.
        auto next = part;
        float length = 0;
        const bool begun = start != 0 && (part == parts.begin() || std::prev(part)->end != start);
        if (begun && fonts.width(style, line_to(part->end)) <= width) { // the end of one cut before
            length = fonts.width(style, text.substr(start, part->end - start)) / em;
            ++next;
        }
        while ((!begun || next != part) && next != parts.end() &&
               (length + next->width) * em <= width) {
            length += next->width_with_spaces;
            ++next;
        }
        while (next != part && fonts.width(style, line_to(std::prev(next)->end)) > width) {
            --next;
        }
        std::size_t end = next != part ? std::prev(next)->end : start;
        if (end == start) {
            end = start + cut(fonts, style, line_to(part->end), width);
            wrapped.broke_word = true; // even of one letter: it is wider than the line
        }
        wrapped.lines.push_back(line_to(end));
        start = std::min(text.find_first_not_of(' ', end), text.size());
    }
    return wrapped;
}

} // namespace look
