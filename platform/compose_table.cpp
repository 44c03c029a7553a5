#include "platform/compose_table.h"

#include "platform/disk.h"
#include "platform/durable.h"

#include <cstdlib>
#include <tuple>
#include <utility>

namespace platform {

namespace {

constexpr const char* kVariable = "XCOMPOSECACHE";
constexpr const char* kTable = "compose";
constexpr const char* kToBeMade = "compose-new"; ///< Not `kUnfinished`: a start clears these away.

} // namespace

ComposeTable::ComposeTable(std::filesystem::path state) : state_(std::move(state)) {
    const auto disk = RealFolder::open(state_);
    if (!disk || std::getenv(kVariable) != nullptr) {
        return;
    }
    to_be_made_ = (*disk)->kind(kTable) == EntryKind::none;
    if (to_be_made_) {
        std::ignore = remove_tree(**disk, kToBeMade); // may be from before a power cut
        std::ignore = (*disk)->make_folder(kToBeMade);
    }
    ::setenv(kVariable, (state_ / (to_be_made_ ? kToBeMade : kTable)).c_str(), 1);
}

void ComposeTable::keep() const {
    const auto disk = to_be_made_ ? RealFolder::open(state_) : nullptr;
    if (!disk || *disk == nullptr) {
        return;
    }
    const auto made = (*disk)->list(kToBeMade, 1);
    if (made && made->empty()) {
        std::ignore = remove_tree(**disk, kToBeMade);
    } else {
        std::ignore = publish_folder(**disk, kToBeMade, kTable);
    }
}

} // namespace platform
