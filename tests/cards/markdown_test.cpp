#include "cards/limits.h"
#include "cards/markdown.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using Lines = std::vector<std::string>;

namespace {

struct Result {
    std::vector<cards::Block> blocks;
    Lines problems;
};

/// Reads a body that begins on line 10 of its file.
Result read(std::string_view text) {
    cards::Report report("a.md");
    Result result{.blocks = cards::parse_markdown(text, 10, report), .problems = {}};
    result.problems = cards_test::lines_of(std::move(report).take());
    return result;
}

/// A body's blocks as "10 # heading", "11 > quote", "12 - item", "13 paragraph".
Lines blocks(std::string_view text) {
    Lines out;
    for (const cards::Block& block : read(text).blocks) {
        std::string mark;
        switch (block.kind) {
        case cards::Block::Kind::heading:
            mark = std::string(static_cast<std::size_t>(block.level), '#') + " ";
            break;
        case cards::Block::Kind::quote: mark = "> "; break;
        case cards::Block::Kind::item: mark = "- "; break;
        case cards::Block::Kind::picture: mark = "! "; break;
        case cards::Block::Kind::paragraph: break;
        }
        out.push_back(std::to_string(block.line) + " " + mark + block.text);
    }
    return out;
}

constexpr auto kTooNested = "Quotes or lists are nested too deep here. Write each thing to say or "
                            "do on a line of its own.";

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

} // namespace

TEST_CASE("A card's body becomes headings, quotes, items and paragraphs with their lines") {
    CHECK(blocks("Summary,\nstill summary.\n\n## Hear them out\n> Tell me.\n\n> And this.\n\n"
                 "- Do it.\n- Do that.\n\n### Avoid\n* Arguing.\n1. Leaving.\n") ==
          Lines{"10 Summary, still summary.", "13 ## Hear them out", "14 > Tell me.",
                "16 > And this.", "18 - Do it.", "19 - Do that.", "21 ### Avoid", "22 - Arguing.",
                "23 - Leaving."});
}

TEST_CASE("A quote over two lines is one thing to say") {
    CHECK(blocks("> Tell me\n> what happened.\n") == Lines{"10 > Tell me what happened."});
    CHECK(blocks("> One.\n>\n> Two.\n") == Lines{"10 > One.", "12 > Two."});
}

TEST_CASE("A list inside a quote is said, and a quote inside a list, too") {
    CHECK(blocks("> - One.\n> - Two.\n") == Lines{"10 > One.", "11 > Two."});
    CHECK(blocks("- > Say this.\n") == Lines{"10 > Say this."});
}

TEST_CASE("Nested and loose lists are read as one list") {
    CHECK(blocks("- One\n  - inside\n\n  more\n- Two\n") ==
          Lines{"10 - One", "11 - inside", "13 - more", "14 - Two"});
    CHECK(blocks("- One\n\n- Two\n") == Lines{"10 - One", "12 - Two"});
}

TEST_CASE("Inline markup leaves its words") {
    CHECK(blocks("> **Tell** me _what_ `you` [need](https://example.org \"x\").\n") ==
          Lines{"10 > Tell me what you need."});
    CHECK(blocks("- a <https://example.org> b\n") == Lines{"10 - a https://example.org b"});
    CHECK(blocks("A hard  \nbreak\\\nhere.\n") == Lines{"10 A hard break here."});
}

TEST_CASE("HTML and script links are text") {
    CHECK(blocks("> <b>Hi</b> <script>x</script>\n") == Lines{"10 > <b>Hi</b> <script>x</script>"});
    CHECK(blocks("<div>\nHello\n</div>\n") == Lines{"10 <div> Hello </div>"});
    CHECK(blocks("- [x](javascript:alert(1))\n") == Lines{"10 - x"});
}

TEST_CASE("Entities become their characters, unknown ones stay") {
    CHECK(blocks("a &amp; b &#8212; c &#x2014; d &mdash; e &bogus; &#0; &#x110000;\n") ==
          Lines{"10 a & b \u2014 c \u2014 d \u2014 e &bogus; &#0; &#x110000;"});
}

TEST_CASE("An entity cannot bring in what a file may not hold") {
    const Result result = read("ok\n\n> a&#x202E;b\n");
    CHECK(result.problems == Lines{"a.md:12: error: This line holds a hidden character that turns "
                                   "the reading order (U+202E). Take it out."});
}

TEST_CASE("A picture is a block of its own with its words and its file") {
    const Result result =
        read("## Step\n\n![A *map* ![b](c)](map.png)\n\n- See ![x](y.png) this.\n");
    CHECK(result.problems == Lines{});
    REQUIRE(result.blocks.size() == 4);
    CHECK(result.blocks[1].kind == cards::Block::Kind::picture);
    CHECK(result.blocks[1].text == "A map b");
    CHECK(result.blocks[1].file == "map.png");
    CHECK(result.blocks[1].line == 12);
    CHECK(result.blocks[2].text == "See this.");
    CHECK(result.blocks[3].kind == cards::Block::Kind::picture);
    CHECK(result.blocks[3].line == 14);
}

TEST_CASE("Headings need no space, and an empty one has its line") {
    CHECK(blocks("##Hear\n- a\n###Avoid\n- b\n") ==
          Lines{"10 ## Hear", "11 - a", "12 ### Avoid", "13 - b"});
    CHECK(blocks("One.\n\n##\n\n- a\n") == Lines{"10 One.", "12 ## ", "14 - a"});
    CHECK(blocks("Title\n-----\n") == Lines{"10 ## Title"});
}

TEST_CASE("Lines across the page and empty lists say nothing") {
    CHECK(blocks("One.\n\n***\n\n- - - - - - - - - - - -\n\n-\n\nTwo.\n") ==
          Lines{"10 One.", "18 Two."});
}

TEST_CASE("A fenced block is a paragraph, an indented one is no code") {
    CHECK(blocks("```\na\nb\n```\n") == Lines{"11 a b"});
    CHECK(blocks("## Step\n\n        > Deep.\n") == Lines{"10 ## Step", "12 > Deep."});
}

TEST_CASE("Format signs and hashes in a heading are text") {
    CHECK(blocks("## Say %s%n ## ### now\n") == Lines{"10 ## Say %s%n ## ### now"});
}

TEST_CASE("Markdown nested ten thousand deep is refused with its line") {
    CHECK(read("One.\n\n" + repeated("> ", 1500) + "a\n").problems ==
          Lines{std::string("a.md:12: error: ") + kTooNested});
    CHECK(read(repeated(">", 10000) + "a\n").problems ==
          Lines{std::string("a.md:10: error: ") + kTooNested});
    CHECK(read(repeated("- ", 10000) + "a\n").problems ==
          Lines{std::string("a.md:10: error: ") + kTooNested});
    CHECK(read(repeated("1. ", 10000) + "a\n").problems ==
          Lines{std::string("a.md:10: error: ") + kTooNested});
}

TEST_CASE("Lists nested line by line are refused, too") {
    std::string text;
    for (std::size_t depth = 0; depth < 200; ++depth) {
        text += std::string(2 * depth, ' ') + "- a\n";
    }
    const Result result = read(text);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].ends_with(kTooNested));
    CHECK(result.blocks.empty());
}

TEST_CASE("Bait for quadratic parsers is read or refused, and over quickly") {
    for (const std::string_view bait :
         {"[",    "![", "[a](", "[a](<b", "*a_ ",   "**x",      "a**b",   "`",
          "<!--", "<?", "<!A ", "&",      "\\",     "[a]: b\n", "x\n=\n", "- \n",
          "| a ", "~~", "*_",   "a\n> ",  "<a b='", "http://a"}) {
        INFO(bait);
        const std::string text = repeated(bait, cards::kMaxBodyBytes / bait.size());
        CHECK(text.size() <= cards::kMaxBodyBytes);
        CHECK(read(text).problems.size() <= cards::kMaxProblemsPerFile + 1);
    }
}

TEST_CASE("A body that is far too long is refused") {
    CHECK(read(std::string(cards::kMaxBodyBytes + 1, 'a')).problems ==
          Lines{"a.md:10: error: This text is far longer than a card. Is it the right file?"});
}
