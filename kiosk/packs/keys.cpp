#include "packs/keys.h"

#include "cards/report.h"
#include "i18n/message.h"
#include "packs/remark_lines.h"
#include "platform/durable.h"

#include <algorithm>
#include <string_view>

namespace packs {

namespace {

using i18n::tr;

constexpr std::size_t kLargestFile = 64UZ << 10U;
constexpr std::size_t kMostFiles = 1000;
constexpr std::string_view kEnding = ".pub";
constexpr const char* kRevoked = "revoked";
constexpr const char* kRevocation = "revocation";

void read_revoked(std::string_view text, Keys& keys) {
    for (const auto& [number, line] : remark_lines(text)) {
        if (line.starts_with("untrusted comment:")) {
            continue;
        }
        if (const auto id = parse_key_id(line)) {
            keys.revoked.push_back(*id);
        } else if (const auto key = parse_public_key(line)) {
            keys.revoked.push_back(key->id);
        } else {
            keys.problems.push_back(tr(
                "Line {0} of the list of revoked keys is neither a key nor a key's id.", number));
        }
    }
}

/// The keys in a folder, by name, without those that are revoked.
std::vector<TrustedKey> read_public_keys(const platform::Folder& folder, const std::string& path,
                                         Keys& keys) {
    std::vector<TrustedKey> read;
    const auto entries = folder.list(path, kMostFiles);
    if (!entries) {
        keys.problems.push_back(entries.error().sentence);
        return read;
    }
    for (const platform::Entry& entry : *entries) {
        if (!entry.name.ends_with(kEnding)) {
            continue;
        }
        const auto text = folder.read(platform::join(path, entry.name), kLargestFile);
        const auto key = text ? parse_public_key(*text) : std::nullopt;
        if (!key) {
            keys.problems.push_back(
                tr("The key file {0} holds no key of minisign's, and is left out.",
                   cards::in_quotes(entry.name)));
        } else if (std::ranges::find(keys.revoked, key->id) == keys.revoked.end()) {
            read.push_back(
                {.name = entry.name.substr(0, entry.name.size() - kEnding.size()), .key = *key});
        }
    }
    std::ranges::sort(read, {}, &TrustedKey::name);
    return read;
}

} // namespace

Keys read_keys(const platform::Folder& folder) {
    Keys keys;
    if (folder.kind(kRevoked) != platform::EntryKind::none) {
        const auto text = folder.read(kRevoked, kLargestFile);
        if (!text) {
            keys.problems.push_back(
                // Translators: {0} is a sentence that says that a file cannot be read, and why.
                tr("{0} No key is trusted until it can.", text.error().sentence));
            return keys;
        }
        read_revoked(*text, keys);
    }
    keys.trusted = read_public_keys(folder, "", keys);
    if (folder.kind(kRevocation) == platform::EntryKind::folder) {
        keys.revokers = read_public_keys(folder, kRevocation, keys);
    }
    return keys;
}

} // namespace packs
