#include "look/canvas.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace look_test;
using look::Size;
using look::Style;
using look::Weight;
using look::wrap;
using look::Wrapped;

namespace {

const Style kStyle{Size::small, Weight::regular};

float width_of(std::string_view text) {
    return fonts().width(kStyle, text);
}

bool begins_character(std::string_view text) {
    return text.empty() || (static_cast<unsigned char>(text.front()) & 0xC0U) != 0x80U;
}

std::string without_spaces(std::string_view text) {
    std::string out(text);
    std::erase(out, ' ');
    return out;
}

/// The lines as one text: with a space where the text had one, without where a word was cut.
std::string joined(std::string_view text, const Wrapped& wrapped) {
    std::string out;
    for (const std::string_view line : wrapped.lines) {
        const auto at = static_cast<std::size_t>(line.data() - text.data());
        out += at > 0 && text.at(at - 1) == ' ' ? " " : "";
        out += line;
    }
    return out;
}

/// How many bytes the first character has.
std::size_t first_character(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && !begins_character(text.substr(size))) {
        ++size;
    }
    return size;
}

} // namespace

TEST_CASE("A text that fits is one line, and nothing is none") {
    CHECK(wrap(fonts(), kStyle, "Hear them out", 1e6F).lines ==
          std::vector<std::string_view>{"Hear them out"});
    CHECK(wrap(fonts(), kStyle, "", 100).lines.empty());
    CHECK_FALSE(wrap(fonts(), kStyle, "", 100).broke_word);
}

TEST_CASE("A text breaks at the last space that fits") {
    const float width = width_of("Hear them") + 1;
    const Wrapped wrapped = wrap(fonts(), kStyle, "Hear them out", width);
    CHECK(wrapped.lines == std::vector<std::string_view>{"Hear them", "out"});
    CHECK_FALSE(wrapped.broke_word);
}

TEST_CASE("A text that is exactly as wide as its line is not broken") {
    CHECK(wrap(fonts(), kStyle, "Hear them", width_of("Hear them")).lines.size() == 1);
    CHECK(wrap(fonts(), kStyle, "Hear them", width_of("Hear them") - 1).lines.size() == 2);
}

TEST_CASE("The spaces at a break are on neither line") {
    const Wrapped wrapped = wrap(fonts(), kStyle, "Hear    them", width_of("Hear ") + 1);
    CHECK(wrapped.lines == std::vector<std::string_view>{"Hear", "them"});
}

TEST_CASE("A word wider than its line is cut, and says so") {
    const std::string word(30, 'm');
    const float width = width_of("mmmm") + 1;
    const Wrapped wrapped = wrap(fonts(), kStyle, word, width);
    CHECK(wrapped.broke_word);
    CHECK(wrapped.lines.size() == 8);
    CHECK(wrapped.lines.front() == "mmmm");
    CHECK(wrapped.lines.back() == "mm");
}

TEST_CASE("What follows a cut word shares the line with its end") {
    const Wrapped wrapped = wrap(fonts(), kStyle, "mmmmmm a", width_of("mmmm a") + 1);
    CHECK(wrapped.broke_word);
    CHECK(joined("mmmmmm a", wrapped).ends_with("m a"));
    CHECK(wrapped.lines.size() == 2);
}

TEST_CASE("A line too narrow for anything still gets a character each") {
    for (const float width : {0.0F, -10.0F, 1.0F}) {
        const Wrapped wrapped = wrap(fonts(), kStyle, "aéж", width);
        CAPTURE(width);
        CHECK(wrapped.broke_word);
        CHECK(wrapped.lines == std::vector<std::string_view>{"a", "é", "ж"});
    }
}

TEST_CASE("No line of any text is wider than it may be, and no character is lost or cut") {
    Chance chance(11);
    for (int i = 0; i < 1500; ++i) {
        const std::string text = random_text(chance, chance.number(1, 14));
        const float width = chance.real(10, 600);
        const Wrapped wrapped = wrap(fonts(), kStyle, text, width);
        CAPTURE(text, width);
        CHECK(joined(text, wrapped) == text);
        for (const std::string_view line : wrapped.lines) {
            CHECK_FALSE(line.empty());
            CHECK(begins_character(line));
            CHECK((width_of(line) <= width || line.size() == first_character(line)));
            CHECK_FALSE(line.ends_with(' '));
            CHECK_FALSE(line.starts_with(' '));
        }
    }
}

TEST_CASE("Words are cut only where one of them is wider than the line") {
    Chance chance(12);
    for (int i = 0; i < 500; ++i) {
        const std::string text = random_text(chance, chance.number(1, 10));
        const float width = chance.real(20, 500);
        bool too_wide = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            too_wide = too_wide || width_of(std::string_view(text).substr(at, end - at)) > width;
            at = end + 1;
        }
        CAPTURE(text, width);
        CHECK(wrap(fonts(), kStyle, text, width).broke_word == too_wide);
    }
}

TEST_CASE("No line could have taken the next word as well") {
    Chance chance(13);
    for (int i = 0; i < 500; ++i) {
        const std::string text = random_text(chance, chance.number(2, 12));
        const float width = chance.real(60, 500);
        const Wrapped wrapped = wrap(fonts(), kStyle, text, width);
        CAPTURE(text, width);
        for (std::size_t n = 0; n + 1 < wrapped.lines.size(); ++n) {
            const auto start = static_cast<std::size_t>(wrapped.lines.at(n).data() - text.data());
            const auto next =
                static_cast<std::size_t>(wrapped.lines.at(n + 1).data() - text.data());
            const std::size_t word_end = std::min(text.find(' ', next), text.size());
            CHECK(width_of(std::string_view(text).substr(start, word_end - start)) > width);
        }
    }
}

TEST_CASE("Any spaces and any bytes are wrapped without losing any but spaces") {
    Chance chance(14);
    const std::vector<std::string> parts{" ", "  ", "a", "mmm", "é", "\x80", "\xFF", "\xE4\xB8"};
    for (int i = 0; i < 1000; ++i) {
        std::string text;
        for (int n = chance.number(0, 20); n > 0; --n) {
            text += chance.one_of(parts);
        }
        const Wrapped wrapped = wrap(fonts(), kStyle, text, chance.real(0, 200));
        std::string all;
        for (const std::string_view line : wrapped.lines) {
            all += line;
        }
        CHECK(without_spaces(all) == without_spaces(text));
    }
}
