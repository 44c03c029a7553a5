#include "tally/fault.h"

#include "i18n/message.h"

#include <system_error>
#include <utility>

#include <sqlite3.h>

namespace tally {

namespace {

using i18n::tr;

Trouble trouble_of(int code) {
    switch (code & 0xff) {
    case SQLITE_ERROR: // What is asked is right: it is the file that does not have it.
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG: return Trouble::damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return Trouble::busy;
    case SQLITE_FULL: return Trouble::full;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE: return Trouble::refused;
    default: return Trouble::unavailable;
    }
}

std::string sentence_of(Trouble trouble, const std::string& file, const std::string& why) {
    switch (trouble) {
    case Trouble::damaged:
        return tr("The counts in \"{0}\" are damaged. Restart the desk: it sets them aside and "
                  "begins again.",
                  file);
    case Trouble::later:
        return tr("The counts in \"{0}\" are of a later version of the program.", file);
    case Trouble::busy:
        return tr("The counts in \"{0}\" are in use by another program. Try again in a moment.",
                  file);
    case Trouble::full:
        return tr("There is no room left for the counts in \"{0}\". Remove something else from "
                  "that disk.",
                  file);
    case Trouble::refused:
        return tr("Something was not counted in \"{0}\", which has no place for its kind.", file);
    case Trouble::unavailable: break;
    }
    return tr("The counts in \"{0}\" cannot be read or written: {1}.", file, why);
}

} // namespace

Fault fault_of(sqlite3* database, int code) {
    const char* const name = sqlite3_db_filename(database, "main");
    const int system = sqlite3_system_errno(database);
    const Trouble trouble = trouble_of(code);
    return {.trouble = trouble,
            .sentence = sentence_of(trouble, name == nullptr ? "" : name,
                                    system != 0 ? std::generic_category().message(system)
                                                : std::string(sqlite3_errstr(code)))};
}

Fault fault_with(Trouble trouble, const std::string& file) {
    return {.trouble = trouble, .sentence = sentence_of(trouble, file, {})};
}

platform::Failure to_failure(Fault fault) {
    return {.sentence = std::move(fault.sentence)};
}

} // namespace tally
