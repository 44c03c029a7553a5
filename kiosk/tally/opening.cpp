#include "tally/opening.h"

#include "i18n/message.h"
#include "platform/disk.h"
#include "platform/file_lock.h"
#include "tally/schema.h"
#include "tally/set_aside.h"

#include <system_error>
#include <utility>

namespace tally {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using platform::EntryKind;
using platform::Result;

/// For a connection: what a file does not keep. Removed content is overwritten; what sorting and
/// rewriting need stays in memory, instead of in files that outlive a power cut.
constexpr const char* kSettings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
                                  "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; "
                                  "PRAGMA wal_autocheckpoint = 100";

/// True for what SQLite would take for a new database, or refuse without saying why.
bool is_no_database(const platform::Folder& folder, const fs::path& file) {
    const std::string name = file.filename().string();
    for (const std::string_view suffix : kSuffixes) {
        const EntryKind kind = folder.kind(name + std::string(suffix));
        if (kind != EntryKind::none && kind != EntryKind::file) {
            return true;
        }
    }
    // A log without its database: SQLite would remove it.
    std::error_code error;
    const bool nothing = !fs::exists(file, error) || fs::file_size(file, error) == 0;
    const auto log = fs::file_size(file.string() + "-wal", error);
    return nothing && !error && log > 0;
}

/// Opens a database, and brings it up to date, unless there is something wrong with it.
Outcome<Database> take_up(const platform::Folder& folder, const fs::path& file) {
    if (is_no_database(folder, file)) {
        return std::unexpected(fault_with(Trouble::damaged, file.string()));
    }
    auto database = Database::open(file);
    if (!database) {
        return database;
    }
    const auto version = examine(*database, migrations(), file.string());
    if (!version) {
        return std::unexpected(version.error());
    }
    if (auto set = database->run(kSettings); !set) {
        return std::unexpected(set.error());
    }
    const auto mode = database->text("PRAGMA journal_mode = WAL");
    if (!mode) {
        return std::unexpected(mode.error());
    }
    if (*mode != "wal") {
        return std::unexpected(fault_with(Trouble::busy, file.string()));
    }
    if (auto migrated = migrate(*database, *version, migrations()); !migrated) {
        return std::unexpected(migrated.error());
    }
    database->close_tidily();
    // Without room, or with others at work, the next start does it.
    if (auto rewritten = rewrite(*database, file);
        !rewritten && rewritten.error().trouble == Trouble::damaged) {
        return std::unexpected(rewritten.error());
    }
    return database;
}

std::string notice_of(Trouble trouble, const std::string& name, const std::string& aside) {
    return trouble == Trouble::later
               ? tr("The counts in {0} are of a later version of the program. They are kept as "
                    "{1}, and counting begins again.",
                    name, aside)
               : tr("The counts in {0} are damaged. They are kept as {1}, and counting begins "
                    "again.",
                    name, aside);
}

} // namespace

Outcome<bool> empty_log(Database& database) {
    const auto busy = database.number("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy) {
        return std::unexpected(busy.error());
    }
    return *busy == 0;
}

Outcome<void> rewrite(Database& database, const fs::path& file) {
    if (auto vacuumed = database.run("VACUUM"); !vacuumed) {
        return vacuumed;
    }
    const auto emptied = empty_log(database);
    if (!emptied) {
        return std::unexpected(emptied.error());
    }
    return *emptied ? Outcome<void>() : std::unexpected(fault_with(Trouble::busy, file.string()));
}

Result<TakenUp> open_or_begin(const fs::path& file) {
    const fs::path above = file.has_parent_path() ? file.parent_path() : fs::path(".");
    // Two that find the same damage at once: the second would set the first one's new file aside.
    const auto lock = platform::FileLock::take(file.string() + ".lock");
    if (!lock) {
        return std::unexpected(lock.error());
    }
    const auto folder = platform::RealFolder::open(above);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    auto database = take_up(**folder, file);
    std::string notice;
    if (!database && (database.error().trouble == Trouble::damaged ||
                      database.error().trouble == Trouble::later)) {
        const std::string name = file.filename().string();
        const auto aside = set_aside(**folder, name);
        if (!aside) {
            return std::unexpected(aside.error());
        }
        notice = notice_of(database.error().trouble, name, *aside);
        database = take_up(**folder, file);
    }
    if (!database) {
        return std::unexpected(to_failure(std::move(database.error())));
    }
    // The name of a new file outlives a power cut only after this.
    if (auto synced = (*folder)->sync(""); !synced) {
        return std::unexpected(synced.error());
    }
    return TakenUp{.database = std::move(*database), .notice = std::move(notice)};
}

} // namespace tally
