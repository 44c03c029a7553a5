#include "app/keeper.h"

#include "app/fairness_file.h"
#include "app/found_times.h"
#include "app/note.h"
#include "app/numbers_page.h"
#include "app/opening.h"
#include "platform/disk.h"

#include <utility>

namespace app {

namespace {

void complain(const platform::Result<void>& kept) {
    if (!kept) {
        note(kept.error().sentence);
    }
}

} // namespace

Keeper::Keeper(std::filesystem::path state_folder) : state_folder_(std::move(state_folder)) {}

void Keeper::keep() {
    const auto settings = std::exchange(settings_, std::nullopt);
    const auto found = std::exchange(found_, std::nullopt);
    const auto fairness = std::exchange(fairness_, std::nullopt);
    const auto numbers_of = std::exchange(numbers_of_, nullptr);
    if (!settings && !found && !fairness && !numbers_of) {
        return;
    }
    const auto disk = platform::RealFolder::open(state_folder_);
    if (!disk) {
        complain(std::unexpected(disk.error()));
        return;
    }
    if (numbers_of) {
        complain(keep_numbers(**disk, numbers_of->pack));
    }
    if (settings) {
        complain(keep_settings(**disk, *settings));
    }
    if (found) {
        complain(keep_found(**disk, found->found));
    }
    if (fairness) {
        complain(keep_fairness(**disk, fairness->reviews));
    }
}

} // namespace app
