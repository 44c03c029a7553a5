#include "packs/new_pack.h"

#include "cards/fold.h"
#include "cards/limits.h"
#include "i18n/message.h"
#include "packs/card_text.h"
#include "packs/hand_out.h"
#include "packs/limits.h"
#include "platform/durable.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace packs {

namespace {

using i18n::tr;
using platform::Failure;
using platform::Result;

/// A situation of the starter pack: what a new pack takes over.
struct Situation {
    std::string file; ///< "fine-dispute.md".
    std::string card;
};

/// Makes one pack. Each step fails as the disk does.
class Making {
public:
    Making(const Shelf& shelf, const NewPack& wanted, platform::Disk& target)
        : shelf_(&shelf), wanted_(&wanted), target_(&target) {}

    Result<void> make();

private:
    Result<void> pack_file();
    Result<void> plan();
    Result<void> read_situations();
    Result<void> frameworks();
    Result<void> situations();
    Result<void> situation(std::string_view title);
    Result<std::string> steps_of(const Template& framework) const;
    Result<void> copy(const std::string& name);
    Result<std::string> form(const std::string& name) const;
    const Template& framework_of(cards::Code code) const;
    Result<void> write(const std::string& path, std::string_view text);

    const Shelf* shelf_;
    const NewPack* wanted_;
    platform::Disk* target_;
    std::string plan_;
    std::vector<Situation> starter_;
};

Result<std::string> Making::form(const std::string& name) const {
    return shelf_->templates->read(name, kLargestCard);
}

const Template& Making::framework_of(cards::Code code) const {
    return *wanted_->frameworks.at(static_cast<std::size_t>(code));
}

Result<void> Making::write(const std::string& path, std::string_view text) {
    auto written = target_->write(path, text);
    return written ? target_->sync(path) : written;
}

/// The name of a framework's file without its ending: "heard".
std::string file_of(const Template& framework) {
    return cards::fold(framework.name);
}

Result<void> Making::pack_file() {
    const auto text = form("pack.yaml");
    if (!text) {
        return std::unexpected(text.error());
    }
    const std::string id = id_for_pack(wanted_->name);
    return write("pack.yaml",
                 filled_in(*text, {{"id", id},
                                   {"green", file_of(framework_of(cards::Code::green))},
                                   {"yellow", file_of(framework_of(cards::Code::yellow))},
                                   {"red", file_of(framework_of(cards::Code::red))},
                                   {"blue", file_of(framework_of(cards::Code::blue))}}));
}

/// Every situation of a plan at once: those for later follow the others in one list.
std::string without_later(std::string plan) {
    const std::size_t later = plan.find("\n### Later\n");
    const std::size_t first = later == std::string::npos ? later : plan.find("\n- ", later);
    if (first != std::string::npos) {
        plan.erase(later, first + 1 - later);
    }
    return plan;
}

Result<void> Making::plan() {
    auto text = form("plan.md");
    if (!text) {
        return std::unexpected(text.error());
    }
    plan_ = wanted_->starter ? without_later(std::move(*text)) : std::move(*text);
    return write("plan.md", plan_);
}

Result<void> Making::read_situations() {
    const auto entries = shelf_->starter->list("situations", kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    for (const platform::Entry& entry : *entries) {
        auto card = shelf_->starter->read(platform::join("situations", entry.name), kLargestCard);
        if (!card) {
            return std::unexpected(card.error());
        }
        starter_.push_back({.file = entry.name, .card = std::move(*card)});
    }
    return {};
}

Result<void> Making::frameworks() {
    if (auto made = target_->make_folder("frameworks"); !made) {
        return made;
    }
    for (const cards::Code code : cards::kCodes) {
        const Template& framework = framework_of(code);
        std::string card = framework.card;
        const std::string was = "\ncode: " + std::string(written(card, "code")) + "\n";
        card.replace(card.find(was), was.size(),
                     "\ncode: " + std::string(cards::to_string(code)) + "\n");
        if (auto made = write("frameworks/" + file_of(framework) + ".md", card); !made) {
            return made;
        }
    }
    return target_->sync("frameworks");
}

/// A heading for each step with what is to be said below it; or that this has to wait until the
/// steps have names.
Result<std::string> Making::steps_of(const Template& framework) const {
    const auto text = form(framework.has_step_names() ? "step.md" : "steps-later.md");
    if (!text || !framework.has_step_names()) {
        return text ? Result<std::string>(filled_in(*text, {{"framework", framework.name}})) : text;
    }
    std::string steps;
    for (const std::string& step : framework.steps) {
        steps += filled_in(*text, {{"step", step}});
    }
    return steps;
}

Result<void> Making::situation(std::string_view title) {
    const auto known = std::ranges::find_if(starter_, [&](const Situation& it) {
        return cards::same_words(value_of(it.card, "title"), title);
    });
    if (known == starter_.end()) {
        return std::unexpected(Failure{tr("The starter pack has no card \"{0}\".", title)});
    }
    const std::string_view code = written(known->card, "code");
    const auto text = form("situation.md");
    const auto steps = steps_of(framework_of(cards::parse_code(code).value_or(cards::Code::green)));
    if (!text || !steps) {
        return std::unexpected(text ? steps.error() : text.error());
    }
    return write("situations/" + known->file,
                 filled_in(*text, {{"title", written(known->card, "title")},
                                   {"code", code},
                                   {"keywords", written(known->card, "keywords")},
                                   {"steps", *steps}}));
}

Result<void> Making::situations() {
    auto made = read_situations();
    if (made) {
        made = target_->make_folder("situations");
    }
    for (const std::string_view title : items_of(part_below(plan_, "## Situations", "#"), "- ")) {
        if (!made) {
            return made;
        }
        made = situation(title);
    }
    return made ? target_->sync("situations") : made;
}

/// A file of the templates as it is.
Result<void> Making::copy(const std::string& name) {
    const auto text = form(name);
    return text ? write(name, *text) : Result<void>(std::unexpected(text.error()));
}

Result<void> Making::make() {
    auto made = wanted_->starter ? copy_out(*shelf_->starter, "", *target_, "")
                                 : copy_out(*shelf_->starter, "phrases", *target_, "phrases");
    if (made) {
        made = pack_file();
    }
    if (made) {
        made = plan();
    }
    if (made && !wanted_->starter) {
        made = frameworks();
    }
    if (made && !wanted_->starter) {
        made = situations();
    }
    if (made && !wanted_->starter) {
        made = copy("README.md");
    }
    return made ? target_->sync("") : made;
}

void take_away_all(platform::Disk& disk) {
    if (const auto entries = disk.list("", kMostEntries)) {
        for (const platform::Entry& entry : *entries) {
            std::ignore = platform::remove_tree(disk, entry.name); // the first failure is told of
        }
    }
}

} // namespace

Result<void> make_pack(const Shelf& shelf, const NewPack& wanted, platform::Disk& target) {
    auto made = Making(shelf, wanted, target).make();
    if (!made) {
        take_away_all(target);
    }
    return made;
}

std::string id_for_pack(std::string_view name) {
    std::string id;
    for (const std::string& word : cards::fold_words(name)) {
        id += (id.empty() ? "" : "-") + word;
    }
    id.resize(std::min(id.size(), cards::kMaxId));
    while (id.ends_with('-')) {
        id.pop_back();
    }
    const bool usable = std::ranges::all_of(
        id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    return id.empty() || !usable ? "my-library" : id;
}

} // namespace packs
