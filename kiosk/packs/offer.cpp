#include "packs/offer.h"

#include "cards/desk_name.h"
#include "cards/pictures.h"
#include "cards/reader.h"
#include "cards/rules.h"
#include "cards/to_do.h"
#include "i18n/message.h"
#include "packs/limits.h"
#include "packs/names.h"
#include "packs/sums.h"
#include "packs/trust.h"
#include "platform/durable.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace packs {

namespace {

using cards::Problem;
using i18n::tr;

std::unexpected<Refused> refuse(std::string headline, std::vector<Problem> problems = {}) {
    return std::unexpected(
        Refused{.headline = std::move(headline), .problems = std::move(problems)});
}

std::unexpected<Refused> refuse_unread(const platform::Failure& why) {
    return refuse(tr("The copy of the cards cannot be read"), {{.text = why.sentence}});
}

bool is_text(const std::string& path) {
    return path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".yml");
}

std::expected<Trust, Refused> judge_copy(const CopiedPack& copy, const platform::Folder& disk,
                                         const Keys& keys) {
    const auto seal = read_seal(copy.files, disk, copy.folder);
    if (!seal) {
        return refuse_unread(seal.error());
    }
    auto trust = judge(copy.files, *seal, keys);
    if (trust) {
        return *std::move(trust);
    }
    std::vector<Problem> problems;
    for (std::string& sentence : trust.error().sentences) {
        problems.push_back({.text = std::move(sentence)});
    }
    return refuse(tr("These cards are not as they were when they were sealed, or not from somebody "
                     "whom this desk trusts"),
                  std::move(problems));
}

/// The copy's texts, and the names of its other files.
platform::Result<std::vector<cards::SourceFile>> sources_of(const CopiedPack& copy,
                                                            const platform::Folder& disk) {
    std::vector<cards::SourceFile> sources;
    for (const CopiedFile& file : copy.files) {
        if (cards::is_picture_path(file.path)) {
            sources.push_back({.path = file.path, .bytes = {}});
        }
        if (!is_text(file.path)) {
            continue;
        }
        auto bytes = disk.read(platform::join(copy.folder, file.path), kLargestText);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        sources.push_back({.path = file.path, .bytes = std::move(*bytes)});
    }
    return sources;
}

std::expected<cards::Reading, Refused> read_copy(const CopiedPack& copy,
                                                 const platform::Folder& disk) {
    const auto sources = sources_of(copy, disk);
    if (!sources) {
        return refuse_unread(sources.error());
    }
    cards::Reading reading = cards::read_pack(*sources);
    if (reading.pack) {
        std::ranges::move(cards::check_rules(*reading.pack), std::back_inserter(reading.problems));
        cards::sort_problems(reading.problems);
    }
    if (cards::has_errors(reading.problems)) {
        reading.problems = cards::to_do_list(std::move(reading.problems));
        cards::sort_errors_first(reading.problems);
        return refuse(tr("These cards have errors and cannot be used"),
                      std::move(reading.problems));
    }
    return reading;
}

/// Why it takes the manager's word to use this pack, besides its not being signed.
std::vector<std::string> cautions_of(const cards::Pack& pack, const Standing& standing) {
    std::vector<std::string> cautions;
    const auto in_use = standing.store->active();
    const std::uint64_t seen = standing.store->highest_seen(pack.id);
    if (in_use && in_use->id != pack.id) {
        cautions.push_back(tr("Another library's cards: {0}, not {1}", pack.id, in_use->id));
    }
    if (pack.version < seen) {
        cautions.push_back(tr("Older than version {0}: this goes back", seen));
    } else if (pack.version == seen) {
        cautions.push_back(tr("A version {0} was here before", seen));
    }
    return cautions;
}

/// The files of the copy, by their paths from the folder that it is kept in.
std::vector<CopiedFile> files_to_keep(const CopiedPack& copy) {
    std::vector<CopiedFile> files = copy.files;
    for (CopiedFile& file : files) {
        file.path = platform::join("files", file.path);
    }
    return files;
}

/// What a pack says, by file: without what was made of it, and whoever sealed it.
template <typename Listed>
std::map<std::string, Sha256> words_of(const std::vector<Listed>& files) {
    std::map<std::string, Sha256> words;
    for (const Listed& file : files) {
        if (file.path.starts_with("files/") && !file.path.starts_with("files/SHA256SUMS")) {
            words.emplace(file.path, file.sum);
        }
    }
    return words;
}

/// A pack of the version in use: the same, or one whose version was not raised.
std::optional<Refused> already_here(const cards::Pack& pack, const CopiedPack& copy,
                                    const Standing& standing) {
    const auto in_use = standing.store->active();
    if (!in_use || in_use->id != pack.id || in_use->version != pack.version) {
        return std::nullopt;
    }
    const auto kept = standing.store->sums_of(*in_use);
    const bool same = kept && words_of(*kept) == words_of(files_to_keep(copy));
    if (same) {
        return Refused{.headline =
                           tr("Version {0} is in use already: nothing to do.", pack.version),
                       .problems = {},
                       .nothing_to_do = true};
    }
    return Refused{
        .headline = tr("These cards are not those in use, but have the same version"),
        .problems = {{.file = "pack.yaml",
                      // Translators: "version: {1}" is what to write, and stays as it is.
                      .text = tr("The version is {0}, as on the desk. Write version: {1} and bring "
                                 "the cards again.",
                                 pack.version, pack.version + 1)}}};
}

/// Whoever signs the cards has taken the pack back: nobody at a desk can say otherwise.
std::optional<Refused> taken_back(const cards::Pack& pack, const Standing& standing) {
    if (!standing.revoked.has(pack.id, pack.version)) {
        return std::nullopt;
    }
    return Refused{.headline = tr("These cards were revoked"),
                   .problems = {{.file = "pack.yaml",
                                 .text = tr("Version {0} of {1} was taken back by those who sign "
                                            "the cards. Bring a later one.",
                                            pack.version, pack.id)}}};
}

/// Why a pack is not for this desk yet.
std::string not_yet(const cards::Rollout& rollout) {
    return rollout.rest_from.empty()
               ? tr("Other desks try these cards first")
               // Translators: {0} is a day.
               : tr("Other desks try these cards first; here they go in from {0}",
                    rollout.rest_from);
}

} // namespace

std::expected<Offer, Refused> examine(const CopiedPack& copy, const std::string& incoming,
                                      platform::Disk& disk, const Standing& standing,
                                      PictureMaking& pictures) {
    auto trust = judge_copy(copy, disk, standing.keys);
    if (!trust) {
        return std::unexpected(std::move(trust.error()));
    }
    auto reading = read_copy(copy, disk);
    if (!reading) {
        return std::unexpected(std::move(reading.error()));
    }
    cards::Pack& pack = *reading->pack;
    if (auto revoked = taken_back(pack, standing)) {
        return std::unexpected(std::move(*revoked));
    }
    if (auto here = already_here(pack, copy, standing)) {
        return std::unexpected(std::move(*here));
    }
    auto made = pictures.finish();
    if (!made) {
        return refuse(tr("These cards have pictures that the desk cannot show"),
                      std::move(made.error()));
    }
    Offer offer;
    offer.keep = {
        .id = pack.id, .version = pack.version, .folder = incoming, .files = files_to_keep(copy)};
    offer.keep.files.insert(offer.keep.files.end(), made->begin(), made->end());
    offer.warnings = std::move(reading->problems);
    offer.signer = std::move(trust->signer);
    offer.cautions = cautions_of(pack, standing);
    if (offer.signer.empty()) {
        offer.cautions.insert(offer.cautions.begin(), tr("Not signed"));
    }
    if (cards::is_held_back(pack, standing.desk, standing.today)) {
        offer.held_back = offer.cautions.empty();
        offer.cautions.push_back(not_yet(*pack.rollout));
    }
    cards::suit_to_desk(pack, standing.desk);
    offer.pack = std::move(pack);
    return offer;
}

std::set<std::string> other_pictures(const Offer& offer, const std::vector<ListedSum>& kept) {
    constexpr std::string_view kFiles = "files/";
    std::map<std::string_view, Sha256> known;
    for (const ListedSum& listed : kept) {
        known.emplace(listed.path, listed.sum);
    }
    std::set<std::string> other;
    for (const CopiedFile& file : offer.keep.files) {
        const auto same = known.find(file.path);
        if (file.path.starts_with(kFiles) && is_picture(file.path) &&
            (same == known.end() || same->second != file.sum)) {
            other.insert(file.path.substr(kFiles.size()));
        }
    }
    return other;
}

std::optional<VerifiedPack> VerifiedPack::accept(const Offer& offer) {
    return offer.needs_pin() ? std::nullopt : std::optional(VerifiedPack(offer.keep));
}

VerifiedPack VerifiedPack::accept(const Offer& offer, PinProof /*proof*/) {
    return VerifiedPack(offer.keep);
}

} // namespace packs
