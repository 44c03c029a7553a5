#include "packs/first_pack.h"
#include "store_support.h"
#include "support/child.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <filesystem>
#include <iostream>

namespace fs = std::filesystem;
using packs::begin_start;
using packs::go_back_to_whole;
using packs::Store;
using platform::RealFolder;
using support::TempFolder;

namespace {

/// The system calls by which an import changes a file system.
constexpr std::array kCalls{"openat2",  "write",  "mkdirat",  "symlinkat", "renameat2",
                            "renameat", "rename", "unlinkat", "fsync"};

/// The leak checker is itself a tracer, and cannot be one of a process that is traced.
const support::Environment kTraced{{"ASAN_OPTIONS", "detect_leaks=0"}};

/// Brings version 2 in, under strace, which does `what` at call number `when` of `call`. Returns
/// the exit code: 137 if it was killed.
int import(const fs::path& store, const std::string& call, const std::string& what, int when) {
    const std::string inject = "inject=" + call + ":" + what + ":when=" + std::to_string(when);
    return support::run_to_end({"strace", "-f", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                                inject, DESKCARDS_ACTIVATE_ONCE, store, "2"},
                               kTraced)
        .exit_code;
}

/// How often an import makes a call.
int count(const std::string& call) {
    const TempFolder folder;
    const fs::path log = folder.path() / "log";
    fs::create_directory(folder.path() / "store");
    const auto ended = support::run_to_end({"strace", "-f", "-o", log, "-e", "trace=" + call,
                                            DESKCARDS_ACTIVATE_ONCE, folder.path() / "store", "2"},
                                           kTraced);
    INFO("strace said: " << ended.err);
    REQUIRE(ended.exit_code == 0);
    return std::stoi(
        support::run_to_end({"sh", "-c", "grep -c '" + call + "(' " + log.string() + " || true"})
            .out);
}

void check_afterwards(const fs::path& folder) {
    const auto disk = RealFolder::open(folder);
    REQUIRE(disk.has_value());
    Store store(**disk);
    const auto first = go_back_to_whole(store, begin_start(store));
    CHECK(first.notices.empty());
    REQUIRE(first.pack.has_value());
    CHECK((first.pack->version == 1 || first.pack->version == 2));
    CHECK(store.check(*first.pack));
    CHECK(packs_test::is_whole(**disk, *first.pack));
    CHECK(packs_test::bring(store, **disk, 3));
    CHECK(packs_test::is_whole(**disk, *store.active()));
    CHECK(store.active()->version == 3);
}

/// A store with version 1 in use.
struct Prepared {
    TempFolder folder;
    fs::path store = folder.path() / "store";
    Prepared() {
        fs::create_directory(store);
        REQUIRE(support::run_to_end({DESKCARDS_ACTIVATE_ONCE, store, "1"}).exit_code == 0);
    }
};

} // namespace

TEST_CASE("an import killed at any call on a real file system leaves the old pack or the new") {
    int points = 0;
    for (const char* call : kCalls) {
        const int calls = count(call);
        for (int when = 1; when <= calls; ++when) {
            INFO("killed at " << call << " number " << when << " of " << calls);
            const Prepared prepared;
            CHECK(import(prepared.store, call, "signal=SIGKILL", when) == 137);
            check_afterwards(prepared.store);
            ++points;
        }
    }
    std::cout << "kills on a real file system: " << points << " points\n";
    CHECK(points > 50);
}

TEST_CASE("an import whose calls fail on a real file system leaves the old pack or the new") {
    int points = 0;
    for (const char* const error : {"ENOSPC", "EIO"}) {
        for (const char* call : {"write", "mkdirat", "symlinkat", "renameat", "fsync"}) {
            const int calls = count(call);
            for (int when = 1; when <= calls; ++when) {
                INFO(call << " number " << when << " fails with " << error);
                const Prepared prepared;
                import(prepared.store, call, std::string("error=") + error, when);
                check_afterwards(prepared.store);
                ++points;
            }
        }
    }
    std::cout << "failing calls on a real file system: " << points << " points\n";
    CHECK(points > 50);
}
