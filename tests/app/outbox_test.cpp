#include "app/health.h"
#include "app/metrics.h"
#include "app/outbox.h"
#include "app/wall_clock.h"
#include "support.h"
#include "support/memory_disk.h"
#include "support/temp_folder.h"
#include "support/waiting.h"
#include "tally/ledger.h"
#include "tally/month_file.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fs = std::filesystem;
using app::Health;
using app::HealthRecord;
using app::Outbox;
using support::MemoryDisk;
using support::TempFolder;

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::chrono::year_month this_month() {
    const auto today = app::wall_clock().today;
    return today.year() / today.month();
}

cards::Pack pack(const std::string& id, std::uint64_t version) {
    cards::Pack made;
    made.id = id;
    made.version = version;
    made.site = "Oakwood";
    return made;
}

/// A desk with a state folder, and places to write to.
struct Sending {
    TempFolder folder;
    fs::path out = folder.path() / "out";
    app::Config config;
    MemoryDisk disk;
    HealthRecord health{disk};

    Sending() {
        fs::create_directories(out);
        fs::create_directories(folder.path() / "metrics");
        config.desk_name = "oakwood-1";
        config.outbox = out;
        config.metrics_file = folder.path() / "metrics/deskcards.prom";
    }
    fs::path ledger() const { return folder.path() / tally::kLedgerFile; }
    void count(std::chrono::year_month month, int times) const {
        auto opened = tally::Ledger::open(ledger());
        REQUIRE(opened.has_value());
        for (int i = 0; i < times; ++i) {
            REQUIRE(opened->ledger.record(desk::Visit{.card = "sleeping",
                                                      .code = cards::Code::green,
                                                      .when = {.month = month, .band = "evening"},
                                                      .way = desk::Way::tile,
                                                      .took = std::nullopt,
                                                      .steps = {}}));
        }
    }
    Outbox::Setup setup() {
        return {.ledger = ledger(),
                .config = config,
                .health = &health,
                .library = app_test::starter()};
    }
    fs::path file_of(std::chrono::year_month month) const {
        return out / tally::month_file_name(month);
    }
};

bool appears(const fs::path& file) {
    return support::wait_until([&] { return fs::exists(file); });
}

} // namespace

TEST_CASE("Health that is to outlive a start does, and the rest begins anew") {
    MemoryDisk disk;
    {
        HealthRecord health(disk);
        health.started();
        health.imported();
        health.refused();
        health.refused();
        health.shows(pack("riverside", 15));
        health.waits(true);
        health.holds(16);
        health.revoked(1, 2);
        CHECK(health.now().waiting_since > 0);
    }
    HealthRecord health(disk);
    health.started();
    const Health now = health.now();
    CHECK(now.starts == 2);
    CHECK(now.imports == 1);
    CHECK(now.failed_imports == 2);
    CHECK(now.pack == "riverside");
    CHECK(now.version == 15);
    CHECK(now.in_use_since > 0);
    CHECK(now.waiting_since == 0);
    CHECK(now.held_version == 0);
}

TEST_CASE("A pack is in use since it came, whatever starts there are") {
    MemoryDisk disk;
    REQUIRE(disk.write("health", "in-use-since 1000\nin-use riverside 15\n"));
    HealthRecord health(disk);
    health.shows(pack("riverside", 15));
    CHECK(health.now().in_use_since == 1000);
    CHECK(health.now().site == "Oakwood");
    health.shows(pack("riverside", 16));
    CHECK(health.now().in_use_since > 1000);
}

TEST_CASE("A record that is damaged counts from 0") {
    MemoryDisk disk;
    REQUIRE(disk.write("health", "starts x\nimports\n\xFF\xFE"));
    HealthRecord health(disk);
    health.started();
    CHECK(health.now().starts == 1);
}

TEST_CASE("Metrics have a name, a help and a type each, and end as OpenMetrics end") {
    const Health health{.site = "Oak \"wood\"\\\n",
                        .pack = "riverside",
                        .version = 15,
                        .in_use_since = 1000,
                        .imports = 3,
                        .failed_imports = 1,
                        .starts = 12};
    const std::string text = app::to_text({.desk = "oakwood-1",
                                           .program = "1.2.3",
                                           .health = health,
                                           .last_month = app::OpenedByCode{40, 0, 120, 10},
                                           .heard = 2000});
    const std::string labels = R"(desk="oakwood-1",site="Oak \"wood\"\\\n")";
    CHECK(text.contains("\ndeskcards_pack_info{" + labels +
                        R"(,pack="riverside",version="15",program="1.2.3"} 1)" + "\n"));
    CHECK(text.contains("\ndeskcards_pack_version{" + labels + "} 15\n"));
    CHECK(text.contains("\n# TYPE deskcards_failed_imports gauge\ndeskcards_failed_imports{" +
                        labels + "} 1\n"));
    CHECK(text.contains("\ndeskcards_last_heard_timestamp_seconds{" + labels + "} 2000\n"));
    CHECK(text.contains(labels + R"(,code="green"} 40)"));
    CHECK(text.contains(labels + R"(,code="yellow"} 0)"));
    CHECK(text.contains(labels + R"(,code="red"} 120)"));
    CHECK(text.ends_with("\n# EOF\n"));
}

TEST_CASE("A month is rounded down to tens") {
    using namespace std::chrono;
    const auto month = year(2026) / 10;
    const auto count = [](year_month when, cards::Code code, tally::What what, int n) {
        return tally::Count{.month = when,
                            .band = {},
                            .card = "x",
                            .code = code,
                            .what = what,
                            .detail = {},
                            .n = n};
    };
    const tally::Counts counts{
        .counts = {count(month, cards::Code::green, tally::What::opened, 13),
                   count(month, cards::Code::green, tally::What::opened, 12),
                   count(month, cards::Code::yellow, tally::What::opened, 4),
                   count(month, cards::Code::red, tally::What::ended, 9),
                   count(month + months(1), cards::Code::blue, tally::What::opened, 9)},
        .missed = {}};
    CHECK(app::opened_in(counts, month) == app::OpenedByCode{20, 0, 0, 0});
}

TEST_CASE("The outbox has the health, and each month that is over, once") {
    Sending desk;
    const auto last = this_month() - std::chrono::months(1);
    desk.count(last, 17);
    desk.count(last - std::chrono::months(1), 4);
    desk.count(this_month(), 3);
    desk.health.shows(pack("riverside", 15));
    {
        const Outbox outbox(desk.setup());
        CHECK(appears(desk.out / "health.prom"));
        CHECK(appears(*desk.config.metrics_file));
    }
    const auto month = tally::read_month(text_of(desk.file_of(last)));
    REQUIRE(month.has_value());
    CHECK(month->head.desk == "oakwood-1");
    CHECK(month->head.month == last);
    REQUIRE(month->counts.counts.size() == 1);
    CHECK(month->counts.counts[0].n == 17);
    CHECK_FALSE(fs::exists(desk.file_of(this_month())));
    const std::string metrics = text_of(*desk.config.metrics_file);
    CHECK(metrics.contains("deskcards_pack_version{desk=\"oakwood-1\",site=\"Oakwood\"} 15"));
    CHECK(metrics.contains("code=\"green\"} 10"));

    // Of the last month something may be told late; those before stay as they are.
    const fs::path before = desk.file_of(last - std::chrono::months(1));
    CHECK(fs::exists(before));
    desk.folder.write(before.lexically_relative(desk.folder.path()), "as it is");
    desk.count(last, 1);
    const Outbox again(desk.setup());
    desk.health.refused();
    CHECK(support::wait_until([&] {
        return text_of(desk.out / "health.prom")
            .contains("failed_imports{desk=\"oakwood-1\","
                      "site=\"Oakwood\"} 1");
    }));
    CHECK(text_of(before) == "as it is");
    const auto late = tally::read_month(text_of(desk.file_of(last)));
    REQUIRE(late.has_value());
    CHECK(late->counts.counts[0].n == 18);
}

TEST_CASE(
    "Of what the desk has forgotten, and what a power cut left, nothing stays in the outbox") {
    Sending desk;
    desk.count(this_month(), 1);
    const auto old = this_month() - std::chrono::months(60);
    desk.folder.write(desk.file_of(old).lexically_relative(desk.folder.path()), "x");
    desk.folder.write("out/unfinished-health.prom", "x");
    desk.folder.write("out/somebody.txt", "x");
    {
        const Outbox outbox(desk.setup());
        CHECK(appears(desk.out / "health.prom"));
    }
    CHECK_FALSE(fs::exists(desk.file_of(old)));
    CHECK_FALSE(fs::exists(desk.out / "unfinished-health.prom"));
    CHECK(fs::exists(desk.out / "somebody.txt"));
}

TEST_CASE("A desk without a name, or without a place to write to, writes nothing") {
    Sending desk;
    desk.config.desk_name.clear();
    {
        const Outbox outbox(desk.setup());
    }
    CHECK(fs::is_empty(desk.out));
    desk.config.desk_name = "oakwood-1";
    fs::remove(desk.out);
    const Outbox outbox(desk.setup());
    CHECK(appears(*desk.config.metrics_file)); // the one place that is there
}
