#include "app/pack_commands.h"

#include "app/note.h"
#include "app/opening.h"
#include "app/pack_room.h"
#include "app/wall_clock.h"
#include "i18n/message.h"
#include "packs/copy.h"
#include "packs/crypto.h"
#include "packs/seal.h"
#include "packs/sums.h"
#include "platform/clock.h"
#include "platform/durable.h"
#include "platform/file_lock.h"
#include "platform/files.h"
#include "platform/instance.h"
#include "platform/terminal.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <tuple>
#include <utility>

namespace app {

namespace {

using i18n::tr;
using platform::RealFolder;
using platform::Result;

int refuse(const packs::Refused& refused) {
    fail(refused.headline + ".");
    for (const cards::Problem& problem : refused.problems) {
        std::cerr << cards::to_string(problem) << '\n';
    }
    return kRefused;
}

/// A room that nobody else changes until this goes.
struct LockedRoom {
    platform::FileLock lock;
    PackRoom room;
};

/// With the desk's name; what else is wrong with its configuration is for the desk to say.
Result<PackRoom> open_room(const Options& options) {
    const auto config = read_config(options);
    return config ? open_pack_room(options.places, config->config.desk_name)
                  : std::unexpected(config.error());
}

Result<LockedRoom> lock_room(const Options& options) {
    std::error_code error;
    std::filesystem::create_directories(options.places.state, error); // else the lock says it
    // First: what is revoked is read while nobody changes it.
    auto lock = platform::FileLock::take(options.places.state / kPacksLock);
    if (!lock) {
        return std::unexpected(lock.error());
    }
    auto room = open_room(options);
    if (!room) {
        return std::unexpected(room.error());
    }
    for (const char* folder : {"packs", "incoming"}) {
        if (auto made = room->disk->make_folder(folder); !made) {
            return std::unexpected(made.error());
        }
    }
    return LockedRoom{.lock = std::move(*lock), .room = std::move(*room)};
}

/// A desk that runs here shows what is in use now.
void tell_running_desk(const Options& options) {
    std::ignore = platform::ask_running_desk(options.places.state, "reload"); // there may be none
}

Result<packs::PinProof> ask_pin(PackRoom& room) {
    const platform::MachineClock clock;
    packs::Pin pin(*room.disk, clock);
    const auto said = [](const std::string& sentence) {
        return std::unexpected(platform::Failure{sentence});
    };
    if (!pin.is_set()) {
        return said(
            tr("This takes the manager's PIN, and none is set. Set one with: deskcards pin"));
    }
    const auto typed = platform::read_secret(tr("Manager PIN"));
    packs::PinCheck check = pin.check(typed.value_or(""));
    if (auto* proof = std::get_if<packs::PinProof>(&check)) {
        return std::move(*proof);
    }
    const auto seconds = [](std::chrono::milliseconds wait) {
        return std::chrono::ceil<std::chrono::seconds>(wait).count();
    };
    if (const auto* wait = std::get_if<packs::MustWait>(&check)) {
        // Translators: {0} are seconds.
        return said(tr("Too early after wrong PINs: wait {0} s.", seconds(wait->wait)));
    }
    if (const auto* wrong = std::get_if<packs::WrongPin>(&check)) {
        return said(wrong->wait.count() == 0
                        ? tr("That is not the PIN.")
                        // Translators: {0} are seconds.
                        : tr("That is not the PIN. Wait {0} s.", seconds(wrong->wait)));
    }
    return said(std::get<platform::Failure>(check).sentence);
}

/// The offer as a pack that may be used: as it is, or with the manager's PIN.
Result<packs::VerifiedPack> accept(PackRoom& room, const packs::Offer& offer) {
    if (auto verified = packs::VerifiedPack::accept(offer)) {
        return std::move(*verified);
    }
    for (const std::string& caution : offer.cautions) {
        std::cerr << caution << ".\n";
    }
    auto proof = ask_pin(room);
    if (!proof) {
        return std::unexpected(proof.error());
    }
    return packs::VerifiedPack::accept(offer, std::move(*proof));
}

} // namespace

int seal_pack(const Seal& command) {
    // As readable as the cards beside it.
    const auto folder = RealFolder::open(command.folder, RealFolder::Readers::everyone);
    if (!packs::start_crypto() || !folder) {
        return fail(folder ? tr("This machine gives no random numbers.") : folder.error().sentence);
    }
    const auto sums = packs::sums_of_folder(**folder);
    if (!sums) {
        return fail(sums.error().sentence, kRefused);
    }
    std::optional<std::string> signature;
    if (command.key) {
        constexpr std::size_t kLargest = 64UZ << 10U;
        const auto text = platform::read_file(*command.key, kLargest);
        if (!text) {
            // Translators: {0} is such as "x.key" cannot be read: No such file.
            return fail(tr("The key {0}", text.error().sentence));
        }
        const auto key = packs::SecretKey::parse(
            *text, [] { return platform::read_secret(tr("Password of the key")).value_or(""); });
        if (!key) {
            return fail(key.error().sentence);
        }
        signature = key->sign(*sums, "timestamp:" + std::to_string(unix_time()) +
                                         "\tfile:SHA256SUMS\thashed");
    }
    auto written = platform::save(**folder, std::string(packs::kSumsFile), *sums);
    if (written) {
        // A signature that is there already is of other sums.
        written = signature
                      ? platform::save(**folder, std::string(packs::kSignatureFile), *signature)
                      : (*folder)->remove(std::string(packs::kSignatureFile));
    }
    return written ? kOk : fail(written.error().sentence);
}

int install_pack(const Options& options, const Install& command, std::ostream& out) {
    const auto folder = RealFolder::open(command.folder);
    if (!folder) {
        return fail(folder.error().sentence);
    }
    auto locked = lock_room(options);
    if (!locked) {
        return fail(locked.error().sentence);
    }
    PackRoom& room = locked->room;
    const auto offer = take_in(room, **folder, "", {}, {});
    if (!offer) {
        return offer.error().nothing_to_do ? (fail(offer.error().headline), kOk)
                                           : refuse(offer.error());
    }
    for (const cards::Problem& warning : offer->warnings) {
        std::cerr << cards::to_string(warning) << '\n';
    }
    const auto verified = accept(room, *offer);
    const auto stored = verified ? room.store->activate(*verified)
                                 : Result<packs::StoredPack>(std::unexpected(verified.error()));
    room.store->drop_incoming(offer->keep.folder);
    if (!stored) {
        return fail(stored.error().sentence, kRefused);
    }
    out << tr("Version {0} of {1} is in use.", stored->version, stored->id) << '\n';
    tell_running_desk(options);
    return kOk;
}

int list_packs(const Options& options, std::ostream& out) {
    const auto room = open_room(options);
    if (!room) {
        return fail(room.error().sentence);
    }
    const auto kept = list_kept(*room);
    for (const desk::KeptPack& pack : kept) {
        out << pack.version << '\t' << pack.name << (pack.in_use ? '\t' + tr("in use") : "")
            << '\n';
    }
    if (std::ranges::none_of(kept, &desk::KeptPack::in_use)) {
        out << "starter\t" << tr("The starter pack") << '\t' << tr("in use") << '\n';
    }
    return kOk;
}

int roll_back(const Options& options, const Rollback& command, std::ostream& out) {
    auto locked = lock_room(options);
    if (!locked) {
        return fail(locked.error().sentence);
    }
    PackRoom& room = locked->room;
    const auto active = room.store->active();
    const auto kept = room.store->kept();
    const auto wanted = std::ranges::find_if(kept, [&](const packs::StoredPack& pack) {
        return command.version ? pack.version == *command.version
                               : active && pack.key < active->key;
    });
    if (wanted == kept.end()) {
        return fail(
            command.version
                ? tr("There is no version {0} on this desk. List them with: deskcards packs",
                     *command.version)
                : tr("There is no pack to go back to."));
    }
    if (const auto proof = ask_pin(room); !proof) {
        return fail(proof.error().sentence, kRefused);
    }
    if (const auto used = room.store->use(*wanted); !used) {
        return fail(used.error().sentence);
    }
    out << tr("Version {0} is in use again.", wanted->version) << '\n';
    tell_running_desk(options);
    return kOk;
}

int set_pin(const Options& options) {
    auto locked = lock_room(options);
    if (!locked) {
        return fail(locked.error().sentence);
    }
    const platform::MachineClock clock;
    packs::Pin pin(*locked->room.disk, clock);
    std::optional<packs::PinProof> proof;
    if (pin.is_set()) {
        auto asked = ask_pin(locked->room);
        if (!asked) {
            return fail(asked.error().sentence);
        }
        proof.emplace(std::move(*asked));
    }
    const auto once = platform::read_secret(tr("New PIN"));
    const auto again = platform::read_secret(tr("New PIN again"));
    if (!once || once != again) {
        return fail(tr("The two were not the same; nothing was changed."));
    }
    const auto set = proof ? pin.change(std::move(*proof), *once) : pin.set_first(*once);
    return set ? kOk : fail(set.error().sentence);
}

} // namespace app
