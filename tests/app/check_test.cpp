#include "app/check.h"
#include "support.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using app_test::starter_folder;
using support::TempFolder;

namespace {

struct Checked {
    int code = 0;
    std::string out;
};

Checked check(const fs::path& folder, bool json = false) {
    std::ostringstream out;
    const int code = app::check_pack(folder, json, out, DESKCARDS_SANDBOX_CHILD);
    return {.code = code, .out = out.str()};
}

fs::path copy_starter(const TempFolder& folder) {
    const fs::path pack = folder.path() / "pack";
    fs::copy(starter_folder(), pack, fs::copy_options::recursive);
    return pack;
}

} // namespace

TEST_CASE("The starter pack has nothing wrong with it") {
    const Checked checked = check(starter_folder());
    CHECK(checked.code == 0);
    CHECK(checked.out.empty());
}

TEST_CASE("A warning is a line, and the pack can be used") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    std::ofstream(pack / "pack.yaml", std::ios::app) << "\nunheard-of: 1\n";
    const Checked checked = check(pack);
    CHECK(checked.code == 0);
    CHECK(checked.out.starts_with("pack.yaml:"));
    CHECK(checked.out.contains(": warning: "));
    CHECK(checked.out.contains("unheard-of"));
    CHECK(checked.out.ends_with('\n'));
}

TEST_CASE("An error is a line with its file, and the exit code is 1") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/situations/fight.md", "---\ntitle: [\n---\n");
    const Checked checked = check(pack);
    CHECK(checked.code == 1);
    CHECK(checked.out.contains("situations/fight.md:"));
    CHECK(checked.out.contains(": error: "));
}

TEST_CASE("A folder that is not there is an error") {
    const Checked checked = check("/nowhere/at/all");
    CHECK(checked.code == 1);
    CHECK(checked.out.contains("is not a folder."));
}

TEST_CASE("JSON says whether the pack can be used, how many cards it has, and each problem") {
    const auto good = nlohmann::json::parse(check(starter_folder(), true).out);
    CHECK(good.at("usable") == true);
    CHECK(good.at("cards") == 48);
    CHECK(good.at("problems").empty());

    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/situations/fight.md", "---\ntitle: [\n---\n");
    const Checked checked = check(pack, true);
    CHECK(checked.code == 1);
    const auto bad = nlohmann::json::parse(checked.out);
    CHECK(bad.at("usable") == false);
    CHECK(bad.at("cards") == 0);
    const auto& problem = bad.at("problems").at(0);
    CHECK(problem.at("severity").is_string());
    CHECK(problem.at("file").is_string());
    CHECK(problem.at("line").is_number_integer());
    CHECK_FALSE(problem.at("text").get<std::string>().empty());
}

TEST_CASE("A picture that the desk cannot read is an error with its name") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/images/door.png", "GIF89a");
    const Checked checked = check(pack, true);
    CHECK(checked.code == 1);
    const auto json = nlohmann::json::parse(checked.out);
    CHECK(json.at("usable") == false);
    CHECK(json.at("problems").front().at("file") == "images/door.png");
    CHECK(json.at("problems").front().at("text") ==
          "This is not a picture that the desk can read. Save it again as PNG or JPEG.");
}
