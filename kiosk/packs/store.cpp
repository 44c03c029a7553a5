#include "packs/store.h"

#include "i18n/message.h"
#include "packs/limits.h"
#include "packs/offer.h"
#include "packs/seen.h"
#include "platform/durable.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <tuple>
#include <utility>

namespace packs {

namespace {

using i18n::tr;
using platform::EntryKind;
using platform::Failure;
using platform::join;
using platform::Result;

constexpr const char* kIncoming = "incoming";
constexpr const char* kPacks = "packs";
constexpr const char* kActive = "packs/active";
constexpr const char* kSeen = "seen";
constexpr const char* kStarts = "starts";
constexpr std::string_view kAside = "aside-";

constexpr std::size_t kPrevious = 3; ///< Packs kept besides the one in use.
constexpr std::size_t kLargestFile = 64UZ << 20U;

std::string path_of(const std::string& key) {
    return join(kPacks, key);
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

/// Versions in the order of their names: all of the same length.
std::string key_of(const PackToKeep& pack, const std::string& sums) {
    constexpr std::size_t kDigits = 16;
    std::string digits = std::to_string(pack.version);
    digits.insert(0, kDigits - std::min(kDigits, digits.size()), '0');
    return digits + "-" + to_hex(sha256(sums)).substr(0, 8);
}

/// Every file below a folder, by its path from there.
Result<void> list_files(const platform::Folder& disk, const std::string& top,
                        const std::string& below, std::vector<std::string>& files) {
    const auto entries = disk.list(join(top, below), kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    for (const platform::Entry& entry : *entries) {
        const std::string path = join(below, entry.name);
        if (entry.kind == EntryKind::folder) {
            if (auto listed = list_files(disk, top, path, files); !listed) {
                return listed;
            }
        } else {
            files.push_back(path);
        }
    }
    return {};
}

} // namespace

std::string StoredPack::files() const {
    return path_of(key) + "/files";
}
std::string StoredPack::made() const {
    return path_of(key) + "/made";
}

Result<void> Store::tidy_up() {
    for (const char* folder : {kPacks, kIncoming}) {
        if (auto made = disk_->make_folder(folder); !made) {
            return made;
        }
    }
    const auto clear = [this](const std::string& folder, const auto& is_litter) {
        if (const auto entries = disk_->list(folder, kMostEntries)) {
            for (const platform::Entry& entry : *entries) {
                if (is_litter(entry)) {
                    std::ignore = platform::remove_tree(*disk_, join(folder, entry.name));
                }
            }
        }
    };
    const auto unfinished = [](const platform::Entry& entry) {
        return entry.name.starts_with(platform::kUnfinished);
    };
    clear("", unfinished);
    clear(kIncoming, [](const platform::Entry&) { return true; });
    clear(kPacks, unfinished);
    const auto in_use = active();
    drop_old({in_use ? in_use->key : ""});
    return {};
}

Result<std::string> Store::make_incoming() {
    for (int i = 0; std::cmp_less(i, kMostEntries); ++i) {
        std::string folder = join(kIncoming, std::to_string(i));
        if (disk_->kind(folder) == EntryKind::none) {
            if (auto made = disk_->make_folder(folder); !made) {
                return std::unexpected(made.error());
            }
            return folder;
        }
    }
    return std::unexpected(
        Failure{tr("There are too many packs on their way in. Restart the desk.")});
}

void Store::drop_incoming(const std::string& folder) {
    std::ignore = platform::remove_tree(*disk_, folder); // the next start clears what is left
}

std::optional<StoredPack> Store::read(const std::string& key) const {
    const auto text = disk_->read(path_of(key) + "/pack", kLargestSums);
    if (!text || disk_->kind(path_of(key) + "/SUMS") != EntryKind::file) {
        return std::nullopt;
    }
    const auto pack = parse_pack_version(std::string_view(*text).substr(0, text->find('\n')));
    return pack ? std::optional(StoredPack{.key = key, .id = pack->id, .version = pack->version})
                : std::nullopt;
}

std::optional<StoredPack> Store::active() const {
    if (disk_->kind(kActive) != EntryKind::link) {
        return std::nullopt;
    }
    const auto key = disk_->link_target(kActive);
    return key && key->find('/') == std::string::npos ? read(*key) : std::nullopt;
}

std::vector<StoredPack> Store::kept() const {
    std::vector<StoredPack> packs;
    const auto entries = disk_->list(kPacks, kMostEntries);
    if (!entries) {
        return packs;
    }
    for (const platform::Entry& entry : *entries) {
        if (entry.kind == EntryKind::folder && !entry.name.starts_with(kAside)) {
            if (auto pack = read(entry.name)) {
                packs.push_back(std::move(*pack));
            }
        }
    }
    std::ranges::sort(packs, std::ranges::greater{}, &StoredPack::key);
    return packs;
}

std::uint64_t Store::highest_seen(const std::string& id) const {
    std::uint64_t highest = 0;
    if (const auto text = disk_->read(kSeen, kLargestSums)) {
        highest = Seen::parse(*text).highest(id);
    }
    // What is kept was in use: a lost list does not let an older pack in.
    for (const StoredPack& pack : kept()) {
        highest = pack.id == id ? std::max(highest, pack.version) : highest;
    }
    return highest;
}

Result<void> Store::note_seen(const PackVersion& pack) {
    const auto text = disk_->read(kSeen, kLargestSums);
    if (!text && disk_->kind(kSeen) != EntryKind::none) {
        return std::unexpected(text.error());
    }
    Seen seen = text ? Seen::parse(*text) : Seen{};
    return seen.add(pack) ? platform::save(*disk_, kSeen, seen.to_text()) : Result<void>{};
}

Result<void> Store::forget_seen(const std::vector<PackVersion>& revoked) {
    const auto text = disk_->read(kSeen, kLargestSums);
    if (!text) {
        return {}; // none was
    }
    Seen seen = Seen::parse(*text);
    return seen.remove(revoked) ? platform::save(*disk_, kSeen, seen.to_text()) : Result<void>{};
}

Result<std::vector<ListedSum>> Store::sums_of(const StoredPack& pack) const {
    const auto text = disk_->read(path_of(pack.key) + "/SUMS", kLargestSums);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto sums = parse_sums(*text);
    if (!sums) {
        return std::unexpected(
            Failure{tr("The list of sums of version {0} is damaged.", pack.version)});
    }
    return sums;
}

Result<void> Store::check(const StoredPack& pack) const {
    const std::string top = path_of(pack.key);
    const auto sums = sums_of(pack);
    if (!sums) {
        return std::unexpected(sums.error());
    }
    std::vector<std::string> there;
    if (auto listed = list_files(*disk_, top, "", there); !listed) {
        return listed;
    }
    const auto damaged = [](std::string sentence) {
        return std::unexpected(Failure{std::move(sentence)});
    };
    for (const ListedSum& sum : *sums) {
        const auto bytes = disk_->read(join(top, sum.path), kLargestFile);
        if (!bytes) {
            return damaged(tr("The file {0} of version {1} is missing or cannot be read.", sum.path,
                              pack.version));
        }
        if (sha256(*bytes) != sum.sum) {
            return damaged(tr("The file {0} of version {1} is not as it was when it came.",
                              sum.path, pack.version));
        }
    }
    std::set<std::string_view> listed{"SUMS"};
    for (const ListedSum& sum : *sums) {
        listed.insert(sum.path);
    }
    for (const std::string& path : there) {
        if (!listed.contains(path)) {
            return damaged(
                tr("The file {0} of version {1} does not belong to it.", path, pack.version));
        }
    }
    return {};
}

Result<StoredPack> Store::activate(const VerifiedPack& verified) {
    const PackToKeep& pack = verified.keep();
    const PackVersion version{.id = pack.id, .version = pack.version};
    const std::string about = to_string(version) + '\n';
    std::vector<CopiedFile> files = pack.files;
    files.push_back({.path = "pack", .size = about.size(), .sum = sha256(about)});
    std::ranges::sort(files, {}, &CopiedFile::path);
    const std::string sums = write_sums(files);
    StoredPack stored{.key = key_of(pack, sums), .id = pack.id, .version = pack.version};

    // One of the same content may be there: from before going back, or from a try that the power
    // ended. It is used again if it is whole.
    const bool there = disk_->kind(path_of(stored.key)) != EntryKind::none;
    if (there && !check(stored)) {
        if (auto removed = platform::remove_tree(*disk_, path_of(stored.key)); !removed) {
            return std::unexpected(removed.error());
        }
    }
    Result<void> done;
    if (!there || disk_->kind(path_of(stored.key)) == EntryKind::none) {
        done = disk_->write(pack.folder + "/pack", about);
        if (done) {
            done = disk_->write(pack.folder + "/SUMS", sums);
        }
        if (done) {
            done = platform::publish_folder(*disk_, pack.folder, path_of(stored.key));
        }
        if (done) {
            done = check(stored);
        }
    }
    const auto before = active();
    // Noted first: a version that was never used but counts as seen does no harm, one that was used
    // and does not count would let an older one in.
    if (done) {
        done = note_seen(version);
    }
    if (done) {
        done = use(stored);
    }
    if (!done) {
        return std::unexpected(
            // Translators: {0} is a sentence that says why.
            Failure{tr("The new cards could not be put into use; those before stay. {0}",
                       done.error().sentence)});
    }
    drop_old({stored.key, before ? before->key : stored.key}); // a set: they may be the same
    return stored;
}

Result<void> Store::use(const StoredPack& pack) {
    if (auto whole = check(pack); !whole) {
        return whole;
    }
    if (auto forgotten = note_good_start(); !forgotten) {
        return forgotten; // another pack's failed starts are not this one's
    }
    return platform::swap_link(*disk_, pack.key, kActive);
}

Result<void> Store::use_none() {
    if (auto removed = disk_->remove(kActive); !removed) {
        return removed;
    }
    return disk_->sync(kPacks);
}

Result<void> Store::set_aside(const StoredPack& pack) {
    const std::string aside = path_of(std::string(kAside) + pack.key);
    if (auto removed = platform::remove_tree(*disk_, aside); !removed) {
        return removed;
    }
    if (auto renamed = disk_->rename(path_of(pack.key), aside); !renamed) {
        return renamed;
    }
    return disk_->sync(kPacks);
}

/// Keeps these packs, two at most, and the latest others.
void Store::drop_old(const std::set<std::string>& needed) {
    std::vector<std::string> others;
    std::vector<std::string> aside;
    const auto entries = disk_->list(kPacks, kMostEntries);
    if (!entries) {
        return;
    }
    for (const platform::Entry& entry : *entries) {
        if (entry.kind == EntryKind::folder && !needed.contains(entry.name)) {
            (entry.name.starts_with(kAside) ? aside : others).push_back(entry.name);
        }
    }
    const auto drop_all_but = [this](std::vector<std::string>& keys, std::size_t keep) {
        std::ranges::sort(keys, std::ranges::greater{});
        for (std::size_t i = keep; i < keys.size(); ++i) {
            std::ignore = platform::remove_tree(*disk_, path_of(keys[i]));
        }
    };
    drop_all_but(others, 1 + kPrevious - needed.size());
    drop_all_but(aside, 1);
}

Result<int> Store::note_start() {
    const auto text = disk_->read(kStarts, kLargestSums);
    const auto before = text ? parse_number(*text) : std::nullopt;
    const int starts = before ? static_cast<int>(std::min<std::uint64_t>(*before, 1000)) + 1 : 1;
    if (auto saved = platform::save(*disk_, kStarts, std::to_string(starts)); !saved) {
        return std::unexpected(saved.error());
    }
    return starts;
}

Result<void> Store::note_good_start() {
    if (auto removed = disk_->remove(kStarts); !removed) {
        return removed;
    }
    return disk_->sync("");
}

} // namespace packs
