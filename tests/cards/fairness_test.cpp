#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using cards::FairAnswer;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

Folder with_keys(const std::string& keys) {
    return small_pack().replace("situations/fine-dispute.md", "reviewer: ", keys + "\nreviewer: ");
}

cards::FairnessReview review_in(const Folder& folder) {
    return cards_test::pack_of(folder).find("fine-dispute")->fairness;
}

} // namespace

TEST_CASE("A card's file says when its fairness was reviewed, and what is to be mended") {
    CHECK(review_in(small_pack()).date.empty());

    const Folder folder =
        with_keys("fairness-reviewed: 2026-11-01\nfairness-to-mend: [hardest, another-way]");
    CHECK(folder.problems() == kNothing);
    const cards::FairnessReview review = review_in(folder);
    CHECK(review.date == "2026-11-01");
    CHECK(review.answers == std::array{FairAnswer::yes, FairAnswer::yes, FairAnswer::yes,
                                       FairAnswer::to_mend, FairAnswer::to_mend});
    CHECK(is_complete(review));
    CHECK(review_in(with_keys("fairness-reviewed: 2026-11-01")).answers.back() == FairAnswer::yes);
}

TEST_CASE("A question that there is not, and one without a date, are warnings on their line") {
    const Lines unknown =
        with_keys("fairness-reviewed: 2026-11-01\nfairness-to-mend: [kind]").problems();
    REQUIRE(unknown.size() == 1);
    CHECK(unknown.front().contains(": warning: \"kind\" is not one of the questions: "));
    const Lines undated = with_keys("fairness-to-mend: [needed]").problems();
    REQUIRE(undated.size() == 1);
    CHECK(undated.front().contains("says nothing without a date in \"fairness-reviewed\"."));
}
