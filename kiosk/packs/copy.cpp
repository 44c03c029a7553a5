#include "packs/copy.h"

#include "cards/report.h"
#include "i18n/message.h"
#include "packs/names.h"
#include "packs/sums.h"
#include "platform/durable.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace packs {

namespace {

using cards::in_quotes;
using i18n::tr;
using platform::EntryKind;
using platform::join;

std::unexpected<CopyFailure> fail(CopyFault fault, std::string sentence) {
    return std::unexpected(CopyFailure{.fault = fault, .sentence = std::move(sentence)});
}

constexpr i18n::Message kPulled =
    i18n::message("The stick could not be read to its end. If it was pulled out, plug it "
                  "in again and leave it until the desk says that it can go.");

std::unexpected<CopyFailure> no_room(const platform::Failure& why) {
    return fail(CopyFault::no_room,
                // Translators: {0} is a sentence that says why.
                tr("The cards could not be copied to the desk. {0}", why.sentence));
}

/// Finds out what is to be copied before anything is: so that the limits on files hold whatever a
/// stick says, and progress has an end.
class Survey {
public:
    Survey(const platform::Folder& stick, std::string from, const CopyLimits& limits,
           std::stop_token stop)
        : stick_(&stick), from_(std::move(from)), limits_(&limits), stop_(std::move(stop)),
          entries_left_(limits.entries) {}

    std::expected<void, CopyFailure> walk(const std::string& folder, int depth);

    std::vector<std::string> folders; ///< In an order in which they can be made.
    std::vector<std::string> files;

private:
    std::expected<void, CopyFailure> take(const std::string& folder, const platform::Entry& entry,
                                          int depth);

    const platform::Folder* stick_;
    std::string from_;
    const CopyLimits* limits_;
    std::stop_token stop_;
    std::size_t entries_left_; ///< Empty folders and litter cost time as well, and are no files.
};

std::expected<void, CopyFailure> Survey::walk(const std::string& folder, int depth) {
    if (stop_.stop_requested()) {
        return fail(CopyFault::stopped, "");
    }
    const auto entries =
        stick_->list(join(from_, folder), std::min(limits_->entries_a_folder, entries_left_));
    if (!entries) {
        return entries.error().over_limit
                   ? fail(CopyFault::too_much,
                          // Translators: {0} is a name in quotation marks.
                          tr("The folder {0} on the stick holds far too many files. Put nothing "
                             "there but cards.",
                             in_quotes(join(from_, folder))))
                   : fail(CopyFault::unreadable, kPulled);
    }
    entries_left_ -= entries->size();
    std::vector<std::string> names;
    for (const platform::Entry& entry : *entries) {
        const JudgedName judged = judge_name(entry.name, entry.kind);
        if (judged.verdict == NameVerdict::refused) {
            return fail(CopyFault::bad_name, judged.sentence);
        }
        if (judged.verdict == NameVerdict::wanted) {
            names.push_back(entry.name);
            if (auto taken = take(folder, entry, depth); !taken) {
                return taken;
            }
        }
    }
    if (const auto clash = find_clash(names)) {
        return fail(CopyFault::bad_name, *clash);
    }
    return {};
}

std::expected<void, CopyFailure> Survey::take(const std::string& folder,
                                              const platform::Entry& entry, int depth) {
    const std::string path = join(folder, entry.name);
    if (path.size() > limits_->path_bytes || depth >= limits_->depth) {
        return fail(CopyFault::too_much,
                    // Translators: frameworks, situations and images stay as they are.
                    tr("{0} is too deep inside other folders. A pack has the folders frameworks, "
                       "situations and images.",
                       in_quotes(path)));
    }
    if (entry.kind == EntryKind::folder) {
        folders.push_back(path);
        return walk(path, depth + 1);
    }
    if (files.size() == limits_->files) {
        return fail(CopyFault::too_much,
                    tr("There are more than {0} files on the stick. Put nothing there but cards.",
                       limits_->files));
    }
    files.push_back(path);
    return {};
}

/// Copies the files of a survey, one by one.
class Copying {
public:
    Copying(const platform::Folder& stick, std::string from, platform::Disk& disk,
            const CopyLimits& limits)
        : stick_(&stick), from_(std::move(from)), disk_(&disk), limits_(&limits) {}

    std::expected<void, CopyFailure> copy(const std::string& path, CopiedPack& pack);

private:
    const platform::Folder* stick_;
    std::string from_;
    platform::Disk* disk_;
    const CopyLimits* limits_;
    std::size_t total_ = 0;
};

std::expected<void, CopyFailure> Copying::copy(const std::string& path, CopiedPack& pack) {
    const std::size_t limit = limits_->of_file(path);
    const auto bytes = stick_->read(join(from_, path), limit);
    if (!bytes) {
        return bytes.error().over_limit
                   ? fail(CopyFault::too_much, tr("{0} is larger than {1} MiB. Make it smaller.",
                                                  in_quotes(path), limit >> 20U))
                   : fail(CopyFault::unreadable, kPulled);
    }
    total_ += bytes->size();
    if (total_ > limits_->total_bytes) {
        return fail(CopyFault::too_much,
                    tr("The cards on the stick are larger than {0} MiB in all. Make the pictures "
                       "smaller.",
                       limits_->total_bytes >> 20U));
    }
    const std::string kept = path_in_pack(path);
    if (auto written = disk_->write(join(pack.folder, kept), *bytes); !written) {
        return no_room(written.error());
    }
    pack.files.push_back({.path = kept, .size = bytes->size(), .sum = sha256(*bytes)});
    return {};
}

} // namespace

std::size_t CopyLimits::of_file(std::string_view path) const {
    if (path == kSumsFile) {
        return sums_bytes;
    }
    return is_picture(path) ? picture_bytes : text_bytes;
}

std::string pulled_too_early() {
    return kPulled;
}

std::expected<std::vector<std::string>, CopyFailure> find_packs(const platform::Folder& stick) {
    constexpr std::size_t kMostBeside = 4000; // of a stick that may hold anything else besides
    constexpr std::string_view kName = "deskcards";
    const auto entries = stick.list("", kMostBeside);
    if (!entries && entries.error().over_limit &&
        stick.kind(std::string(kName)) == EntryKind::folder) {
        return std::vector{std::string(kName)}; // among so much else, only as it is spelt here
    }
    if (!entries) {
        return fail(CopyFault::no_pack, entries.error().sentence);
    }
    std::vector<std::string> packs;
    for (const platform::Entry& entry : *entries) {
        const bool same = std::ranges::equal(entry.name, kName, [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
        });
        if (same && entry.kind == EntryKind::folder) {
            packs.push_back(entry.name);
        }
    }
    if (packs.empty()) {
        return fail(CopyFault::no_pack, tr("There is no folder called deskcards."));
    }
    return packs;
}

std::expected<std::string, CopyFailure> find_pack(const platform::Folder& stick) {
    const auto packs = find_packs(stick);
    if (!packs) {
        return std::unexpected(packs.error());
    }
    if (packs->size() > 1) {
        return fail(CopyFault::two_packs,
                    tr("There are two folders of cards on the stick, {0} and {1}. Leave only one "
                       "of them.",
                       in_quotes(packs->at(0)), in_quotes(packs->at(1))));
    }
    return packs->front();
}

std::expected<CopiedPack, CopyFailure> copy_pack(const platform::Folder& stick,
                                                 const std::string& from, platform::Disk& disk,
                                                 const std::string& to, const CopyLimits& limits,
                                                 const std::function<void(CopyProgress)>& progress,
                                                 const std::stop_token& stop) {
    Survey survey(stick, from, limits, stop);
    if (auto walked = survey.walk("", 0); !walked) {
        return std::unexpected(walked.error());
    }
    for (const std::string& folder : survey.folders) {
        if (auto made = disk.make_folder(join(to, path_in_pack(folder))); !made) {
            return no_room(made.error());
        }
    }
    std::ranges::sort(survey.files);
    CopiedPack pack{.folder = to, .files = {}};
    Copying copying(stick, from, disk, limits);
    for (const std::string& path : survey.files) {
        if (stop.stop_requested()) {
            return fail(CopyFault::stopped, "");
        }
        if (auto copied = copying.copy(path, pack); !copied) {
            return std::unexpected(copied.error());
        }
        if (progress) {
            progress({.files = pack.files.size(),
                      .of_files = survey.files.size(),
                      .path = pack.files.back().path});
        }
    }
    return pack;
}

} // namespace packs
