#include "tally/database.h"

#include <array>
#include <tuple>
#include <utility>

#include <sqlite3.h>

namespace tally {

namespace {

/// How long a sentence is that is taken apart, and how large a value: more than any of ours.
constexpr int kLongestSql = 10'000;
constexpr int kLargestValue = 100'000;

} // namespace

void Statement::Finish::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int place, std::string_view text) {
    const int code =
        sqlite3_bind_text64(statement_.get(), place, text.data(), text.size(),
                            SQLITE_TRANSIENT, // NOLINT(performance-no-int-to-ptr): its own
                            SQLITE_UTF8);
    // One that is too long is not kept; the same code, met in a file, is damage.
    bound_ = bound_ != SQLITE_OK ? bound_ : code == SQLITE_TOOBIG ? SQLITE_MISMATCH : code;
    return *this;
}

Statement& Statement::bind(int place, std::int64_t number) {
    const int code = sqlite3_bind_int64(statement_.get(), place, number);
    bound_ = bound_ == SQLITE_OK ? code : bound_;
    return *this;
}

Outcome<bool> Statement::step() {
    int code = std::exchange(bound_, SQLITE_OK);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement_.get());
    }
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        return false;
    }
    Fault fault = fault_of(sqlite3_db_handle(statement_.get()), code);
    sqlite3_reset(statement_.get());
    return std::unexpected(std::move(fault));
}

Outcome<void> Statement::run() {
    while (true) {
        const auto row = step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return {};
        }
    }
}

std::string Statement::text(int column) const {
    const auto* const bytes =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Outcome<Database> Database::open(const char* name, int flags) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(name, &raw, flags, nullptr);
    Database database(raw); // to be closed even if it was not opened
    if (code != SQLITE_OK) {
        return std::unexpected(fault_of(raw, code));
    }
    sqlite3_extended_result_codes(raw, 1);
    for (const auto& [option, on] :
         {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
          std::pair{SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}}) {
        sqlite3_db_config(raw, option, on, nullptr);
    }
    sqlite3_limit(raw, SQLITE_LIMIT_SQL_LENGTH, kLongestSql);
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, kLargestValue);
    sqlite3_limit(raw, SQLITE_LIMIT_ATTACHED, 1); // VACUUM attaches one
    database.wait_for(kPatience);
    return database;
}

Outcome<Database> Database::open(const std::filesystem::path& file) {
    return open(file.c_str(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

Outcome<Database> Database::in_memory() {
    return open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY);
}

void Database::close_tidily() {
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Database::wait_for(int milliseconds) {
    sqlite3_busy_timeout(database_.get(), milliseconds);
}

Outcome<void> Database::run(const std::string& sql) {
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return std::unexpected(fault_of(database_.get(), code));
    }
    return {};
}

Outcome<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK) {
        return std::unexpected(fault_of(database_.get(), code));
    }
    return Statement(statement);
}

Outcome<std::int64_t> Database::number(std::string_view sql) const {
    auto statement = prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    const auto row = statement->step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? statement->number(0) : 0;
}

Outcome<std::string> Database::text(std::string_view sql) const {
    auto statement = prepare(sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    const auto row = statement->step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? statement->text(0) : std::string();
}

bool Database::has_known_format() const {
    constexpr sqlite3_int64 kWhere =
        18; // https://www.sqlite.org/fileformat2.html#file_format_version_numbers
    std::array<unsigned char, 2> numbers{};
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_FILE_POINTER,
                         static_cast<void*>(&file));
    if (file == nullptr || file->pMethods == nullptr ||
        file->pMethods->xRead(file, numbers.data(), numbers.size(), kWhere) != SQLITE_OK) {
        return true; // shorter, or not to be read at all: others find that
    }
    const auto known = [](unsigned char number) { return number == 1 || number == 2; };
    return known(numbers[0]) && known(numbers[1]);
}

bool Database::has_moved() const {
    int moved = 0;
    sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

Outcome<Transaction> Transaction::write(Database& database) {
    if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(database);
}

Outcome<Transaction> Transaction::read(Database& database) {
    if (auto begun = database.run("BEGIN"); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    if (database_ != nullptr) {
        std::ignore = database_->run("ROLLBACK"); // fails if SQLite has done so itself
    }
}

Outcome<void> Transaction::commit() {
    auto committed = database_->run("COMMIT");
    if (committed) {
        database_ = nullptr;
    }
    return committed;
}

} // namespace tally
