#include "packs/mirror.h"

#include "packs/names.h"
#include "packs/revocations.h"
#include "platform/durable.h"

#include <algorithm>
#include <utility>

namespace packs {

namespace {

using platform::EntryKind;
using platform::join;
using platform::Result;

class Mirroring {
public:
    Mirroring(const platform::Folder& stick, platform::Disk& disk, std::string to,
              const CopyLimits& limits)
        : stick_(&stick), disk_(&disk), to_(std::move(to)), limits_(&limits) {}

    Result<void> folder(const std::string& path, int depth);

private:
    Result<void> take(const std::string& path, const platform::Entry& entry, int depth);
    Result<void> file(const std::string& path);
    Result<void> fill(const std::string& path, std::size_t entries);
    Result<void> write(const std::string& path, std::string_view bytes) {
        return disk_->write(join(to_, path), bytes);
    }

    const platform::Folder* stick_;
    platform::Disk* disk_;
    std::string to_;
    const CopyLimits* limits_;
    std::size_t entries_ = 0;
    std::size_t bytes_ = 0;
    bool over_ = false; ///< A limit is exceeded: nothing that follows matters.
};

Result<void> Mirroring::folder(const std::string& path, int depth) {
    if (auto made = disk_->make_folder(join(to_, path)); !made || over_ || depth > limits_->depth) {
        return made;
    }
    const std::size_t room = std::min(limits_->entries_a_folder, limits_->entries - entries_);
    const auto entries = stick_->list(path, room);
    if (!entries) {
        return entries.error().over_limit ? fill(path, room + 1)
                                          : Result<void>(std::unexpected(entries.error()));
    }
    entries_ += entries->size();
    for (const platform::Entry& entry : *entries) {
        if (auto taken = take(join(path, entry.name), entry, depth); !taken || over_) {
            return taken;
        }
    }
    return {};
}

Result<void> Mirroring::take(const std::string& path, const platform::Entry& entry, int depth) {
    const bool wanted = judge_name(entry.name, entry.kind).verdict == NameVerdict::wanted;
    switch (entry.kind) {
    case EntryKind::folder:
        return wanted ? folder(path, depth + 1) : disk_->make_folder(join(to_, path));
    case EntryKind::file: return wanted ? file(path) : write(path, "");
    case EntryKind::link:
    case EntryKind::other: return disk_->make_link("nowhere", join(to_, path));
    case EntryKind::none: break;
    }
    return {};
}

Result<void> Mirroring::file(const std::string& path) {
    const std::size_t limit = limits_->of_file(path);
    const auto bytes = stick_->read(path, limit);
    if (!bytes && !bytes.error().over_limit) {
        return std::unexpected(bytes.error());
    }
    if (!bytes) {
        over_ = true;
        return write(path, std::string(limit + 1, '\0'));
    }
    bytes_ += bytes->size();
    over_ = bytes_ > limits_->total_bytes;
    return write(path, *bytes);
}

/// As many entries as make whoever lists the folder give up.
Result<void> Mirroring::fill(const std::string& path, std::size_t entries) {
    over_ = true;
    for (std::size_t i = 0; i < entries; ++i) {
        if (auto written = write(join(path, std::to_string(i)), ""); !written) {
            return written;
        }
    }
    return {};
}

/// What is too large to be such a list stays away.
Result<void> mirror_revocations(const platform::Folder& stick, platform::Disk& disk,
                                const std::string& to) {
    for (const std::string_view name : {kRevocationsFile, kRevocationsSignature}) {
        const std::string file(name);
        if (stick.kind(file) != EntryKind::file) {
            continue;
        }
        const auto bytes = stick.read(file, kLargestRevocations);
        if (!bytes && !bytes.error().over_limit) {
            return std::unexpected(bytes.error());
        }
        if (bytes) {
            if (auto written = disk.write(join(to, file), *bytes); !written) {
                return written;
            }
        }
    }
    return {};
}

} // namespace

Result<void> mirror_packs(const platform::Folder& stick, platform::Disk& disk,
                          const std::string& to, const CopyLimits& limits) {
    if (auto copied = mirror_revocations(stick, disk, to); !copied) {
        return copied;
    }
    const auto packs = find_packs(stick);
    if (!packs) {
        return packs.error().fault == CopyFault::no_pack
                   ? Result<void>()
                   : std::unexpected(platform::Failure{packs.error().sentence});
    }
    if (packs->size() > 1) {
        for (const std::string& pack : *packs) {
            if (auto made = disk.make_folder(join(to, pack)); !made) {
                return made;
            }
        }
        return {};
    }
    return Mirroring(stick, disk, to, limits).folder(packs->front(), 0);
}

} // namespace packs
