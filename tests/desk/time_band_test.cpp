#include "desk/time_band.h"

#include <catch2/catch_test_macros.hpp>

using desk::band_at;
using desk::Quarter;
using desk::usual_bands;

TEST_CASE("A minute of the day is in the band that began last, overnight in the last one") {
    CHECK(band_at(usual_bands(), 0).name == "opening");
    CHECK(band_at(usual_bands(), 659).name == "opening");
    CHECK(band_at(usual_bands(), 660).name == "midday");
    CHECK(band_at(usual_bands(), 1439).name == "evening");
    const std::vector<desk::TimeBand> two{{.name = "day", .begins = 480},
                                          {.name = "night", .begins = 1200}};
    CHECK(band_at(two, 479).name == "night");
    CHECK(band_at(two, 480).name == "day");
}

TEST_CASE("Quarters are counted over the years") {
    using std::chrono::year;
    CHECK(desk::quarter_of(year(2026) / 1) == Quarter{2026, 1});
    CHECK(desk::quarter_of(year(2026) / 12) == Quarter{2026, 4});
    CHECK(Quarter{2026, 4} + 1 == Quarter{2027, 1});
    CHECK(Quarter{2026, 2} + -8 == Quarter{2024, 2});
    CHECK(desk::first_month(Quarter{2026, 3}) == year(2026) / 7);
    CHECK(to_string(Quarter{2026, 3}) == "2026-Q3");
}
