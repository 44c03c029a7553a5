#include "app/drop_folders.h"

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using app::DropFolders;
using Time = DropFolders::Time;
using Dues = std::vector<DropFolders::Due>;
using Word = DropFolders::Word;

namespace {

DropFolders folders(std::chrono::minutes patience = 10min, bool signed_goes_in = true) {
    return DropFolders(
        {.folders = {"/a", "/b"}, .signed_goes_in = signed_goes_in, .patience = patience});
}

constexpr Time kStart{1000h};
constexpr const char* kToday = "2026-11-27";

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

TEST_CASE("What is on its way is worth a word if it takes longer than most") {
    DropFolders waits = folders();
    CHECK(waits.next() == Time::max());
    CHECK(waits.expect("/a", kStart) == Word::none);
    CHECK(waits.expect("/a", kStart + 2s) == Word::none); // something has changed
    CHECK(waits.next() == kStart + 5s);
    CHECK(waits.take_due(kStart + 4s, kToday).empty());
    CHECK(waits.take_due(kStart + 5s, kToday) == Dues{{"/a", true}});
    CHECK(waits.expect("/a", kStart + 5s) == Word::first);
    CHECK(waits.expect("/a", kStart + 6s) == Word::again);
}

TEST_CASE("When nothing has changed for long enough, what is on its way is so no longer") {
    DropFolders waits = folders();
    waits.expect("/a", kStart);
    waits.expect("/a", kStart + 5s);
    waits.expect("/a", kStart + 5min); // something has changed
    CHECK(waits.next() == kStart + 15min);
    CHECK(waits.take_due(kStart + 14min, kToday).empty());
    CHECK(waits.take_due(kStart + 15min, kToday) == Dues{{"/a", false}});
    CHECK(waits.take_due(kStart + 99min, kToday).empty());
    CHECK(waits.next() == Time::max());
}

TEST_CASE("What has arrived is waited for no longer") {
    DropFolders waits = folders();
    CHECK_FALSE(waits.forget("/a"));
    waits.expect("/a", kStart);
    CHECK_FALSE(waits.forget("/a")); // nobody has heard of it
    waits.expect("/a", kStart);
    waits.expect("/a", kStart + 5s);
    CHECK(waits.forget("/a"));
    CHECK(waits.next() == Time::max());
}

TEST_CASE("What is held back is looked at on its day, by the clock on the wall") {
    DropFolders waits = folders();
    waits.hold("/a", "2026-12-01", kStart);
    CHECK(waits.next() == kStart + 1h);
    CHECK(waits.take_due(kStart + 1h, "2026-11-30").empty());
    CHECK(waits.next() == kStart + 2h);
    CHECK(waits.take_due(kStart + 2h, "2026-12-01") == Dues{{"/a", true}});
    waits.hold("/b", "", kStart);
    CHECK(waits.next() == Time::max());
    CHECK_FALSE(waits.forget("/b")); // nothing there was on its way
}

TEST_CASE("Of two folders each has its own time") {
    DropFolders waits = folders();
    waits.expect("/b", kStart + 3min);
    waits.hold("/a", "2026-12-01", kStart);
    CHECK(waits.next() == kStart + 3min + 5s);
    CHECK(waits.expects_any());
    waits.forget("/b");
    CHECK_FALSE(waits.expects_any());
    waits.expect("/b", kStart + 3min);
    CHECK(waits.take_due(kStart + 2h, "2027-01-01") == Dues{{"/a", true}, {"/b", true}});
}
