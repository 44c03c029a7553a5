#include "packs/seen.h"

#include <catch2/catch_test_macros.hpp>

using packs::PackVersion;
using packs::Seen;

TEST_CASE("A version of a pack is an id and a version that a pack can have") {
    CHECK(packs::parse_pack_version("riverside 14") ==
          PackVersion{.id = "riverside", .version = 14});
    CHECK(packs::parse_pack_version("riverside   14") ==
          PackVersion{.id = "riverside", .version = 14});
    for (const char* words :
         {"", " ", "riverside", "riverside ", " 14", "riverside 0", "riverside -1", "riverside 14 ",
          "riverside 14x", "River side 14", "riverside 1e3", "riverside 99999999999999999999",
          "riverside 9007199254740993"}) {
        CAPTURE(words);
        CHECK_FALSE(packs::parse_pack_version(words));
    }
}

TEST_CASE("The highest version that was seen is that of the same pack") {
    const Seen seen = Seen::parse("oakwood 90\nriverside 9\nriverside 14\nriverside-2 70\n");
    CHECK(seen.highest("riverside") == 14);
    CHECK(seen.highest("oakwood") == 90);
    CHECK(seen.highest("river") == 0);
}

TEST_CASE("Lines that are no versions are left out, and the others count") {
    const Seen seen = Seen::parse("riverside\n\nriverside 14\nriverside x\n\nriverside 9");
    CHECK(seen.to_text() == "riverside 9\nriverside 14\n");
}

TEST_CASE("Without the highest version the next below counts") {
    Seen seen;
    CHECK(seen.add({.id = "riverside", .version = 9}));
    CHECK(seen.add({.id = "riverside", .version = 14}));
    CHECK_FALSE(seen.add({.id = "riverside", .version = 14}));
    CHECK(seen.remove({{.id = "riverside", .version = 14}, {.id = "riverside", .version = 15}}));
    CHECK_FALSE(seen.remove({{.id = "oakwood", .version = 9}}));
    CHECK(seen.highest("riverside") == 9);
    CHECK(Seen::parse(seen.to_text()).highest("riverside") == 9);
}
