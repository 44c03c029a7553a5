#include "packs/arrival.h"

#include "i18n/message.h"
#include "packs/dry_run.h"
#include "packs/sums.h"
#include "packs/trust.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace packs {

namespace {

using i18n::tr;

OnItsWay only_says(std::string sentence) {
    OnItsWay coming;
    coming.sentences.push_back(std::move(sentence));
    return coming;
}

/// How much of what the list says is there.
void count(OnItsWay& coming, const std::vector<CopiedFile>& files, const std::string& sums) {
    const auto listed = parse_sums(sums);
    if (!listed) {
        return;
    }
    std::map<std::string_view, const Sha256*> there;
    for (const CopiedFile& file : files) {
        there.emplace(file.path, &file.sum);
    }
    coming.of_files = listed->size();
    coming.files = static_cast<std::size_t>(std::ranges::count_if(*listed, [&](const auto& it) {
        const auto found = there.find(it.path);
        return found != there.end() && *found->second == it.sum;
    }));
}

} // namespace

std::optional<OnItsWay> on_its_way(const platform::Folder& drop, const std::string& from,
                                   const Keys& keys, bool has_to_be_signed) {
    const auto copy = dry_copy(drop, from);
    if (!copy) {
        return copy.error().fault == CopyFault::unreadable
                   ? std::optional(only_says(copy.error().sentence))
                   : std::nullopt;
    }
    const auto seal = read_seal(copy->files, drop, from);
    if (!seal) {
        return only_says(seal.error().sentence);
    }
    OnItsWay coming;
    if (seal->sums) {
        count(coming, copy->files, *seal->sums);
    }
    if (has_to_be_signed) {
        for (const auto& [file, text] :
             {std::pair(kSumsFile, &seal->sums), std::pair(kSignatureFile, &seal->signature)}) {
            if (!*text) {
                coming.sentences.push_back(tr("{0} is not there yet.", file));
            }
        }
        if (!coming.sentences.empty()) {
            return coming;
        }
    }
    auto trust = judge(copy->files, *seal, keys);
    if (trust) {
        return std::nullopt;
    }
    coming.sentences = std::move(trust.error().sentences);
    return coming;
}

} // namespace packs
