#include "search_queries.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace {

constexpr double kFirst = 90;  ///< Per cent whose wanted card has to come first.
constexpr double kInFour = 98; ///< And among the first four.

const std::filesystem::path kRoot = DESKCARDS_SOURCE_DIR;

const cards::Pack& starter_pack() {
    static const cards::Pack pack =
        cards_test::pack_of(cards_test::folder_on_disk(kRoot / "content"));
    return pack;
}

const search_queries::Halves& halves() {
    static const search_queries::Halves read =
        search_queries::read(kRoot / "tests/cards/search_queries.txt");
    return read;
}

void check(const std::vector<search_queries::Query>& queries) {
    const auto outcome = search_queries::measure(cards::SearchIndex(starter_pack()), queries);
    INFO(outcome.misses);
    CHECK(outcome.first >= kFirst);
    CHECK(outcome.in_four >= kInFour);
}

/// How many queries want each card.
std::map<std::string, int> by_card(const std::vector<search_queries::Query>& queries) {
    std::map<std::string, int> counts;
    for (const search_queries::Query& query : queries) {
        for (const std::string& id : query.wanted) {
            ++counts[id];
        }
    }
    return counts;
}

} // namespace

TEST_CASE("The search finds what the tuning half of the queries means") {
    check(halves().tuning);
}

TEST_CASE("The search finds what the measuring half of the queries means") {
    check(halves().measuring);
}

TEST_CASE("The halves of the queries are of one size and share no query") {
    CHECK(halves().tuning.size() == halves().measuring.size());
    std::set<std::string> typed;
    for (const auto* half : {&halves().tuning, &halves().measuring}) {
        for (const search_queries::Query& query : *half) {
            INFO(query.typed);
            CHECK(typed.insert(query.typed).second);
        }
    }
}

TEST_CASE("Each half wants every card of the starter pack at least twice, and no other") {
    for (const auto* half : {&halves().tuning, &halves().measuring}) {
        std::map<std::string, int> counts = by_card(*half);
        for (const cards::Card& card : starter_pack().cards) {
            INFO(card.id);
            CHECK(counts[card.id] >= 2);
        }
        CHECK(counts.size() == starter_pack().cards.size());
    }
}
