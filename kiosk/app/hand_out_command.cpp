#include "app/hand_out_command.h"

#include "app/note.h"
#include "app/outgoing.h"
#include "i18n/message.h"
#include "packs/hand_out.h"
#include "platform/disk.h"
#include "platform/stick_watch.h"

namespace app {

namespace {

using i18n::tr;
using platform::EntryKind;
using platform::RealFolder;
using platform::Result;

Result<void> write(const HandOut& command, const Outgoing& names, platform::Disk& outgoing) {
    if (auto taken = outgoing.rename(names.asked, names.taken); !taken) {
        return taken;
    }
    const auto asked = RealFolder::open(command.outgoing / names.taken);
    if (!asked) {
        return std::unexpected(asked.error());
    }
    const auto stick = RealFolder::open(command.mounted);
    if (!stick) {
        return std::unexpected(stick.error());
    }
    const auto folder = packs::pass_on(**asked, **stick);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    return outgoing.write(names.written, *folder);
}

Result<void> let_the_desk_know(const Outgoing& names, platform::Disk& outgoing) {
    if (outgoing.kind(names.asked) != EntryKind::none) { // the stick could not even be mounted
        if (auto taken = outgoing.rename(names.asked, names.taken); !taken) {
            return taken;
        }
    }
    return outgoing.kind(names.written) == EntryKind::file
               ? outgoing.rename(names.written, names.outcome)
               : outgoing.write(names.outcome, "");
}

} // namespace

int hand_out(const HandOut& command) {
    if (!platform::is_stick_name(command.name)) {
        return fail(tr("\"{0}\" is not the name of a stick.", command.name));
    }
    // The desk, another user, reads it by the folder's group.
    const auto outgoing = RealFolder::open(command.outgoing, RealFolder::Readers::group);
    if (!outgoing) {
        return fail(outgoing.error().sentence);
    }
    const Outgoing names(command.name);
    const auto done = command.mounted.empty() ? let_the_desk_know(names, **outgoing)
                                              : write(command, names, **outgoing);
    return done ? kOk : fail(done.error().sentence);
}

} // namespace app
