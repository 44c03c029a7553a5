#include "app/report_command.h"
#include "desk/plain_words.h"
#include "support.h"
#include "support/temp_folder.h"
#include "tally/ledger.h"
#include "tally/report_files.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <regex>
#include <sstream>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using app_test::Captured;
using support::TempFolder;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A desk's folders, and what `deskcards report` does with them.
struct Branch {
    TempFolder folder;
    app::Options options{.command = app::RunDesk{},
                         .places = {.config = folder.path() / "deskcards.yaml",
                                    .state = folder.path() / "state",
                                    .data = folder.path() / "data"}};

    Branch() { fs::create_directory(options.places.state); }

    /// Counts a visit by that way for every card of the starter pack, so often.
    void count(int times) const {
        auto ledger = tally::Ledger::open(options.places.state / tally::kLedgerFile);
        REQUIRE(ledger.has_value());
        const auto month = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
        const std::chrono::year_month_day today(month);
        for (int i = 0; i < times; ++i) {
            REQUIRE(ledger->ledger.record(
                desk::Visit{.card = "sleeping",
                            .code = cards::Code::green,
                            .when = {.month = today.year() / today.month(), .band = "midday"},
                            .took = 3517ms,
                            .steps = {}}));
        }
    }
    int report(const app::Report& command) const {
        std::ostringstream out;
        return app::write_report(options, command, out);
    }
    fs::path make_report() const {
        const fs::path to = folder.path() / "report";
        REQUIRE(report({.folder = to, .merge = {}, .pack = app_test::starter_folder()}) == 0);
        return to;
    }
};

} // namespace

TEST_CASE("A report is written into a folder, which is made, and again over the one before") {
    const Branch branch;
    branch.count(7);
    const fs::path report = branch.make_report();
    CHECK(text_of(report / tally::kFiguresFile).contains("sleeping,Sleeping,opened,,,7"));
    branch.count(1);
    branch.make_report();
    CHECK(text_of(report / tally::kFiguresFile).contains("sleeping,Sleeping,opened,,,8"));
    CHECK(fs::exists(report / tally::kFairnessFile));
    CHECK(text_of(report / tally::kPageFile).starts_with("<!DOCTYPE html>"));
}

TEST_CASE("The reports of branches are joined from their folders alone") {
    const Branch one;
    const Branch two;
    one.count(7);
    two.count(12);
    const fs::path joint = one.folder.path() / "joint";
    REQUIRE(one.report(
                {.folder = joint, .merge = {one.make_report(), two.make_report()}, .pack = {}}) ==
            0);
    CHECK(text_of(joint / tally::kFiguresFile).contains("sleeping,Sleeping,opened,,,19"));
}

TEST_CASE("A report that is no report is refused with a sentence") {
    const Branch branch;
    const Captured errors(std::cerr);
    CHECK(branch.report({.folder = branch.folder.path() / "joint",
                         .merge = {branch.folder.path() / "nowhere"},
                         .pack = {}}) == 1);
    branch.folder.write("bad/figures.csv", "site,desk\n");
    branch.folder.write("bad/fairness.csv", "");
    CHECK(branch.report({.folder = branch.folder.path() / "joint",
                         .merge = {branch.folder.path() / "bad"},
                         .pack = {}}) == 1);
    CHECK(errors.text().contains("cannot be used: "));
    CHECK_FALSE(fs::exists(branch.folder.path() / "joint"));
}

TEST_CASE(
    "Nothing typed, and no time finer than a part of the day, is in a desk's files or report") {
    // Somebody uses the desk: a name is searched for in vain, a card is opened after 3517 ms.
    app::Session session = app_test::start_desk();
    const Branch branch;
    auto opened = tally::Ledger::open(branch.options.places.state / tally::kLedgerFile);
    REQUIRE(opened.has_value());
    int recorded = 0;
    const auto record = [&] {
        for (const desk::Effect& effect : session.take_effects()) {
            if (const auto* const count = std::get_if<desk::Count>(&effect)) {
                ++recorded;
                REQUIRE(std::visit([&](const auto& it) { return opened->ledger.record(it); },
                                   count->what));
            }
        }
    };
    const auto today = std::chrono::year(2026) / 11 / 26;
    const auto at = [&](desk::Moment now) {
        session.post(desk::Tick{.now = now, .minute_of_day = 1017, .today = today});
    };
    at(1h);
    for (const char* typed : {"jonathan qwertysmith", "5550173", "skateboard wetzqx"}) {
        app_test::type(session, typed);
        app_test::press(session, platform::Key::escape);
        record();
    }
    for (int i = 0; i < 6; ++i) {
        at(2h + i * 1h);
        app_test::tap(session, "search");
        at(2h + i * 1h + 3517ms);
        app_test::type(session, "sleepi");
        app_test::press(session, platform::Key::enter);
        app_test::press(session, platform::Key::escape);
        record();
    }
    REQUIRE(recorded == 7); // one search in vain and six visits
    REQUIRE(opened->ledger.read()->counts.size() > 1);

    const fs::path report = branch.make_report();
    std::string all;
    for (const fs::path& folder : {branch.options.places.state, report}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                all += text_of(entry.path());
            }
        }
    }
    for (const char* trace : {"jonathan", "qwerty", "5550173", "wetzqx", "sleepi,", "3517", "16:57",
                              "1017", "2026-11-26T"}) {
        CAPTURE(trace);
        CHECK_FALSE(all.contains(trace));
    }
    // No day in the counts; the report has the day on which it was made, which is not the tests'.
    CHECK_FALSE(text_of(branch.options.places.state / tally::kLedgerFile).contains("2026-11-"));
    const std::regex clock_time("[^0-9][0-9]{1,2}:[0-9]{2}[^0-9]");
    CHECK_FALSE(std::regex_search(text_of(report / tally::kFiguresFile), clock_time));
}
