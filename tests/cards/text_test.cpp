#include "cards/limits.h"
#include "cards/text.h"
#include "cards/utf8.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace std::string_literals;
using cards_test::kNothing;
using Lines = std::vector<std::string>;

namespace {

struct Result {
    std::optional<std::string> text;
    Lines problems;
};

Result decode(std::string_view bytes) {
    cards::Report report("a.md");
    Result result{.text = cards::decode_text(bytes, report), .problems = {}};
    result.problems = cards_test::lines_of(std::move(report).take());
    return result;
}

std::string utf8(char32_t value) {
    std::string out;
    cards::append_utf8(out, value);
    return out;
}

/// ASCII and Latin-1 text as UTF-16.
std::string utf16(std::string_view text, bool little) {
    std::string out;
    for (const char c : text) {
        out += little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return out;
}

} // namespace

TEST_CASE("UTF-8 is taken as it is, without its byte order mark") {
    CHECK(decode("Caf\u00E9 \u2014 \U0001F600\n").text == "Caf\u00E9 \u2014 \U0001F600\n");
    CHECK(decode("\xEF\xBB\xBFHELP\n").text == "HELP\n");
    CHECK(decode("").text == "");
}

TEST_CASE("Every kind of line end becomes a line feed") {
    CHECK(decode("a\r\nb\rc\nd\r\r\ne\r").text == "a\nb\nc\nd\n\ne\n");
}

TEST_CASE("UTF-16 is read in both byte orders, with a mark and without") {
    const std::string_view text = "---\r\ntitle: HELP\r\n";
    const std::string_view read = "---\ntitle: HELP\n";
    CHECK(decode("\xFF\xFE" + utf16(text, true)).text == read);
    CHECK(decode("\xFE\xFF" + utf16(text, false)).text == read);
    CHECK(decode(utf16(text, true)).text == read);
    CHECK(decode(utf16(text, false)).text == read);
    CHECK(decode(utf16(text, true)).problems == kNothing);
}

TEST_CASE("UTF-16 holds characters beyond the first plane") {
    CHECK(decode("\xFF\xFE\x3D\xD8\x00\xDE"s).text == "\U0001F600");
}

TEST_CASE("UTF-16 that is cut off or ill-paired is refused with its line") {
    CHECK(decode("\xFF\xFE" + utf16("a\nb", true) + "c").problems ==
          Lines{"a.md:2: error: This file ends in the middle of a character. Copy it again from "
                "where it came."});
    CHECK(decode("\xFF\xFE" + utf16("a\nb\n", true) + "\x00\xDC"s).problems ==
          Lines{"a.md:3: error: From here on this file is not text. Save it as a plain text file "
                "in UTF-8."});
}

TEST_CASE("An old Windows editor's file is read, with a warning at the first accent") {
    const Result result = decode("Fine\nCaf\xE9 \x96 \x93"
                                 "ok\x94\n");
    CHECK(result.text == "Fine\nCaf\u00E9 \u2013 \u201Cok\u201D\n");
    CHECK(result.problems ==
          Lines{"a.md:2: warning: This file is saved in an old Windows encoding (ANSI), and an "
                "accent or a dash may come out wrong. Save it as UTF-8."});
}

TEST_CASE("Broken UTF-8 is not mistaken for an old encoding") {
    const Result result = decode("Caf\u00E9\nCaf\xC3\n");
    CHECK(result.text == std::nullopt);
    CHECK(result.problems ==
          Lines{"a.md:2: error: This line holds bytes that are neither UTF-8 nor an old Windows "
                "encoding. Save the file as UTF-8, and check the line."});
}

TEST_CASE("Overlong forms, surrogates and stray bytes are no UTF-8") {
    CHECK_FALSE(decode("\u00E9 \xC0\xAF").text);
    CHECK_FALSE(decode("\u00E9 \xED\xA0\x80").text);
    CHECK_FALSE(decode("\u00E9 \xF5\x80\x80\x80").text);
    CHECK_FALSE(decode("\u00E9 \x80").text);
}

TEST_CASE("A NUL or a control character is an error with its line") {
    CHECK(decode("one\ntwo\0\n"s).problems ==
          Lines{"a.md:2: error: This line holds a control character (U+0000). Delete the word it "
                "stands in and type it again."});
    CHECK(decode("\x1B[31m").problems ==
          Lines{"a.md:1: error: This line holds a control character (U+001B). Delete the word it "
                "stands in and type it again."});
    CHECK_FALSE(decode("a\x7F").text);
}

TEST_CASE("Characters that hide or turn the reading order are errors with their line") {
    CHECK(decode("a\nb" + utf8(0x202E) + "c").problems ==
          Lines{"a.md:2: error: This line holds a hidden character that turns the reading order "
                "(U+202E). Delete the word it stands in and type it again."});
    for (const char32_t hidden :
         {0x200BU, 0x2060U, 0xFEFFU, 0xADU, 0x2066U, 0x61CU, 0x2028U, 0xE0041U, 0xFFFEU}) {
        CHECK_FALSE(decode("a" + utf8(hidden) + "b").text);
    }
}

TEST_CASE("Joiners and direction marks that scripts need are allowed") {
    CHECK(decode("a\u200Cb\u200Dc\u200Ed\u200F").text.has_value());
    CHECK(decode("tab\there").text.has_value());
}

TEST_CASE("A binary file gives a few errors, not thousands") {
    std::string bytes;
    for (int i = 0; i < 300000; ++i) {
        bytes += "\x01\n";
    }
    CHECK(decode(bytes).problems.size() == 5);
}

TEST_CASE("A file that is too large is refused before it is looked at") {
    CHECK(decode(std::string(cards::kMaxFileBytes + 1, 'a')).problems ==
          Lines{"a.md: error: This file is larger than 1 MB, too large for a card. Is it the "
                "right file?"});
}

TEST_CASE("A line that is too long is refused with its number") {
    const std::string line(cards::kMaxLineLength, 'a');
    CHECK(decode("x\n" + line).text.has_value());
    CHECK(decode("x\n" + line + "a").problems ==
          Lines{"a.md:2: error: This line is longer than 4000 characters. Is this the right file? "
                "Break the line up."});
}

TEST_CASE("Whatever a path holds, it is printed on one line") {
    CHECK(cards::printable("a\nb\x1B\xFF" + utf8(0x202E) + ".md") == "a?b???.md");
}
