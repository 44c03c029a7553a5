#pragma once

#include "packs/copied_pack.h"
#include "packs/sha256.h"
#include "platform/result.h"

#include <string>
#include <string_view>
#include <vector>

/// SHA256SUMS: which files a pack has, and the sum of each.
namespace packs {

/// The list of sums, and its signature. Neither is in the list.
inline constexpr std::string_view kSumsFile = "SHA256SUMS";
inline constexpr std::string_view kSignatureFile = "SHA256SUMS.minisig";

/// A line of the list.
struct ListedSum {
    std::string path;
    Sha256 sum{};
    int line = 0;
    friend bool operator==(const ListedSum&, const ListedSum&) = default;
};

/// Reads a list as `sha256sum` writes it, for text or binary files, with a byte order mark and
/// Windows line ends if an editor put them there. Fails with a sentence that names the line.
platform::Result<std::vector<ListedSum>> parse_sums(std::string_view bytes);

/// The list of these files, by path, as `sha256sum --check` reads it.
std::string write_sums(const std::vector<CopiedFile>& files);

/// How a list and the files that there are differ, a sentence each that names the file. The list
/// and its signature are left out of account.
std::vector<std::string> compare_sums(const std::vector<ListedSum>& listed,
                                      const std::vector<CopiedFile>& files);

} // namespace packs
