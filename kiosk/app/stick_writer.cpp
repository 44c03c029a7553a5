#include "app/stick_writer.h"

#include "app/outgoing.h"
#include "i18n/message.h"
#include "platform/durable.h"

#include <chrono>
#include <thread>
#include <tuple>

namespace app {

namespace {

using i18n::tr;
using platform::Disk;
using platform::EntryKind;
using platform::RealFolder;
using platform::Result;

/// The service gives up before that.
constexpr std::chrono::seconds kLongestWait{120};
/// The manager stands there and waits: so much later than it could be is not seen.
constexpr std::chrono::milliseconds kLookEvery{100};

Result<void> clear(Disk& disk, const Outgoing& names) {
    Result<void> done;
    for (const std::string& name : {names.filling, names.asked, names.taken, names.outcome}) {
        if (done) {
            done = platform::remove_tree(disk, name);
        }
    }
    return done;
}

/// Asks for it, and waits for what comes of it; nothing if that is too long, or is no longer waited
/// for.
std::string ask(Disk& disk, const Outgoing& names, const std::stop_token& stop) {
    if (!disk.rename(names.filling, names.asked)) {
        return {};
    }
    const auto until = std::chrono::steady_clock::now() + kLongestWait;
    while (disk.kind(names.outcome) != EntryKind::file) {
        if (stop.stop_requested() || std::chrono::steady_clock::now() > until) {
            return {};
        }
        std::this_thread::sleep_for(kLookEvery);
    }
    return disk.read(names.outcome, kLongestFolderName).value_or("");
}

} // namespace

Result<std::string> StickWriter::write(const std::filesystem::path& place, const Fill& fill,
                                       const std::stop_token& stop) const {
    if (!outgoing_ || place.parent_path() != spool_) {
        // A medium that knows owners may be read where the desk's user is nobody.
        const auto stick = RealFolder::open(place, RealFolder::Readers::everyone);
        return stick ? fill(**stick) : Result<std::string>(std::unexpected(stick.error()));
    }
    // The service, another user, reads it by the folder's group.
    const auto disk = RealFolder::open(*outgoing_, RealFolder::Readers::group);
    if (!disk) {
        return std::unexpected(disk.error());
    }
    const Outgoing names(place.filename());
    if (auto cleared = clear(**disk, names); !cleared) {
        return std::unexpected(cleared.error());
    }
    if (auto made = (*disk)->make_folder(names.filling); !made) {
        return std::unexpected(made.error());
    }
    const auto filling = RealFolder::open(*outgoing_ / names.filling, RealFolder::Readers::group);
    const auto filled =
        filling ? fill(**filling) : Result<std::string>(std::unexpected(filling.error()));
    const std::string folder = filled ? ask(**disk, names, stop) : "";
    std::ignore = clear(**disk, names); // else the next one does
    if (filled && folder.empty()) {
        return std::unexpected(
            platform::Failure{tr("Nothing could be written to the stick. It may be full or locked, "
                                 "or it was pulled out too early. Try another one.")});
    }
    return filled ? folder : filled;
}

} // namespace app
