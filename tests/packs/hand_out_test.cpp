#include "packs/folder.h"
#include "packs/hand_out.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using packs::copy_out;
using packs::hand_out;
using platform::RealFolder;
using support::TempFolder;

namespace {

std::unique_ptr<RealFolder> open(const fs::path& path) {
    auto folder = RealFolder::open(path);
    REQUIRE(folder.has_value());
    return std::move(*folder);
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string hand_out_to(const TempFolder& stick, const fs::path& pack) {
    const auto name = hand_out(*open(pack), "", *open(stick.path()));
    REQUIRE(name.has_value());
    return *name;
}

const fs::path kStarter = DESKCARDS_SOURCE_DIR "/content";

} // namespace

TEST_CASE("The cards on a stick are whole, and can be read as they are") {
    const TempFolder stick;
    CHECK(hand_out_to(stick, kStarter) == "deskcards");
    const auto before = packs::read_folder(kStarter);
    const auto after = packs::read_folder(stick.path() / "deskcards");
    REQUIRE(after.pack.has_value());
    CHECK(after.problems.empty());
    CHECK(after.progress == before.progress); // The planning page goes with them.
    CHECK(after.pack->cards.size() == before.pack->cards.size());
    CHECK(text_of(stick.path() / "deskcards/pack.yaml") == text_of(kStarter / "pack.yaml"));
    CHECK(text_of(stick.path() / "deskcards-how-to.txt").contains("pack.yaml"));
}

TEST_CASE("Nothing that is on the stick is written over") {
    const TempFolder stick;
    stick.write("deskcards/mine.txt", "mine");
    stick.write("deskcards-how-to.txt", "my notes");
    CHECK(hand_out_to(stick, kStarter) == "deskcards-2");
    CHECK(hand_out_to(stick, kStarter) == "deskcards-3");
    CHECK(text_of(stick.path() / "deskcards/mine.txt") == "mine");
    CHECK(text_of(stick.path() / "deskcards-how-to.txt") == "my notes");
}

TEST_CASE("A seal does not go with cards that are to be changed, nor does what is hidden") {
    const TempFolder pack;
    pack.write("pack.yaml", "x");
    pack.write("SHA256SUMS", "x");
    pack.write("SHA256SUMS.minisig", "x");
    pack.write(".git/config", "x");
    const TempFolder stick;
    hand_out_to(stick, pack.path());
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(stick.path() / "deskcards")) {
        names.push_back(entry.path().filename());
    }
    CHECK(names == std::vector<std::string>{"pack.yaml"});
}

TEST_CASE("Files go into a folder of their own, and what is there is left alone") {
    const TempFolder stick;
    const std::vector<cards::SourceFile> files{{"a.csv", "1"}, {"b.html", "2"}};
    CHECK(packs::hand_out_files(files, "report", *open(stick.path())) == "report");
    CHECK(packs::hand_out_files(files, "report", *open(stick.path())) == "report-2");
    CHECK(text_of(stick.path() / "report/a.csv") == "1");
    CHECK(text_of(stick.path() / "report-2/b.html") == "2");
    const std::vector<cards::SourceFile> bad{{"a.csv", "1"}, {"no/b.html", "2"}};
    CHECK_FALSE(packs::hand_out_files(bad, "other", *open(stick.path())));
    CHECK_FALSE(fs::exists(stick.path() / "other"));
}

TEST_CASE("What was made elsewhere is passed on to a stick, and what is there is left alone") {
    const TempFolder made;
    REQUIRE(hand_out(*open(kStarter), "", *open(made.path())) == "deskcards");
    const TempFolder stick;
    stick.write("deskcards/mine.md", "mine");
    CHECK(packs::pass_on(*open(made.path()), *open(stick.path())) == "deskcards-2");
    CHECK(text_of(stick.path() / "deskcards-how-to.txt") ==
          text_of(made.path() / "deskcards-how-to.txt"));
    stick.write("deskcards-how-to.txt", "my notes");
    CHECK(packs::pass_on(*open(made.path()), *open(stick.path())) == "deskcards-3");
    CHECK(text_of(stick.path() / "deskcards-how-to.txt") == "my notes");
    CHECK(text_of(stick.path() / "deskcards/mine.md") == "mine");
    CHECK(text_of(stick.path() / "deskcards-3/pack.yaml") ==
          text_of(made.path() / "deskcards/pack.yaml"));

    const TempFolder empty;
    CHECK_FALSE(packs::pass_on(*open(empty.path()), *open(stick.path())).has_value());
}

TEST_CASE("What could not be copied whole is taken away again") {
    const TempFolder pack;
    pack.write("a.md", "x");
    pack.write("z.md", std::string((16UZ << 20U) + 1, 'x')); // larger than any file of a pack
    const TempFolder stick;
    const auto copied = hand_out(*open(pack.path()), "", *open(stick.path()));
    REQUIRE_FALSE(copied.has_value());
    CHECK(copied.error().sentence.starts_with("The cards could not be copied to the stick: "));
    CHECK(fs::is_empty(stick.path()));
}
