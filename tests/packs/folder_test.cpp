#include "packs/folder.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include <sys/stat.h>

namespace fs = std::filesystem;
using support::TempFolder;

namespace {

const fs::path kStarter = fs::path(DESKCARDS_SOURCE_DIR) / "content";

/// A pipe with a name, which blocks whoever opens it carelessly.
void make_pipe(const fs::path& path) {
    REQUIRE(::mkfifo(path.c_str(), S_IRUSR | S_IWUSR) == 0);
}

/// A copy of the starter pack, to be changed.
void copy_starter(const TempFolder& folder) {
    fs::copy(kStarter, folder.path(), fs::copy_options::recursive);
}

std::size_t cards_in(const cards::Reading& reading) {
    return reading.pack ? reading.pack->cards.size() : 0;
}

/// The one problem of a folder that could not be read at all.
std::string only_problem(const fs::path& folder) {
    const cards::Reading reading = packs::read_folder(folder);
    CHECK_FALSE(reading.pack.has_value());
    REQUIRE(reading.problems.size() == 1);
    const cards::Problem& problem = reading.problems.front();
    CHECK(problem.severity == cards::Severity::error);
    CHECK(problem.file.empty());
    CHECK(problem.line == 0);
    return problem.text;
}

} // namespace

TEST_CASE("The starter pack's folder gives the starter pack") {
    const cards::Reading reading = packs::read_folder(kStarter);
    REQUIRE(reading.pack.has_value());
    CHECK(reading.pack->id == "starter");
    CHECK(reading.pack->cards.size() == 48);
    CHECK(reading.problems.empty());
}

TEST_CASE("A folder that is not there is a problem in words") {
    const TempFolder folder;
    CHECK(only_problem(folder.path() / "none") ==
          "The folder of cards \"" + (folder.path() / "none").string() + "\" is not a folder.");
}

TEST_CASE("A file is no folder of cards") {
    const TempFolder folder;
    const fs::path file = folder.write("pack.yaml", "id: x");
    CHECK(only_problem(file) == "The folder of cards \"" + file.string() + "\" is not a folder.");
}

TEST_CASE("A folder without a pack file gives no pack and a problem that names the file") {
    const TempFolder folder;
    const cards::Reading reading = packs::read_folder(folder.path());
    CHECK_FALSE(reading.pack.has_value());
    REQUIRE_FALSE(reading.problems.empty());
    CHECK(cards::has_errors(reading.problems));
    CHECK(cards::to_string(reading.problems.front()).contains("pack.yaml"));
}

TEST_CASE("Links, pipes and files of other kinds in a pack are passed over") {
    const TempFolder outside;
    outside.write("elsewhere.md", "no card");
    const TempFolder folder;
    copy_starter(folder);
    make_pipe(folder.path() / "situations/pipe.md");
    fs::create_symlink(outside.path() / "elsewhere.md", folder.path() / "situations/link.md");
    fs::create_directory_symlink(outside.path(), folder.path() / "frameworks/linked");
    folder.write("images/photo.gif", "no picture");
    const cards::Reading reading = packs::read_folder(folder.path());
    CHECK(cards_in(reading) == 48);
    CHECK(reading.problems.empty());
}

TEST_CASE("A card is read from its own file and no other") {
    const TempFolder folder;
    copy_starter(folder);
    fs::remove(folder.path() / "situations/odor-complaint.md");
    CHECK(cards_in(packs::read_folder(folder.path())) == 47);
}

TEST_CASE("A pack with far too many files is refused") {
    const TempFolder folder;
    copy_starter(folder);
    for (int i = 0; i < 12'100; ++i) {
        folder.write("situations/many-" + std::to_string(i) + ".md", "x");
    }
    CHECK(only_problem(folder.path()) ==
          "The folder of cards \"" + folder.path().string() + "\" holds more than 12000 files.");
}

TEST_CASE("A pack with a file of more than a mebibyte is refused, and the problem names it") {
    const TempFolder folder;
    copy_starter(folder);
    const fs::path large = folder.write("situations/large.md", std::string((1 << 20) + 1, 'x'));
    CHECK(only_problem(folder.path()) ==
          "The folder of cards \"" + large.string() + "\" is larger than 1024 KiB.");
}
