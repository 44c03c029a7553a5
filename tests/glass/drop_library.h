#pragma once

#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

/// Desks to which cards come, for the tests of that.
namespace glass_test {

namespace fs = std::filesystem;
using support::Description;
using support::Ended;
using support::TempFolder;

/// The manager's PIN on these desks.
inline constexpr const char* kPin = "493817";

/// A desk that looks into a drop folder, its keys, and a pack to bring.
struct Library {
    TempFolder folder;
    fs::path config = folder.path() / "etc/deskcards.yaml";
    fs::path drop = folder.path() / "drop";
    fs::path state = folder.path() / "state";
    fs::path pack = folder.path() / "pack";

    explicit Library(const std::string& settings = "", const std::string& second_drop = "") {
        fs::create_directories(drop);
        folder.write("etc/deskcards.yaml",
                     "clock: off\nask-for-first-pin: off\n" +
                         std::string(settings.contains("drop-patience") ? ""
                                                                        : "drop-patience-minutes: "
                                                                          "0\n") +
                         "drop-folders: [" + drop.string() +
                         (second_drop.empty() ? "" : ", " + second_drop) + "]\n" + settings);
        fs::copy(DESKCARDS_SOURCE_DIR "/content", pack, fs::copy_options::recursive);
        write_version(2);
    }

    /// The pack as the next version, with something to see in it.
    void write_version(int version) const {
        std::ifstream in(DESKCARDS_SOURCE_DIR "/content/pack.yaml");
        std::string text(std::istreambuf_iterator<char>(in), {});
        replace(text, "id: starter", "id: riverside");
        replace(text, "version: 1", "version: " + std::to_string(version));
        replace(text, "ext. 199", "ext. " + std::to_string(700 + version));
        folder.write("pack/pack.yaml", text);
    }
    static void replace(std::string& text, const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    }

    /// Runs a command of the program on this desk's state; `input` is what is typed.
    Ended run(std::vector<std::string> words, const std::string& input = "") const {
        std::string command = "printf '" + input + "' | " DESKCARDS_BINARY " --state " +
                              state.string() + " --config " + config.string();
        for (const std::string& word : words) {
            command += " '" + word + "'";
        }
        return support::run_to_end({"sh", "-c", command});
    }
    void set_pin() const { REQUIRE(run({"pin"}, "493817\\n493817\\n").exit_code == 0); }

    /// Puts the pack where the desk looks.
    void bring() const {
        fs::remove_all(drop / "deskcards");
        fs::copy(pack, drop / "deskcards", fs::copy_options::recursive);
    }
    void sign(const std::string& key = "a.key") const {
        if (!fs::exists(folder.path() / key)) {
            fs::create_directories(folder.path() / "etc/keys");
            REQUIRE(support::run_to_end({"minisign", "-G", "-W", "-f", "-p",
                                         folder.path() / "etc/keys/head-office.pub", "-s",
                                         folder.path() / key})
                        .exit_code == 0);
        }
        const Ended sealed = run({"seal", pack, "--key", folder.path() / key});
        INFO(sealed.err);
        REQUIRE(sealed.exit_code == 0);
    }

    /// What a console would show.
    std::string numbers() const {
        std::ifstream file(state / "numbers.txt");
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::vector<std::string> desk_arguments() const {
        return {"--config", config, "--state", state};
    }
};

/// The same desk, which keeps its state where the test says.
struct DropDesk {
    explicit DropDesk(const Library& library, const std::vector<std::string>& more = {},
                      const support::Environment& changes = {},
                      const std::vector<std::string>& run_by = {})
        : child(command(library, more, run_by), environment(changes)), library_(&library),
          hands(display()) {
        wait_for([](const Description& it) { return it.frames > 0; });
    }

    static std::vector<std::string> command(const Library& library,
                                            const std::vector<std::string>& more,
                                            std::vector<std::string> words) {
        for (const std::string& word :
             {std::string(DESKCARDS_BINARY), std::string("--state"), library.state.string(),
              std::string("--config"), library.config.string()}) {
            words.push_back(word);
        }
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    static support::Environment environment(const support::Environment& changes) {
        support::Environment all = support::desk_environment(display());
        for (const auto& [name, value] : changes) {
            all[name] = value;
        }
        return all;
    }

    Description look() {
        return wait_for([](const Description&) { return true; });
    }
    Description wait_for(const std::function<bool(const Description&)>& wanted) {
        std::optional<Description> last;
        const bool came = support::wait_until([&] {
            const Ended said = library_->run({"describe", "--json"});
            last = said.exit_code == 0 ? std::optional(support::parse_description(said.out))
                                       : std::nullopt;
            return last && wanted(*last);
        });
        INFO((last ? last->summary() : "no answer") << ". It said: " << child.err());
        REQUIRE(came);
        return *last;
    }
    Description wait_for_screen(const std::string& screen, const std::string& target = "") {
        return wait_for([&](const Description& it) {
            return it.screen == screen && (target.empty() || it.find(target) != nullptr);
        });
    }
    Description wait_for_words(const std::string& words) {
        return wait_for([&](const Description& it) { return it.says(words); });
    }
    void tap(const std::string& target) { hands.tap(look().at(target).centre()); }
    void type_pin(const std::string& pin = kPin) {
        for (const char digit : pin) {
            hands.key(std::string(1, digit));
        }
        hands.key("Return");
    }
    /// From the board, that the cards be written to the stick.
    void ask_for_copy() {
        tap("menu");
        wait_for_screen("menu");
        tap("menu/packs");
        wait_for_screen("packs");
        tap("packs/copy");
        wait_for_screen("pin");
        type_pin();
    }

    support::Child child;
    const Library* library_;
    support::XHands hands;
};

} // namespace glass_test
