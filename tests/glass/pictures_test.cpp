#include "desk.h"
#include "support/png.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace fs = std::filesystem;
using glass_test::display;
using nlohmann::json;
using support::Ended;

namespace {

constexpr std::uint32_t kColour = 0x12A05C; // of no other thing on the glass
constexpr const char* kPicture = "images/way-out.png";

/// A pack whose card of a fine shows a picture in its first step, and a state folder.
struct Pictured {
    support::TempFolder folder;
    fs::path state = folder.path() / "state";
    fs::path pack = folder.path() / "pack";
    fs::path config = folder.write("deskcards.yaml", "clock: off\n");

    Pictured() {
        fs::copy(DESKCARDS_SOURCE_DIR "/content", pack, fs::copy_options::recursive);
        write_picture(support::plain_png({.width = 400, .height = 300}, "\x12\xA0\x5C"));
        std::ifstream in(pack / "situations/fine-dispute.md");
        std::string card(std::istreambuf_iterator<char>(in), {});
        card.insert(card.find("\n## ", card.find("\n## ") + 1),
                    "\n![The way out](../images/way-out.png)\n");
        folder.write("pack/situations/fine-dispute.md", card);
    }
    void write_picture(const std::string& bytes) const {
        folder.write("pack/" + std::string(kPicture), bytes);
    }
    /// Runs a command of the program on this state; `input` is what is typed.
    Ended run(const std::string& words, const std::string& input = "") const {
        return support::run_to_end({"sh", "-c",
                                    "printf '" + input + "' | " DESKCARDS_BINARY " --state " +
                                        state.string() + " --config " + config.string() + " " +
                                        words});
    }
};

/// The one picture on the glass of a running desk, once its first step is shown.
json picture_on_glass(const Pictured& library) {
    std::optional<json> picture;
    support::wait_until([&] {
        library.run("show fine-dispute");
        support::XHands(display()).key("1");
        const Ended said = library.run("describe --json");
        const json all = said.exit_code == 0 ? json::parse(said.out) : json::object();
        if (all.value("screen", "") == "step" && all.at("pictures").size() == 1) {
            picture = all.at("pictures").front();
        }
        return picture.has_value();
    });
    REQUIRE(picture.has_value());
    return *picture;
}

/// Whether the middle of the picture's upper half has the picture's colour, soon.
bool is_seen(const json& picture) {
    const support::XEyes eyes(display());
    const support::Area middle{
        .x = static_cast<int>(
            std::lround(picture.at("x").get<double>() + picture.at("w").get<double>() / 2)),
        .y = static_cast<int>(std::lround(picture.at("y").get<double>())) + 40,
        .w = 8,
        .h = 8};
    const support::Picture wanted{.pixels = std::vector<std::uint32_t>(64, kColour)};
    return support::wait_until([&] { return eyes.look_at(middle) == wanted; });
}

} // namespace

TEST_CASE("a picture of a pack in a folder is on the glass", "[pictures]") {
    const Pictured library;
    support::Child desk({DESKCARDS_BINARY, "--state", library.state, "--config", library.config,
                         "--pack", library.pack},
                        support::desk_environment(display()));
    const json picture = picture_on_glass(library);
    CHECK(picture.at("file") == kPicture);
    CHECK(picture.at("words") == "The way out");
    CHECK(is_seen(picture));
}

TEST_CASE("a picture that came in is shown from the pixels that were kept", "[pictures]") {
    const Pictured library;
    REQUIRE(library.run("pin", "493817\\n493817\\n").exit_code == 0);
    const Ended installed = library.run("install " + library.pack.string(), "493817\\n");
    INFO(installed.err);
    REQUIRE(installed.exit_code == 0);
    fs::remove_all(library.pack);
    support::Child desk({DESKCARDS_BINARY, "--state", library.state, "--config", library.config},
                        support::desk_environment(display()));
    CHECK(is_seen(picture_on_glass(library)));
}

TEST_CASE("a pack with a picture that cannot be read is refused by the picture's name",
          "[pictures]") {
    const Pictured library;
    library.write_picture("\x89PNG\r\n\x1A\n and nothing more");
    const Ended installed = library.run("install " + library.pack.string());
    CHECK(installed.exit_code == 3);
    CHECK(installed.err.contains(std::string(kPicture) +
                                 ": error: This is not a picture that the desk can read."));
    const Ended checked = library.run("check " + library.pack.string());
    CHECK(checked.exit_code == 1);
    CHECK(checked.out.contains(std::string(kPicture) + ": error: "));
}
