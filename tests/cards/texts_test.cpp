#include "cards/texts.h"

#include <catch2/catch_test_macros.hpp>

#include <iterator>

using cards::Texts;

static_assert(std::forward_iterator<Texts::Iterator>);

TEST_CASE("Texts are what was put in, in that order") {
    Texts texts;
    CHECK(texts.empty());
    CHECK(texts.size() == 0);
    CHECK(texts.begin() == texts.end());
    texts.push_back("Hear them out.");
    texts.push_back("");
    texts.push_back("¿Qué pasó?");
    CHECK_FALSE(texts.empty());
    CHECK(texts.size() == 3);
    CHECK(texts.front() == "Hear them out.");
    CHECK(texts[1].empty());
    CHECK(texts[2] == "¿Qué pasó?");
    CHECK(to_strings(texts) == std::vector<std::string>{"Hear them out.", "", "¿Qué pasó?"});
    CHECK(texts == Texts{"Hear them out.", "", "¿Qué pasó?"});
}

TEST_CASE("Texts differ by a word, by their order and by where one ends") {
    const Texts texts{"One", "two"};
    CHECK(texts != Texts{"One", "too"});
    CHECK(texts != Texts{"two", "One"});
    CHECK(texts != Texts{"Onetwo"});
    CHECK(texts != Texts{"One", "two", ""});
    CHECK(Texts{""} != Texts{});
}

TEST_CASE("A line break in a text makes no two of it") {
    CHECK(Texts{"one\ntwo"} == Texts{"one two"});
    CHECK(Texts{"one\n"}.size() == 1);
}
