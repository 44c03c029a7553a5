#include "desk/plain_words.h"

#include "cards/fold.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

TEST_CASE("A query is kept by its words if there are few, and all are plain words") {
    CHECK(desk::in_plain_words("  SKATEBOARD, wet!") == "skateboard wet");
    CHECK(desk::in_plain_words("wet wet skateboard") == "skateboard wet");
    CHECK(desk::in_plain_words("printer scanner copier").size() > 0);
    CHECK(desk::in_plain_words("printer scanner copier charger").empty());
    CHECK(desk::in_plain_words("printer smith").empty());
    CHECK(desk::in_plain_words("printers 5551234").empty());
    CHECK(desk::in_plain_words("print er").empty());
    CHECK(desk::in_plain_words("").empty());
}

TEST_CASE("No plain word is a name, as far as the system's dictionary of English knows") {
    // The dictionary of Debian's package wamerican writes names with a capital.
    std::ifstream dictionary("/usr/share/dict/american-english");
    REQUIRE(dictionary.good());
    std::set<std::string> names;
    for (std::string word; std::getline(dictionary, word);) {
        if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z') {
            names.insert(cards::fold(word));
        }
    }
    REQUIRE(names.contains("rose"));
    REQUIRE(names.size() > 10'000);
    for (const std::string_view word : desk::plain_words()) {
        CAPTURE(word);
        CHECK_FALSE(names.contains(std::string(word)));
        CHECK(cards::fold(word) == word);
    }
}
