#include "cards/inventory.h"

#include "cards/fields.h"
#include "cards/fold.h"
#include "cards/front_matter.h"
#include "cards/limits.h"
#include "cards/pictures.h"
#include "cards/report.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;
using i18n::tr_plural;

constexpr std::string_view kPackFile = "pack.yaml";
constexpr std::string_view kPlanFile = "plan.md"; // In any letter case: people write it.

/// Files and folders that belong in a pack but hold no cards.
constexpr std::array<std::string_view, 5> kOtherPlaces{"images/", "planning/", "readme",
                                                       "planning.", "sha256sums"};

constexpr std::string_view kPhrases = "phrases/";
constexpr std::string_view kPractices = "practice/";

/// What is said of a file that lies or is named where it is not read.
struct Complaints {
    i18n::Message nested;
    i18n::Message no_markdown;
};

constexpr Complaints kOfCard{
    .nested = message("This file is not read. Cards lie directly in the folder, not in one inside "
                      "it."),
    .no_markdown = message("This file is not read: a card is a plain text file whose name ends in "
                           ".md. Windows may hide a second ending such as .txt; rename the file."),
};
constexpr Complaints kOfPhrase{
    .nested = message("This file is not read. Phrases lie directly in the folder, not in one "
                      "inside it."),
    .no_markdown = message("This file is not read: a phrase is a plain text file whose name ends "
                           "in .md. Windows may hide a second ending such as .txt; rename the "
                           "file."),
};
constexpr Complaints kOfPractice{
    .nested = message("This file is not read. Practices lie directly in the folder, not in one "
                      "inside it."),
    .no_markdown = message("This file is not read: a practice is a plain text file whose name ends "
                           "in .md. Windows may hide a second ending such as .txt; rename the "
                           "file."),
};

const Complaints& complaints_of(Holds what) {
    switch (what) {
    case Holds::card: return kOfCard;
    case Holds::phrase: return kOfPhrase;
    case Holds::practice: return kOfPractice;
    }
    return kOfCard;
}

std::string bad_name(Holds what) {
    switch (what) {
    case Holds::card:
        return tr("A card's file name may have small letters, digits and hyphens only, and {0} of "
                  "them at most.",
                  kMaxId);
    case Holds::phrase:
        return tr("A phrase's file name may have small letters, digits and hyphens only, and {0} "
                  "of them at most.",
                  kMaxId);
    case Holds::practice:
        return tr("A practice's file name may have small letters, digits and hyphens only, and "
                  "{0} of them at most.",
                  kMaxId);
    }
    return {};
}

std::string_view file_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0: the whole path.
}

/// What systems and editors leave behind; nobody wrote it.
bool is_litter(std::string_view path) {
    const std::string_view name = file_name(path);
    return path.starts_with('.') || path.contains("/.") || name.starts_with("~$") ||
           name.ends_with('~') || name == "Thumbs.db" || name == "desktop.ini";
}

bool is_elsewhere(std::string_view path) {
    const std::string small = fold(path);
    return std::ranges::any_of(kOtherPlaces, [&](std::string_view place) {
        return std::string_view(small).starts_with(place);
    });
}

std::optional<Card::Kind> kind_by_folder(std::string_view path) {
    if (path.starts_with("frameworks/")) {
        return Card::Kind::framework;
    }
    if (path.starts_with("situations/")) {
        return Card::Kind::situation;
    }
    return std::nullopt;
}

bool looks_like_text(std::string_view path) {
    const std::string small = fold(path);
    constexpr std::array<std::string_view, 6> kEndings{".md",  ".markdown", ".yaml",
                                                       ".yml", ".txt",      ".docx"};
    return std::ranges::any_of(kEndings, [&](std::string_view ending) {
        return std::string_view(small).ends_with(ending);
    });
}

/// Sorts the files one by one.
class Sorter {
public:
    void sort(const SourceFile& file);
    void look_for_pack_file(std::span<const SourceFile> files);
    Inventory take() && { return std::move(inventory_); }

private:
    using IdsInUse = std::map<std::string, std::string, std::less<>>; ///< With their paths.

    std::optional<std::string> id_of(const SourceFile& file, Holds what, IdsInUse& in_use);
    void add(Severity severity, std::string_view path, std::string text);

    Inventory inventory_;
    IdsInUse cards_in_use_;
    IdsInUse phrases_in_use_;
    IdsInUse practices_in_use_;
};

void Sorter::add(Severity severity, std::string_view path, std::string text) {
    Report report(path);
    if (severity == Severity::error) {
        report.error(0, std::move(text));
    } else {
        report.warning(0, std::move(text));
    }
    std::ranges::move(std::move(report).take(), std::back_inserter(inventory_.problems));
}

void Sorter::sort(const SourceFile& file) {
    if (file.path == kPackFile) {
        if (inventory_.pack_file != nullptr) {
            add(Severity::error, file.path, tr("This file is there twice. Keep one of the two."));
        }
        inventory_.pack_file = &file;
    } else if (fold(file.path) == kPlanFile) {
        inventory_.plan = &file;
    } else if (is_picture_path(file.path) && !is_litter(file.path)) {
        inventory_.pictures.push_back(file.path);
    } else if (is_litter(file.path) || is_elsewhere(file.path)) {
        return;
    } else if (const auto kind = kind_by_folder(file.path)) {
        if (auto id = id_of(file, Holds::card, cards_in_use_)) {
            inventory_.cards.push_back({.file = &file, .kind = *kind, .id = std::move(*id)});
        }
    } else if (file.path.starts_with(kPhrases)) {
        if (auto id = id_of(file, Holds::phrase, phrases_in_use_)) {
            inventory_.phrases.push_back({.file = &file, .id = std::move(*id)});
        }
    } else if (file.path.starts_with(kPractices)) {
        if (auto id = id_of(file, Holds::practice, practices_in_use_)) {
            inventory_.practices.push_back({.file = &file, .id = std::move(*id)});
        }
    } else if (looks_like_text(file.path)) {
        add(Severity::warning, file.path,
            // Translators: "frameworks", "situations", "phrases", "practice" are the same
            // everywhere.
            tr("This file is not read. Cards lie in the folders frameworks and situations, words "
               "for the patron in phrases, practices in practice, and what describes the pack in "
               "pack.yaml."));
    }
}

/// The id that a file's name gives, if it is one that lies where it is read and is named well.
std::optional<std::string> Sorter::id_of(const SourceFile& file, Holds what, IdsInUse& in_use) {
    const Complaints& complaints = complaints_of(what);
    const std::string_view name = file_name(file.path);
    if (file.path.find('/') + 1 + name.size() != file.path.size()) {
        add(Severity::warning, file.path, complaints.nested);
        return std::nullopt;
    }
    if (!name.ends_with(".md")) {
        add(Severity::warning, file.path, complaints.no_markdown);
        return std::nullopt;
    }
    std::string id(name.substr(0, name.size() - 3));
    if (!is_id(id)) {
        const std::string better = id_from(id);
        add(Severity::error, file.path,
            bad_name(what) +
                (better.empty() ? "" : " " + tr("Rename it to {0}.", in_quotes(better + ".md"))));
        return std::nullopt;
    }
    const auto [first, is_new] = in_use.emplace(id, file.path);
    if (!is_new) {
        add(Severity::error, file.path,
            tr("The name {0} is already that of {1}. Rename one of the two files.", in_quotes(id),
               first->second));
        return std::nullopt;
    }
    return id;
}

/// A sentence on what a missing pack.yaml may have become.
std::string missing_pack_file(std::span<const SourceFile> files) {
    for (const SourceFile& file : files) {
        const std::string small = fold(file.path);
        if (small == kPackFile || small == "pack.yml" || small == "pack.yaml.txt" ||
            small == "pack.txt") {
            return tr("There is no pack.yaml. Rename {0} to pack.yaml; Windows may hide the end of "
                      "its name.",
                      in_quotes(file.path));
        }
    }
    for (const SourceFile& file : files) {
        if (file.path.ends_with("/pack.yaml")) {
            return tr("There is no pack.yaml here, but there is one in {0}. Use that folder.",
                      in_quotes(file.path.substr(0, file.path.rfind('/'))));
        }
    }
    return tr("There is no pack.yaml. A pack needs this file to say its name, its version and its "
              "codes; copy the one of the starter pack and change it.");
}

void Sorter::look_for_pack_file(std::span<const SourceFile> files) {
    if (inventory_.pack_file == nullptr) {
        add(Severity::error, "", missing_pack_file(files));
    }
    if (inventory_.cards.size() > kMaxCards) {
        add(Severity::error, "",
            tr_plural("This pack has {0} card; at most {1} can be read.",
                      "This pack has {0} cards; at most {1} can be read.", inventory_.cards.size(),
                      kMaxCards));
        inventory_.cards.clear();
    }
    if (inventory_.phrases.size() > kMaxPhrases) {
        add(Severity::error, "",
            tr_plural("This pack has {0} phrase; at most {1} fit. Keep those that matter most.",
                      "This pack has {0} phrases; at most {1} fit. Keep those that matter most.",
                      inventory_.phrases.size(), kMaxPhrases));
        inventory_.phrases.clear();
    }
    if (inventory_.practices.size() > kMaxPractices) {
        add(Severity::error, "",
            tr_plural("This pack has {0} practice; at most {1} can be read.",
                      "This pack has {0} practices; at most {1} can be read.",
                      inventory_.practices.size(), kMaxPractices));
        inventory_.practices.clear();
    }
}

} // namespace

Inventory take_inventory(std::span<const SourceFile> files) {
    std::vector<const SourceFile*> by_path;
    by_path.reserve(files.size());
    for (const SourceFile& file : files) {
        by_path.push_back(&file);
    }
    std::ranges::sort(by_path, {}, [](const SourceFile* file) {
        return std::pair<std::string_view, const SourceFile*>(file->path, file);
    });
    Sorter sorter;
    for (const SourceFile* const file : by_path) {
        sorter.sort(*file);
    }
    sorter.look_for_pack_file(files);
    return std::move(sorter).take();
}

} // namespace cards
