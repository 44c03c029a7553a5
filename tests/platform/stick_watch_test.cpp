#include "platform/mounts.h"
#include "platform/stick_watch.h"
#include "support/temp_folder.h"
#include "support/waiting.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <mutex>

#include <sys/mount.h>
#include <unistd.h>

namespace fs = std::filesystem;
using platform::DropAppeared;
using platform::DropComing;
using platform::DropFailed;
using platform::DropGone;
using platform::DropSighting;
using platform::Mount;
using platform::parse_mountinfo;
using platform::Spooled;
using platform::StickWatch;
using platform::WatchedPlaces;
using support::TempFolder;

namespace {

/// Takes down what a watch sees.
class Diary {
public:
    std::function<void(DropSighting)> pen() {
        return [this](DropSighting sighting) {
            const std::scoped_lock lock(mutex_);
            seen_.push_back(std::move(sighting));
        };
    }
    std::vector<DropSighting> seen() const {
        const std::scoped_lock lock(mutex_);
        return seen_;
    }
    bool has(const DropSighting& sighting) const {
        const auto now = seen();
        return std::ranges::find(now, sighting) != now.end();
    }
    bool waits_for(const DropSighting& sighting) const {
        return support::wait_until([&] { return has(sighting); });
    }

private:
    mutable std::mutex mutex_;
    std::vector<DropSighting> seen_;
};

/// A file system in memory that stands for a stick, mounted below a folder.
class Stick {
public:
    explicit Stick(fs::path place) : place_(std::move(place)) {
        fs::create_directories(place_);
        mounted_ = ::mount("stick", place_.c_str(), "tmpfs", MS_NOEXEC, "size=1m") == 0;
    }
    Stick(const Stick&) = delete;
    Stick& operator=(const Stick&) = delete;
    Stick(Stick&&) = delete;
    Stick& operator=(Stick&&) = delete;
    ~Stick() {
        if (mounted_) {
            ::umount2(place_.c_str(), MNT_DETACH);
        }
    }
    bool mounted() const { return mounted_; }
    const fs::path& place() const { return place_; }

private:
    fs::path place_;
    bool mounted_ = false;
};

WatchedPlaces below(const fs::path& root) {
    return {.mount_roots = {root.string()}, .types = {"tmpfs"}, .folders = {}};
}

} // namespace

TEST_CASE("the table of mounts is read, with escaped names and without what makes no sense") {
    const auto mounts = parse_mountinfo(
        "36 35 98:0 / /media/my\\040stick ro,nosuid shared:2 master:1 - vfat /dev/sdb1 rw\n"
        "37 35 0:5 / /proc rw - proc proc rw\n"
        "38 35 8:1 / /media/tab\\011back\\134slash rw,relatime - ext4 /dev/sda1 rw\n"
        "nonsense\n\n39 35 8:2 /\n"
        "40 35 8:3 / relative rw - vfat x rw\n");
    CHECK(mounts ==
          std::vector<Mount>{
              {.device = "98:0", .place = "/media/my stick", .type = "vfat", .read_only = true},
              {.device = "0:5", .place = "/proc", .type = "proc"},
              {.device = "8:1", .place = "/media/tab\tback\\slash", .type = "ext4"}});
    CHECK(parse_mountinfo("").empty());
    CHECK(parse_mountinfo(std::string(100'000, ' ')).empty());
}

TEST_CASE("this machine's own table can be read") {
    std::ifstream table("/proc/self/mountinfo");
    const std::string text(std::istreambuf_iterator<char>(table), {});
    const auto mounts = parse_mountinfo(text);
    // Where the table itself is found.
    CHECK(std::ranges::find(mounts, "/proc", &Mount::place) != mounts.end());
}

TEST_CASE("a stick is seen when it comes and when it goes, twenty times") {
    const TempFolder root;
    Diary diary;
    const StickWatch watch(below(root.path()), diary.pen());
    for (std::size_t time = 1; time <= 20; ++time) {
        const Stick stick(root.path() / "stick");
        if (!stick.mounted()) {
            SKIP("Only root can mount");
        }
        REQUIRE(support::wait_until([&] { return diary.seen().size() == 2 * time - 1; }));
        CHECK(diary.seen().back() == DropSighting{DropAppeared{stick.place()}});
        ::umount2(stick.place().c_str(), MNT_DETACH);
        REQUIRE(support::wait_until([&] { return diary.seen().size() == 2 * time; }));
        CHECK(diary.seen().back() == DropSighting{DropGone{stick.place()}});
    }
}

TEST_CASE("a stick that is in at the start is seen, and so are two at once") {
    const TempFolder root;
    const Stick first(root.path() / "a");
    const Stick second(root.path() / "b");
    if (!first.mounted()) {
        SKIP("Only root can mount");
    }
    Diary diary;
    const StickWatch watch(below(root.path()), diary.pen());
    CHECK(diary.waits_for(DropAppeared{first.place()}));
    CHECK(diary.waits_for(DropAppeared{second.place()}));
}

TEST_CASE("file systems elsewhere, or of other kinds, are not sticks") {
    const TempFolder root;
    const TempFolder elsewhere;
    Diary diary;
    WatchedPlaces places = below(root.path());
    const StickWatch watch(places, diary.pen());
    places.types = {"vfat"};
    Diary other;
    const StickWatch picky(places, other.pen());
    const Stick outside(elsewhere.path() / "stick");
    const Stick inside(root.path() / "stick");
    if (!inside.mounted()) {
        SKIP("Only root can mount");
    }
    CHECK(diary.waits_for(DropAppeared{inside.place()}));
    CHECK(diary.seen().size() == 1);
    CHECK(other.seen().empty());
}

TEST_CASE("a drop folder is seen at the start, and when it has come to rest after a change") {
    const TempFolder folder;
    Diary diary;
    const StickWatch watch({.mount_roots = {}, .types = {}, .folders = {folder.path()}},
                           diary.pen());
    const DropSighting appeared = DropAppeared{folder.path()};
    REQUIRE(diary.waits_for(appeared));
    // A slow copy is one drop, not many.
    for (int i = 0; i < 10; ++i) {
        folder.write("deskcards/a/" + std::to_string(i), "x");
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        CHECK(diary.seen().size() == 1);
    }
    REQUIRE(support::wait_until([&] { return diary.seen().size() == 2; }));
    CHECK(diary.seen().back() == appeared);
    // A change in a folder that came later.
    folder.write("deskcards/a/0", "y");
    REQUIRE(support::wait_until([&] { return diary.seen().size() == 3; }));
}

TEST_CASE("a file that takes long to be written is not taken before it is") {
    const TempFolder folder;
    Diary diary;
    const StickWatch watch({.mount_roots = {}, .types = {}, .folders = {folder.path()}},
                           diary.pen());
    REQUIRE(diary.waits_for(DropAppeared{folder.path()}));
    std::ofstream file(folder.path() / "large.png");
    for (int i = 0; i < 10; ++i) {
        file << "x" << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        CHECK(diary.seen().size() == 1);
    }
    file.close();
    REQUIRE(support::wait_until([&] { return diary.seen().size() == 2; }));
}

TEST_CASE(
    "a drop folder that never comes to rest is not reported, and keeps no watch from ending") {
    const TempFolder folder;
    const std::jthread writer([&](const std::stop_token& stop) {
        for (int i = 0; !stop.stop_requested(); ++i) {
            folder.write(std::to_string(i % 100) + "/file", "x");
            fs::remove_all(folder.path() / std::to_string(i % 100));
        }
    });
    Diary diary;
    auto ending = std::chrono::steady_clock::now();
    {
        const StickWatch watch({.mount_roots = {}, .types = {}, .folders = {folder.path()}},
                               diary.pen());
        std::this_thread::sleep_for(std::chrono::seconds(2));
        ending = std::chrono::steady_clock::now();
    }
    CHECK(std::chrono::steady_clock::now() - ending < std::chrono::seconds(2));
    CHECK(diary.seen().empty());
}

TEST_CASE("a drop folder that goes away is missed") {
    const TempFolder above;
    const fs::path folder = above.path() / "drop";
    fs::create_directory(folder);
    Diary diary;
    const StickWatch watch({.mount_roots = {}, .types = {}, .folders = {folder}}, diary.pen());
    REQUIRE(diary.waits_for(DropAppeared{folder}));
    fs::remove(folder);
    CHECK(diary.waits_for(DropGone{folder}));
}

TEST_CASE("a watch with nothing to see uses no processor, and ends at once") {
    const TempFolder root;
    Diary diary;
    const auto before = std::chrono::steady_clock::now();
    {
        const StickWatch watch(below(root.path()), diary.pen());
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        const std::clock_t used = std::clock();
        std::this_thread::sleep_for(std::chrono::seconds(1));
        CHECK(std::clock() - used < CLOCKS_PER_SEC / 200);
    }
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(3));
    CHECK(diary.seen().empty());
}

TEST_CASE("a spool says what becomes of each stick, and mounted ones are not looked at") {
    const TempFolder folder;
    const fs::path spool = folder.path() / "spool";
    fs::create_directories(spool / "sdc1");
    std::ofstream(spool / "sda1.failed") << "";
    Diary seen;
    WatchedPlaces places;
    places.mount_roots = {folder.path() / "media"};
    places.types = {"tmpfs"};
    places.spool = spool;
    const StickWatch watch(places, seen.pen());
    CHECK(seen.waits_for(DropAppeared{spool / "sdc1"}));
    const Stick mounted(folder.path() / "media/stick");

    fs::create_directories(spool / "sdb1.reading");
    CHECK(seen.waits_for(DropComing{spool / "sdb1"}));
    fs::rename(spool / "sdb1.reading", spool / "sdb1");
    CHECK(seen.waits_for(DropAppeared{spool / "sdb1"}));
    fs::remove_all(spool / "sdb1");
    CHECK(seen.waits_for(DropGone{spool / "sdb1"}));

    fs::create_directories(spool / "sdd1.reading");
    CHECK(seen.waits_for(DropComing{spool / "sdd1"}));
    fs::remove_all(spool / "sdd1.reading"); // whoever copied it was killed
    CHECK(seen.waits_for(DropFailed{spool / "sdd1"}));

    std::ofstream(spool / "sde1.failed") << "";
    CHECK(seen.waits_for(DropFailed{spool / "sde1"}));
    for (const auto& [name, why] :
         {std::pair("sdg1.crowded", Spooled::crowded), std::pair("sdh1.full", Spooled::full)}) {
        std::ofstream(spool / name) << "";
        CHECK(seen.waits_for(DropFailed{.place = (spool / name).replace_extension(), .why = why}));
    }
    fs::create_directories(spool / "../sdz1");
    fs::create_directories(spool / "Not a stick.reading");
    fs::create_directories(spool / "sdf1");
    CHECK(seen.waits_for(DropAppeared{spool / "sdf1"}));
    CHECK_FALSE(seen.has(DropFailed{spool / "sda1"})); // that was before
    CHECK(seen.seen().size() == 10);
}

TEST_CASE("a spool that goes away takes its sticks with it") {
    const TempFolder folder;
    const fs::path spool = folder.path() / "spool";
    fs::create_directories(spool);
    Diary seen;
    WatchedPlaces places;
    places.spool = spool;
    const StickWatch watch(places, seen.pen());
    fs::create_directories(spool / "sdb1");
    CHECK(seen.waits_for(DropAppeared{spool / "sdb1"}));
    fs::remove_all(spool);
    CHECK(seen.waits_for(DropGone{spool / "sdb1"}));
}

TEST_CASE("a stick's name is one that the kernel gives") {
    for (const char* const name : {"sdb1", "sdaa12", "mmcblk0p1", "dm-0"}) {
        CHECK(platform::is_stick_name(name));
    }
    for (const char* const name : {"", "..", "a/b", "sdb1.reading", "SDB1", "s d", "a\nb"}) {
        CHECK_FALSE(platform::is_stick_name(name));
    }
}
