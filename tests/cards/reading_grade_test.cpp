#include "cards/reading_grade.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

TEST_CASE("Syllables are counted as they are spoken") {
    const std::vector<std::pair<std::string_view, std::size_t>> spoken{
        {"me", 1},        {"the", 1},   {"late", 1},     {"called", 1},  {"wanted", 2},
        {"table", 2},     {"lines", 1}, {"places", 2},   {"watches", 2}, {"library", 3},
        {"people", 2},    {"help", 1},  {"together", 3}, {"policy", 3},  {"administration", 5},
        {"you're", 1},    {"911", 3},   {"rhythm", 1},   {"agree", 2},   {"titles", 2},
        {"Caf\u00E9", 1}, {"b", 1},     {"...", 1}};
    for (const auto& [word, syllables] : spoken) {
        INFO(word);
        CHECK(cards::count_syllables(word) == syllables);
    }
}

TEST_CASE("Words are what stands between spaces and can be spoken") {
    CHECK(cards::count_words("I\u2019ll be back \u2014 soon, at 12:30.") == 6);
    CHECK(cards::count_words("well-known") == 1);
    CHECK(cards::count_words(" ... ") == 0);
}

TEST_CASE("The grade follows the formula of Flesch and Kincaid") {
    const std::vector<std::string_view> lines{"I want to help. Tell me what happened.",
                                              "Here we go"};
    const cards::ReadingGrade reading = cards::measure(lines);
    CHECK(reading.words == 11);
    CHECK(reading.sentences == 3);
    CHECK(reading.syllables == 12);
    CHECK(reading.grade() == Catch::Approx(0.39 * 11 / 3 + 11.8 * 12 / 11 - 15.59));
    CHECK(cards::measure({}).grade() == 0);
}

TEST_CASE("Long words are named once, the longest first") {
    const std::vector<std::string_view> lines{"The library policy. The library administration."};
    CHECK(cards::measure(lines).long_words ==
          std::vector<std::string>{"administration", "library", "policy"});
}
