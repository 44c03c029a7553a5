#include "packs/arrival.h"
#include "packs/seal.h"
#include "store_support.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

using packs::on_its_way;
using packs_test::Files;
using packs_test::keys;
using packs_test::sealed;
using packs_test::small_pack;
using support::MemoryDisk;

namespace {

std::optional<packs::OnItsWay> coming(const Files& files, bool has_to_be_signed = true) {
    MemoryDisk drop;
    REQUIRE(drop.make_folder("deskcards"));
    packs_test::put(drop, "deskcards", files);
    return on_its_way(drop, "deskcards", keys(), has_to_be_signed);
}

} // namespace

TEST_CASE("A signed pack that is all there is no longer on its way") {
    CHECK_FALSE(coming(sealed(small_pack(2))));
    CHECK_FALSE(coming(sealed(small_pack(2)), false));
}

TEST_CASE("Whichever files are missing, a signed pack is on its way") {
    const Files whole = sealed(small_pack(2));
    const std::size_t listed = whole.size() - 2;
    for (const auto& [path, bytes] : whole) {
        INFO(path);
        Files part = whole;
        part.erase(path);
        const auto on_way = coming(part);
        REQUIRE(on_way);
        CHECK_FALSE(on_way->sentences.empty());
        const bool has_list = path != "SHA256SUMS";
        CHECK(on_way->of_files == (has_list ? listed : 0));
        CHECK(on_way->files == (path.starts_with("SHA256SUMS") ? on_way->of_files : listed - 1));
    }
}

TEST_CASE("While a pack takes the place of another it is on its way, in whatever order") {
    const Files before = sealed(small_pack(2));
    const Files after = sealed(small_pack(3));
    Files mixed = before;
    for (const auto& [path, bytes] : after) {
        if (mixed[path] == bytes) {
            continue; // the two have it in common
        }
        mixed[path] = bytes;
        INFO(path);
        CHECK(coming(mixed).has_value() == (mixed != after));
    }
    CHECK_FALSE(coming(mixed));
}

TEST_CASE("A file that is cut off, or not in the list, is waited for") {
    Files files = sealed(small_pack(2));
    files["pack.yaml"].resize(10);
    CHECK(coming(files));
    files = sealed(small_pack(2));
    files["frameworks/more.md"] = "x";
    CHECK(coming(files));
}

TEST_CASE("What sync tools have half copied does not count") {
    Files files = sealed(small_pack(2));
    files["frameworks/.syncthing.help.md.tmp"] = "x";
    files[".stfolder/x"] = "";
    files["frameworks/.help.md.Xy12ab"] = "x"; // rsync
    CHECK_FALSE(coming(files));
}

TEST_CASE("A pack that nobody has sealed is on its way only where it has to be signed") {
    CHECK_FALSE(coming(small_pack(2), false));
    const auto on_way = coming(small_pack(2));
    REQUIRE(on_way);
    CHECK(on_way->sentences == std::vector<std::string>{"SHA256SUMS is not there yet.",
                                                        "SHA256SUMS.minisig is not there yet."});
}

TEST_CASE("A name that no pack may have is nothing to wait for") {
    Files files = sealed(small_pack(2));
    files["frameworks/help.exe"] = "x";
    CHECK_FALSE(coming(files));
}
