#include "packs/offer.h"
#include "platform/clock.h"
#include "store_support.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace packs;
using packs_test::bring;
using packs_test::examine;
using packs_test::Files;
using packs_test::sealed;
using packs_test::small_pack;
using support::MemoryDisk;

namespace {

struct Desk {
    MemoryDisk disk;
    Store store{disk};

    Desk() { REQUIRE(store.tidy_up()); }

    Offer offer(const Files& files) {
        auto offer = examine(store, disk, files);
        INFO((offer ? "" : offer.error().headline));
        REQUIRE(offer.has_value());
        return std::move(*offer);
    }
    /// On a desk of that name and day.
    Offer offer(const Files& files, const std::string& name, const std::string& today) {
        auto offer = examine({.keys = packs_test::keys(),
                              .store = &store,
                              .revoked = {},
                              .desk = name,
                              .today = today},
                             store, disk, files);
        REQUIRE(offer.has_value());
        return std::move(*offer);
    }
    Refused refused(const Files& files) {
        auto offer = examine(store, disk, files);
        REQUIRE_FALSE(offer.has_value());
        CHECK_FALSE(offer.error().headline.empty());
        return std::move(offer.error());
    }
};

bool says(const std::vector<std::string>& lines, const std::string& words) {
    return std::ranges::any_of(lines, [&](const auto& line) { return line.contains(words); });
}

bool says(const Refused& refused, const std::string& words) {
    return std::ranges::any_of(refused.problems,
                               [&](const auto& it) { return it.text.contains(words); });
}

} // namespace

TEST_CASE("a signed pack of a higher version needs nobody's word") {
    Desk desk;
    CHECK_FALSE(desk.offer(sealed(small_pack(1))).needs_pin());
    REQUIRE(bring(desk.store, desk.disk, 1));
    const Offer offer = desk.offer(sealed(small_pack(2)));
    CHECK(offer.signer == "head-office");
    CHECK(offer.pack.version == 2);
    CHECK(VerifiedPack::accept(offer).has_value());
}

TEST_CASE("an unsigned pack becomes no verified one without the manager's word") {
    Desk desk;
    const Offer offer = desk.offer(small_pack(1));
    CHECK(says(offer.cautions, "Not signed"));
    CHECK_FALSE(VerifiedPack::accept(offer).has_value());
    const platform::MachineClock clock;
    Pin pin(desk.disk, clock);
    REQUIRE(pin.set_first("493817"));
    PinCheck check = pin.check("493817");
    const auto verified = VerifiedPack::accept(offer, std::get<PinProof>(std::move(check)));
    REQUIRE(desk.store.activate(verified));
    CHECK(desk.store.active()->version == 1);
}

TEST_CASE("a pack with something still to do is refused with a list of it") {
    Desk desk;
    Files files = small_pack(1);
    files["plan.md"] = "## Situations\n\n- Fight\n\n## What exists\n\n- TODO: the policies\n";
    files["situations/x.md"] = "---\ntitle: X\ncode: red\nreviewer: TODO\n---\nTODO: words\n";
    const Refused refused = desk.refused(sealed(files));
    REQUIRE(refused.problems.size() == 3);
    CHECK(says(refused, "There is no card yet for \"Fight\"."));
    CHECK(says(refused, "Still to do: the policies."));
    CHECK(says(refused, "Still to do in 2 places: what is missing here; words."));
}

TEST_CASE("a plan comes with its pack, sealed like all else, and is kept") {
    Desk desk;
    Files files = small_pack(1);
    files["plan.md"] = "## Situations\n\n- X\n";
    files["situations/x.md"] = "---\ntitle: X\ncode: red\n---\n";
    const Offer offer = desk.offer(sealed(files));
    CHECK(std::ranges::count(offer.keep.files, "files/plan.md", &CopiedFile::path) == 1);
    Files other = sealed(files);
    other["plan.md"] += "\n### Later\n";
    CHECK(says(desk.refused(other), "plan.md"));
}

TEST_CASE("trust: an older version replayed takes the PIN, signed or not") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 5));
    const Offer offer = desk.offer(sealed(small_pack(4)));
    CHECK(says(offer.cautions, "Older than version 5"));
    CHECK_FALSE(VerifiedPack::accept(offer).has_value());
}

TEST_CASE("trust: going back does not make what was seen unseen") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 4));
    REQUIRE(bring(desk.store, desk.disk, 5));
    REQUIRE(desk.store.use(desk.store.kept().back()));
    CHECK(desk.store.active()->version == 4);
    CHECK(says(desk.offer(sealed(small_pack(5))).cautions, "was here before"));
    CHECK_FALSE(desk.offer(sealed(small_pack(6))).needs_pin());
}

TEST_CASE("trust: a list of seen versions that is lost lets no older pack in") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 5));
    REQUIRE(desk.disk.remove("seen"));
    CHECK(desk.offer(sealed(small_pack(4))).needs_pin());
}

TEST_CASE("trust: another library's pack takes the PIN") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 1));
    const Offer offer = desk.offer(sealed(small_pack(9, "oakwood")));
    CHECK(says(offer.cautions, "oakwood, not riverside"));
}

TEST_CASE("the pack that is in use is nothing to do") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 3));
    CHECK(desk.refused(sealed(small_pack(3))).nothing_to_do);
    CHECK(desk.refused(small_pack(3)).nothing_to_do);
}

TEST_CASE("another pack of the version in use is told to raise it") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 3));
    Files changed = small_pack(3);
    changed["frameworks/help.md"] += "\n- One thing more.\n";
    const Refused refused = desk.refused(changed);
    CHECK_FALSE(refused.nothing_to_do);
    CHECK(says(refused, "version: 4"));
}

TEST_CASE("trust: a version of 2^63") {
    Desk desk;
    Files files = small_pack(1);
    std::string& text = files["pack.yaml"];
    text.replace(text.find("version: 1"), 10, "version: 9223372036854775808");
    CHECK(says(desk.refused(files), "too large"));
}

TEST_CASE("a pack with an error is refused with file and line, before warnings") {
    Desk desk;
    Files files = small_pack(1);
    files["situations/bad.md"] = "---\ntitle: Bad\ncode: orange\n---\nx\n";
    const Refused refused = desk.refused(files);
    REQUIRE_FALSE(refused.problems.empty());
    CHECK(refused.problems.front().severity == cards::Severity::error);
    CHECK(refused.problems.front().file == "situations/bad.md");
    CHECK(refused.problems.front().line == 3);
}

TEST_CASE("size: a sealed pack truncated anywhere is refused") {
    const Files whole = sealed(small_pack(1));
    for (const auto& [path, bytes] : whole) {
        for (const std::size_t length : {std::size_t{0}, bytes.size() / 2, bytes.size() - 2}) {
            Desk desk;
            Files cut = whole;
            cut[path].resize(length);
            INFO(path << " cut to " << length);
            CHECK_FALSE(examine(desk.store, desk.disk, cut).has_value());
        }
        Desk desk;
        Files without = whole;
        without.erase(path);
        const auto offer = examine(desk.store, desk.disk, without);
        // Without its signature a pack is as any that is not signed.
        CHECK((!offer || offer->needs_pin()));
    }
}

TEST_CASE("what was copied for a pack that is refused or left is cleared at the next start") {
    Desk desk;
    desk.refused({{"pack.yaml", "no"}});
    desk.offer(small_pack(1));
    CHECK_FALSE(desk.disk.list("incoming", 100)->empty());
    REQUIRE(desk.store.tidy_up());
    CHECK(desk.disk.list("incoming", 100)->empty());
}

TEST_CASE("a pack that other desks try first is held back until its day") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 1));
    Files files = small_pack(2);
    files["pack.yaml"] += "rollout: {first: [riverside], rest-from: 2026-12-01}\n";
    files = sealed(files);
    const Offer early = desk.offer(files, "oakwood-1", "2026-11-30");
    CHECK(early.held_back);
    CHECK(says(early.cautions, "here they go in from 2026-12-01"));
    CHECK_FALSE(VerifiedPack::accept(early).has_value());
    CHECK(VerifiedPack::accept(desk.offer(files, "oakwood-1", "2026-12-01")).has_value());
    const Offer first = desk.offer(files, "riverside-2", "2026-11-30");
    CHECK_FALSE(first.held_back);
    CHECK(VerifiedPack::accept(first).has_value());
}

TEST_CASE("a pack that is held back and takes the PIN anyhow does not wait by itself") {
    Desk desk;
    REQUIRE(bring(desk.store, desk.disk, 3));
    Files files = small_pack(2);
    files["pack.yaml"] += "rollout: {first: [riverside]}\n";
    const Offer older = desk.offer(sealed(files), "oakwood-1", "2026-11-30");
    CHECK_FALSE(older.held_back);
    CHECK(older.cautions.size() == 2);
}

TEST_CASE("what is on offer is as the desk would show it") {
    Desk desk;
    Files files = small_pack(1);
    files["pack.yaml"] += "sites: {oakwood: {site: Oakwood}}\n";
    CHECK(desk.offer(sealed(files), "oakwood-1", "2026-11-30").pack.site == "Oakwood");
    CHECK(desk.offer(sealed(files), "hill", "2026-11-30").pack.site != "Oakwood");
}

TEST_CASE("trust: a pack that was taken back never comes in again, and is not offered the PIN") {
    Desk desk;
    const packs::Standing standing{.keys = packs_test::keys(),
                                   .store = &desk.store,
                                   .revoked = {.keys = {}, .packs = {{"riverside", 2}}}};
    const auto offer = examine(standing, desk.store, desk.disk, sealed(small_pack(2)));
    REQUIRE_FALSE(offer.has_value());
    CHECK(says(offer.error(), "was taken back"));
    CHECK(examine(standing, desk.store, desk.disk, small_pack(2)).has_value() == false);
    CHECK(examine(standing, desk.store, desk.disk, sealed(small_pack(3))).has_value());
}
