#include "packs/board_first.h"

#include "cards/reader.h"
#include "packs/folder.h"
#include "store_support.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>
#include <vector>

using packs_test::Files;
using packs_test::large_pack;
using packs_test::situation;
using support::MemoryDisk;

namespace {

std::optional<cards::Pack> read_from_stick(const Files& files) {
    MemoryDisk disk;
    packs_test::put(disk, "pack", files);
    return packs::read_board_first(disk, "pack");
}

std::set<std::string> ids(const std::optional<cards::Pack>& pack) {
    std::set<std::string> found;
    for (const cards::Card& card : pack.value_or(cards::Pack()).cards) {
        found.insert(card.id);
    }
    return found;
}

const std::set<std::string> kForBoard{"help",     "calm",     "safe",       "rest",
                                      "number-0", "number-1", "number-200", "number-201"};

/// A desk that has the large pack in use.
struct Desk {
    MemoryDisk disk;
    packs::Store store{disk};
    packs::StoredPack pack;

    Desk() {
        REQUIRE(store.tidy_up());
        REQUIRE(packs_test::bring(store, disk, large_pack(1)));
        pack = store.active().value();
    }
};

} // namespace

TEST_CASE("Of a large pack the board is read with all that it leads to, and no more") {
    const auto board = read_from_stick(large_pack(1));
    CHECK(ids(board) == kForBoard);
    REQUIRE(board);

    MemoryDisk disk;
    packs_test::put(disk, "pack", large_pack(1));
    const cards::Reading whole = packs::read_folder(disk, "pack");
    REQUIRE(whole.pack);
    CHECK(board->board == whole.pack->board);
    CHECK(board->version == whole.pack->version);
    for (const std::string& id : kForBoard) {
        CAPTURE(id);
        CHECK(board->find(id)->worse == whole.pack->find(id)->worse);
        CHECK(board->find(id)->steps.size() == whole.pack->find(id)->steps.size());
    }
}

TEST_CASE("A pack that is not large is not read by halves") {
    CHECK_FALSE(read_from_stick(large_pack(1, 250)));
    CHECK_FALSE(read_from_stick({}));
}

TEST_CASE("A large pack with something wrong in what the board needs is not read by halves") {
    for (const char* const path : {"pack.yaml", "frameworks/rest.md", "situations/number-1.md",
                                   "situations/number-201.md"}) {
        CAPTURE(path);
        Files files = large_pack(1);
        files.erase(path);
        CHECK_FALSE(read_from_stick(files));
        files[path] = "---\n";
        CHECK_FALSE(read_from_stick(files));
    }
    Files files = large_pack(1);
    files["situations/number-300.md"] = "---\n";
    CHECK(ids(read_from_stick(files)) == kForBoard);
}

TEST_CASE("A board that leads to far too many cards is not read by halves") {
    Files files = large_pack(1);
    for (int i = 0; i < 399; ++i) {
        files["situations/number-" + std::to_string(i) + ".md"] =
            situation(i, "worse: number-" + std::to_string(i + 1) + "\n");
    }
    CHECK_FALSE(read_from_stick(files));
}

TEST_CASE("Of a pack that is kept, the board is read while what it needs is as it came") {
    Desk desk;
    const auto read = [&] { return packs::read_board_first(desk.disk, desk.store, desk.pack); };
    CHECK(ids(read()) == kForBoard);

    const auto change = [&](const std::string& path) {
        REQUIRE(desk.disk.write(desk.pack.files() + "/" + path, situation(200) + "\n"));
    };
    change("situations/number-300.md"); // found when the rest is read
    CHECK(ids(read()) == kForBoard);
    change("situations/number-200.md");
    CHECK_FALSE(read());
}

TEST_CASE("Of a pack that is kept without its sums, nothing is read by halves") {
    Desk desk;
    REQUIRE(desk.disk.remove("packs/" + desk.pack.key + "/SUMS"));
    CHECK_FALSE(packs::read_board_first(desk.disk, desk.store, desk.pack));
}
