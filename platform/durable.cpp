#include "platform/durable.h"

#include "i18n/message.h"

#include <tuple>
#include <vector>

namespace platform {

namespace {

using i18n::tr;

std::string name_of(const std::string& path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

std::string unfinished(const std::string& path) {
    return join(folder_of(path), std::string(kUnfinished) + name_of(path));
}

Failure too_deep(const std::string& path) {
    return Failure{tr("\"{0}\" has too many folders inside one another.", path)};
}

Result<void> sync_tree(Disk& disk, const std::string& path, int depth) {
    if (depth > kDeepestTree) {
        return std::unexpected(too_deep(path));
    }
    const auto entries = disk.list(path, kMostEntriesOfATree);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    for (const Entry& entry : *entries) {
        const std::string below = join(path, entry.name);
        auto synced = entry.kind == EntryKind::folder ? sync_tree(disk, below, depth + 1)
                      : entry.kind == EntryKind::file ? disk.sync(below)
                                                      : Result<void>{};
        if (!synced) {
            return synced;
        }
    }
    return disk.sync(path);
}

Result<void> remove_below(Disk& disk, const std::string& path, int depth) {
    if (disk.kind(path) == EntryKind::folder) {
        if (depth > kDeepestTree) {
            return std::unexpected(too_deep(path));
        }
        const auto entries = disk.list(path, kMostEntriesOfATree);
        if (!entries) {
            return std::unexpected(entries.error());
        }
        for (const Entry& entry : *entries) {
            if (auto removed = remove_below(disk, join(path, entry.name), depth + 1); !removed) {
                return removed;
            }
        }
    }
    return disk.remove(path);
}

/// Ends a step that has put all into an unfinished name, as far as `so_far` went well.
Result<void> finish(Disk& disk, Result<void> so_far, const std::string& path) {
    const std::string begun = unfinished(path);
    if (so_far) {
        so_far = disk.rename(begun, path);
    }
    if (!so_far) {
        std::ignore = remove_tree(disk, begun); // the failure that led here is what matters
        return so_far;
    }
    return disk.sync(folder_of(path));
}

} // namespace

std::string join(std::string_view folder, std::string_view name) {
    return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

Result<void> save(Disk& disk, const std::string& path, std::string_view bytes) {
    const std::string begun = unfinished(path);
    auto written = disk.write(begun, bytes);
    if (written) {
        written = disk.sync(begun);
    }
    return finish(disk, std::move(written), path);
}

Result<void> publish_folder(Disk& disk, const std::string& from, const std::string& to) {
    if (auto synced = sync_tree(disk, from, 0); !synced) {
        return synced;
    }
    if (auto renamed = disk.rename(from, to); !renamed) {
        return renamed;
    }
    if (auto synced = disk.sync(folder_of(to)); !synced) {
        return synced;
    }
    return folder_of(from) == folder_of(to) ? Result<void>{} : disk.sync(folder_of(from));
}

Result<void> swap_link(Disk& disk, const std::string& target, const std::string& path) {
    const std::string begun = unfinished(path);
    auto made = disk.remove(begun); // one that was left would be in the way
    if (made) {
        made = disk.make_link(target, begun);
    }
    return finish(disk, std::move(made), path);
}

Result<void> remove_tree(Disk& disk, const std::string& path) {
    return remove_below(disk, path, 0);
}

} // namespace platform
