#include "app/tally_worker.h"
#include "support.h"
#include "support/temp_folder.h"
#include "tally/report_files.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <future>
#include <memory>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using app::TallyWorker;
using desk::Figure;
using desk::Measure;
using support::TempFolder;

namespace {

constexpr auto kToday = std::chrono::year(2026) / 11 / 26;

desk::Count visit_in(std::chrono::year_month month) {
    return {desk::Visit{.card = "sleeping",
                        .code = cards::Code::green,
                        .when = {.month = month, .band = "evening"},
                        .way = desk::Way::tile,
                        .took = 1s,
                        .steps = {0}}};
}

/// A worker on a state folder, with what it answers.
class Working {
public:
    explicit Working(const fs::path& folder, const app::Config& config = {})
        : worker_(
              {.ledger = folder / tally::kLedgerFile, .config = config, .today = kToday},
              [this](desk::Event event) {
                  news_.set_value(std::get<desk::EvaluationNews>(std::move(event)));
              },
              [this](std::string, std::vector<cards::SourceFile> files) {
                  files_.set_value(std::move(files));
              }) {}

    void count(std::chrono::year_month month, int times) {
        for (int i = 0; i < times; ++i) {
            worker_.take(visit_in(month));
        }
    }
    /// To be called once.
    desk::EvaluationNews evaluate() {
        worker_.take(desk::Evaluate{.library = app_test::starter(), .today = kToday});
        return news_.get_future().get();
    }
    /// To be called once.
    std::vector<cards::SourceFile> report() {
        worker_.take(
            desk::WriteReport{.library = app_test::starter(), .today = kToday, .reviews = {}});
        return files_.get_future().get();
    }

private:
    std::promise<desk::EvaluationNews> news_;
    std::promise<std::vector<cards::SourceFile>> files_;
    TallyWorker worker_; // last: it is ended first
};

} // namespace

TEST_CASE("What is counted is shown to the manager, also by the next start") {
    const TempFolder folder;
    {
        Working desk(folder.path());
        desk.count(std::chrono::year(2026) / 11, 4);
    }
    Working desk(folder.path());
    desk.count(std::chrono::year(2026) / 11, 3);
    const desk::EvaluationNews news = desk.evaluate();
    CHECK(news.evaluation->find(Measure::opened, "sleeping") == Figure::exact(7));
    CHECK(news.evaluation->find(Measure::opened, "fight") == Figure::exact(0));
    CHECK(news.evaluation->site == app_test::starter()->pack.site);
    CHECK(news.evaluation->notice.empty());
    CHECK(news.plan.progress.has_value());
    CHECK(news.plan.problems.empty());
}

TEST_CASE("Counts that are older than they are kept are forgotten, by whole quarters") {
    const TempFolder folder;
    app::Config config;
    config.keep_months = 12;
    {
        Working desk(folder.path(), config);
        desk.count(std::chrono::year(2025) / 9, 10);
        desk.count(std::chrono::year(2025) / 10, 10); // its quarter has a month that is kept
        desk.count(std::chrono::year(2026) / 11, 10);
    }
    Working desk(folder.path(), config);
    CHECK(desk.evaluate().evaluation->find(Measure::opened, "sleeping") == Figure::exact(20));
    const auto ledger = tally::Ledger::open(folder.path() / tally::kLedgerFile);
    REQUIRE(ledger.has_value());
    CHECK(std::ranges::none_of(ledger->ledger.read()->counts, [](const tally::Count& count) {
        return count.month < std::chrono::year(2025) / 10;
    }));
}

TEST_CASE("Where counting is off no file appears, and what was counted before is still shown") {
    const TempFolder folder;
    app::Config off;
    off.habits.counting = false;
    {
        Working desk(folder.path(), off);
        CHECK_FALSE(desk.evaluate().evaluation->counting);
    }
    CHECK(fs::is_empty(folder.path()));
    Working(folder.path()).count(std::chrono::year(2026) / 11, 6);
    Working desk(folder.path(), off);
    CHECK(desk.evaluate().evaluation->find(Measure::opened, "sleeping") == Figure::exact(6));
}

TEST_CASE("A damaged file of counts is told to the manager and stops nothing") {
    const TempFolder folder;
    folder.write(tally::kLedgerFile, std::string(5000, 'x'));
    Working desk(folder.path());
    desk.count(std::chrono::year(2026) / 11, 6);
    const desk::EvaluationNews news = desk.evaluate();
    CHECK_FALSE(news.evaluation->notice.empty());
    CHECK(news.evaluation->find(Measure::opened, "sleeping") == Figure::exact(6));
}

TEST_CASE("Where nothing can be kept, the desk is told so and goes on") {
    const TempFolder folder;
    fs::create_directory(folder.path() / tally::kLedgerFile); // where the file is to be
    Working desk(folder.path());
    desk.count(std::chrono::year(2026) / 11, 6);
    const desk::EvaluationNews news = desk.evaluate();
    CHECK_FALSE(news.evaluation->notice.empty());
}

TEST_CASE("A report has figures, answers and a page") {
    const TempFolder folder;
    Working desk(folder.path());
    desk.count(std::chrono::year(2026) / 11, 6);
    const auto files = desk.report();
    REQUIRE(files.size() == 3);
    const auto read = tally::read_report(files[0].bytes, files[1].bytes);
    REQUIRE(read.has_value());
    CHECK(read->evaluation.find(Measure::opened, "sleeping") == Figure::exact(6));
    CHECK(files[2].bytes.contains("Sleeping"));
}
