#include "app/found_times.h"
#include "app/opening.h"
#include "packs/store_support.h"
#include "support.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using app::Opening;
using app::Options;
using app_test::starter_folder;
using support::TempFolder;

namespace {

/// A machine with the starter pack in place, no configuration, and whatever a test adds.
class Machine {
public:
    Machine() {
        fs::create_directory(folder_.path() / "data");
        fs::copy(starter_folder(), content(), fs::copy_options::recursive);
        options_.places = {.config = folder_.path() / "deskcards.yaml",
                           .state = folder_.path() / "state",
                           .data = folder_.path() / "data"};
    }

    fs::path content() const { return folder_.path() / "data/content"; }
    const TempFolder& folder() const { return folder_; }

    /// A usable pack of its own name, and where it is.
    fs::path add_pack(const std::string& name) const {
        const fs::path pack = folder_.path() / name;
        fs::copy(starter_folder(), pack, fs::copy_options::recursive);
        replace(pack / "pack.yaml", "id: starter", "id: " + name);
        return pack;
    }

    /// One of 404 cards, of which eight are enough for its board.
    fs::path add_large_pack() const {
        for (const auto& [path, text] : packs_test::large_pack(1)) {
            folder_.write("large/" + path, text);
        }
        return folder_.path() / "large";
    }

    /// Puts a pack into use as if from a stick.
    void bring(const packs_test::Files& files) const {
        const auto room = app::open_pack_room(places(), "");
        REQUIRE(room);
        REQUIRE(room->store->tidy_up());
        REQUIRE(packs_test::bring(*room->store, *room->disk, files));
    }

    const platform::Places& places() const { return options_.places; }

    /// A pack that cannot be used.
    fs::path add_broken_pack() const {
        const fs::path pack = add_pack("broken");
        std::ofstream(pack / "pack.yaml") << "id: [\n";
        return pack;
    }

    void configure(const std::string& text) const { folder_.write("deskcards.yaml", text); }

    platform::Result<Opening> open(std::optional<fs::path> pack = std::nullopt) const {
        return app::open_desk(options_, app::RunDesk{.pack = std::move(pack), .window = {}});
    }
    platform::Result<Opening> open_with_config(const fs::path& config) const {
        Options options = options_;
        options.places.config = config;
        options.config_given = true;
        return app::open_desk(options, app::RunDesk{});
    }

private:
    static void replace(const fs::path& file, const std::string& from, const std::string& to) {
        std::stringstream text;
        text << std::ifstream(file).rdbuf();
        std::string all = text.str();
        const std::size_t at = all.find(from);
        REQUIRE(at != std::string::npos);
        std::ofstream(file) << all.replace(at, from.size(), to);
    }

    TempFolder folder_;
    Options options_;
};

std::string shown_by(const platform::Result<Opening>& opening) {
    REQUIRE(opening.has_value());
    REQUIRE(opening->cards.library != nullptr);
    return opening->cards.library->pack.id;
}

std::vector<std::string> problems_of(const platform::Result<Opening>& opening) {
    REQUIRE(opening.has_value());
    std::vector<std::string> lines;
    for (const cards::Problem& problem : opening->cards.library->problems) {
        lines.push_back(cards::to_string(problem));
    }
    return lines;
}

desk::LibraryPtr rest_of(const platform::Result<Opening>& opening) {
    REQUIRE(opening.has_value());
    REQUIRE(opening->cards.rest != nullptr);
    const auto all = opening->cards.rest(opening->room);
    REQUIRE(all.has_value());
    return *all;
}

std::string given_way(const fs::path& pack) {
    return "The cards in \"" + pack.string() + "\" cannot be used, so the starter pack is shown.";
}

} // namespace

TEST_CASE("A desk that is told nothing shows the starter pack and has nothing to complain of") {
    const Machine machine;
    const auto opening = machine.open();
    CHECK(shown_by(opening) == "starter");
    CHECK(problems_of(opening).empty());
    CHECK(opening->config.habits == desk::Habits{});
}

TEST_CASE("The configuration says which cards are shown") {
    const Machine machine;
    machine.configure("pack: " + machine.add_pack("ours").string() + "\nidle-minutes: 9\n");
    const auto opening = machine.open();
    CHECK(shown_by(opening) == "ours");
    CHECK(problems_of(opening).empty());
    CHECK(opening->config.habits.idle_return == 9min);
}

TEST_CASE("The command line's cards come before those of the configuration") {
    const Machine machine;
    machine.configure("pack: " + machine.add_pack("ours").string() + "\nclock: off\n");
    const auto opening = machine.open(machine.add_pack("theirs"));
    CHECK(shown_by(opening) == "theirs");
    CHECK_FALSE(opening->config.habits.clock);
}

TEST_CASE("A desk with cards from the command line has a place for packs that are brought") {
    const Machine machine;
    auto opening = machine.open(machine.add_pack("theirs"));
    REQUIRE(opening.has_value());
    CHECK(opening->room.store->make_incoming().has_value());
}

TEST_CASE("Of a large pack the board is read first, and then the rest") {
    const Machine machine;
    machine.configure("pack: " + machine.add_large_pack().string() + "\n");
    const auto opening = machine.open();
    CHECK(shown_by(opening) == "riverside");
    CHECK_FALSE(opening->cards.library->whole);
    CHECK(opening->cards.library->pack.find("number-0") != nullptr);
    CHECK(opening->cards.library->pack.find("number-300") == nullptr);

    const desk::LibraryPtr all = rest_of(opening);
    CHECK(all->whole);
    CHECK(all->pack.find("number-300") != nullptr);
    CHECK(all->pack.cards.size() == 404);
    CHECK(all->problems.empty());
    CHECK(all->shelf == opening->cards.library->shelf);
}

TEST_CASE("A large pack with a fault beyond its board gives way once that is read") {
    const Machine machine;
    const fs::path pack = machine.add_large_pack();
    std::ofstream(pack / "situations/number-300.md") << "---\n";
    const auto opening = machine.open(pack);
    CHECK(shown_by(opening) == "riverside");
    const desk::LibraryPtr all = rest_of(opening);
    CHECK(all->pack.id == "starter");
    CHECK(all->problems.front().file == "situations/number-300.md");
    CHECK(all->problems.back().text == given_way(pack));
}

TEST_CASE("A large pack that was brought is read for its board first, and then the rest") {
    const Machine machine;
    machine.bring(packs_test::large_pack(1));
    const auto opening = machine.open();
    CHECK(shown_by(opening) == "riverside");
    CHECK_FALSE(opening->cards.library->whole);
    const desk::LibraryPtr all = rest_of(opening);
    CHECK(all->pack.cards.size() == 404);
    CHECK(all->problems.empty());
    CHECK(all->shelf == opening->cards.library->shelf);
}

TEST_CASE("A large pack that is damaged beyond its board gives way to the one before it") {
    const Machine machine;
    machine.bring(packs_test::small_pack(1));
    machine.bring(packs_test::large_pack(2));
    const auto opening = machine.open();
    CHECK(opening->cards.library->pack.version == 2);
    const auto& store = *opening->room.store;
    REQUIRE(opening->room.disk->write(store.active()->files() + "/situations/number-300.md",
                                      "cut off"));
    const desk::LibraryPtr all = rest_of(opening);
    CHECK(all->pack.version == 1);
    CHECK(store.active()->version == 1);
    REQUIRE(all->problems.size() == 2);
    CHECK(all->problems.front().text.contains("number-300.md of version 2 is not as it was"));
    CHECK(all->problems.back().text == "Version 1 is shown instead.");
}

TEST_CASE("A large pack that is damaged on its board gives way before it is shown") {
    const Machine machine;
    machine.bring(packs_test::small_pack(1));
    machine.bring(packs_test::large_pack(2));
    const auto store = app::open_pack_room(machine.places(), "");
    REQUIRE(store->disk->write(store->store->active()->files() + "/situations/number-0.md", "?"));
    const auto opening = machine.open();
    CHECK(opening->cards.library->pack.version == 1);
    CHECK(opening->cards.rest == nullptr);
    CHECK(problems_of(opening).size() == 2);
}

TEST_CASE("How long it took to find cards is kept, and lines that make no sense are left out") {
    const Machine machine;
    auto opening = machine.open();
    REQUIRE(opening.has_value());
    CHECK(opening->found.empty());
    const std::vector<desk::FoundTime> found{{.card = "fight", .took = 1900ms},
                                             {.card = "overdose", .took = 3s}};
    REQUIRE(app::keep_found(*opening->room.disk, found));
    CHECK(machine.open()->found == found);
    REQUIRE(opening->room.disk->write(
        app::kFoundFile, "card,milliseconds\nfight,-1\nFight,3\nfight\nfight,2x\nfight,7\n,,"));
    CHECK(machine.open()->found == std::vector<desk::FoundTime>{{.card = "fight", .took = 7ms}});
}

TEST_CASE(
    "Cards that cannot be used give way to the starter pack, and the first problem says why") {
    const Machine machine;
    const fs::path pack = machine.add_broken_pack();
    const auto opening = machine.open(pack);
    CHECK(shown_by(opening) == "starter");
    const auto& problems = opening->cards.library->problems;
    REQUIRE(problems.size() >= 2);
    CHECK(problems.front().severity == cards::Severity::error);
    CHECK(problems.front().file == "pack.yaml");
    CHECK(problems.back().text == given_way(pack));
    CHECK(problems.back().severity == cards::Severity::warning);
}

TEST_CASE("A folder of cards that is not there gives way to the starter pack") {
    const Machine machine;
    const fs::path pack = machine.folder().path() / "none";
    machine.configure("pack: " + pack.string() + "\n");
    const auto opening = machine.open();
    CHECK(shown_by(opening) == "starter");
    const auto problems = problems_of(opening);
    REQUIRE(problems.size() == 2);
    CHECK(
        problems.at(0).contains("The folder of cards \"" + pack.string() + "\" is not a folder."));
    CHECK(problems.at(1).contains(given_way(pack)));
}

TEST_CASE(
    "The command line's cards, if they cannot be used, do not give way to the configuration's") {
    const Machine machine;
    machine.configure("pack: " + machine.add_pack("ours").string() + "\n");
    CHECK(shown_by(machine.open(machine.add_broken_pack())) == "starter");
}

TEST_CASE("What is wrong in the configuration is a problem on the desk") {
    const Machine machine;
    machine.configure("clock: maybe\n");
    const auto problems = problems_of(machine.open());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front() ==
          "deskcards.yaml:1: warning: \"clock\" is either on or off; it is left "
          "as it was.");
}

TEST_CASE("The problems of cards that cannot be used come before those of the configuration") {
    const Machine machine;
    machine.configure("clock: maybe\n");
    const auto problems = problems_of(machine.open(machine.add_broken_pack()));
    REQUIRE(problems.size() >= 3);
    CHECK(problems.front().starts_with("pack.yaml"));
    CHECK(std::ranges::count_if(problems, [](const std::string& line) {
              return line.contains("deskcards.yaml:1");
          }) == 1);
}

TEST_CASE("A configuration that cannot be read is a problem, unless the command line named it") {
    const Machine machine;
    fs::create_directory(machine.folder().path() / "deskcards.yaml");
    const auto problems = problems_of(machine.open());
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().contains("The configuration file \""));
    CHECK(problems.front().contains("is not a file."));
    CHECK_FALSE(machine.open_with_config(machine.folder().path() / "deskcards.yaml").has_value());
}

TEST_CASE("A configuration that the command line names has to be there") {
    const Machine machine;
    const fs::path file = machine.folder().path() / "mine.yaml";
    const auto missing = machine.open_with_config(file);
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().sentence == "The configuration file \"" + file.string() +
                                          "\" cannot be read: No such file or directory. Check the "
                                          "path after --config.");
    machine.folder().write("mine.yaml", "clock: off\n");
    const auto found = machine.open_with_config(file);
    REQUIRE(found.has_value());
    CHECK_FALSE(found->config.habits.clock);
}

TEST_CASE("A configuration of more than 64 KiB is not read") {
    const Machine machine;
    machine.configure("clock: off\n" + std::string(66'000, '#'));
    const auto opening = machine.open();
    CHECK(problems_of(opening).size() == 1);
    CHECK(opening->config.habits.clock);
}

TEST_CASE("Without a starter pack a desk with cards of its own starts all the same") {
    const Machine machine;
    const fs::path pack = machine.add_pack("ours");
    fs::remove_all(machine.content());
    CHECK(shown_by(machine.open(pack)) == "ours");
}

TEST_CASE("Without any cards the desk says so and what to do") {
    const Machine machine;
    fs::remove_all(machine.content());
    for (const auto& opening : {machine.open(), machine.open(machine.add_broken_pack())}) {
        REQUIRE_FALSE(opening.has_value());
        CHECK(opening.error().sentence.starts_with(
            "There are no cards to show: the starter pack in \"" + machine.content().string() +
            "\" cannot be used. Install Deskcards again."));
        CHECK(opening.error().sentence.contains("is not a folder."));
    }
}

TEST_CASE("What staff have set is kept, and comes before what the configuration says") {
    const support::TempFolder folder;
    const auto disk = platform::RealFolder::open(folder.path());
    REQUIRE(disk.has_value());
    app::Config config;
    config.comfort.colours = desk::Colours::dark;
    CHECK(app::with_kept_settings(**disk, config).comfort == config.comfort);
    const desk::KeepSettings chosen{
        .comfort = {.text = desk::TextSize::large, .rail_on_right = true},
        .speech = {.on = true, .volume = 4, .fault = {}}};
    REQUIRE(app::keep_settings(**disk, chosen).has_value());
    CHECK(app::with_kept_settings(**disk, config).comfort == chosen.comfort);
    CHECK(app::with_kept_settings(**disk, config).speech == chosen.speech);
    folder.write("settings.yaml", "\xFF\xFF: [");
    CHECK(app::with_kept_settings(**disk, config).comfort == config.comfort);
}

TEST_CASE("A language that the interface cannot be in is a problem that names those it can be in") {
    const Machine machine;
    machine.configure("language: German\n");
    const auto opening = machine.open();
    CHECK(
        problems_of(opening) ==
        std::vector<std::string>{"warning: The language \"de\" is set, but the interface can only "
                                 "be in en."});
    machine.configure("language: English\n");
    CHECK(problems_of(machine.open()).empty());
}
