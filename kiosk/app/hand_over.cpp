#include "app/hand_over.h"

#include "i18n/message.h"
#include "packs/hand_out.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace app {

namespace fs = std::filesystem;
using platform::RealFolder;
using platform::Result;

HandOver::HandOver(StickWriter writer, const PackRoom* room, fs::path starter, IsFolder is_folder)
    : writer_(std::move(writer)), room_(room), starter_(std::move(starter)),
      is_folder_(std::move(is_folder)) {}

void HandOver::came(const fs::path& place) {
    gone(place);
    here_.push_back(place);
}

void HandOver::gone(const fs::path& place) {
    std::erase(here_, place);
}

Result<std::string> HandOver::cards(const std::stop_token& stop) const {
    if (const auto active = room_->store->active()) {
        return write(
            [&](platform::Disk& stick) {
                return packs::hand_out(*room_->disk, active->files(), stick);
            },
            stop);
    }
    const auto starter = RealFolder::open(starter_);
    if (!starter) {
        return std::unexpected(starter.error());
    }
    return write([&](platform::Disk& stick) { return packs::hand_out(**starter, "", stick); },
                 stop);
}

Result<std::string> HandOver::report(const std::string& made,
                                     const std::vector<cards::SourceFile>& files,
                                     const std::stop_token& stop) const {
    return write(
        [&](platform::Disk& stick) {
            return packs::hand_out_files(files, "report-" + made, stick);
        },
        stop);
}

Result<std::string> HandOver::write(const StickWriter::Fill& fill,
                                    const std::stop_token& stop) const {
    if (here_.empty()) {
        return std::unexpected(
            platform::Failure{i18n::tr("There is no stick. Plug one in, then try again.")});
    }
    const auto newest_first = std::views::reverse(here_);
    const auto stick = std::ranges::find_if_not(newest_first, is_folder_);
    return writer_.write(stick == newest_first.end() ? here_.back() : *stick, fill, stop);
}

} // namespace app
