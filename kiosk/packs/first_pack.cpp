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

void note(FirstPack& first, const Result<void>& result) {
    if (!result) {
        first.notices.push_back(result.error().sentence);
    }
}

/// Puts the pack aside and goes to the one before it.
void go_back(Store& store, FirstPack& first) {
    note(first, store.set_aside(*first.pack));
    first.pack = before(store.kept(), *first.pack);
    first.gone_back = true;
}

} // namespace

FirstPack begin_start(Store& store) {
    constexpr int kFailedStarts = 2;
    FirstPack first;
    note(first, store.tidy_up());
    const auto starts = store.note_start();
    if (!starts) {
        first.notices.push_back(starts.error().sentence);
    }
    first.pack = store.active();
    if (first.pack && starts && *starts > kFailedStarts) {
        first.notices.push_back(tr_plural(
            "The desk failed to start with version {1} of the cards {0} time; it is put aside.",
            "The desk failed to start with version {1} of the cards {0} times; it is put aside.",
            kFailedStarts, first.pack->version));
        go_back(store, first);
    }
    return first;
}

FirstPack go_back_to_whole(Store& store, FirstPack first) {
    while (first.pack) {
        const auto whole = store.check(*first.pack);
        if (whole) {
            break;
        }
        first.notices.push_back(
            // Translators: {0} is a sentence that says what is wrong with that version.
            tr("{0} Version {1} is put aside.", whole.error().sentence, first.pack->version));
        go_back(store, first);
    }
    if (first.gone_back) {
        first.notices.push_back(first.pack
                                    ? tr("Version {0} is shown instead.", first.pack->version)
                                    : tr("The starter pack is shown instead."));
        note(first, first.pack ? store.use(*first.pack) : store.use_none());
        if (first.pack) {
            std::ignore = store.note_start();
        }
    }
    return first;
}

} // namespace packs
