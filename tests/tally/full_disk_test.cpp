#include "ledger_support.h"
#include "support/stick_image.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <stdexcept>
#include <tuple>

#include <sys/mount.h>
#include <sys/resource.h>

namespace fs = std::filesystem;
using support::TempFolder;
using tally::Ledger;
using tally::What;
using tally_test::n_of;

namespace {

/// While it lives, no file of this process grows beyond so many bytes, as if the disk were full.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit less{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        if (::setrlimit(RLIMIT_FSIZE, &less) != 0) {
            throw std::runtime_error("the limit could not be set");
        }
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;
    SmallFiles(SmallFiles&&) = delete;
    SmallFiles& operator=(SmallFiles&&) = delete;
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::ignore = std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int);
};

/// A disk of its own that is small.
class SmallDisk {
public:
    SmallDisk() {
        if (::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=256k") != 0) {
            throw std::runtime_error("no disk could be mounted");
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    SmallDisk(SmallDisk&&) = delete;
    SmallDisk& operator=(SmallDisk&&) = delete;
    ~SmallDisk() { ::umount2(path().c_str(), MNT_DETACH); }

    const fs::path& path() const { return folder_.path(); }

    /// Takes what room there is.
    void fill() const {
        try {
            tally_test::write_bytes(filler(), std::string(1UZ << 20U, 'x'));
        } catch (const std::runtime_error&) { // as it is to be
            return;
        }
        throw std::runtime_error("the disk is larger than it should be");
    }
    void make_room() const { fs::remove(filler()); }
    void protect(bool on) const {
        constexpr unsigned long kWritable = MS_REMOUNT;
        constexpr unsigned long kReadOnly = kWritable | MS_RDONLY;
        if (::mount(nullptr, path().c_str(), nullptr, on ? kReadOnly : kWritable, nullptr) != 0) {
            throw std::runtime_error("the disk could not be mounted again");
        }
    }

private:
    fs::path filler() const { return path() / "filler"; }
    TempFolder folder_;
};

} // namespace

TEST_CASE("Wherever writing stops for want of room, what is said to be counted is, and no more") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto ledger = tally_test::open(file);
    REQUIRE(ledger.record(tally_test::long_visit("noise")));
    std::int64_t counted = 1;
    int failures = 0;
    for (rlim_t limit = 0; limit < 40'000; limit += 500) {
        const auto recorded = [&] {
            const SmallFiles small(limit);
            return ledger.record(tally_test::long_visit("noise"));
        }();
        counted += recorded ? 1 : 0;
        failures += recorded ? 0 : 1;
        INFO("limit " << limit);
        CHECK((recorded || recorded.error().sentence.ends_with('.')));
        REQUIRE(ledger.record(tally_test::long_visit("noise"))); // there is room again
        ++counted;
        const auto counts = ledger.read();
        REQUIRE(counts);
        CHECK(n_of(*counts, "noise", What::opened, "tile") == counted);
        CHECK(n_of(*counts, "noise", What::step, "3") == counted);
    }
    CHECK(failures > 5);
    CHECK(counted > failures);
}

TEST_CASE("A database that cannot be begun for want of room is begun once there is some") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    int failures = 0;
    for (rlim_t limit = 0; limit < 40'000; limit += 1000) {
        const auto opened = [&] {
            const SmallFiles small(limit);
            return Ledger::open(file);
        }();
        failures += opened ? 0 : 1;
        CHECK((!opened || opened->notice.empty()));
    }
    CHECK(failures > 0);
    REQUIRE(tally_test::open(file).record(tally_test::visit("noise")));
}

TEST_CASE("On a full disk counting fails with a sentence, and goes on once there is room") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const SmallDisk disk;
    const fs::path file = disk.path() / tally::kLedgerFile;
    {
        auto ledger = tally_test::open(file);
        REQUIRE(ledger.record(tally_test::visit("noise")));
        disk.fill();
        const auto recorded = ledger.record(tally_test::visit("noise"));
        REQUIRE_FALSE(recorded);
        CHECK(recorded.error().sentence.contains("no room left"));
        CHECK(n_of(*ledger.read(), "noise", What::opened, "tile") == 1);
        disk.make_room();
        REQUIRE(ledger.record(tally_test::visit("noise")));
        CHECK(n_of(*ledger.read(), "noise", What::opened, "tile") == 2);
        disk.fill();
        std::ignore = ledger.forget_before(std::chrono::year(2027) / 1);
    }
    std::ignore = Ledger::open(file);
    disk.make_room();
    CHECK(tally_test::open(file).record(tally_test::visit("noise")));
}

TEST_CASE("On a disk that may not be written counting fails with a sentence, and goes on later") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const SmallDisk disk;
    const fs::path file = disk.path() / tally::kLedgerFile;
    REQUIRE(tally_test::open(file).record(tally_test::visit("noise")));
    disk.protect(true);
    const auto opened = Ledger::open(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().sentence.ends_with('.'));
    disk.protect(false);
    REQUIRE(tally_test::open(file).record(tally_test::visit("noise")));
    CHECK(n_of(tally_test::counts_in(file), "noise", What::opened, "tile") == 2);
}
