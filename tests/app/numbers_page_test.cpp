#include "app/numbers_page.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the plain page has each number, and where this is") {
    cards::Pack pack;
    pack.contacts = {{.who = "Security", .call = "4455"}, {.who = "Emergency", .call = "9-911"}};
    pack.address = "12 River Street";
    const std::string page = app::numbers_page(pack);
    CHECK(page.contains("Security\n    4455\n"));
    CHECK(page.contains("Emergency\n    9-911\n"));
    CHECK(page.contains("    12 River Street\n"));

    pack.address.clear();
    CHECK_FALSE(app::numbers_page(pack).contains("This is:"));
}

TEST_CASE("the plain page is written once for each pack that has another") {
    support::MemoryDisk disk;
    cards::Pack pack;
    pack.contacts = {{.who = "Security", .call = "4455"}};
    REQUIRE(app::keep_numbers(disk, pack));
    CHECK(disk.read(app::kNumbersFile, 1000).value_or("") == app::numbers_page(pack));

    disk.plan(support::MemoryDisk::Event::nothing, 0);
    REQUIRE(app::keep_numbers(disk, pack));
    CHECK(disk.calls() == 1); // it was looked at

    pack.contacts.front().call = "1234";
    REQUIRE(app::keep_numbers(disk, pack));
    CHECK(disk.read(app::kNumbersFile, 1000).value_or("").contains("1234"));
}
