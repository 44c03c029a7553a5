#include "look/wrap.h"

#include <algorithm>

namespace look {

namespace {

/// The length of the UTF-8 character at a place.
std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() &&
           (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

struct Cut {
    std::size_t length = 0;
    bool at_joint = false; ///< After a hyphen or a slash, where a reader expects it.
};

/// Where to cut a word that is too long for a line: at least one character stays.
Cut cut_word(const Fonts& fonts, Style style, std::string_view word, float width) {
    Cut fits{.length = character_length(word, 0)};
    Cut joint;
    for (std::size_t end = fits.length; end < word.size();) {
        end += character_length(word, end);
        if (fonts.width(style, word.substr(0, end)) > width) {
            break;
        }
        fits.length = end;
        if (word[end - 1] == '-' || word[end - 1] == '/') {
            joint = {.length = end, .at_joint = true};
        }
    }
    return joint.at_joint ? joint : fits;
}

} // namespace

Wrapped wrap(const Fonts& fonts, Style style, std::string_view text, float width) {
    Wrapped wrapped;
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t end = start;  // the line so far is [start, end)
        std::size_t next = start; // where the following word begins
        while (next < text.size()) {
            const std::size_t word_end = std::min(text.find(' ', next), text.size());
            if (fonts.width(style, text.substr(start, word_end - start)) > width) {
                break;
            }
            end = word_end;
            next = std::min(text.find_first_not_of(' ', word_end), text.size());
        }
        if (end == start) { // not even one word fits
            const std::size_t word_end = std::min(text.find(' ', start), text.size());
            const Cut cut = cut_word(fonts, style, text.substr(start, word_end - start), width);
            wrapped.broke_word = wrapped.broke_word || !cut.at_joint;
            end = start + cut.length;
            next = std::min(text.find_first_not_of(' ', end), text.size());
        }
        wrapped.lines.push_back(text.substr(start, end - start));
        start = next;
    }
    return wrapped;
}

} // namespace look
