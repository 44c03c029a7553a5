#include "packs/first_pack.h"

#include <tuple>

namespace packs {

namespace {

using platform::Result;

/// The pack to go back to: the latest that is older, or else the latest other.
std::optional<StoredPack> before(const std::vector<StoredPack>& kept, const StoredPack& pack) {
    std::optional<StoredPack> other;
    for (const StoredPack& it : kept) {
        if (it.key < pack.key) {
            return it;
        }
        if (it.key != pack.key && !other) {
            other = it;
        }
    }
    return other;
}

} // namespace

FirstPack find_first_pack(Store& store) {
    constexpr int kFailedStarts = 2;
    FirstPack first;
    const auto note = [&](const Result<void>& result) {
        if (!result) {
            first.notices.push_back(result.error().sentence);
        }
    };
    note(store.tidy_up());
    const auto starts = store.note_start();
    if (!starts) {
        first.notices.push_back(starts.error().sentence);
    }
    first.pack = store.active();
    bool moved = false;
    if (first.pack && starts && *starts > kFailedStarts) {
        first.notices.push_back("The desk failed to start with version " +
                                std::to_string(first.pack->version) + " of the cards " +
                                std::to_string(kFailedStarts) + " times; it is put aside.");
        note(store.set_aside(*first.pack));
        first.pack = before(store.kept(), *first.pack);
        moved = true;
    }
    while (first.pack) {
        const auto whole = store.check(*first.pack);
        if (whole) {
            break;
        }
        first.notices.push_back(whole.error().sentence + " Version " +
                                std::to_string(first.pack->version) + " is put aside.");
        note(store.set_aside(*first.pack));
        first.pack = before(store.kept(), *first.pack);
        moved = true;
    }
    if (moved) {
        first.notices.push_back(first.pack ? "Version " + std::to_string(first.pack->version) +
                                                 " is shown instead."
                                           : "The starter pack is shown instead.");
        note(first.pack ? store.use(*first.pack) : store.use_none());
        if (first.pack) {
            std::ignore = store.note_start();
        }
    }
    return first;
}

} // namespace packs
