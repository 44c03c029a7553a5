#include "app/fairness_file.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

using app::keep_fairness;
using app::read_fairness;
using cards::FairAnswer;
using platform::RealFolder;
using support::TempFolder;

TEST_CASE("Answers about fairness are there again after they were kept") {
    const TempFolder folder;
    const auto disk = RealFolder::open(folder.path());
    REQUIRE(disk.has_value());
    CHECK(read_fairness(**disk).empty());
    const desk::FairnessReviews reviews{
        {"fine-dispute",
         {.date = "2026-11-26",
          .answers = {FairAnswer::yes, FairAnswer::to_mend, FairAnswer::open, FairAnswer::yes,
                      FairAnswer::yes}}},
        {"sleeping", {.date = "2025-01-02", .answers = {}}}};
    REQUIRE(keep_fairness(**disk, reviews));
    CHECK(read_fairness(**disk) == reviews);
}

TEST_CASE("Lines of answers that make no sense are left out, and the others stand") {
    const TempFolder folder;
    folder.write(app::kFairnessFile, "card,date,conduct,needed,understood,hardest,another-way\n"
                                     "good,2026-11-26,yes,yes,yes,yes,open\n"
                                     "../evil,2026-11-26,yes,yes,yes,yes,open\n"
                                     "a,26.11.2026,yes,yes,yes,yes,open\n"
                                     "e,2026-99-99,yes,yes,yes,yes,open\n"
                                     "b,2026-11-26,yes,yes,maybe,yes,open\n"
                                     "c,2026-11-26,yes\n"
                                     "d,2026-11-26,yes,yes,yes,yes,open,yes\n"
                                     "\xFF\xFE,,\n");
    const auto disk = RealFolder::open(folder.path());
    REQUIRE(disk.has_value());
    const auto read = read_fairness(**disk);
    REQUIRE(read.size() == 1);
    CHECK(read.begin()->first == "good");
}
