#include "app/drop_folders.h"

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using app::DropFolders;
using Time = DropFolders::Time;
using Places = std::vector<std::filesystem::path>;

namespace {

DropFolders folders(std::chrono::minutes patience = 10min, bool signed_goes_in = true) {
    return DropFolders(
        {.folders = {"/a", "/b"}, .signed_goes_in = signed_goes_in, .patience = patience});
}

constexpr Time kStart{1000h};

} // namespace

TEST_CASE("Only drop folders decide alone, and only where signed packs go in by themselves") {
    CHECK(folders().has("/a"));
    CHECK_FALSE(folders().has("/media/stick"));
    CHECK(folders().decides_alone("/a"));
    CHECK_FALSE(folders().decides_alone("/media/stick"));
    CHECK_FALSE(folders(10min, false).decides_alone("/a"));
    CHECK(folders().has_patience());
    CHECK_FALSE(folders(0min).has_patience());
}

TEST_CASE("What is on its way is looked at again when nothing has changed for long enough") {
    DropFolders waits = folders();
    CHECK(waits.next() == Time::max());
    CHECK(waits.expect("/a", kStart));
    CHECK_FALSE(waits.expect("/a", kStart + 5min)); // something has changed
    CHECK(waits.next() == kStart + 15min);
    CHECK(waits.take_due(kStart + 14min, "2026-11-27").empty());
    CHECK(waits.take_due(kStart + 15min, "2026-11-27") == Places{"/a"});
    CHECK(waits.take_due(kStart + 99min, "2026-11-27").empty());
    CHECK(waits.next() == Time::max());
}

TEST_CASE("What has arrived is waited for no longer") {
    DropFolders waits = folders();
    CHECK_FALSE(waits.forget("/a"));
    waits.expect("/a", kStart);
    CHECK(waits.forget("/a"));
    CHECK(waits.next() == Time::max());
}

TEST_CASE("What is held back is looked at on its day, by the clock on the wall") {
    DropFolders waits = folders();
    waits.hold("/a", "2026-12-01", kStart);
    CHECK(waits.next() == kStart + 1h);
    CHECK(waits.take_due(kStart + 1h, "2026-11-30").empty());
    CHECK(waits.next() == kStart + 2h);
    CHECK(waits.take_due(kStart + 2h, "2026-12-01") == Places{"/a"});
    waits.hold("/b", "", kStart);
    CHECK(waits.next() == Time::max());
    CHECK_FALSE(waits.forget("/b")); // nothing there was on its way
}

TEST_CASE("Of two folders each has its own time") {
    DropFolders waits = folders();
    waits.expect("/b", kStart + 3min);
    waits.hold("/a", "2026-12-01", kStart);
    CHECK(waits.next() == kStart + 13min);
    CHECK(waits.expects_any());
    waits.forget("/b");
    CHECK_FALSE(waits.expects_any());
    waits.expect("/b", kStart + 3min);
    CHECK(waits.take_due(kStart + 2h, "2027-01-01") == Places{"/a", "/b"});
}
