#include "packs/first_pack.h"
#include "packs/store.h"
#include "platform/durable.h"
#include "store_support.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>

using packs::begin_start;
using packs::go_back_to_whole;
using packs::Store;
using packs_test::bring;
using packs_test::is_whole;
using support::MemoryDisk;

namespace {

using AfterCut = MemoryDisk::AfterCut;

/// Something that a store does, on a disk that was made ready for it.
struct Deed {
    const char* name;
    std::function<void(MemoryDisk&)> prepare;
    std::function<void(Store&, MemoryDisk&)> act;
    std::vector<std::uint64_t> versions; ///< Any of these may be in use afterwards; 0: none.
    std::uint64_t seen = 0; ///< What must have been seen if the last of them is in use.
};

void have(MemoryDisk& disk, std::uint64_t version) {
    Store store(disk);
    REQUIRE(store.tidy_up());
    REQUIRE(bring(store, disk, version));
}

std::vector<Deed> deeds() {
    const auto put_in = [](std::uint64_t version) {
        return [version](Store& store, MemoryDisk& disk) { bring(store, disk, version); };
    };
    return {
        {"the first pack",
         [](MemoryDisk& disk) { REQUIRE(Store(disk).tidy_up()); },
         put_in(1),
         {0, 1},
         1},
        {"a pack over another", [](MemoryDisk& disk) { have(disk, 1); }, put_in(2), {1, 2}, 2},
        {"a pack for which an old one has to go",
         [](MemoryDisk& disk) {
             for (std::uint64_t version = 1; version <= 5; ++version) {
                 have(disk, version);
             }
         },
         put_in(6),
         {5, 6},
         6},
        {"going back",
         [](MemoryDisk& disk) {
             have(disk, 1);
             have(disk, 2);
         },
         [](Store& store, MemoryDisk&) {
             const auto kept = store.kept();
             if (!kept.empty()) { // the list may be what fails
                 static_cast<void>(store.use(kept.back()));
             }
         },
         {2, 1},
         2},
        {"a start that has to clear up",
         [](MemoryDisk& disk) {
             have(disk, 1);
             have(disk, 2);
             Store store(disk);
             const auto folder = store.make_incoming();
             REQUIRE(folder);
             REQUIRE(disk.write(*folder + "/half", "a cop"));
         },
         [](Store& store, MemoryDisk&) { go_back_to_whole(store, begin_start(store)); },
         {1, 2}, // 1: a file of 2 could not be read

         2},
    };
}

/// After whatever has happened, a desk starts, shows a whole pack, and can be brought another.
void check_afterwards(MemoryDisk& disk, const Deed& deed) {
    Store store(disk);
    const auto first = go_back_to_whole(store, begin_start(store));
    CHECK(first.notices.empty());
    const std::uint64_t version = first.pack ? first.pack->version : 0;
    CHECK(std::ranges::find(deed.versions, version) != deed.versions.end());
    if (first.pack) {
        CHECK(store.check(*first.pack));
        CHECK(is_whole(disk, *first.pack));
    }
    if (version == deed.versions.back()) {
        CHECK(store.highest_seen("riverside") >= deed.seen);
    }
    CHECK(bring(store, disk, 7));
    REQUIRE(store.active());
    CHECK(store.active()->version == 7);
    CHECK(is_whole(disk, *store.active()));
    CHECK(store.kept().size() <= 4);
}

} // namespace

TEST_CASE("whenever the power fails, the pack before is in use or the new one, whole") {
    std::size_t points = 0;
    for (const Deed& deed : deeds()) {
        MemoryDisk ready;
        deed.prepare(ready);
        ready.come_back(AfterCut::all_there);
        for (const AfterCut after : {AfterCut::lost, AfterCut::all_there, AfterCut::torn}) {
            for (std::size_t call = 0;; ++call) {
                INFO(deed.name << ", cut at call " << call << ", mode " << static_cast<int>(after));
                const auto disk = ready.clone();
                disk->plan(MemoryDisk::Event::power_cut, call);
                bool ended = false;
                try {
                    Store store(*disk);
                    deed.act(store, *disk);
                    ended = true;
                } catch (const support::PowerCut&) {
                    ++points;
                }
                disk->come_back(after);
                check_afterwards(*disk, deed);
                if (ended) {
                    break;
                }
            }
        }
    }
    std::cout << "power cuts: " << points << " points\n";
    CHECK(points > 300);
}

TEST_CASE("whichever call fails, for once or from then on, nothing is lost") {
    std::size_t points = 0;
    for (const Deed& deed : deeds()) {
        MemoryDisk ready;
        deed.prepare(ready);
        ready.come_back(AfterCut::all_there);
        for (const MemoryDisk::Event event :
             {MemoryDisk::Event::fails, MemoryDisk::Event::fails_on}) {
            for (std::size_t call = 0;; ++call) {
                INFO(deed.name << ", call " << call << " fails");
                const auto disk = ready.clone();
                disk->plan(event, call, "No space left on device.");
                Store store(*disk);
                deed.act(store, *disk);
                const bool reached = disk->calls() > call;
                disk->come_back(AfterCut::all_there);
                check_afterwards(*disk, deed);
                if (!reached) {
                    break;
                }
                ++points;
            }
        }
    }
    std::cout << "failing calls: " << points << " points\n";
    CHECK(points > 200);
}
