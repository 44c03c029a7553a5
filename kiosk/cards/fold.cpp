#include "cards/fold.h"

#include "cards/utf8.h"

#include <optional>

namespace cards {
namespace {

// The plain letter under each Latin letter, by code point; '.' where there is none. From the
// canonical decompositions of Unicode 15, with stroked letters (as in "Łódź", "Ørsted") added.
constexpr std::string_view kLatin = // U+00C0 to U+024F
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
    "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    ".................ff.............oo.............uu..............."
    ".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..oo"
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
constexpr std::string_view kLatinAdditional = // U+1E00 to U+1EFF
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

bool within(char32_t value, char32_t first, char32_t last) {
    return value >= first && value <= last;
}

/// The two letters that a ligature or a letter of its own is written with elsewhere.
std::string_view pair_for(char32_t value) {
    switch (value) {
    case U'Æ':
    case U'æ': return "ae";
    case U'Œ':
    case U'œ': return "oe";
    case U'ß':
    case U'ẞ': return "ss";
    case U'Þ':
    case U'þ': return "th";
    default: return {};
    }
}

char plain_letter(char32_t value) {
    if (within(value, 0xC0, 0x24F)) {
        return kLatin[value - 0xC0];
    }
    if (within(value, 0x1E00, 0x1EFF)) {
        return kLatinAdditional[value - 0x1E00];
    }
    return '.';
}

char32_t small_other_letter(char32_t value) {
    if (within(value, U'Α', U'Ω') || within(value, U'А', U'Я')) {
        return value + 0x20;
    }
    if (within(value, 0x400, 0x40F)) {
        return value == U'Ё' ? U'е' : value + 0x50;
    }
    return value == U'ё' ? U'е' : value;
}

void append_folded(std::string& out, char32_t value) {
    if (value < 0x80) {
        const bool capital = within(value, U'A', U'Z');
        out += static_cast<char>(capital ? value + 0x20 : value);
        return;
    }
    if (within(value, 0x300, 0x36F)) {
        return; // A combining accent.
    }
    if (value == U'\u2018' || value == U'\u2019' || value == U'\u02BC') {
        out += '\'';
        return;
    }
    if (const std::string_view pair = pair_for(value); !pair.empty()) {
        out += pair;
        return;
    }
    if (const char letter = plain_letter(value); letter != '.') {
        out += letter;
        return;
    }
    append_utf8(out, small_other_letter(value));
}

/// True for what may stand in a word: ASCII letters and digits, and beyond ASCII all that is not
/// a space, punctuation or symbol of the blocks in which those live.
bool in_word(const CodePoint& point) {
    const char32_t value = point.value;
    if (value < 0x80) {
        return within(value, U'a', U'z') || within(value, U'0', U'9') || within(value, U'A', U'Z');
    }
    if (!point.valid || value == U'×' || value == U'÷') {
        return false;
    }
    return !within(value, 0x80, 0xBF) && !within(value, 0x2000, 0x2BFF) &&
           !within(value, 0x3000, 0x303F) && !within(value, 0xFE00, 0xFE6F) &&
           !within(value, 0xFFF0, 0xFFFF);
}

} // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        append_folded(out, point.value);
        at += point.size;
    }
    return out;
}

std::vector<std::string> fold_words(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = code_point_at(folded, at);
        if (in_word(point)) {
            word.append(folded, at, point.size);
        } else if (point.value != U'\'' && !word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
        at += point.size;
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool same_words(std::string_view a, std::string_view b) {
    return fold_words(a) == fold_words(b);
}

} // namespace cards
