#include "cards/rules.h"
#include "cards/search.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using cards_test::kNothing;
using Lines = std::vector<std::string>;

namespace {

cards::Pack starter_pack() {
    const auto root = std::filesystem::path(DESKCARDS_SOURCE_DIR) / "content";
    return cards_test::pack_of(cards_test::folder_on_disk(root));
}

} // namespace

TEST_CASE("The starter pack has no problems and breaks no rule") {
    CHECK(cards_test::lines_of(cards::check_rules(starter_pack())) == kNothing);
}

TEST_CASE("The starter pack's plan lists every situation that it has") {
    const auto root = std::filesystem::path(DESKCARDS_SOURCE_DIR) / "content";
    const cards::Reading reading = cards_test::folder_on_disk(root).read();
    REQUIRE(reading.progress.has_value());
    CHECK(*reading.progress ==
          cards::Progress{.planned = 44, .with_card = 44, .without_say_line = 0});
}

TEST_CASE("Every card of the starter pack is found first by its own title") {
    const cards::Pack pack = starter_pack();
    const cards::SearchIndex index(pack);
    for (const cards::Card& card : pack.cards) {
        INFO(card.title);
        const auto hits = index.find(card.title, 1);
        REQUIRE(hits.size() == 1);
        CHECK(hits.front().card == card.id);
    }
}

TEST_CASE("What staff type under stress finds the starter pack's card among the first four") {
    const cards::Pack pack = starter_pack();
    const cards::SearchIndex index(pack);
    const std::vector<std::pair<std::string_view, std::string_view>> typed{
        {"scream", "yelling-at-staff"},
        {"screming", "yelling-at-staff"},
        {"ban book", "wants-a-book-removed"},
        {"camra", "filming-staff"},
        {"fine", "fine-dispute"},
        {"vape", "smoking-vaping"}};
    for (const auto& [query, id] : typed) {
        INFO(query);
        Lines ids;
        for (const cards::Hit& hit : index.find(query, 4)) {
            ids.push_back(hit.card);
        }
        CHECK(std::ranges::find(ids, id) != ids.end());
    }
}
