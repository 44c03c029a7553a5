#include "packs/card_text.h"

#include <catch2/catch_test_macros.hpp>

using packs::filled_in;
using packs::items_of;
using packs::part_below;
using packs::value_of;
using packs::written;

TEST_CASE("A key's value is what stands behind it, with or without quotation marks") {
    constexpr std::string_view kCard = "---\ntitle: \"A: b\"\ncode: red\ntitle: C\ncodes: x\n";
    CHECK(written(kCard, "title") == "\"A: b\"");
    CHECK(value_of(kCard, "title") == "A: b");
    CHECK(value_of(kCard, "code") == "red");
    CHECK(value_of(kCard, "worse").empty());
    CHECK(value_of("", "title").empty());
    CHECK(value_of("title: \"", "title") == "\"");
}

TEST_CASE("Items are the lines that begin alike") {
    CHECK(items_of("- a\n\nb\n- c", "- ") == std::vector<std::string_view>{"a", "c"});
    CHECK(items_of("", "- ").empty());
}

TEST_CASE("A part is what stands below its line, up to the next of its kind or the end") {
    CHECK(part_below("# A\n## B\nx\ny\n### C\nz\n", "## B", "#") == "x\ny\n");
    CHECK(part_below("## B\nx", "## B", "#") == "x");
    CHECK(part_below("## B", "## B", "#").empty());
    CHECK(part_below("## A\nx\n", "## B", "#").empty());
}

TEST_CASE("Places are filled in, and other braces stay") {
    CHECK(filled_in("{a} {b}{a} {c} {", {{"a", "1"}, {"b", "{a}"}}) == "1 {a}1 {c} {");
    CHECK(filled_in("", {{"a", "1"}}).empty());
}
