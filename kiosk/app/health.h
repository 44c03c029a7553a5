#pragma once

#include "cards/card.h"
#include "platform/disk.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>

namespace app {

/// What whoever looks after many desks wants to know of one. Times are seconds since 1970, by the
/// machine's clock.
struct Health {
    std::string site; ///< The branch's name, as the cards in use have it.
    std::string pack; ///< Id of the cards in use.
    std::uint64_t version = 0;
    std::int64_t in_use_since = 0;
    // Since the desk was installed:
    std::int64_t imports = 0;        ///< Packs put into use.
    std::int64_t failed_imports = 0; ///< Packs refused.
    std::int64_t starts = 0;
    // Now:
    std::int64_t waiting_since = 0; ///< For the rest of a pack; 0: for nothing.
    std::uint64_t held_version = 0; ///< That other desks try first; 0: none.
    std::size_t revoked_keys = 0;
    std::size_t revoked_packs = 0;
    friend bool operator==(const Health&, const Health&) = default;
};

/// Takes note of it, on the medium as far as it is to outlive a start. From any thread.
class HealthRecord {
public:
    /// Reads what there was before from the state folder, which outlives the record. What cannot be
    /// read counts from 0.
    explicit HealthRecord(platform::Disk& disk);

    void started();
    void imported();
    void refused();
    void shows(const cards::Pack& pack);
    void waits(bool waiting);
    void holds(std::uint64_t version);
    void revoked(std::size_t keys, std::size_t packs);

    Health now() const;

    /// Returns when something is different from what `now` said last, after `longest`, or when it
    /// is to stop.
    void wait_for_change(const std::stop_token& stop, std::chrono::seconds longest);

private:
    /// What changes the health, and whether that is to be kept.
    void change(bool for_good, const std::function<void(Health&)>& how);

    platform::Disk* disk_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    Health health_;
    mutable Health said_; ///< By `now`, last.
};

} // namespace app
