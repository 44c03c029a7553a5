#include "packs/copy.h"
#include "store_support.h"
#include "support/memory_disk.h"
#include "support/stick_image.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace packs;
using packs_test::small_pack;
using platform::RealFolder;
using support::MemoryDisk;
using support::StickImage;
using support::TempFolder;

namespace {

/// What is put onto a stick: the small pack and pictures, so that copying takes a while.
struct Content {
    TempFolder folder;
    explicit Content(int pictures = 0) {
        for (const auto& [path, bytes] : small_pack(1)) {
            folder.write(std::filesystem::path("DeskCards") / path, bytes);
        }
        for (int i = 0; i < pictures; ++i) {
            folder.write("DeskCards/images/" + std::to_string(i) + ".png",
                         std::string(1'000'000, static_cast<char>('a' + i)));
        }
        folder.write("holiday.txt", "something else");
    }
};

std::expected<CopiedPack, CopyFailure>
copy_from(const StickImage& stick, MemoryDisk& desk,
          const std::function<void(CopyProgress)>& progress = {}) {
    const auto folder = RealFolder::open(stick.place());
    REQUIRE(folder.has_value());
    const auto from = find_pack(**folder);
    REQUIRE(from.has_value());
    return copy_pack(**folder, *from, desk, "", {}, progress);
}

void check_copied(const StickImage& stick) {
    MemoryDisk desk;
    const auto pack = copy_from(stick, desk);
    INFO((pack ? "" : pack.error().sentence));
    REQUIRE(pack.has_value());
    CHECK(pack->files.size() == small_pack(1).size());
    for (const auto& [path, bytes] : small_pack(1)) {
        const auto copied = desk.read(path, 1UZ << 20U);
        CAPTURE(path);
        REQUIRE(copied.has_value());
        CHECK(*copied == bytes);
    }
}

} // namespace

TEST_CASE("a pack is copied from a real stick with FAT") {
    const Content content;
    check_copied(*StickImage::fat(content.folder.path()));
}

TEST_CASE("a pack is copied from a real stick with ext4") {
    const Content content;
    check_copied(*StickImage::ext4(content.folder.path()));
}

TEST_CASE("faults: a real stick that is pulled while it is copied is told so") {
    const Content content(12);
    const auto stick = StickImage::fat(content.folder.path());
    MemoryDisk desk;
    const auto pack = copy_from(*stick, desk, [&](CopyProgress progress) {
        if (progress.files == 3) {
            stick->pull();
        }
    });
    REQUIRE_FALSE(pack.has_value());
    CHECK(pack.error().fault == CopyFault::unreadable);
    CHECK(pack.error().sentence.contains("pulled out"));
}

TEST_CASE("faults: two real sticks at once, and one twenty times") {
    const Content content;
    const auto one = StickImage::fat(content.folder.path());
    const auto other = StickImage::ext4(content.folder.path());
    check_copied(*one);
    check_copied(*other);
    for (int i = 0; i < 20; ++i) {
        check_copied(*StickImage::fat(content.folder.path()));
    }
}
