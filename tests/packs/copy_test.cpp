#include "packs/copy.h"
#include "packs/mirror.h"
#include "packs/names.h"
#include "platform/durable.h"
#include "store_support.h"
#include "support/memory_disk.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace packs;
using packs_test::put;
using packs_test::small_pack;
using platform::EntryKind;
using platform::RealFolder;
using support::MemoryDisk;
using support::TempFolder;

namespace {

/// A stick that is a real folder, with the small pack on it.
struct Stick {
    TempFolder folder;
    fs::path pack = folder.path() / "deskcards";
    MemoryDisk desk;

    Stick() {
        for (const auto& [path, bytes] : small_pack(1)) {
            folder.write(fs::path("deskcards") / path, bytes);
        }
    }

    std::expected<CopiedPack, CopyFailure> copy(const CopyLimits& limits = {}) {
        const auto stick = RealFolder::open(folder.path());
        REQUIRE(stick.has_value());
        const auto from = find_pack(**stick);
        if (!from) {
            return std::unexpected(from.error());
        }
        REQUIRE(desk.make_folder("copy"));
        auto copied = copy_pack(**stick, *from, desk, "copy", limits);
        check_mirror(**stick, copied, limits);
        return copied;
    }

    /// What comes of a stick comes of its mirror, where pipes and their like are links.
    static void check_mirror(const platform::Folder& stick,
                             const std::expected<CopiedPack, CopyFailure>& copied,
                             const CopyLimits& limits) {
        if (!copied && copied.error().fault == CopyFault::no_room) {
            return; // which is of the desk
        }
        const TempFolder spool;
        const auto mirror = RealFolder::open(spool.path());
        REQUIRE(mirror.has_value());
        REQUIRE(mirror_packs(stick, **mirror, "", limits).has_value());
        const auto from = find_pack(**mirror);
        REQUIRE(from.has_value());
        MemoryDisk desk;
        REQUIRE(desk.make_folder("copy"));
        const auto again = copy_pack(**mirror, *from, desk, "copy", limits);
        REQUIRE(again.has_value() == copied.has_value());
        if (!copied) {
            CHECK(again.error().fault == copied.error().fault);
            if (!copied.error().sentence.contains("neither a file nor a folder")) {
                CHECK(again.error().sentence == copied.error().sentence);
            }
            return;
        }
        const auto sums = [](const CopiedPack& pack) {
            std::map<std::string, packs::Sha256> by_path;
            for (const auto& file : pack.files) {
                by_path.emplace(file.path, file.sum);
            }
            return by_path;
        };
        CHECK(sums(*again) == sums(*copied));
    }

    /// Why it is refused; the sentence has to name `name`.
    CopyFault fault(const std::string& name, const CopyLimits& limits = {}) {
        const auto copied = copy(limits);
        REQUIRE_FALSE(copied.has_value());
        INFO(copied.error().sentence);
        CHECK(copied.error().sentence.contains(name));
        CHECK(copied.error().sentence.ends_with('.'));
        return copied.error().fault;
    }
};

std::set<std::string> paths(const CopiedPack& pack) {
    std::set<std::string> paths;
    for (const CopiedFile& file : pack.files) {
        paths.insert(file.path);
    }
    return paths;
}

std::set<std::string> paths_of_small_pack() {
    std::set<std::string> paths;
    for (const auto& [path, bytes] : small_pack(1)) {
        paths.insert(path);
    }
    return paths;
}

/// A folder without an end: as many files as anybody asks for.
class Endless final : public platform::Folder {
public:
    explicit Endless(EntryKind kind) : kind_(kind) {}

    EntryKind kind(const std::string&) const override { return EntryKind::folder; }
    platform::Result<std::vector<platform::Entry>> list(const std::string& path,
                                                        std::size_t limit) const override {
        if (path.empty()) {
            return std::vector<platform::Entry>{{"deskcards", EntryKind::folder}};
        }
        asked = std::max(asked, limit);
        if (kind_ == EntryKind::folder) {
            return std::vector<platform::Entry>{{"a", EntryKind::folder}};
        }
        return std::unexpected(platform::Failure{"It never ends.", true});
    }
    platform::Result<std::string> read(const std::string&, std::size_t limit) const override {
        return std::string(limit, 'x');
    }

    mutable std::size_t asked = 0;

private:
    EntryKind kind_;
};

/// Folders in folders in folders, none with a file in it, and none too deep or too full.
class Labyrinth final : public platform::Folder {
public:
    EntryKind kind(const std::string&) const override { return EntryKind::folder; }
    platform::Result<std::vector<platform::Entry>> list(const std::string& path,
                                                        std::size_t limit) const override {
        ++lists;
        constexpr std::size_t kRooms = 300;
        if (std::ranges::count(path, '/') >= 3) {
            return std::vector<platform::Entry>{};
        }
        if (kRooms > limit) {
            return std::unexpected(platform::Failure{"There are more.", true});
        }
        std::vector<platform::Entry> rooms;
        rooms.reserve(kRooms);
        for (std::size_t i = 0; i < kRooms; ++i) {
            rooms.push_back({"room " + std::to_string(i), EntryKind::folder});
        }
        return rooms;
    }
    platform::Result<std::string> read(const std::string&, std::size_t) const override {
        return std::string();
    }
    mutable std::size_t lists = 0;
};

/// A file that says something else each time it is read.
class Changing final : public platform::Folder {
public:
    EntryKind kind(const std::string&) const override { return EntryKind::file; }
    platform::Result<std::vector<platform::Entry>> list(const std::string&,
                                                        std::size_t) const override {
        return std::vector<platform::Entry>{{"pack.yaml", EntryKind::file}};
    }
    platform::Result<std::string> read(const std::string&, std::size_t) const override {
        return "reading " + std::to_string(++reads);
    }
    mutable int reads = 0;
};

} // namespace

TEST_CASE("a pack is copied as it is, with the sum of each file") {
    Stick stick;
    const auto pack = stick.copy();
    REQUIRE(pack.has_value());
    CHECK(paths(*pack) == paths_of_small_pack());
    for (const CopiedFile& file : pack->files) {
        const std::string bytes = small_pack(1).at(file.path);
        CHECK(*stick.desk.read("copy/" + file.path, 1UZ << 20U) == bytes);
        CHECK(file.size == bytes.size());
        CHECK(file.sum == sha256(bytes));
    }
}

TEST_CASE("a stick without cards is nobody's business") {
    const TempFolder empty;
    empty.write("holiday/photo.jpg", "x");
    const auto stick = RealFolder::open(empty.path());
    const auto found = find_pack(**stick);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().fault == CopyFault::no_pack);
}

TEST_CASE("the folder of cards is found in any letter case") {
    const TempFolder folder;
    fs::create_directory(folder.path() / "DeskCards");
    CHECK(find_pack(**RealFolder::open(folder.path())) == "DeskCards");
}

TEST_CASE("names: two packs on a stick") {
    Stick stick;
    fs::create_directory(stick.folder.path() / "DESKCARDS");
    CHECK(stick.fault("DESKCARDS") == CopyFault::two_packs);
}

TEST_CASE("names: a file called deskcards, or a link, is no pack") {
    const TempFolder folder;
    folder.write("deskcards", "x");
    fs::create_directory_symlink("/etc", folder.path() / "Deskcards");
    CHECK(find_pack(**RealFolder::open(folder.path())).error().fault == CopyFault::no_pack);
}

TEST_CASE("names: symbolic links, to files, to folders, to nothing, out of the stick") {
    for (const char* target : {"pack.yaml", "frameworks", "nowhere", "/etc/passwd", "../../.."}) {
        CAPTURE(target);
        Stick stick;
        fs::create_symlink(target, stick.pack / "link.md");
        CHECK(stick.fault("link.md") == CopyFault::bad_name);
    }
}

TEST_CASE("names: hard links, set-uid and exec bits come over as plain bytes") {
    const Stick stick;
    fs::create_hard_link(stick.pack / "pack.yaml", stick.pack / "second.yaml");
    REQUIRE(::chmod((stick.pack / "pack.yaml").c_str(), 06777) == 0);
    const TempFolder desk;
    const auto disk = RealFolder::open(desk.path());
    const auto from = RealFolder::open(stick.folder.path());
    REQUIRE(copy_pack(**from, "deskcards", **disk, "").has_value());
    struct stat status{};
    REQUIRE(::stat((desk.path() / "pack.yaml").c_str(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0600);
    CHECK(status.st_nlink == 1);
}

TEST_CASE("names: a pipe, a socket and a device") {
    SECTION("a pipe") {
        Stick stick;
        REQUIRE(::mkfifo((stick.pack / "pipe.md").c_str(), 0600) == 0);
        CHECK(stick.fault("pipe.md") == CopyFault::bad_name);
    }
    SECTION("a socket") {
        Stick stick;
        const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = stick.pack / "socket.md";
        path.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
        // NOLINTNEXTLINE(*-reinterpret-cast): POSIX's way
        REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        CHECK(stick.fault("socket.md") == CopyFault::bad_name);
        ::close(socket);
    }
    SECTION("a device") {
        CHECK(judge_name("zero.md", EntryKind::other).verdict == NameVerdict::refused);
        Stick stick;
        if (::mknod((stick.pack / "zero.md").c_str(), S_IFCHR | 0666, 0x105) == 0) { // by root only
            CHECK(stick.fault("zero.md") == CopyFault::bad_name);
        }
    }
}

TEST_CASE("names: what is not a name for a file") {
    for (const std::string name : {"..",
                                   "a\\b.md",
                                   "C:.md",
                                   "a:b.md",
                                   "a\nb.md",
                                   "a\rb.md",
                                   "a\x01.md",
                                   "a\x7F.md",
                                   "bad\xFF.md",
                                   "\xE2\x80\xAE"
                                   "dm.txt.md",
                                   "a\xE2\x80\x8B.md",
                                   "a\xEF\xBB\xBF.md",
                                   "CON",
                                   "con.md",
                                   "Aux.md",
                                   "nul.md",
                                   "COM1.md",
                                   "lpt9.md",
                                   "end.md.",
                                   "end.md ",
                                   " start.md",
                                   "what?.md",
                                   "star*.md",
                                   "pipe|.md"}) {
        CAPTURE(name);
        const JudgedName judged = judge_name(name, EntryKind::file);
        CHECK(judged.verdict == NameVerdict::refused);
        CHECK(judged.sentence.ends_with('.'));
        // What is said of it can be shown on one line.
        CHECK(judged.sentence.find_first_of("\n\r\x01\x7F\xFF") == std::string::npos);
    }
    CHECK(judge_name(std::string(300, 'a') + ".md", EntryKind::file).verdict ==
          NameVerdict::refused);
}

TEST_CASE("names: invalid UTF-8 on a real disk") {
    Stick stick;
    std::ofstream(stick.pack / "caf\xE9.md") << "x";
    CHECK(stick.fault("caf") == CopyFault::bad_name);
}

TEST_CASE("names: names that differ only in case or in Unicode form") {
    CHECK(find_clash({"Fine.md", "fine.md"}).has_value());
    CHECK(find_clash({"caf\xC3\xA9.md", "cafe\xCC\x81.md"}).has_value());
    CHECK_FALSE(find_clash({"fine.md", "fines.md", "pack.yaml"}).has_value());
    Stick stick;
    stick.folder.write("deskcards/frameworks/Help.md", "x");
    CHECK(stick.fault("Help.md") == CopyFault::bad_name);
}

TEST_CASE("names: short names in capitals, as FAT has them, are in small letters in the pack") {
    CHECK(path_in_pack("IMAGES/DOOR.PNG") == "images/door.png");
    CHECK(path_in_pack("frameworks/CALM.MD") == "frameworks/calm.md");
    CHECK(path_in_pack("SHA256SUMS") == "SHA256SUMS");
    CHECK(path_in_pack("README.md") == "README.md");
    CHECK(path_in_pack("PACK.YAML") == "PACK.YAML");
    Stick stick;
    fs::rename(stick.pack / "frameworks/calm.md", stick.pack / "frameworks/CALM.MD");
    const auto pack = stick.copy();
    REQUIRE(pack.has_value());
    CHECK(paths(*pack) == paths_of_small_pack());
}

TEST_CASE("names: what computers leave behind is passed over") {
    Stick stick;
    for (const char* litter : {"System Volume Information/IndexerVolumeGuid", "._pack.yaml",
                               ".DS_Store", "Thumbs.db", "desktop.ini", ".Trash-1000/files/x.exe",
                               "$RECYCLE.BIN/x", "pack.yaml~", "~$pack.docx", ".git/config"}) {
        stick.folder.write(fs::path("deskcards") / litter, "x");
    }
    const auto pack = stick.copy();
    REQUIRE(pack.has_value());
    CHECK(paths(*pack) == paths_of_small_pack());
}

TEST_CASE("names: what a pack is made of is taken") {
    for (const char* name : {"pack.yaml", "pack.yml", "fine-dispute.md", "photo.PNG", "photo.jpg",
                             "photo.jpeg", "notes.txt", "README", "README.md", "SHA256SUMS",
                             "SHA256SUMS.minisig", "caf\xC3\xA9.png", "\xE6\x9B\xB8.png"}) {
        CAPTURE(name);
        CHECK(judge_name(name, EntryKind::file).verdict == NameVerdict::wanted);
    }
    CHECK(judge_name("readme.exe", EntryKind::file).verdict == NameVerdict::refused);
}

TEST_CASE("names: kinds of files that are no cards are refused by name") {
    for (const char* name : {"a.gif", "a.svg", "a.webp", "a.bmp", "a.ttf", "a.OTF", "a.docx",
                             "a.exe", "a.sh", "a.html", "a.zip", "noending"}) {
        CAPTURE(name);
        Stick stick;
        stick.folder.write(fs::path("deskcards/images") / name, "x");
        CHECK(stick.fault(name) == CopyFault::bad_name);
    }
}

TEST_CASE("size: a path of 4,000 characters, and a tree 200 deep") {
    Stick stick;
    fs::path deep = stick.pack;
    for (int i = 0; i < 200; ++i) {
        deep /= std::string(20, 'd');
        // Longer than one call may name: made step by step.
        if (i < 180) {
            fs::create_directory(deep);
        }
    }
    CHECK(stick.fault("ddd") == CopyFault::too_much);
}

TEST_CASE("size: more files than a pack may have, before any is copied") {
    Stick stick;
    for (int i = 0; i < 30; ++i) {
        stick.folder.write("deskcards/situations/" + std::to_string(i) + ".md", "x");
    }
    CHECK(stick.fault("20", {.files = 20}) == CopyFault::too_much);
    CHECK(stick.desk.list("copy", 10)->empty());
}

TEST_CASE("size: cards are found among more files than are listed, and nothing else is") {
    const TempFolder full;
    for (int i = 0; i < 4001; ++i) {
        full.write("photograph-" + std::to_string(i), "");
    }
    const auto stick = RealFolder::open(full.path());
    REQUIRE(stick.has_value());
    CHECK(find_pack(**stick).error().fault == CopyFault::no_pack);
    full.write("deskcards/pack.yaml", "");
    CHECK(find_pack(**stick) == "deskcards");
}

TEST_CASE("size: a million files, or special files without end, are not even listed") {
    for (const EntryKind kind : {EntryKind::file, EntryKind::other}) {
        const Endless endless(kind);
        MemoryDisk desk;
        const auto copied = copy_pack(endless, "deskcards", desk, "");
        REQUIRE_FALSE(copied.has_value());
        CHECK(copied.error().fault == CopyFault::too_much);
        CHECK(endless.asked <= CopyLimits{}.entries_a_folder);
    }
}

TEST_CASE("size: a tree that never ends") {
    const Endless endless(EntryKind::folder);
    MemoryDisk desk;
    CHECK(copy_pack(endless, "deskcards", desk, "").error().fault == CopyFault::too_much);
}

TEST_CASE("size: millions of empty folders are not all looked into, and none is made") {
    const Labyrinth labyrinth;
    MemoryDisk desk;
    const auto copied = copy_pack(labyrinth, "deskcards", desk, "");
    REQUIRE_FALSE(copied.has_value());
    CHECK(copied.error().fault == CopyFault::too_much);
    CHECK(labyrinth.lists <= CopyLimits{}.entries);
    CHECK(desk.list("", 1)->empty());
}

TEST_CASE("size: a file that grows after it was counted is read to its limit and no further") {
    Stick stick;
    const auto from = RealFolder::open(stick.folder.path());
    const auto copied =
        copy_pack(**from, "deskcards", stick.desk, "", {}, [&](CopyProgress progress) {
            if (progress.files == 1) {
                fs::resize_file(stick.pack / "pack.yaml", 1UZ << 32U);
            }
        });
    REQUIRE_FALSE(copied.has_value());
    CHECK(copied.error().fault == CopyFault::too_much);
    CHECK(copied.error().sentence.contains("pack.yaml"));
}

TEST_CASE("size: a picture may be as large as a picture, however its ending is written") {
    Stick stick;
    for (const char* name : {"a.png", "b.JPG", "c.Jpg", "d.jPeG"}) {
        stick.folder.write(fs::path("deskcards/images") / name, std::string(2UZ << 20U, 'x'));
    }
    CHECK(stick.copy().has_value());
}

TEST_CASE("size: a text of 100 MB, whatever its name says") {
    Stick stick;
    fs::resize_file(stick.folder.write("deskcards/situations/long.md", ""), 100'000'000);
    CHECK(stick.fault("long.md") == CopyFault::too_much);
}

TEST_CASE("size: files that are too large together") {
    Stick stick;
    for (int i = 0; i < 4; ++i) {
        stick.folder.write("deskcards/images/" + std::to_string(i) + ".png",
                           std::string(300'000, 'x'));
    }
    CHECK(stick.fault("larger than", {.total_bytes = 1'000'000}) == CopyFault::too_much);
}

TEST_CASE("size: a file that lies about its length is read to its limit and no further") {
    // /proc says that its files have no length.
    const auto proc = RealFolder::open("/proc/self");
    REQUIRE(proc.has_value());
    CHECK((*proc)->read("status", 1UZ << 20U)->size() > 100);
    const auto limited = (*proc)->read("status", 10);
    REQUIRE_FALSE(limited.has_value());
    CHECK(limited.error().over_limit);
}

TEST_CASE("trust: what the stick says at a second reading is never heard") {
    const Changing stick;
    MemoryDisk desk;
    const auto pack = copy_pack(stick, "deskcards", desk, "");
    REQUIRE(pack.has_value());
    CHECK(stick.reads == 1);
    CHECK(*desk.read("pack.yaml", 100) == "reading 1");
    CHECK(pack->files.front().sum == sha256("reading 1"));
}

TEST_CASE("faults: a stick that is gone in the middle is told from one that is too full") {
    MemoryDisk stick;
    put(stick, "deskcards", small_pack(1));
    for (std::size_t call = 1;; ++call) {
        stick.plan(MemoryDisk::Event::fails, call, "Input/output error.");
        MemoryDisk desk;
        const auto copied = copy_pack(stick, "deskcards", desk, "");
        if (stick.calls() <= call) {
            CHECK(copied.has_value());
            break;
        }
        REQUIRE_FALSE(copied.has_value());
        CHECK(copied.error().fault == CopyFault::unreadable);
        CHECK(copied.error().sentence.contains("pulled out"));
    }
}

TEST_CASE("faults: a desk whose disk is full says so") {
    Stick stick;
    stick.desk.plan(MemoryDisk::Event::fails_on, 3, "No space left on device.");
    CHECK(stick.fault("No space left") == CopyFault::no_room);
}

TEST_CASE("progress counts every file, and a copy that nobody wants any more ends") {
    Stick stick;
    const auto from = RealFolder::open(stick.folder.path());
    std::vector<std::size_t> done;
    std::size_t all = 0;
    REQUIRE(copy_pack(**from, "deskcards", stick.desk, "", {}, [&](CopyProgress progress) {
                done.push_back(progress.files);
                all = progress.of_files;
            }).has_value());
    CHECK(done == std::vector<std::size_t>{1, 2, 3, 4, 5});
    CHECK(all == 5);
    std::stop_source stop;
    const auto stopped = copy_pack(
        **from, "deskcards", stick.desk, "", {}, [&](CopyProgress) { stop.request_stop(); },
        stop.get_token());
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().fault == CopyFault::stopped);
}

TEST_CASE("mirror: a stick that cannot be read to its end has none, and a full disk says so") {
    MemoryDisk stick;
    REQUIRE(stick.make_folder("DESKCARDS"));
    for (const auto& [path, bytes] : small_pack(1)) {
        REQUIRE(stick.make_folder(platform::folder_of("DESKCARDS/" + path)));
        REQUIRE(stick.write("DESKCARDS/" + path, bytes));
    }
    MemoryDisk spool;
    REQUIRE(spool.make_folder("sdb1"));
    REQUIRE(mirror_packs(stick, spool, "sdb1").has_value());
    const std::size_t calls = spool.calls();
    CHECK(spool.kind("sdb1/DESKCARDS/pack.yaml") == EntryKind::file);
    for (std::size_t call = 1; call < calls; ++call) {
        MemoryDisk broken;
        REQUIRE(broken.make_folder("sdb1"));
        broken.plan(MemoryDisk::Event::fails, call - 1, "No space left.");
        const auto mirrored = mirror_packs(stick, broken, "sdb1");
        INFO("call " << call);
        REQUIRE_FALSE(mirrored.has_value());
        CHECK(mirrored.error().sentence == "No space left.");
    }
}

TEST_CASE("mirror: it is not much larger than what a stick may hold") {
    MemoryDisk stick;
    REQUIRE(stick.make_folder("deskcards"));
    constexpr CopyLimits kSmall{.text_bytes = 100, .total_bytes = 1000};
    for (int i = 0; i < 100; ++i) {
        REQUIRE(stick.write("deskcards/" + std::to_string(i) + ".md", std::string(90, 'x')));
    }
    MemoryDisk spool;
    REQUIRE(spool.make_folder("sdb1"));
    REQUIRE(mirror_packs(stick, spool, "sdb1", kSmall).has_value());
    const auto entries = spool.list("sdb1/deskcards", 1000);
    REQUIRE(entries.has_value());
    CHECK(entries->size() == 12); // the twelfth is one byte too many in all
}

TEST_CASE("mirror: a list of what was taken back comes with the cards, or without any") {
    MemoryDisk stick;
    REQUIRE(stick.write("deskcards-revoked", "pack riverside 15\n"));
    REQUIRE(stick.write("deskcards-revoked.minisig", "signature"));
    REQUIRE(stick.write("letters.doc", "x"));
    MemoryDisk spool;
    REQUIRE(spool.make_folder("sdb1"));
    REQUIRE(mirror_packs(stick, spool, "sdb1").has_value());
    CHECK(spool.read("sdb1/deskcards-revoked", 100) == "pack riverside 15\n");
    CHECK(spool.read("sdb1/deskcards-revoked.minisig", 100) == "signature");
    CHECK(spool.kind("sdb1/letters.doc") == EntryKind::none);
    // What is too large to be one stays on the stick.
    REQUIRE(stick.write("deskcards-revoked", std::string(1UZ << 20U, 'x')));
    MemoryDisk other;
    REQUIRE(other.make_folder("sdb1"));
    REQUIRE(mirror_packs(stick, other, "sdb1").has_value());
    CHECK(other.kind("sdb1/deskcards-revoked") == EntryKind::none);
}
