#include "packs/keys.h"

#include "cards/report.h"
#include "i18n/message.h"

#include <algorithm>
#include <string_view>

namespace packs {

namespace {

using i18n::tr;

constexpr std::size_t kLargestFile = 64UZ << 10U;
constexpr std::size_t kMostFiles = 1000;
constexpr std::string_view kEnding = ".pub";
constexpr const char* kRevoked = "revoked";

std::string_view trimmed(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const auto first = line.find_first_not_of(" \t\r");
    const auto last = line.find_last_not_of(" \t\r");
    return first == std::string_view::npos ? "" : line.substr(first, last - first + 1);
}

void read_revoked(std::string_view text, Keys& keys) {
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with("untrusted comment:")) {
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

} // namespace

Keys read_keys(const platform::Folder& folder) {
    Keys keys;
    const auto entries = folder.list("", kMostFiles);
    if (!entries) {
        keys.problems.push_back(entries.error().sentence);
        return keys;
    }
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
    for (const platform::Entry& entry : *entries) {
        if (!entry.name.ends_with(kEnding)) {
            continue;
        }
        const auto text = folder.read(entry.name, kLargestFile);
        const auto key = text ? parse_public_key(*text) : std::nullopt;
        if (!key) {
            keys.problems.push_back(
                tr("The key file {0} holds no key of minisign's, and is left out.",
                   cards::in_quotes(entry.name)));
        } else if (std::ranges::find(keys.revoked, key->id) == keys.revoked.end()) {
            keys.trusted.push_back(
                {.name = entry.name.substr(0, entry.name.size() - kEnding.size()), .key = *key});
        }
    }
    std::ranges::sort(keys.trusted, {}, &TrustedKey::name);
    return keys;
}

} // namespace packs
