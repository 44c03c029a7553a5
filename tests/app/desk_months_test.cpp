#include "app/desk_months.h"
#include "app/report_command.h"
#include "support.h"
#include "support/temp_folder.h"
#include "tally/month_file.h"
#include "tally/report_files.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using app_test::Captured;
using support::TempFolder;

namespace {

constexpr auto kSeptember = 2026y / std::chrono::September;
constexpr auto kOctober = 2026y / std::chrono::October;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A desk's file of a month in which "sleeping" was opened so often.
std::string month_of(const std::string& desk, std::chrono::year_month month, int opened,
                     const std::string& title = "Sleeping") {
    tally::Counts counts;
    counts.counts.push_back(
        {.month = month, .band = "midday", .card = "sleeping", .detail = "tile", .n = opened});
    return month_csv(counts, {.month = month,
                              .site = "Branch " + desk.substr(0, desk.find('-')),
                              .desk = desk,
                              .name = "Desk",
                              .bands = {"midday"},
                              .cards = {{.id = "sleeping", .title = title}}});
}

struct Outcome {
    int code = 0;
    std::string said;
    std::string errors;
    std::string figures;
    std::string page;
};

/// What `deskcards report` does with some folders.
struct HeadOffice {
    TempFolder folder;

    void put(const fs::path& file, std::string_view bytes) const {
        folder.write("from-desks" / file, bytes);
    }
    fs::path from() const { return folder.path() / "from-desks"; }

    Outcome join(std::vector<fs::path> merge) const {
        const Captured errors(std::cerr);
        std::ostringstream out;
        Outcome outcome;
        const fs::path to = folder.path() / "joint";
        outcome.code =
            app::write_report(app::Options{.command = app::RunDesk{}, .places = {}},
                              {.folder = to, .merge = std::move(merge), .pack = {}}, out);
        outcome.said = out.str();
        outcome.errors = errors.text();
        outcome.figures = text_of(to / tally::kFiguresFile);
        outcome.page = text_of(to / tally::kPageFile);
        return outcome;
    }
    Outcome join() const { return join({from()}); }
};

} // namespace

TEST_CASE("What many desks have counted is joined from the folder that their files come into") {
    const HeadOffice office;
    office.put("a-front/counts-2026-09.csv", month_of("a-front", kSeptember, 3, "Asleep"));
    office.put("a-front/counts-2026-10.csv", month_of("a-front", kOctober, 4));
    office.put("north/b-front/outbox/counts-2026-10.csv", month_of("b-front", kOctober, 8));
    office.put("counts-2026-10.csv", month_of("c-front", kOctober, 2));
    const Outcome it = office.join();
    CHECK(it.code == app::kOk);
    CHECK(it.errors.empty());
    CHECK(it.figures.contains("sleeping,Sleeping,opened,,,17"));
    CHECK(it.figures.contains("3 branches"));
    CHECK(it.said.contains("Counts of 3 desks. There are 4 months of desks.\n"));
    CHECK_FALSE(it.said.contains("missing"));
    CHECK(it.page.contains("What came from the desks"));
    CHECK(it.page.contains("No month is missing"));
    CHECK(it.page.contains("Branch b"));
}

TEST_CASE("Files of other names, links, hidden folders and what lies too deep are passed over") {
    const HeadOffice office;
    office.put("a/counts-2026-10.csv", month_of("a-front", kOctober, 7));
    office.put("a/counts-2026-10.sync-conflict-20261104-101112-ABCDEFG.csv",
               month_of("a-front", kOctober, 9));
    office.put("a/notes.txt", "hello");
    office.put(".stversions/counts-2026-10.csv", month_of("a-front", kOctober, 9));
    office.put("1/2/3/4/counts-2026-10.csv", month_of("d-front", kOctober, 9));
    office.folder.write("elsewhere/counts-2026-10.csv", month_of("e-front", kOctober, 9));
    fs::create_directory_symlink(office.folder.path() / "elsewhere", office.from() / "link");
    fs::create_symlink(office.folder.path() / "elsewhere" / "counts-2026-10.csv",
                       office.from() / "counts-2026-10.csv");
    const Outcome it = office.join();
    CHECK(it.code == app::kOk);
    CHECK(it.errors.empty());
    CHECK(it.said.contains("Counts of 1 desk."));
    CHECK(it.figures.contains("sleeping,Sleeping,opened,,,7"));
}

TEST_CASE("A file that cannot be used is named and left out, and the others go on") {
    const HeadOffice office;
    office.put("a/counts-2026-10.csv", month_of("a-front", kOctober, 7));
    office.put("b/counts-2026-10.csv", "month,band\n");
    office.put("c/counts-2026-09.csv", month_of("c-front", kOctober, 9)); // Not its name's month.
    office.put("d/counts-2026-10.csv", month_of("a-front", kOctober, 9)); // That desk again.
    office.put("e/counts-2099-01.csv", month_of("e-front", 2099y / std::chrono::January, 9));
    const Outcome it = office.join();
    CHECK(it.code == app::kOk);
    CHECK(it.figures.contains("sleeping,Sleeping,opened,,,7"));
    CHECK(it.errors.contains("from-desks/b/counts-2026-10.csv\" is left out: line 1: "));
    CHECK(it.errors.contains("c/counts-2026-09.csv\" is left out: It is of another month"));
    CHECK(it.errors.contains("d/counts-2026-10.csv\" is left out: The counts of the desk"));
    CHECK(it.errors.contains("e/counts-2099-01.csv\" is left out: This is the file of a month"));
    CHECK(it.said.contains("4 files were left out"));
}

TEST_CASE("Months that are missing are told of, on the page and in a line") {
    const HeadOffice office;
    office.put("a/counts-2026-07.csv", month_of("a-front", 2026y / std::chrono::July, 7));
    office.put("a/counts-2026-10.csv", month_of("a-front", kOctober, 7));
    for (int i = 10; i < 35; ++i) {
        const std::string desk = "b-" + std::to_string(i);
        office.put(desk + "/counts-2026-09.csv", month_of(desk, kSeptember, 7));
    }
    const Outcome it = office.join();
    CHECK(it.said.contains("Months are missing: Branch a, a-front: 2026-08 to 2026-09; Branch b, "
                           "b-10: 2026-10; Branch b, b-11: 2026-10; Branch b, b-12: 2026-10; "
                           "Branch b, b-13: 2026-10; And 21 more desks.\n"));
    CHECK(it.page.contains("b-28: 2026-10"));
    CHECK_FALSE(it.page.contains("b-29: 2026-10"));
    CHECK(it.page.contains("And 6 more desks."));
}

TEST_CASE("Where there is nothing to join, or two kinds of it, the command fails") {
    const HeadOffice office;
    fs::create_directory(office.from());
    CHECK(office.join().errors.contains("no desk's counts"));
    office.put("a/counts-2026-10.csv", "");
    CHECK(office.join().code == app::kFailed);
    CHECK(office.join({office.folder.path() / "nowhere"}).code == app::kFailed);
    office.folder.write("report/figures.csv", "");
    const Outcome mixed = office.join({office.folder.path() / "report", office.from()});
    CHECK(mixed.code == app::kFailed);
    CHECK(mixed.errors.contains("Join reports, or the months of desks."));
    CHECK_FALSE(fs::exists(office.folder.path() / "joint"));
}

TEST_CASE("Of many branches the page has one table of all, and says why there is no other") {
    const HeadOffice office;
    const auto front = [](int branch) { return "b" + std::to_string(branch) + "-front"; };
    for (int i = 1; i <= 37; ++i) {
        office.put(front(i) + "/counts-2026-10.csv", month_of(front(i), kOctober, 6 + i));
    }
    const Outcome all = office.join();
    CHECK(all.page.contains("stand here for up to 36 branches; these are 37."));
    CHECK_FALSE(all.page.contains("Visits by card and branch<"));
    CHECK(all.page.contains("Branch b37"));
    fs::remove_all(office.from() / front(37));
    const Outcome fewer = office.join();
    CHECK(fewer.page.contains("Visits by card and branch<"));
    CHECK(fewer.page.contains("Branch b36"));
}
