#include "filled_ledger.h"

#include "tally/ledger.h"
#include "tally/rows.h"
#include "tally/schema.h"

#include <stdexcept>
#include <tuple>
#include <utility>

namespace support {

namespace {

template <typename Outcome>
auto value_of(Outcome outcome) {
    if (!outcome) {
        throw std::runtime_error("the ledger cannot be filled");
    }
    if constexpr (!std::is_void_v<typename Outcome::value_type>) {
        return std::move(*outcome);
    }
}

} // namespace

void fill_ledger(const std::filesystem::path& file, const tally::Counts& counts) {
    std::ignore = value_of(tally::Ledger::open(file));
    auto database = value_of(tally::Database::open(file));
    database.close_tidily();
    auto transaction = value_of(tally::Transaction::write(database));
    for (const tally::Count& count : counts.counts) {
        value_of(tally::add_row(database, count));
    }
    for (const tally::MissedCount& missed : counts.missed) {
        value_of(tally::add_row(database, missed));
    }
    value_of(transaction.commit());
}

} // namespace support
