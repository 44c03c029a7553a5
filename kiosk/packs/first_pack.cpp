#include "packs/first_pack.h"

#include "i18n/message.h"

#include <tuple>

namespace packs {

namespace {

using i18n::tr;
using i18n::tr_plural;
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
        first.notices.push_back(tr_plural(
            "The desk failed to start with version {1} of the cards {0} time; it is put aside.",
            "The desk failed to start with version {1} of the cards {0} times; it is put aside.",
            kFailedStarts, first.pack->version));
        note(store.set_aside(*first.pack));
        first.pack = before(store.kept(), *first.pack);
        moved = true;
    }
    while (first.pack) {
        const auto whole = store.check(*first.pack);
        if (whole) {
            break;
        }
        first.notices.push_back(
            // Translators: {0} is a sentence that says what is wrong with that version.
            tr("{0} Version {1} is put aside.", whole.error().sentence, first.pack->version));
        note(store.set_aside(*first.pack));
        first.pack = before(store.kept(), *first.pack);
        moved = true;
    }
    if (moved) {
        first.notices.push_back(first.pack
                                    ? tr("Version {0} is shown instead.", first.pack->version)
                                    : tr("The starter pack is shown instead."));
        note(first.pack ? store.use(*first.pack) : store.use_none());
        if (first.pack) {
            std::ignore = store.note_start();
        }
    }
    return first;
}

} // namespace packs
