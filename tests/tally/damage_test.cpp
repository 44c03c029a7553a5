#include "ledger_support.h"
#include "support/temp_folder.h"
#include "tally/database.h"
#include "tally/schema.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <random>
#include <set>
#include <vector>

namespace fs = std::filesystem;
using support::TempFolder;
using tally::Ledger;
using tally::What;
using tally_test::bytes_of;
using tally_test::n_of;
using tally_test::write_bytes;

namespace {

constexpr std::size_t kPage = 4096;

/// A database with something in it, on several pages.
void make_good(const fs::path& file) {
    auto ledger = tally_test::open(file);
    for (int i = 0; i < 40; ++i) {
        REQUIRE(ledger.record(tally_test::long_visit("card-" + std::to_string(i))));
    }
}

std::string random_bytes(std::size_t size) {
    std::mt19937 random(7);
    std::string bytes(size, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(random());
    }
    return bytes;
}

/// Runs SQL on a database of its own connection, which may do what the ledger's may not.
void run(const fs::path& file, const std::string& sql) {
    auto database = tally::Database::open(file);
    REQUIRE(database);
    database->close_tidily();
    INFO(sql);
    const auto ran = database->run(sql);
    REQUIRE(ran);
}

using Damage = std::function<void(const fs::path&)>;

Damage bytes(const std::function<std::string(std::string)>& change) {
    return [change](const fs::path& file) { write_bytes(file, change(bytes_of(file))); };
}

Damage sql(const std::string& text) {
    return [text](const fs::path& file) { run(file, text); };
}

struct Kind {
    const char* name = nullptr;
    Damage damage;
    bool later = false;
};

std::vector<Kind> kinds() {
    const auto set = [](std::size_t at, char byte) {
        return bytes([=](std::string all) {
            all.at(at) = byte;
            return all;
        });
    };
    return {
        {"random bytes", bytes([](const std::string&) { return random_bytes(20'000); })},
        {"a few random bytes", bytes([](const std::string&) { return random_bytes(20); })},
        {"text", bytes([](const std::string&) { return std::string("month,n\n2026-11,4\n"); })},
        {"half of it", bytes([](const std::string& all) { return all.substr(0, kPage * 2); })},
        {"half a page", bytes([](const std::string& all) { return all.substr(0, kPage / 2); })},
        {"a page inverted", bytes([](std::string all) {
             for (std::size_t i = kPage * 2; i < kPage * 3; ++i) {
                 all.at(i) = static_cast<char>(~all.at(i));
             }
             return all;
         })},
        {"a page of zeros",
         bytes([](std::string all) { return all.replace(kPage, kPage, kPage, '\0'); })},
        {"an unknown format to write", set(18, 3)},
        {"an unknown format to read", set(19, 3)},
        {"another program's database", sql("PRAGMA application_id = 42")},
        {"a database of no program", sql("PRAGMA application_id = 0; PRAGMA user_version = 0")},
        {"a version below 0", sql("PRAGMA user_version = -1")},
        {"a later version", sql("PRAGMA user_version = 2"), true},
        {"an earlier version by name", sql("PRAGMA user_version = 0")},
        {"a trigger", sql("CREATE TRIGGER t AFTER INSERT ON counts BEGIN "
                          "DELETE FROM counts; END")},
        {"a view", sql("CREATE VIEW v AS SELECT load_extension('x')")},
        {"another table", sql("CREATE TABLE visits(at TEXT)")},
        {"an index", sql("CREATE INDEX i ON counts(upper(card))")},
        {"a table without a rule", sql("DROP TABLE missed; CREATE TABLE missed(month TEXT, words "
                                       "TEXT, n INTEGER)")},
        {"a value that is not allowed",
         sql("PRAGMA ignore_check_constraints = ON; UPDATE counts SET n = -4")},
    };
}

/// What is in a folder besides what belongs to a ledger in use.
std::set<std::string> aside_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (std::string name = entry.path().filename().string(); name.contains("damaged")) {
            names.insert(std::move(name));
        }
    }
    return names;
}

/// Opens and uses a ledger, whatever is there.
std::string use(const fs::path& file) {
    auto opened = Ledger::open(file);
    INFO((opened ? "" : opened.error().sentence));
    REQUIRE(opened);
    REQUIRE(opened->ledger.record(tally_test::visit("after")));
    CHECK(n_of(*opened->ledger.read(), "after", What::opened, "tile") == 1);
    return opened->notice;
}

} // namespace

TEST_CASE("A damaged database is set aside as it is, with a notice, and a new one is begun") {
    const TempFolder made;
    make_good(made.path() / "good");
    const std::string good = bytes_of(made.path() / "good");
    REQUIRE(good.size() >= 4 * kPage);
    for (const Kind& kind : kinds()) {
        INFO(kind.name);
        const TempFolder folder;
        const fs::path file = folder.path() / tally::kLedgerFile;
        write_bytes(file, good);
        kind.damage(file);
        const std::string before = bytes_of(file);
        const std::string notice = use(file);
        CHECK(notice.contains("tally-damaged-1.db"));
        CHECK(notice.contains("later version") == kind.later);
        CHECK(bytes_of(folder.path() / "tally-damaged-1.db") == before);
        const auto counts = tally_test::counts_in(file); // which finds nothing wrong any more
        CHECK(n_of(counts, "card-0", What::opened, "tile") == 0);
    }
}

TEST_CASE("A schema that cannot be read is set aside") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    make_good(file);
    std::string all = bytes_of(file);
    const auto at = all.find("CREATE TABLE missed");
    REQUIRE(at < kPage);
    write_bytes(file, all.replace(at, 12, "CREATE TABEL"));
    CHECK_FALSE(use(file).empty());
    CHECK(bytes_of(folder.path() / "tally-damaged-1.db") == all);
}

TEST_CASE("What is in a database's place and is no file is set aside") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    fs::create_directory(file);
    CHECK_FALSE(use(file).empty());
    CHECK(fs::is_directory(folder.path() / "tally-damaged-1.db"));
    fs::remove(file);
    fs::create_symlink("/etc/hostname", file);
    CHECK_FALSE(use(file).empty());
    CHECK(fs::is_symlink(folder.path() / "tally-damaged-2.db"));
}

TEST_CASE("A log without its database is set aside, and one with it belongs to it") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    const fs::path log = file.string() + "-wal";
    make_good(file);
    {
        // As a power cut leaves it: what was counted last is in the log alone.
        auto database = tally::Database::open(file);
        REQUIRE(database);
        REQUIRE(database->run("UPDATE counts SET n = 5 WHERE card = 'card-0'"));
    }
    const std::string bytes = bytes_of(log);
    REQUIRE_FALSE(bytes.empty());
    SECTION("with it") {
        CHECK(use(file).empty());
        CHECK(n_of(tally_test::counts_in(file), "card-0", What::opened, "tile") == 5);
    }
    SECTION("without it") {
        fs::remove(file);
        CHECK_FALSE(use(file).empty());
        CHECK(bytes_of(folder.path() / "tally-damaged-1.db-wal") == bytes);
    }
    SECTION("with a damaged one") {
        const std::string damaged = random_bytes(20'000);
        write_bytes(file, damaged);
        CHECK_FALSE(use(file).empty());
        CHECK(bytes_of(folder.path() / "tally-damaged-1.db") == damaged);
        CHECK(bytes_of(folder.path() / "tally-damaged-1.db-wal") == bytes);
    }
}

TEST_CASE("Of those set aside the latest three are kept") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    for (int i = 1; i <= 5; ++i) {
        write_bytes(file, "damage " + std::to_string(i));
        CHECK(use(file).contains("tally-damaged-" + std::to_string(i) + ".db"));
    }
    CHECK(aside_in(folder.path()) ==
          std::set<std::string>{"tally-damaged-3.db", "tally-damaged-4.db", "tally-damaged-5.db"});
}

TEST_CASE("Whatever single byte is changed, a desk has a ledger to count in") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    make_good(file);
    const std::string good = bytes_of(file);
    std::mt19937 random(11);
    constexpr std::size_t kHeader = 100;
    for (std::size_t i = 0; i < 2 * kHeader; ++i) {
        std::string all = good;
        const std::size_t at = i < kHeader ? i : random() % all.size();
        all.at(at) = static_cast<char>(all.at(at) ^ static_cast<char>(1U << (random() % 8)));
        INFO("byte " << at);
        write_bytes(file, all);
        use(file);
    }
}

TEST_CASE("A database that somebody else has is left alone") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    make_good(file);
    {
        auto other = tally::Database::open(file);
        REQUIRE(other);
        REQUIRE(other->run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; "
                           "UPDATE counts SET n = 2 WHERE card = 'card-0'"));
        const auto opened = Ledger::open(file);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().sentence.contains("in use by another program"));
        REQUIRE(other->run("COMMIT"));
    }
    CHECK(aside_in(folder.path()).empty());
    CHECK(n_of(tally_test::counts_in(file), "card-0", What::opened, "tile") == 2);
}

TEST_CASE("Somebody else who writes for too long makes a call fail, not the next") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto ledger = tally_test::open(file);
    auto other = tally::Database::open(file);
    REQUIRE(other);
    {
        const auto writing = tally::Transaction::write(*other);
        REQUIRE(writing);
        const auto recorded = ledger.record(tally_test::visit("noise"));
        REQUIRE_FALSE(recorded);
        CHECK(recorded.error().sentence.contains("in use by another program"));
    }
    REQUIRE(ledger.record(tally_test::visit("noise")));
    CHECK(n_of(*ledger.read(), "noise", What::opened, "tile") == 1);
}

TEST_CASE("Damage that comes later is a sentence") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    make_good(file);
    auto ledger = tally_test::open(file);
    {
        auto other = tally::Database::open(file); // so that what the ledger remembers is old
        REQUIRE(other);
        REQUIRE(other->run("UPDATE counts SET n = n + 1; PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    std::string all = bytes_of(file);
    all.replace(kPage, all.size() - kPage, random_bytes(all.size() - kPage));
    write_bytes(file, all);
    const auto counts = ledger.read();
    REQUIRE_FALSE(counts);
    CHECK(counts.error().sentence.contains("are damaged"));
    const auto recorded = ledger.record(tally_test::visit("noise"));
    REQUIRE_FALSE(recorded);
    CHECK(recorded.error().sentence.contains("are damaged"));
}

TEST_CASE("A ledger follows its name when another process sets its file aside") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto ledger = tally_test::open(file);
    REQUIRE(ledger.record(tally_test::visit("before")));
    for (const char* suffix : {"-shm", "-wal", ""}) {
        fs::rename(file.string() + suffix,
                   (folder.path() / "tally-damaged-1.db").string() + suffix);
    }
    use(file);
    REQUIRE(ledger.record(tally_test::visit("after")));
    CHECK(n_of(*ledger.read(), "before", What::opened, "tile") == 0);
    CHECK(n_of(*ledger.read(), "after", What::opened, "tile") == 2);
}

TEST_CASE("Rows that mean nothing are left out") {
    const TempFolder folder;
    const fs::path file = folder.path() / tally::kLedgerFile;
    auto ledger = tally_test::open(file);
    REQUIRE(ledger.record(tally_test::visit("noise")));
    run(file, "INSERT INTO counts VALUES('2026-11', 'evening', 'a', 'red', 'sneezed', '', 1), "
              "('2026-11', 'evening', 'a', 'red', 'opened', 'window', 1), "
              "('2026-11', 'evening', 'a', 'red', 'reached', 'tile', 1), "
              "('2026-11', 'evening', 'a', 'red', 'reached', 'tile now', 1), "
              "('2026-11', 'evening', 'a', 'red', 'step', '01', 1), "
              "('2026-11', 'evening', 'a', 'red', 'step', '100', 1), "
              "('2026-11', 'evening', 'a', 'red', 'help', 'tile', 1)");
    run(file, "PRAGMA ignore_check_constraints = ON; INSERT INTO counts VALUES"
              "('2026-11', 'evening', 'a', 'red', 'opened', 'tile', -1), "
              "('2026-11', 'evening', 'a', 'mauve', 'opened', 'tile', 1), "
              "('2026-11', '', 'a', 'red', 'opened', 'tile', 1), "
              "('2026-1', 'evening', 'a', 'red', 'opened', 'tile', 1), "
              "('2026x11', 'evening', 'a', 'red', 'opened', 'tile', 1), "
              "('2026-15', 'evening', 'a', 'red', 'opened', 'tile', 1), "
              "('', 'evening', 'a', 'red', 'opened', 'tile', 1); "
              "INSERT INTO missed VALUES('never', '', 1), ('2026-11', '', -1)");
    const auto counts = ledger.read();
    REQUIRE(counts);
    REQUIRE(counts->counts.size() == 1);
    CHECK(counts->counts.front().card == "noise");
    CHECK(counts->missed.empty());
}
