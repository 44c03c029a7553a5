#pragma once

#include "tally/fault.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// The little of SQLite that is needed here. Values come in by binding alone; nothing is thrown.
namespace tally {

/// How long somebody else is waited for, in milliseconds: ours write for a few.
inline constexpr int kPatience = 2000;

/// A sentence of SQL with places for values, counted from 1.
class Statement {
public:
    /// What cannot be bound is said by the next `step`. The text need not outlive the call.
    Statement& bind(int place, std::string_view text);
    Statement& bind(int place, std::int64_t number);

    /// Goes to the next row; false if there is none. After that, and after a failure, it begins
    /// again from the start.
    Outcome<bool> step();

    /// Takes all its steps, whatever rows there are.
    Outcome<void> run();

    // Of the row that it is at; columns count from 0. What is of another type is turned into this
    // one, as SQLite does.
    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    friend class Database;
    struct Finish {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    std::unique_ptr<sqlite3_stmt, Finish> statement_;
    int bound_ = 0; ///< The first failure to bind, as SQLite numbers it.
};

/// A connection to a database file. It trusts nothing that the file brings along: no triggers, no
/// views, no functions of a schema.
class Database {
public:
    /// Opens a file, or begins an empty one; nothing is read yet. Until `close_tidily`, closing
    /// leaves it and its log just as they are.
    static Outcome<Database> open(const std::filesystem::path& file);

    /// One that goes with this object.
    static Outcome<Database> in_memory();

    /// From now on, the last connection to be closed brings the log into the file.
    void close_tidily();

    /// How long others are waited for; `kPatience` from the start.
    void wait_for(int milliseconds);

    /// Runs sentences of ours.
    Outcome<void> run(const std::string& sql);
    Outcome<Statement> prepare(std::string_view sql) const;

    /// The first value of the first row, 0 if there is none.
    Outcome<std::int64_t> number(std::string_view sql) const;
    Outcome<std::string> text(std::string_view sql) const;

    /// The two format numbers in the file's header, of which SQLite takes an unknown first one for
    /// a file that may be read and never written. Nothing else may open the file to look: closing
    /// it again would end this process' locks.
    bool has_known_format() const;

    /// True if the file's name now belongs to another file, or to none.
    bool has_moved() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit Database(sqlite3* database) : database_(database) {}
    static Outcome<Database> open(const char* name, int flags);

    std::unique_ptr<sqlite3, Close> database_;
};

/// Several sentences that all happen or do not. Undone with this object, unless committed.
class Transaction {
public:
    /// Begins one that writes: waits until no other does.
    static Outcome<Transaction> write(Database& database);
    /// Begins one in which all that is read is of one moment.
    static Outcome<Transaction> read(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Outcome<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

} // namespace tally
