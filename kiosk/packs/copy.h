#pragma once

#include "packs/copied_pack.h"
#include "packs/limits.h"
#include "platform/disk.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace packs {

/// How much of a stick is taken before it is refused.
struct CopyLimits {
    std::size_t files = kMostFiles;
    std::size_t entries_a_folder = kMostEntries;
    std::size_t entries = 20'000; ///< In all folders together: files, folders, litter.
    std::size_t text_bytes = kLargestText;
    std::size_t sums_bytes = kLargestSums;
    std::size_t picture_bytes = 16UZ << 20U;
    std::size_t total_bytes = 256UZ << 20U;
    std::size_t path_bytes = 240;
    int depth = kDeepest;

    /// Bytes of the file of that path in the pack.
    std::size_t of_file(std::string_view path) const;
};

struct CopyProgress {
    std::size_t files = 0; ///< Done, of `of_files`.
    std::size_t of_files = 0;
    std::string_view path; ///< Of the one that was done last, as it is called in the copy.
};

enum class CopyFault : std::uint8_t {
    no_pack,    ///< There is no folder of cards: nothing to say to anybody.
    two_packs,  ///< There are several.
    bad_name,   ///< A name that no pack may have, or a kind of file.
    too_much,   ///< A limit is exceeded.
    unreadable, ///< The stick cannot be read: it may have been pulled out.
    no_room,    ///< The desk's own disk cannot be written to.
    stopped,    ///< Whoever asked for the copy no longer wants it.
};

struct CopyFailure {
    CopyFault fault = CopyFault::unreadable;
    std::string sentence;
};

/// The folder of cards at the top of a stick: "deskcards" in any letter case.
std::expected<std::string, CopyFailure> find_pack(const platform::Folder& stick);

/// The same, if there is one; all of them if there are several.
std::expected<std::vector<std::string>, CopyFailure> find_packs(const platform::Folder& stick);

/// What to tell whoever has pulled a stick out too early.
std::string pulled_too_early();

/// Copies the folder `from` of a stick into the folder `to` of a disk, which is there and empty.
/// Each file is read once, and nothing is read after: what the stick says later is of no account.
/// Only regular files are copied, and of them only the bytes: no mode, owner, time or link.
/// Paths are those of the pack (`path_in_pack`). Litter is passed over; a name that no pack may
/// have is a failure. What was copied until a failure stays where it is, for the caller to remove.
/// `progress` is called after each file.
std::expected<CopiedPack, CopyFailure>
copy_pack(const platform::Folder& stick, const std::string& from, platform::Disk& disk,
          const std::string& to, const CopyLimits& limits = {},
          const std::function<void(CopyProgress)>& progress = {}, const std::stop_token& stop = {});

} // namespace packs
