#include "packs/offer.h"
#include "packs/pin.h"
#include "packs/revocations.h"
#include "packs/seal.h"
#include "packs/trust.h"
#include "platform/clock.h"
#include "store_support.h"
#include "support/memory_disk.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace packs;
using packs_test::bring;
using packs_test::keys;
using packs_test::sealed;
using packs_test::small_pack;
using support::MemoryDisk;

namespace {

const SecretKey& revoker() {
    static const SecretKey made = SecretKey::make();
    return made;
}

std::vector<TrustedKey> revokers() {
    return {{.name = "safe", .key = revoker().public_key()}};
}

/// A stick with a list, signed by that key.
void put_list(MemoryDisk& stick, const std::string& list, const SecretKey& key = revoker()) {
    REQUIRE(stick.write("deskcards-revoked", list));
    REQUIRE(stick.write("deskcards-revoked.minisig", key.sign(list, "timestamp:0\thashed")));
}

Revocations list(const std::string& text) {
    auto read = parse_revocations(text);
    REQUIRE(read.has_value());
    return std::move(*read);
}

std::string why_not(const MemoryDisk& stick, const std::vector<TrustedKey>& known = revokers()) {
    const auto found = find_revocations(stick, known);
    REQUIRE_FALSE(found.has_value());
    return found.error().sentence;
}

} // namespace

TEST_CASE("A list of revocations names keys and packs, with remarks") {
    const Revocations read = list("# after the theft\nkey 0123456789ABCDEF # a laptop\r\n\n"
                                  "pack riverside 15\n  pack  oakwood 3\nkey 0123456789ABCDEF\n");
    REQUIRE(read.keys.size() == 1);
    CHECK(to_string(read.keys[0]) == "0123456789ABCDEF");
    CHECK(read.has("riverside", 15));
    CHECK(read.has("oakwood", 3));
    CHECK_FALSE(read.has("riverside", 3));
    CHECK(list(to_text(read)) == read);
    CHECK(list("") == Revocations{});
}

TEST_CASE("A list with a line that says nothing is no list") {
    for (const char* line :
         {"15", "key", "key 0123", "key 0123456789ABCDEFF", "pack", "pack riverside",
          "pack riverside x", "pack riverside 0", "pack riverside 15 16", "pack River 1",
          "pack riverside 99999999999999999999", "keys 0123456789ABCDEF", "pack riverside -1"}) {
        INFO(line);
        const auto read = parse_revocations(std::string("pack riverside 1\n") + line + "\n");
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().sentence.contains("Line 2"));
    }
}

TEST_CASE("What is revoked stays so, whatever list comes later") {
    Revocations all = list("pack riverside 15\n");
    CHECK(all.add(list("key 0123456789ABCDEF\npack riverside 2\n")));
    CHECK_FALSE(all.add(list("pack riverside 2\n")));
    CHECK_FALSE(all.add({}));
    CHECK(all.has("riverside", 15));
    CHECK(all.has("riverside", 2));
    CHECK(all.keys.size() == 1);
}

TEST_CASE("A list counts if a key for that has signed it") {
    MemoryDisk stick;
    CHECK_FALSE(find_revocations(stick, revokers())->has_value());
    put_list(stick, "pack riverside 15\n");
    const auto found = find_revocations(stick, revokers());
    REQUIRE(found.has_value());
    CHECK((*found)->has("riverside", 15));
}

TEST_CASE("trust: a key that signs packs takes nothing back, however well it signs") {
    MemoryDisk stick;
    put_list(stick, "pack riverside 15\n", packs_test::key());
    CHECK(why_not(stick).contains("may not sign such lists here"));
    CHECK(why_not(stick, {}).contains("no key that such lists may be signed with"));
}

TEST_CASE("trust: a list that was changed, has no signature, or one that is none") {
    MemoryDisk stick;
    put_list(stick, "pack riverside 15\n");
    REQUIRE(stick.write("deskcards-revoked", "pack riverside 16\n"));
    CHECK(why_not(stick).contains("not the list that was signed"));
    REQUIRE(stick.write("deskcards-revoked.minisig", "x"));
    CHECK(why_not(stick).contains("damaged"));
    REQUIRE(stick.remove("deskcards-revoked.minisig"));
    CHECK(why_not(stick).contains("missing"));
}

TEST_CASE("trust: a signed list with a slip in it takes nothing back") {
    MemoryDisk stick;
    put_list(stick, "pack riverside 15\npack riverside\n");
    CHECK(why_not(stick).contains("Line 2"));
}

TEST_CASE("trust: no part of a pack is taken for a list of revocations, nor the other way") {
    // The revoker's key signs packs for nobody.
    packs_test::Files files = sealed(small_pack(1));
    files["SHA256SUMS.minisig"] = revoker().sign(files["SHA256SUMS"], "x");
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    Keys known = keys();
    known.revokers = revokers();
    const auto offer = packs_test::examine(store, disk, files, known);
    REQUIRE_FALSE(offer.has_value());
}

TEST_CASE("A desk remembers what was revoked, and a key that was is trusted no longer") {
    MemoryDisk disk;
    CHECK(kept_revocations(disk) == Revocations{});
    const Revocations told =
        list("key " + to_string(packs_test::key().public_key().id) + "\npack riverside 15\n");
    REQUIRE(keep_revocations(disk, told));
    CHECK(kept_revocations(disk) == told);
    Keys known = keys();
    revoke(known, told);
    CHECK(known.trusted.empty());
    Store store(disk);
    REQUIRE(store.tidy_up());
    const auto offer = packs_test::examine(store, disk, sealed(small_pack(1)), known);
    REQUIRE_FALSE(offer.has_value());
    REQUIRE(disk.write("revoked", "nonsense\n"));
    CHECK_FALSE(kept_revocations(disk).has_value());
}

TEST_CASE("A revoked pack goes out of use for the latest before it that is whole") {
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    for (const std::uint64_t version : {1U, 2U, 3U, 4U}) {
        REQUIRE(bring(store, disk, version));
    }
    // 3 is revoked, too; 2 is damaged.
    for (const StoredPack& pack : store.kept()) {
        if (pack.version == 2) {
            REQUIRE(disk.write(pack.files() + "/pack.yaml", "x"));
        }
    }
    const Withdrawn withdrawn = withdraw(store, list("pack riverside 4\npack riverside 3\n"));
    CHECK(withdrawn.in_use);
    REQUIRE(withdrawn.instead);
    CHECK(withdrawn.instead->version == 1);
    CHECK(store.active()->version == 1);
    CHECK(std::ranges::none_of(store.kept(), [](const auto& it) { return it.version > 2; }));
    CHECK(store.highest_seen("riverside") == 2); // which is kept, damaged as it is
    // Once more changes nothing.
    CHECK(withdraw(store, list("pack riverside 4\n")).notices.empty());
}

TEST_CASE("Without another pack the starter pack is shown") {
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    REQUIRE(bring(store, disk, 1));
    const Withdrawn withdrawn = withdraw(store, list("pack riverside 1\n"));
    CHECK(withdrawn.in_use);
    CHECK_FALSE(withdrawn.instead);
    CHECK_FALSE(store.active());
    CHECK(store.kept().empty());
}

TEST_CASE("Where all that is kept is revoked, what was in use before still counts as seen") {
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    for (std::uint64_t version = 1; version <= 6; ++version) {
        REQUIRE(bring(store, disk, version));
    }
    std::string revoked;
    for (const StoredPack& pack : store.kept()) {
        revoked += "pack " + pack.id + " " + std::to_string(pack.version) + "\n";
    }
    CHECK_FALSE(withdraw(store, list(revoked)).instead);
    CHECK(store.kept().empty());
    CHECK(store.highest_seen("riverside") == 2);
    CHECK(bring(store, disk, 7));
}

TEST_CASE("A pack that is not in use only goes from those that are kept") {
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    REQUIRE(bring(store, disk, 1));
    REQUIRE(bring(store, disk, 2));
    const Withdrawn withdrawn = withdraw(store, list("pack riverside 1\npack oakwood 2\n"));
    CHECK_FALSE(withdrawn.in_use);
    CHECK(store.active()->version == 2);
    CHECK(store.kept().size() == 1);
}

TEST_CASE("power: whenever a withdrawal is cut off, another is in use whole or it goes on later") {
    MemoryDisk disk;
    {
        Store store(disk);
        REQUIRE(store.tidy_up());
        REQUIRE(bring(store, disk, 1));
        REQUIRE(bring(store, disk, 2));
    }
    const Revocations revoked = list("pack riverside 2\n");
    for (const auto after : {MemoryDisk::AfterCut::lost, MemoryDisk::AfterCut::all_there,
                             MemoryDisk::AfterCut::torn}) {
        std::size_t points = 0;
        for (bool cut = true; cut; ++points) {
            const auto desk = disk.clone();
            desk->plan(MemoryDisk::Event::power_cut, points);
            cut = false;
            try {
                Store store(*desk);
                static_cast<void>(withdraw(store, revoked));
            } catch (const support::PowerCut&) {
                cut = true;
            }
            desk->come_back(after);
            Store store(*desk);
            REQUIRE(store.active());
            CHECK(store.check(*store.active()));
            static_cast<void>(withdraw(store, revoked));
            REQUIRE(store.active());
            CHECK(store.active()->version == 1);
            CHECK(store.kept().size() == 1);
        }
        CHECK(points > 10);
    }
}

TEST_CASE("The keys that may sign such lists are in a folder of their own") {
    support::TempFolder folder;
    folder.write("head-office.pub", to_text(packs_test::key().public_key()));
    folder.write("revocation/safe.pub", to_text(revoker().public_key()));
    const Keys read = read_keys(**platform::RealFolder::open(folder.path()));
    CHECK(read.problems.empty());
    REQUIRE(read.trusted.size() == 1);
    REQUIRE(read.revokers.size() == 1);
    CHECK(read.revokers[0].name == "safe");
    CHECK(read.revokers[0].key.id == revoker().public_key().id);
}

TEST_CASE("trust: a revoked version that nothing could be higher than keeps no later pack out") {
    constexpr std::uint64_t kHighest = 1ULL << 53U;
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    REQUIRE(bring(store, disk, 14));
    REQUIRE(bring(store, disk, kHighest));
    CHECK(store.highest_seen("riverside") == kHighest);
    static_cast<void>(withdraw(store, list("pack riverside " + std::to_string(kHighest) + "\n")));
    CHECK(store.active()->version == 14);
    CHECK(store.highest_seen("riverside") == 14);
    CHECK(bring(store, disk, 15));
}

TEST_CASE("Revoking a version that is not the highest lets no older one in") {
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    REQUIRE(bring(store, disk, 14));
    REQUIRE(bring(store, disk, 15));
    static_cast<void>(withdraw(store, list("pack riverside 14\n")));
    CHECK(store.highest_seen("riverside") == 15);
}

TEST_CASE("Another library's pack takes the place of a revoked one only if there is no other") {
    MemoryDisk disk;
    Store store(disk);
    REQUIRE(store.tidy_up());
    REQUIRE(bring(store, disk, 13));
    const auto other = packs_test::examine(store, disk, sealed(small_pack(14, "oakwood")));
    REQUIRE(other.has_value());
    const platform::MachineClock clock;
    Pin pin(disk, clock);
    REQUIRE(pin.set_first("493817"));
    REQUIRE(store.activate(VerifiedPack::accept(*other, std::get<PinProof>(pin.check("493817")))));
    const auto back = packs_test::examine(store, disk, sealed(small_pack(15)));
    REQUIRE(back.has_value());
    REQUIRE(store.activate(VerifiedPack::accept(*back, std::get<PinProof>(pin.check("493817")))));
    CHECK(withdraw(store, list("pack riverside 15\n")).instead->version == 13);
}
