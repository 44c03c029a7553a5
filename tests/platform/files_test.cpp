#include "platform/files.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using platform::FolderLimits;
using platform::read_file;
using platform::read_folder;
using support::TempFolder;

namespace {

constexpr std::size_t kPlenty = 1 << 20;

/// A pipe with a name, which blocks whoever opens it carelessly.
void make_pipe(const fs::path& path) {
    REQUIRE(::mkfifo(path.c_str(), S_IRUSR | S_IWUSR) == 0);
}

/// The sentence of a failure; empty if there is none.
template <typename T>
std::string sentence(const platform::Result<T>& result) {
    return result ? std::string() : result.error().sentence;
}

std::string quoted(const fs::path& path) {
    return "\"" + path.string() + "\" ";
}

std::vector<std::string> paths_in(const fs::path& folder, const std::vector<std::string>& endings,
                                  const FolderLimits& limits = {}) {
    const auto files = read_folder(folder, endings, limits);
    REQUIRE(files.has_value());
    std::vector<std::string> paths;
    for (const platform::FolderFile& file : *files) {
        paths.push_back(file.path);
    }
    return paths;
}

using Paths = std::vector<std::string>;

} // namespace

TEST_CASE("A file is read as it is, byte for byte") {
    const TempFolder folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    CHECK(read_file(folder.write("file", bytes), kPlenty) == bytes);
    CHECK(read_file(folder.write("empty", ""), 0)->empty());
    const std::string large(300000, 'x');
    CHECK(read_file(folder.write("large", large), kPlenty) == large);
}

TEST_CASE("A file may have as many bytes as the limit says, and no more") {
    const TempFolder folder;
    const fs::path file = folder.write("file", std::string(2048, 'x'));
    CHECK(read_file(file, 2048).has_value());
    CHECK(sentence(read_file(file, 2047)) == quoted(file) + "is larger than 1 KiB.");
    CHECK(sentence(read_file("/dev/zero", 10)) == "\"/dev/zero\" is not a file.");
}

TEST_CASE("What is no file is not read, and nothing waits for a pipe") {
    const TempFolder folder;
    make_pipe(folder.path() / "pipe");
    CHECK(sentence(read_file(folder.path() / "pipe", kPlenty)) ==
          quoted(folder.path() / "pipe") + "is not a file.");
    CHECK(sentence(read_file(folder.path(), kPlenty)) == quoted(folder.path()) + "is not a file.");
    CHECK(sentence(read_file(folder.path() / "none", kPlenty)) ==
          quoted(folder.path() / "none") + "cannot be read: No such file or directory.");
    CHECK_FALSE(read_file("", kPlenty).has_value());
}

TEST_CASE("A file that this user may not read is not read") {
    const TempFolder folder;
    const fs::path file = folder.write("secret", "x");
    fs::permissions(file, fs::perms::none);
    if (::geteuid() != 0) {
        CHECK(sentence(read_file(file, kPlenty)) ==
              quoted(file) + "cannot be read: Permission denied.");
    }
}

TEST_CASE("The files of a folder come in the order of their paths, with the folders they are in") {
    const TempFolder folder;
    folder.write("b.md", "two");
    folder.write("a/z.md", "one");
    folder.write("a/b/c.yaml", "zero");
    folder.write("é f.md", "last");
    CHECK(paths_in(folder.path(), {".md", ".yaml"}) ==
          Paths{"a/b/c.yaml", "a/z.md", "b.md", "é f.md"});
    const auto files = read_folder(folder.path(), {".md"}, {});
    REQUIRE(files.has_value());
    CHECK(files->at(0).bytes == "one");
    CHECK(files->at(1).bytes == "two");
}

TEST_CASE("Only files with one of the endings are read") {
    const TempFolder folder;
    for (const char* name : {"a.md", "b.MD", "c.mdx", "d.yaml", "md", "e.md.bak", ".md"}) {
        folder.write(name, "x");
    }
    CHECK(paths_in(folder.path(), {".md"}) == Paths{".md", "a.md"});
    CHECK(paths_in(folder.path(), {}).empty());
}

TEST_CASE("An empty folder holds no files") {
    const TempFolder folder;
    CHECK(paths_in(folder.path(), {".md"}).empty());
}

TEST_CASE("A folder that is not there, or is a file, is a failure") {
    const TempFolder folder;
    const fs::path file = folder.write("file.md", "x");
    CHECK(sentence(read_folder(folder.path() / "none", {".md"}, {})) ==
          quoted(folder.path() / "none") + "is not a folder.");
    CHECK(sentence(read_folder(file, {".md"}, {})) == quoted(file) + "is not a folder.");
}

TEST_CASE("Links and special files in a folder are passed over") {
    const TempFolder outside;
    outside.write("secret.md", "secret");
    const TempFolder folder;
    folder.write("real.md", "x");
    make_pipe(folder.path() / "pipe.md");
    fs::create_directory(folder.path() / "folder.md");
    fs::create_symlink(outside.path() / "secret.md", folder.path() / "link.md");
    fs::create_directory_symlink(outside.path(), folder.path() / "linked");
    fs::create_symlink(folder.path() / "none", folder.path() / "broken.md");
    fs::create_directory_symlink(folder.path(), folder.path() / "loop");
    CHECK(paths_in(folder.path(), {".md"}) == Paths{"real.md"});
}

TEST_CASE("The folder itself may be reached by a link") {
    const TempFolder folder;
    folder.write("pack/a.md", "x");
    fs::create_directory_symlink(folder.path() / "pack", folder.path() / "link");
    CHECK(paths_in(folder.path() / "link", {".md"}) == Paths{"a.md"});
}

TEST_CASE("A folder with more files than the limit is refused") {
    const TempFolder folder;
    for (const char* name : {"a.md", "b.md", "c.md", "d.txt"}) {
        folder.write(name, "x");
    }
    CHECK(paths_in(folder.path(), {".md"}, {.files = 3}).size() == 3);
    CHECK(sentence(read_folder(folder.path(), {".md"}, {.files = 2})) ==
          quoted(folder.path()) + "holds more than 2 files.");
}

TEST_CASE(
    "A folder with a file larger than the limit is refused, and the sentence names the file") {
    const TempFolder folder;
    folder.write("a.md", std::string(1024, 'x'));
    const fs::path large = folder.write("b.md", std::string(1025, 'x'));
    folder.write("c.txt", std::string(9999, 'x'));
    CHECK(sentence(read_folder(folder.path(), {".md"}, {.file_bytes = 1024})) ==
          quoted(large) + "is larger than 1 KiB.");
    CHECK(paths_in(folder.path(), {".md"}, {.file_bytes = 1025}).size() == 2);
}

TEST_CASE("A folder with more bytes than the limit is refused") {
    const TempFolder folder;
    folder.write("a.md", std::string(60, 'x'));
    folder.write("b.md", std::string(60, 'x'));
    CHECK(paths_in(folder.path(), {".md"}, {.total_bytes = 120}).size() == 2);
    CHECK(sentence(read_folder(folder.path(), {".md"}, {.total_bytes = 119})) ==
          quoted(folder.path()) + "holds too much text to be cards.");
}

TEST_CASE("Folders are read as deep as the limit says") {
    const TempFolder folder;
    folder.write("0.md", "x");
    folder.write("a/1.md", "x");
    folder.write("a/b/2.md", "x");
    CHECK(paths_in(folder.path(), {".md"}, {.depth = 2}) == Paths{"0.md", "a/1.md", "a/b/2.md"});
    CHECK(sentence(read_folder(folder.path(), {".md"}, {.depth = 1})) ==
          quoted(folder.path()) + "holds folders more than 1 deep.");
}

TEST_CASE("A folder whose name begins with a dot is not looked into") {
    const TempFolder folder;
    folder.write("0.md", "x");
    folder.write(".git/a/b/c/d/e/f/1.md", "x");
    CHECK(paths_in(folder.path(), {".md"}) == Paths{"0.md"});
}
