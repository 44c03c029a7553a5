#include "packs/sums.h"

#include "cards/report.h"
#include "i18n/message.h"
#include "packs/limits.h"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <optional>

namespace packs {

namespace {

using cards::in_quotes;
using i18n::tr;
using platform::Failure;

constexpr std::size_t kHexDigits = 64;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::optional<Sha256> parse_hex(std::string_view digits) {
    Sha256 sum{};
    std::size_t length = 0;
    const bool read = sodium_hex2bin(sum.data(), sum.size(), digits.data(), digits.size(), nullptr,
                                     &length, nullptr) == 0;
    return read && length == sum.size() ? std::optional(sum) : std::nullopt;
}

/// "SUM  PATH" or "SUM *PATH". A line that begins with a backslash has an escaped name: no file of
/// a pack has a name that needs that.
std::optional<ListedSum> parse_line(std::string_view line) {
    constexpr std::size_t kBeforePath = kHexDigits + 2;
    if (line.size() <= kBeforePath || line[kHexDigits] != ' ' ||
        (line[kHexDigits + 1] != ' ' && line[kHexDigits + 1] != '*')) {
        return std::nullopt;
    }
    const auto sum = parse_hex(line.substr(0, kHexDigits));
    std::string_view path = line.substr(kBeforePath);
    while (path.starts_with("./")) {
        path.remove_prefix(2);
    }
    return sum && !path.empty() ? std::optional(ListedSum{.path = std::string(path), .sum = *sum})
                                : std::nullopt;
}

} // namespace

platform::Result<std::vector<ListedSum>> parse_sums(std::string_view bytes) {
    if (bytes.size() > kLargestSums) {
        return std::unexpected(Failure{tr("SHA256SUMS is too large to be a list of sums.")});
    }
    if (bytes.starts_with(kByteOrderMark)) {
        bytes.remove_prefix(kByteOrderMark.size());
    }
    std::vector<ListedSum> sums;
    for (int number = 1; !bytes.empty(); ++number) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            continue;
        }
        auto sum = parse_line(line);
        if (!sum) {
            return std::unexpected(
                Failure{tr("Line {0} of SHA256SUMS is not a sum and a file's name. "
                           "Seal the pack again with: deskcards seal",
                           number)});
        }
        sum->line = number;
        sums.push_back(std::move(*sum));
    }
    return sums;
}

std::string write_sums(const std::vector<CopiedFile>& files) {
    std::vector<const CopiedFile*> by_path;
    for (const CopiedFile& file : files) {
        if (file.path != kSumsFile && file.path != kSignatureFile) {
            by_path.push_back(&file);
        }
    }
    std::ranges::sort(by_path, {}, &CopiedFile::path);
    std::string text;
    for (const CopiedFile* const file : by_path) {
        text += to_hex(file->sum) + "  " + file->path + "\n";
    }
    return text;
}

std::vector<std::string> compare_sums(const std::vector<ListedSum>& listed,
                                      const std::vector<CopiedFile>& files) {
    std::vector<std::string> differences;
    std::map<std::string_view, const ListedSum*> by_path;
    for (const ListedSum& sum : listed) {
        if (!by_path.emplace(sum.path, &sum).second) {
            differences.push_back(tr("SHA256SUMS lists {0} twice.", in_quotes(sum.path)));
        }
    }
    for (const CopiedFile& file : files) {
        if (file.path == kSumsFile || file.path == kSignatureFile) {
            continue;
        }
        const auto sum = by_path.find(file.path);
        if (sum == by_path.end()) {
            differences.push_back(
                tr("{0} was added after the pack was sealed.", in_quotes(file.path)));
            continue;
        }
        if (sum->second->sum != file.sum) {
            differences.push_back(
                tr("{0} was changed after the pack was sealed.", in_quotes(file.path)));
        }
        by_path.erase(sum);
    }
    for (const auto& [path, sum] : by_path) {
        differences.push_back(
            tr("{0} is missing: it was there when the pack was sealed.", in_quotes(path)));
    }
    return differences;
}

} // namespace packs
