#include "app/spool_command.h"

#include "app/note.h"
#include "i18n/message.h"
#include "packs/mirror.h"
#include "packs/revocations.h"
#include "platform/disk.h"
#include "platform/durable.h"
#include "platform/stick_watch.h"

#include <initializer_list>
#include <tuple>

namespace app {

namespace {

using i18n::tr;
using platform::RealFolder;
using platform::Result;
using platform::spool_name;
using platform::Spooled;

/// In front of the public there are a few ports: more sticks than this are an attempt to fill the
/// disk.
constexpr std::size_t kMostSticks = 4;
constexpr std::size_t kMostEntries = 1000;

Result<void> forget(platform::Disk& spool, const std::string& stick,
                    std::initializer_list<Spooled> states) {
    Result<void> done;
    for (const Spooled state : states) {
        if (done) {
            done = platform::remove_tree(spool, spool_name(stick, state));
        }
    }
    return done;
}

Result<void> check_room(const platform::Folder& spool) {
    const auto entries = spool.list("", kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    std::size_t folders = 0;
    for (const platform::Entry& entry : *entries) {
        folders += entry.kind == platform::EntryKind::folder ? 1 : 0;
    }
    if (folders >= kMostSticks) {
        return std::unexpected(platform::Failure{why_not_spooled(Spooled::crowded)});
    }
    return {};
}

Result<void> copy(const SpoolStick& command, platform::Disk& spool) {
    const auto stick = RealFolder::open(command.mounted);
    if (!stick) {
        return std::unexpected(stick.error());
    }
    const std::string whole = spool_name(command.name, Spooled::whole);
    const bool has_list =
        (*stick)->kind(std::string(packs::kRevocationsFile)) != platform::EntryKind::none;
    if (!packs::find_packs(**stick) && !has_list) {
        return spool.make_folder(whole); // nobody needs to be told of it
    }
    const std::string reading = spool_name(command.name, Spooled::reading);
    if (auto made = spool.make_folder(reading); !made) {
        return made;
    }
    if (auto copied = packs::mirror_packs(**stick, spool, reading); !copied) {
        return copied;
    }
    return spool.rename(reading, whole);
}

} // namespace

std::string why_not_spooled(Spooled why) {
    switch (why) {
    case Spooled::crowded:
        return tr("There are too many sticks in. Pull them out, then try again.");
    case Spooled::full:
        return tr("This desk's disk is full. Tell whoever looks after it; the cards in use stay.");
    default: return packs::pulled_too_early();
    }
}

int spool_stick(const SpoolStick& command) {
    if (!platform::is_stick_name(command.name)) {
        return fail(tr("\"{0}\" is not the name of a stick.", command.name));
    }
    // The desk, another user, reads it by the spool's group.
    const auto spool = RealFolder::open(command.spool, RealFolder::Readers::group);
    if (!spool) {
        return fail(spool.error().sentence);
    }
    if (command.mounted.empty()) { // that it has failed is for the desk to read
        const auto forgotten = forget(**spool, command.name, {Spooled::reading, Spooled::whole});
        return forgotten ? kOk : fail(forgotten.error().sentence);
    }
    const auto give_up = [&](Spooled state, const std::string& sentence) {
        std::ignore = forget(**spool, command.name, {Spooled::reading, Spooled::whole});
        std::ignore = (*spool)->write(spool_name(command.name, state), "");
        return fail(sentence);
    };
    if (const auto forgotten = forget(
            **spool, command.name,
            {Spooled::reading, Spooled::whole, Spooled::failed, Spooled::crowded, Spooled::full});
        !forgotten) {
        return give_up(Spooled::failed, forgotten.error().sentence);
    }
    if (const auto room = check_room(**spool); !room) {
        return give_up(Spooled::crowded, room.error().sentence);
    }
    const auto copied = copy(command, **spool);
    if (!copied) {
        return give_up(copied.error().no_room ? Spooled::full : Spooled::failed,
                       copied.error().sentence);
    }
    return kOk;
}

} // namespace app
