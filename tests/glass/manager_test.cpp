#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;
using glass_test::Desk;
using support::Description;
using support::TempFolder;

namespace {

constexpr const char* kPin = "493817";

/// A desk with a PIN and a stick, which is a folder here: copying to it needs no mount.
struct Branch {
    TempFolder folder;
    fs::path config = folder.path() / "deskcards.yaml";
    fs::path state = folder.path() / "state";
    fs::path stick = folder.path() / "stick";

    Branch() {
        fs::create_directories(stick);
        folder.write("deskcards.yaml", "clock: off\nask-for-first-pin: off\ndrop-folders: [" +
                                           stick.string() + "]\n");
        REQUIRE(support::run_to_end({"sh", "-c",
                                     std::string("printf '493817\\n493817\\n' | " DESKCARDS_BINARY
                                                 " pin --state ") +
                                         state.string()})
                    .exit_code == 0);
    }
    std::vector<std::string> arguments() const {
        return {"--state", state.string(), "--config", config.string()};
    }
};

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void use_card(Desk& desk, const std::string& ending) {
    desk.hands.type("yelling");
    desk.wait_for_query("yelling");
    desk.hands.key("Return");
    desk.wait_for_card("yelling-at-staff");
    desk.hands.key("F4");
    desk.wait_for_card("rest");
    desk.tap("ending");
    desk.wait_for_screen("ending");
    desk.tap("ending/" + ending);
    desk.wait_for_card("rest");
    desk.go_home();
}

} // namespace

TEST_CASE("What staff do is counted, shown behind the PIN, and written to the stick", "[manager]") {
    const Branch branch;
    Desk desk(branch.arguments());
    for (int i = 0; i < 6; ++i) {
        use_card(desk, i < 5 ? "settled" : "left");
    }
    desk.tap("menu");
    desk.wait_for_screen("menu");
    desk.tap("menu/manager");
    desk.wait_for_screen("pin");
    desk.hands.type("111111");
    desk.hands.key("Return");
    desk.process.wait_for("the refusal of a wrong PIN", [](const Description& it) {
        return it.screen == "pin" && it.says("That is not the PIN.");
    });
    desk.hands.type(kPin);
    desk.hands.key("Return");
    desk.process.wait_for("the counts to be read", [](const Description& it) {
        return it.screen == "manager" && it.find("manager/opened") != nullptr;
    });
    desk.tap("manager/opened");
    const Description opened = desk.process.wait_for("the figures", [](const Description& it) {
        return it.screen == "manager-opened" && it.says("Yelling or swearing at staff");
    });
    CHECK(opened.says("6"));
    desk.hands.key("Escape");
    desk.wait_for_screen("manager");
    desk.tap("manager/report");
    desk.wait_for_screen("drop");
    fs::path report;
    for (const auto& entry : fs::directory_iterator(branch.stick)) {
        report = entry.path();
    }
    CHECK(report.filename().string().starts_with("report-"));
    CHECK(text_of(report / "figures.csv").contains("yelling-at-staff"));
    CHECK(text_of(report / "report.html").contains("Yelling or swearing at staff"));
    desk.tap("drop/leave");
    desk.wait_for_screen("manager");
    desk.hands.key("Escape");
    desk.wait_for_screen("board");
    CHECK(desk.process.close().exit_code == 0);

    const fs::path again = branch.folder.path() / "again";
    const auto ended =
        support::run_to_end({DESKCARDS_BINARY, "report", again.string(), "--state",
                             branch.state.string(), "--config", branch.config.string()});
    CHECK(ended.exit_code == 0);
    CHECK(text_of(again / "figures.csv")
              .contains("yelling-at-staff,Yelling or swearing at staff,"
                        "opened,,,6"));
}
