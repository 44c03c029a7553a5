#include "packs/copy.h"
#include "platform/stick_watch.h"
#include "support/stick_image.h"
#include "support/temp_folder.h"
#include "support/waiting.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include <sys/stat.h>

namespace fs = std::filesystem;
using namespace packs;
using platform::DropAppeared;
using platform::DropGone;
using platform::DropSighting;
using platform::RealFolder;
using support::PluggedStick;
using support::StickImage;
using support::StickKind;
using support::TempFolder;
using Milliseconds = std::chrono::milliseconds;

namespace {

using Files = std::map<std::string, std::string>;

/// No name here fits in eight letters and three: fusefat shows those in capitals.
Files pack_files(std::string_view title) {
    const std::string picture(300'000, '\x89');
    return {{"pack.yaml", "name: " + std::string(title) + "\n"},
            {"frameworks/in-everyday-use.md", "everyday"},
            {"situations/caf\xC3\xA9 closed.md", "closed"},
            {"photographs/entrance.jpeg", picture}};
}

/// Large enough that a stick can be pulled out in the middle of a file.
Files with_large_pictures(Files files) {
    for (const char* name : {"photographs/large-1.jpeg", "photographs/large-2.jpeg"}) {
        files[name] = std::string(15UZ << 20U, 'x');
    }
    return files;
}

StickImage make_image(StickKind kind, const Files& files, const fs::path& file) {
    const TempFolder content;
    for (const auto& [path, bytes] : files) {
        content.write(fs::path("deskcards") / path, bytes);
    }
    content.write("holiday photographs/beach.raw", "not ours");
    content.write("System Volume Information/IndexerVolumeGuid", "x");
    return support::make_stick_image(kind, content.path(), file);
}

std::expected<CopiedPack, CopyFailure>
copy_off(const fs::path& place, const fs::path& desk,
         const std::function<void(CopyProgress)>& progress = {}) {
    const auto stick = RealFolder::open(place);
    REQUIRE(stick.has_value());
    const auto disk = RealFolder::open(desk);
    REQUIRE(disk.has_value());
    const auto from = find_pack(**stick);
    if (!from) {
        return std::unexpected(from.error());
    }
    return copy_pack(**stick, *from, **disk, "", {}, progress);
}

/// Checks that a copy has the bytes that went onto the stick, and no others.
void check_copy(const std::expected<CopiedPack, CopyFailure>& copied, const fs::path& desk,
                const Files& files) {
    INFO((copied ? std::string() : copied.error().sentence));
    REQUIRE(copied.has_value());
    CHECK(copied->files.size() == files.size());
    const auto disk = RealFolder::open(desk);
    for (const CopiedFile& file : copied->files) {
        INFO(file.path);
        REQUIRE(files.contains(file.path));
        CHECK(file.sum == sha256(files.at(file.path)));
        CHECK((**disk).read(file.path, 16UZ << 20U) == files.at(file.path));
    }
}

/// What a watch has seen.
class Diary {
public:
    void add(DropSighting sighting) {
        const std::scoped_lock lock(mutex_);
        seen_.push_back(std::move(sighting));
    }
    std::vector<DropSighting> seen() const {
        const std::scoped_lock lock(mutex_);
        return seen_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<DropSighting> seen_;
};

} // namespace

TEST_CASE("sticks: a pack comes whole off a FAT stick and off an ext4 stick") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    for (const StickKind kind : {StickKind::fat, StickKind::ext4}) {
        CAPTURE(kind == StickKind::fat);
        const TempFolder room;
        const TempFolder desk;
        const Files files = pack_files("spring");
        const PluggedStick stick(make_image(kind, files, room.path() / "image"),
                                 room.path() / "media/stick");
        check_copy(copy_off(stick.place(), desk.path()), desk.path(), files);
        struct stat status{};
        REQUIRE(::stat((desk.path() / "pack.yaml").c_str(), &status) == 0);
        CHECK((status.st_mode & 07777) == 0600); // FAT says that everything can be executed.
    }
}

TEST_CASE("sticks: a symbolic link and a device on an ext4 stick are refused by name") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    for (const std::string name : {"link.md", "device.md"}) {
        const TempFolder room;
        const TempFolder content;
        content.write("deskcards/pack.yaml", "x");
        const fs::path odd = content.path() / "deskcards" / name;
        if (name == "link.md") {
            fs::create_symlink("/etc/passwd", odd);
        } else {
            REQUIRE(::mknod(odd.c_str(), S_IFCHR | 0666, 0x105) == 0); // as /dev/zero
        }
        const PluggedStick stick(
            support::make_stick_image(StickKind::ext4, content.path(), room.path() / "image"),
            room.path() / "stick");
        const TempFolder desk;
        const auto copied = copy_off(stick.place(), desk.path());
        REQUIRE_FALSE(copied.has_value());
        CHECK(copied.error().fault == CopyFault::bad_name);
        CHECK(copied.error().sentence.contains(name));
    }
}

TEST_CASE("faults: a stick that is pulled out while a file is awaited is missed in words") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const TempFolder room;
    const TempFolder desk;
    const PluggedStick stick(make_image(StickKind::fat, with_large_pictures(pack_files("spring")),
                                        room.path() / "image"),
                             room.path() / "stick");
    std::jthread hand;
    const auto copied = copy_off(stick.place(), desk.path(), [&](CopyProgress progress) {
        if (progress.files == 1) {
            stick.freeze();
            hand = std::jthread([&] {
                std::this_thread::sleep_for(Milliseconds(200));
                stick.pull_out();
            });
        }
    });
    REQUIRE_FALSE(copied.has_value());
    CHECK(copied.error().fault == CopyFault::unreadable);
    CHECK(copied.error().sentence.contains("pulled out"));
}

TEST_CASE("faults: a stick pulled out at any moment gives the whole pack or a sentence") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const TempFolder room;
    const Files files = with_large_pictures(pack_files("spring"));
    const StickImage image = make_image(StickKind::fat, files, room.path() / "image");
    int pulled = 0;
    for (int delay = 0; delay < 12; ++delay) {
        const TempFolder desk;
        const PluggedStick stick(image, room.path() / "stick");
        const auto opened = RealFolder::open(stick.place());
        REQUIRE(opened.has_value());
        const auto from = find_pack(**opened);
        REQUIRE(from.has_value());
        const auto disk = RealFolder::open(desk.path());
        const std::jthread hand([&] {
            std::this_thread::sleep_for(Milliseconds(delay * 15));
            stick.pull_out();
        });
        const auto copied = copy_pack(**opened, *from, **disk, "");
        if (copied) {
            check_copy(copied, desk.path(), files);
        } else {
            INFO(copied.error().sentence);
            CHECK(copied.error().fault == CopyFault::unreadable);
            ++pulled;
        }
    }
    std::cout << "Sticks pulled out in mid-copy: " << pulled << " of 12\n";
    CHECK(pulled > 0); // At 0 ms nothing can be copied yet.
}

TEST_CASE("faults: two sticks at once are copied side by side, each its own") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const TempFolder room;
    const TempFolder first_desk;
    const TempFolder second_desk;
    const Files spring = with_large_pictures(pack_files("spring"));
    const Files autumn = pack_files("autumn");
    const PluggedStick first(make_image(StickKind::fat, spring, room.path() / "1"),
                             room.path() / "media/first");
    const PluggedStick second(make_image(StickKind::ext4, autumn, room.path() / "2"),
                              room.path() / "media/second");
    std::expected<CopiedPack, CopyFailure> copied_first;
    std::jthread beside([&] {
        const auto stick = RealFolder::open(first.place());
        const auto disk = RealFolder::open(first_desk.path());
        if (stick && disk) {
            copied_first = copy_pack(**stick, "deskcards", **disk, "");
        }
    });
    check_copy(copy_off(second.place(), second_desk.path()), second_desk.path(), autumn);
    beside.join();
    check_copy(copied_first, first_desk.path(), spring);
}

TEST_CASE("faults: a FAT stick put in and out twenty times is seen and copied each time") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const TempFolder room;
    const fs::path place = room.path() / "media/somebody/STICK 1";
    const Files files = pack_files("spring");
    const StickImage image = make_image(StickKind::fat, files, room.path() / "image");
    Diary diary;
    platform::WatchedPlaces places; // with the file systems of a real desk
    places.mount_roots = {(room.path() / "media").string()};
    const platform::StickWatch watch(
        places, [&](DropSighting sighting) { diary.add(std::move(sighting)); });
    const auto has_seen = [&](std::size_t count, const DropSighting& last) {
        return support::wait_until([&] { return diary.seen().size() >= count; }) &&
               diary.seen().size() == count && diary.seen().back() == last;
    };
    for (std::size_t time = 1; time <= 20; ++time) {
        CAPTURE(time);
        const TempFolder desk;
        {
            const PluggedStick stick(image, place);
            REQUIRE(has_seen(2 * time - 1, DropAppeared{place}));
            check_copy(copy_off(place, desk.path()), desk.path(), files);
        }
        REQUIRE(has_seen(2 * time, DropGone{place}));
    }
}

TEST_CASE("faults: a dead stick keeps no watch from starting, seeing or ending") {
    if (const auto why_not = support::enter_own_mount_table()) {
        SKIP(*why_not);
    }
    const TempFolder room;
    const StickImage image = make_image(StickKind::fat, pack_files("spring"), room.path() / "1");
    const PluggedStick hung(image, room.path() / "media/hung");
    hung.freeze(); // Whoever touches it now waits without end.
    Diary diary;
    platform::WatchedPlaces places;
    places.mount_roots = {(room.path() / "media").string()};
    const auto before = std::chrono::steady_clock::now();
    {
        const platform::StickWatch watch(
            places, [&](DropSighting sighting) { diary.add(std::move(sighting)); });
        CHECK(support::wait_until([&] { return diary.seen().size() == 1; }));
        const PluggedStick second(image, room.path() / "media/second");
        CHECK(support::wait_until([&] { return diary.seen().size() == 2; }));
    }
    CHECK(std::chrono::steady_clock::now() - before < support::kPatience);
    CHECK(diary.seen().front() == DropSighting{DropAppeared{hung.place()}});
}
