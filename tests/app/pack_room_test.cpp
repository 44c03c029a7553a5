#include "app/pack_room.h"
#include "packs/crypto.h"
#include "packs/seal.h"
#include "support/memory_disk.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using app::Told;
using support::MemoryDisk;
using support::TempFolder;

namespace {

const packs::SecretKey& revoker() {
    static const packs::SecretKey made = packs::SecretKey::make();
    return made;
}

/// A machine whose keys are a pack's and one that takes back.
struct Machine {
    TempFolder folder;
    packs::SecretKey key = packs::SecretKey::make();

    Machine() {
        folder.write("etc/keys/office.pub", packs::to_text(key.public_key()));
        folder.write("etc/keys/revocation/safe.pub", packs::to_text(revoker().public_key()));
    }
    app::PackRoom open() const {
        platform::Places places;
        places.config = folder.path() / "etc/deskcards.yaml";
        places.state = folder.path() / "state";
        auto room = app::open_pack_room(places, "oakwood-1");
        REQUIRE(room.has_value());
        return std::move(*room);
    }
    std::string kept() const {
        std::ifstream in(folder.path() / "state/revoked", std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

/// A stick with a signed list.
struct Stick {
    MemoryDisk disk;
    explicit Stick(const std::string& list) {
        REQUIRE(disk.write("deskcards-revoked", list));
        REQUIRE(disk.write("deskcards-revoked.minisig", revoker().sign(list, "x")));
    }
};

} // namespace

TEST_CASE("What a list takes back is kept, and a key in it is trusted no more, also later") {
    const Machine machine;
    const std::string list = "key " + packs::to_string(machine.key.public_key().id) + "\n";
    {
        app::PackRoom room = machine.open();
        CHECK(room.keys.trusted.size() == 1);
        CHECK(app::learn_revocations(room, MemoryDisk()) == Told::nothing);
        CHECK(app::learn_revocations(room, Stick(list).disk) == Told::news);
        CHECK(room.keys.trusted.empty());
        CHECK(app::learn_revocations(room, Stick(list).disk) == Told::old_news);
    }
    CHECK(machine.kept() == list);
    CHECK(machine.open().keys.trusted.empty());
}

TEST_CASE("A list that cannot be read trusts nothing, and no other is written in its place") {
    const Machine machine;
    machine.folder.write("state/revoked", "pack riverside 15\nkey 01234567\n");
    const std::string before = machine.kept();
    app::PackRoom room = machine.open();
    CHECK(room.keys.trusted.empty());
    CHECK_FALSE(room.keys.problems.empty());
    CHECK(app::learn_revocations(room, Stick("pack riverside 3\n").disk) == Told::news);
    CHECK(machine.kept() == before);
}

TEST_CASE("A list that could not be kept is kept as soon as it can be") {
    const Machine machine;
    app::PackRoom room = machine.open();
    const fs::path revoked = machine.folder.path() / "state/revoked";
    fs::create_directories(revoked / "in the way");
    const Stick stick("pack riverside 3\n");
    CHECK(app::learn_revocations(room, stick.disk) == Told::news);
    fs::remove_all(revoked);
    CHECK(app::learn_revocations(room, stick.disk) == Told::old_news);
    CHECK(machine.kept() == "pack riverside 3\n");
}
