#include "cards/fold.h"
#include "cards/utf8.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using Words = std::vector<std::string>;

TEST_CASE("Folding takes letter case and accents off") {
    CHECK(cards::fold("CAF\u00C9 na\u00EFve \u00C5ngstr\u00F6m") == "cafe naive angstrom");
    CHECK(cards::fold("\u0141\u00F3d\u017A \u0110\u1EB7ng \u015Eule") == "lodz dang sule");
    CHECK(cards::fold("Stra\u00DFe \u0152uvre \u00C6on") == "strasse oeuvre aeon");
    CHECK(cards::fold("e\u0301") == "e");
}

TEST_CASE("Folding makes Greek and Cyrillic small and leaves other scripts alone") {
    CHECK(cards::fold("\u041C\u041E\u0421\u041A\u0412\u0410 \u0401") ==
          "\u043C\u043E\u0441\u043A\u0432\u0430 \u0435");
    CHECK(cards::fold("\u0391\u03A9") == "\u03B1\u03C9");
    CHECK(cards::fold("\u56FE\u4E66\u9986") == "\u56FE\u4E66\u9986");
}

TEST_CASE("Folding takes any bytes") {
    CHECK(cards::fold("a\xFF\xC3") == "a\uFFFD\uFFFD");
    CHECK(cards::fold("").empty());
}

TEST_CASE("Words are split at everything but letters, digits and apostrophes") {
    CHECK(cards::fold_words("Won\u2019t accept: the \"policy\"!") ==
          Words{"wont", "accept", "the", "policy"});
    CHECK(cards::fold_words("wi-fi 24/7\u2014really\u2026") ==
          Words{"wi", "fi", "24", "7", "really"});
    CHECK(cards::fold_words(" ... ").empty());
}

TEST_CASE("Texts that differ in case, accents and punctuation only are the same words") {
    CHECK(cards::same_words("Avoid:", "AVOID"));
    CHECK_FALSE(cards::same_words("Avoid", "Avoids"));
}

TEST_CASE("UTF-8 is walked and counted by code points") {
    CHECK(cards::count_code_points("a\u00E9\u2014\U0001F600") == 4);
    CHECK(cards::count_code_points("\xFF\xFF") == 2);
    CHECK(cards::shorten("\u00E9\u00E9\u00E9", 2) == "\u00E9\u00E9...");
    CHECK(cards::shorten("abc", 3) == "abc");
    CHECK(cards::one_line("  a \n\t b ") == "a b");
}

TEST_CASE("Every code point comes back as it was written") {
    for (const char32_t value : {U'a', U'\u00E9', U'\u2014', U'\U0001F600', U'\U0010FFFF'}) {
        std::string text;
        cards::append_utf8(text, value);
        const cards::CodePoint point = cards::code_point_at(text, 0);
        CHECK(point.valid);
        CHECK(point.value == value);
        CHECK(point.size == text.size());
    }
    std::string text;
    cards::append_utf8(text, 0xD800);
    CHECK(text == "\uFFFD");
}
