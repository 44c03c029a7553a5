#include "app/check.h"
#include "app/pack_commands.h"
#include "packs/seal.h"
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

/// What is printed of a starter pack with nothing wrong.
const std::string kAllDone = "44 of 44 situations have a card.\n";

struct Checked {
    int code = 0;
    std::string out;
};

Checked check(const fs::path& folder, bool json = false, const packs::Keys& keys = {}) {
    std::ostringstream out;
    const int code = app::check_pack(folder, json, out, keys, DESKCARDS_SANDBOX_CHILD);
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
    CHECK(checked.out == kAllDone);
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

TEST_CASE("JSON has the pack's figures, and none for a pack that cannot be used") {
    const auto figures = nlohmann::json::parse(check(starter_folder(), true).out).at("figures");
    CHECK(figures.at("cards") == 48);
    CHECK(figures.at("situations") == 44);
    CHECK(figures.at("frameworks") == 4);
    CHECK(figures.at("phrases") == 7);
    CHECK(figures.at("say_lines") > 100);
    CHECK(figures.at("words_a_say_line").at("median") > 0);
    CHECK(figures.at("words_a_say_line").at("maximum") <= 14);
    CHECK(figures.at("reading_grade_of_say_lines").at("median") <= 6);
    CHECK(figures.at("reading_grade_of_cards").at("maximum") <= 6);
    const double grade = figures.at("reading_grade_of_cards").at("median");
    CHECK(figures.at("reading_grade_of_cards").at("median").dump().size() <= 4);
    CHECK(grade <= figures.at("reading_grade_of_cards").at("maximum"));
    CHECK(figures.at("steps_a_framework") == nlohmann::json{{"minimum", 4}, {"maximum", 4}});

    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/situations/fight.md", "---\ntitle: [\n---\n");
    CHECK(nlohmann::json::parse(check(pack, true).out).at("figures").is_null());
}

TEST_CASE("What is still to do comes a line for each card, then how much and how far") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/situations/fight.md", "---\ntitle: Fight\ncode: red\nreviewer: TODO\n---\n"
                                             "TODO: what happens here\n");
    folder.write("pack/plan.md", "## Situations\n\n- Fight\n- Sleeping\n- Flooding\n");
    const Checked checked = check(pack);
    CHECK(checked.code == 1);
    CHECK(checked.out ==
          "plan.md:5: warning: There is no card yet for \"Flooding\".\n"
          "situations/fight.md:4: error: Still to do in 2 places: what is missing here; what "
          "happens here.\n"
          "2 things are still to do. What begins with TODO in a file says what to write there.\n"
          "1 of 3 situations have a card.\n");
}

TEST_CASE("JSON has each to-do on its own line, and the progress of a pack that cannot be used") {
    const auto good = nlohmann::json::parse(check(starter_folder(), true).out);
    CHECK(good.at("progress") ==
          nlohmann::json{{"planned", 44}, {"with_card", 44}, {"without_say_line", 0}});

    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/situations/fight.md",
                 "---\ntitle: Fight\ncode: red\nreviewer: TODO\n---\nTODO: what happens here\n");
    const auto json = nlohmann::json::parse(check(pack, true).out);
    CHECK(json.at("usable") == false);
    CHECK(json.at("progress").at("with_card") == 43);
    REQUIRE(json.at("problems").size() == 2);
    CHECK(json.at("problems").at(1).at("to_do") == true);
    CHECK(json.at("problems").at(1).at("line") == 6);

    fs::remove(pack / "plan.md");
    CHECK(nlohmann::json::parse(check(pack, true).out).at("progress").is_null());
}

TEST_CASE("A limit of the pack's own is what its cards are checked against") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    std::ofstream(pack / "pack.yaml", std::ios::app)
        << "\nrules:\n  say-words: {most: 5, because: Ours are children.}\n";
    const Checked strict = check(pack);
    CHECK(strict.code == 0);
    CHECK(strict.out.contains("words; this pack allows 5."));
    std::ofstream(pack / "pack.yaml", std::ios::app) << "  labels: {off: true}\n";
    const Checked without_reason = check(pack);
    CHECK(without_reason.code == 1);
    CHECK(without_reason.out.contains("error: There is no \"because\" here."));
}

TEST_CASE("Phrases that no speaker has checked are told in JSON, and are no problem") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/phrases/1-interpreter.md",
                 "---\ntitle: Wait\nchecked: es\n---\n## es\nEspere.\n");
    const auto json = nlohmann::json::parse(check(pack, true).out);
    CHECK(json.at("problems").empty());
    bool found = false;
    for (const auto& language : json.at("unchecked")) {
        CHECK(language.at("language") != "en");
        if (language.at("language") == "es") {
            found = true;
            CHECK(language.at("name") == "Español");
            CHECK(language.at("files").size() == 6);
            CHECK(language.at("files").at(0) == "phrases/2-want-to-help.md");
        }
    }
    CHECK(found);
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

TEST_CASE("A name that no desk takes is an error") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    folder.write("pack/situations/list.docx", "");
    const Checked checked = check(pack);
    CHECK(checked.code == 1);
    CHECK(checked.out.contains("error: \"list.docx\" "));
}

TEST_CASE("Sums that do not fit the files are errors, and those that do are none") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    REQUIRE(app::seal_pack({.folder = pack, .key = {}}) == 0);
    CHECK(check(pack).code == 0);
    std::ofstream(pack / "frameworks" / "help.md", std::ios::app) << "\n";
    const Checked checked = check(pack);
    CHECK(checked.code == 1);
    CHECK(checked.out.contains("SHA256SUMS: error: "));
    CHECK(checked.out.contains("frameworks/help.md"));
}

TEST_CASE("A signature of an unknown key is a warning, and the sums still count") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    const auto key = packs::SecretKey::make();
    const auto files = platform::RealFolder::open(pack);
    const auto sums = packs::sums_of_folder(**files).value();
    folder.write("pack/SHA256SUMS", sums);
    folder.write("pack/SHA256SUMS.minisig", key.sign(sums, "timestamp:1"));
    CHECK(check(pack).code == 0);
    CHECK(check(pack).out == "SHA256SUMS.minisig: warning: The signature is of the key " +
                                 packs::to_string(key.public_key().id) +
                                 ", which is not known here, and could not be checked.\n" +
                                 kAllDone);
    std::ofstream(pack / "frameworks" / "help.md", std::ios::app) << "\n";
    CHECK(check(pack).code == 1);
}

TEST_CASE("A signature of a known key is checked") {
    const TempFolder folder;
    const fs::path pack = copy_starter(folder);
    const auto key = packs::SecretKey::make();
    const packs::Keys keys{.trusted = {{.name = "head-office", .key = key.public_key()}},
                           .revoked = {},
                           .problems = {}};
    const auto files = platform::RealFolder::open(pack);
    const auto sums = packs::sums_of_folder(**files).value();
    folder.write("pack/SHA256SUMS", sums);
    folder.write("pack/SHA256SUMS.minisig", key.sign(sums, "timestamp:1"));
    CHECK(check(pack, false, keys).out == kAllDone);
    folder.write("pack/SHA256SUMS.minisig", key.sign(sums + " ", "timestamp:1"));
    const Checked checked = check(pack, false, keys);
    CHECK(checked.code == 1);
    CHECK(checked.out.contains("is not the list that was signed"));
}
