#include "packs/revocations.h"

#include "cards/report.h"
#include "i18n/message.h"
#include "packs/remark_lines.h"
#include "packs/trust.h"
#include "platform/durable.h"

#include <algorithm>
#include <utility>

namespace packs {

namespace {

using i18n::tr;
using platform::EntryKind;
using platform::Failure;
using platform::Result;

/// In the state folder, outside the packs.
constexpr const char* kKept = "revoked";
constexpr std::size_t kLargestKept = 16UZ << 20U; ///< Bytes: of all lists there ever were.

constexpr std::string_view kKeyWord = "key ";
constexpr std::string_view kPackWord = "pack ";

/// Puts a thing into a sorted list that has each once. Returns whether it is new.
template <typename T>
bool insert(std::vector<T>& list, const T& thing) {
    const auto at = std::ranges::lower_bound(list, thing);
    if (at != list.end() && *at == thing) {
        return false;
    }
    list.insert(at, thing);
    return true;
}

bool take_line(std::string_view line, Revocations& revocations) {
    if (line.starts_with(kKeyWord)) {
        const auto id = parse_key_id(line.substr(line.find_first_not_of(' ', kKeyWord.size())));
        return id && (insert(revocations.keys, *id), true);
    }
    if (line.starts_with(kPackWord)) {
        const auto pack =
            parse_pack_version(line.substr(line.find_first_not_of(' ', kPackWord.size())));
        return pack && (insert(revocations.packs, *pack), true);
    }
    return false;
}

std::unexpected<Failure> not_taken(const std::string& why) {
    // Translators: {0} is a file's name, {1} a sentence.
    return std::unexpected(
        Failure{tr("Nothing in {0} counts. {1}", cards::in_quotes(kRevocationsFile), why)});
}

std::string why_not(SignatureFault fault, std::string_view signature) {
    switch (fault) {
    case SignatureFault::unknown_key:
        return tr("It is signed with the key {0}, which may not sign such lists here.",
                  key_name(signature));
    case SignatureFault::bad_signature: return tr("It is not the list that was signed.");
    case SignatureFault::malformed:
    case SignatureFault::legacy:
    case SignatureFault::bad_trusted_comment: break;
    }
    return tr("Its signature is damaged. Sign the list again.");
}

/// What may be used in place of a pack: the latest before it first, and other libraries' last.
std::vector<StoredPack> others_than(const Store& store, const StoredPack& pack,
                                    const Revocations& revocations) {
    std::vector<StoredPack> others = store.kept();
    std::erase_if(others, [&](const StoredPack& it) {
        return it.key == pack.key || revocations.has(it.id, it.version);
    });
    std::ranges::stable_partition(others, [&](const StoredPack& it) { return it.key < pack.key; });
    std::ranges::stable_partition(others, [&](const StoredPack& it) { return it.id == pack.id; });
    return others;
}

void go_back(Store& store, const StoredPack& from, const Revocations& revocations,
             Withdrawn& withdrawn) {
    withdrawn.in_use = true;
    for (const StoredPack& pack : others_than(store, from, revocations)) {
        if (const auto used = store.use(pack); !used) {
            withdrawn.notices.push_back(used.error().sentence);
            continue;
        }
        withdrawn.instead = pack;
        withdrawn.notices.push_back(tr("Version {0} was revoked; version {1} is in use again.",
                                       from.version, pack.version));
        return;
    }
    const auto none = store.use_none();
    withdrawn.notices.push_back(
        none ? tr("Version {0} was revoked; the starter pack is shown until another comes.",
                  from.version)
             : none.error().sentence);
}

} // namespace

bool Revocations::has(const std::string& id, std::uint64_t version) const {
    return std::ranges::binary_search(packs, PackVersion{.id = id, .version = version});
}

bool Revocations::add(const Revocations& other) {
    bool fresh = false;
    for (const KeyId& key : other.keys) {
        fresh = insert(keys, key) || fresh;
    }
    for (const PackVersion& pack : other.packs) {
        fresh = insert(packs, pack) || fresh;
    }
    return fresh;
}

Result<Revocations> parse_revocations(std::string_view text) {
    Revocations revocations;
    for (const RemarkLine& line : remark_lines(text)) {
        if (!take_line(line.text, revocations)) {
            return std::unexpected(
                // Translators: "key" and "pack" are what to write, and stay as they are.
                Failure{tr("Line {0} should be such as \"key 0123456789ABCDEF\" or "
                           "\"pack riverside 15\".",
                           line.number)});
        }
    }
    return revocations;
}

std::string to_text(const Revocations& revocations) {
    std::string text;
    for (const KeyId& key : revocations.keys) {
        text += std::string(kKeyWord) + to_string(key) + '\n';
    }
    for (const PackVersion& pack : revocations.packs) {
        text += std::string(kPackWord) + to_string(pack) + '\n';
    }
    return text;
}

Result<std::optional<Revocations>> find_revocations(const platform::Folder& stick,
                                                    const std::vector<TrustedKey>& revokers) {
    const std::string file(kRevocationsFile);
    const std::string signature_file(kRevocationsSignature);
    if (stick.kind(file) == EntryKind::none) {
        return std::nullopt;
    }
    if (stick.kind(signature_file) == EntryKind::none) {
        return not_taken(tr("Its signature, {0}, is missing.", signature_file));
    }
    // The bytes that are checked are those that are read: each file is read once.
    const auto text = stick.read(file, kLargestRevocations);
    const auto signature = stick.read(signature_file, kLargestRevocations);
    if (!text || !signature) {
        return not_taken((text ? signature.error() : text.error()).sentence);
    }
    if (revokers.empty()) {
        return not_taken(tr("This desk has no key that such lists may be signed with."));
    }
    std::vector<PublicKey> keys;
    keys.reserve(revokers.size());
    for (const TrustedKey& revoker : revokers) {
        keys.push_back(revoker.key);
    }
    if (const auto signed_by = verify(*text, *signature, keys); !signed_by) {
        return not_taken(why_not(signed_by.error(), *signature));
    }
    auto revocations = parse_revocations(*text);
    if (!revocations) {
        return not_taken(revocations.error().sentence);
    }
    return std::move(*revocations);
}

Result<Revocations> kept_revocations(const platform::Folder& disk) {
    if (disk.kind(kKept) == EntryKind::none) {
        return Revocations{};
    }
    const auto text = disk.read(kKept, kLargestKept);
    return text ? parse_revocations(*text) : std::unexpected(text.error());
}

Result<void> keep_revocations(platform::Disk& disk, const Revocations& revocations) {
    return platform::save(disk, kKept, to_text(revocations));
}

void revoke(Keys& keys, const Revocations& revocations) {
    for (const KeyId& id : revocations.keys) {
        std::erase_if(keys.trusted, [&](const TrustedKey& it) { return it.key.id == id; });
        if (std::ranges::count(keys.revoked, id) == 0) {
            keys.revoked.push_back(id);
        }
    }
}

Withdrawn withdraw(Store& store, const Revocations& revocations) {
    Withdrawn withdrawn;
    if (revocations.packs.empty()) {
        return withdrawn; // nearly always: each start asks
    }
    const auto active = store.active();
    if (active && revocations.has(active->id, active->version)) {
        go_back(store, *active, revocations, withdrawn);
    }
    // Only then: until another is in use, whole, the desk has this one to show.
    const auto in_use = store.active();
    for (const StoredPack& pack : store.kept()) {
        if (revocations.has(pack.id, pack.version) && (!in_use || in_use->key != pack.key)) {
            if (const auto aside = store.set_aside(pack); !aside) {
                withdrawn.notices.push_back(aside.error().sentence);
            }
        }
    }
    if (const auto forgotten = store.forget_seen(revocations.packs); !forgotten) {
        withdrawn.notices.push_back(forgotten.error().sentence);
    }
    return withdrawn;
}

} // namespace packs
