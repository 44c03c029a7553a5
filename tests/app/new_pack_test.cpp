#include "app/check.h"
#include "app/new_pack.h"
#include "support.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>

namespace fs = std::filesystem;
using app_test::Captured;
using support::TempFolder;

namespace {

app::Options installed() {
    return {
        .command = app::New{},
        .places = {.config = {}, .state = {}, .data = fs::path(DESKCARDS_LOCALES).parent_path()},
        .config_given = false};
}

struct Made {
    int code = 0;
    std::string out;
    std::string err;
};

Made make(const app::New& command) {
    const Captured err(std::cerr);
    std::ostringstream out;
    const int code = app::make_new_pack(installed(), command, out);
    return {.code = code, .out = out.str(), .err = err.text()};
}

} // namespace

TEST_CASE("A fresh pack fails check with a list of what to do, and says how to go on") {
    const TempFolder folder;
    const fs::path pack = folder.path() / "oakwood";
    const Made made = make({.folder = pack / ""});
    CHECK(made.code == 0);
    CHECK(made.err.empty());
    CHECK(made.out.contains("Begin with plan.md there"));
    CHECK(made.out.contains("deskcards check "));
    std::ostringstream out;
    CHECK(app::check_pack(pack, false, out, {}, DESKCARDS_SANDBOX_CHILD) == 1);
    std::istringstream lines(out.str());
    std::vector<std::string> read;
    for (std::string line; std::getline(lines, line);) {
        read.push_back(line);
    }
    REQUIRE(read.size() > 2);
    CHECK(read.size() < 50); // A page that a person reads, and not a line for each place.
    CHECK(read.back() == "0 of 16 situations have a card.");
    CHECK(read.at(read.size() - 2).contains(" things are still to do."));
    CHECK(std::ranges::all_of(read.begin(), read.end() - 2, [](const std::string& line) {
        return line.contains(": error: Still to do");
    }));
}

TEST_CASE("Nothing is made in a folder that is not empty") {
    const TempFolder folder;
    folder.write("mine.txt", "mine");
    const Made made = make({.folder = folder.path()});
    CHECK(made.code == 1);
    CHECK(made.err.contains("is not empty."));
    CHECK_FALSE(fs::exists(folder.path() / "pack.yaml"));
}

TEST_CASE("An acronym that is not known, or named twice, is refused before anything is made") {
    const TempFolder folder;
    const fs::path pack = folder.path() / "pack";
    const Made unknown = make({.folder = pack, .frameworks = {"HERD", "CALM", "SAFE", "REST"}});
    CHECK(unknown.code == 2);
    CHECK(unknown.err ==
          "deskcards: There is no template \"HERD\". List them with: deskcards new --list\n");
    const Made twice = make({.folder = pack, .frameworks = {"HELP", "help", "SAFE", "REST"}});
    CHECK(twice.code == 2);
    CHECK(twice.err.contains("HELP is named for two codes."));
    CHECK_FALSE(fs::exists(pack));
}

TEST_CASE("The list of templates has a line for each, with its steps and its source") {
    std::ostringstream out;
    CHECK(app::list_templates(installed(), out) == 0);
    CHECK(std::ranges::count(out.str(), '\n') == 13);
    CHECK(out.str().starts_with("HELP      Hear them out · Empathize · "));
    CHECK(out.str().contains("\nHEARD     Hear · Empathize · Apologize · Resolve · Diagnose. "
                             "Source: Disney Institute\n"));
    CHECK(out.str().contains("\nEBBS      4 steps to fill in. Source: "));
}

TEST_CASE("A program without its templates says so") {
    const Captured err(std::cerr);
    app::Options options = installed();
    options.places.data = "/nowhere";
    std::ostringstream out;
    CHECK(app::list_templates(options, out) == 1);
    CHECK(err.text().starts_with("deskcards: "));
}
