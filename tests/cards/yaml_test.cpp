#include "cards/limits.h"
#include "cards/yaml.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using cards_test::kNothing;
using Lines = std::vector<std::string>;

namespace {

struct Result {
    std::optional<cards::YamlNode> root;
    Lines problems;
};

/// Reads a text that begins on line 2 of its file.
Result read(std::string_view text) {
    cards::Report report("a.md");
    Result result{.root = cards::parse_yaml(text, 2, report), .problems = {}};
    result.problems = cards_test::lines_of(std::move(report).take());
    return result;
}

std::string text_of(const Result& result, std::string_view key) {
    REQUIRE(result.root.has_value());
    const cards::YamlNode* const value = result.root->find(key);
    REQUIRE(value != nullptr);
    return value->text;
}

constexpr auto kQuotes = "A text that begins with *, &, !, @, %, ?, [, { or ` needs quotation "
                         "marks around it.";
constexpr auto kDeep = "Lists or keys are nested too deep here. Use the same layout as the starter "
                       "pack.";

} // namespace

TEST_CASE("Keys, lists and keys below keys are read with their lines") {
    const Result result = read("title: Fine dispute\n"
                               "keywords: [late fee, \"a: b\"]\n"
                               "codes:\n"
                               "  green: {framework: help}\n"
                               "board:\n"
                               "  - one\n"
                               "  - two\n");
    REQUIRE(result.root.has_value());
    CHECK(result.problems == kNothing);
    CHECK(text_of(result, "title") == "Fine dispute");
    CHECK(result.root->find("keywords")->items.at(1).text == "a: b");
    CHECK(result.root->find("codes")->items.at(0).find("framework")->text == "help");
    CHECK(result.root->find("codes")->items.at(0).key_line == 5);
    CHECK(result.root->find("board")->items.at(1).line == 8);
    CHECK(result.root->find("nothing") == nullptr);
}

TEST_CASE("Nothing is taken as a number, a date or a yes") {
    const Result result = read("a: 007\nb: yes\nc: 2026-11-01\nd: 1e3\ne:\n");
    CHECK(text_of(result, "a") == "007");
    CHECK(text_of(result, "b") == "yes");
    CHECK(text_of(result, "c") == "2026-11-01");
    CHECK(text_of(result, "d") == "1e3");
    CHECK(text_of(result, "e").empty());
}

TEST_CASE("A text over several lines becomes one line") {
    CHECK(text_of(read("notice: >-\n  One\n  two.\n\n  Three.\n"), "notice") == "One two. Three.");
    CHECK(text_of(read("notice: |\n  One\n  two.\n"), "notice") == "One two.");
}

TEST_CASE("A tab used for indenting is named") {
    CHECK(read("codes:\n\tgreen: help\n").problems ==
          Lines{"a.md:3: error: A tab is used for indenting here. Use spaces instead."});
}

TEST_CASE("A colon inside a text asks for quotation marks") {
    CHECK(read("title: Animal: service or not\n").problems ==
          Lines{"a.md:2: error: A colon with a space after it stands inside a text, or this line "
                "is indented where it should not be. Put quotation marks around the whole text."});
}

TEST_CASE("A quotation mark that never closes is named where it opens") {
    CHECK(read("title: \"Fine\ncode: green\nid: x\n").problems ==
          Lines{"a.md:2: error: A quotation mark begins a text here and none ends it. Put one at "
                "the end, or put quotation marks of the other kind around the whole text."});
}

TEST_CASE("A bracket that never closes is named") {
    CHECK(read("keywords: [a, b\ncode: green\n").problems.size() == 1);
    CHECK(read("keywords: a, b]\n").problems == kNothing);
    CHECK(read("keywords: [a, b\n").problems ==
          Lines{"a.md:2: error: A bracket [ or a brace { is opened and not closed, or the other "
                "way round. Close it, or put quotation marks around the text."});
}

TEST_CASE("A text that begins with a mark of YAML's own asks for quotation marks") {
    for (const std::string_view text : {"*Star*", "&more", "!Now", "@desk", "`code`", "%s"}) {
        INFO(text);
        CHECK(read("title: " + std::string(text) + "\n").problems ==
              Lines{std::string("a.md:2: error: ") + kQuotes});
    }
}

TEST_CASE("Percent signs and hashes inside a text are text") {
    CHECK(text_of(read("title: 100%s sure ##a\n"), "title") == "100%s sure");
    CHECK(text_of(read("title: '##b %n'\n"), "title") == "##b %n");
    CHECK(text_of(read("title: a##b\n"), "title") == "a##b");
}

TEST_CASE("A hash that cuts a text off is a warning") {
    CHECK(read("title: Printer #2 is broken\n").problems ==
          Lines{"a.md:2: warning: What follows the # is left out. If it belongs to the text, put "
                "quotation marks around the whole text."});
    CHECK(read("title: Printer # a remark\ncode: 'a #b'\n").problems == kNothing);
}

TEST_CASE("A key written twice is an error that names both lines") {
    CHECK(read("title: a\ncode: green\ntitle: b\n").problems ==
          Lines{"a.md:4: error: \"title\" is already written on line 2. Keep one of the two."});
}

TEST_CASE("Anchors, aliases and tags are refused") {
    CHECK_FALSE(read("a: &x [one]\nb: *x\n").root);
    CHECK_FALSE(read("a: !!binary aGk=\n").root);
    CHECK_FALSE(read("a: !include secrets\n").root);
    CHECK_FALSE(read("<<: *base\n").root);
}

TEST_CASE("An alias bomb is refused at its first anchor") {
    const std::string bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n"
                             "e: &e [*d, *d]\nf: &f [*e, *e]\ng: &g [*f, *f]\nh: [*g, *g]\n";
    CHECK(read(bomb).problems == Lines{std::string("a.md:2: error: ") + kQuotes});
}

TEST_CASE("A second document is refused") {
    CHECK(read("a: b\n---\nc: d\n").problems ==
          Lines{"a.md:3: error: A second document begins here (---): keep one document in this "
                "file."});
}

TEST_CASE("Nesting is refused before it can hurt") {
    CHECK(read("a: {b: {c: {d: e}}}\n").root.has_value());
    CHECK(read("a: {b: {c: {d: {e: {f: g}}}}}\n").problems ==
          Lines{std::string("a.md:2: error: ") + kDeep});
    CHECK(read("a: " + std::string(30000, '[') + "\n").problems ==
          Lines{std::string("a.md:2: error: ") + kDeep});
    std::string dashes = "a:\n";
    for (int i = 0; i < 10000; ++i) {
        dashes += "- ";
    }
    CHECK_FALSE(read(dashes + "x\n").root);
    std::string questions;
    for (int i = 0; i < 10000; ++i) {
        questions += "? ";
    }
    CHECK_FALSE(read(questions + "x\n").root);
}

TEST_CASE("Too many keys and too much text are refused") {
    std::string keys;
    for (int i = 0; i < 300; ++i) {
        keys += "k" + std::to_string(i) + ": v\n";
    }
    CHECK(read(keys).problems ==
          Lines{"a.md:202: error: There are too many keys here. Is this the right file?"});
    CHECK(read("a: " + std::string(cards::kMaxYamlBytes, 'b')).problems ==
          Lines{"a.md:2: error: This part of the file is far too long. Is it the right file?"});
}

TEST_CASE("An escape cannot bring in what a file may not hold") {
    CHECK(read("title: \"a\\u202Eb\"\n").problems ==
          Lines{"a.md:2: error: This text holds a hidden character that turns the reading order "
                "(U+202E). Take it out."});
    CHECK_FALSE(read("title: \"a\\0b\"\n").root);
    CHECK_FALSE(read("\"ti\\u200Btle\": a\n").root);
}

TEST_CASE("A Windows path between quotation marks is explained") {
    CHECK(read("site: \"C:\\pack\"\n").problems ==
          Lines{"a.md:2: error: A backslash has a meaning of its own between double quotation "
                "marks. Use single quotation marks, or take the backslash out."});
}

TEST_CASE("Text without keys, and no text at all, are refused") {
    CHECK(read("just words\n").problems ==
          Lines{"a.md:2: error: This line does not fit the lines above it. Write a key, a colon, "
                "a space and a text, and let keys that belong together begin in the same column."});
    CHECK(read("# nothing\n").problems ==
          Lines{"a.md:2: error: Nothing is written here. Write a key, a colon, a space and a text, "
                "as in title: Fine dispute."});
    CHECK_FALSE(read("[a, b]: c\n").root);
    CHECK_FALSE(read("title: a\n  code: b\n").root);
}
