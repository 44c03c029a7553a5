#include "packs/templates.h"

#include "cards/fold.h"
#include "cards/to_do.h"
#include "packs/card_text.h"
#include "platform/durable.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace packs {

namespace {

using platform::Result;

constexpr std::size_t kMostCards = 100;
constexpr std::string_view kFolder = "frameworks";

/// The heading of a step, or its letter if its name is still to be written.
std::string step_in(std::string_view heading) {
    const auto mark = cards::find_to_do(heading);
    return mark ? mark->before : std::string(heading);
}

Template read_template(std::string card) {
    Template read;
    read.name = value_of(card, "title");
    read.code = cards::parse_code(value_of(card, "code")).value_or(cards::Code::green);
    read.source = value_of(card, "# Source");
    for (const std::string_view heading : items_of(card, "## ")) {
        read.steps.push_back(step_in(heading));
    }
    read.card = std::move(card);
    return read;
}

Result<void> add_from(const platform::Folder& folder, std::vector<Template>& templates) {
    const auto entries = folder.list(std::string(kFolder), kMostCards);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    for (const platform::Entry& entry : *entries) {
        if (entry.name.ends_with(".md")) {
            auto card = folder.read(platform::join(kFolder, entry.name), kLargestCard);
            if (!card) {
                return std::unexpected(card.error());
            }
            templates.push_back(read_template(std::move(*card)));
        }
    }
    return {};
}

} // namespace

bool Template::has_step_names() const {
    return std::ranges::all_of(steps, [](const std::string& step) { return step.size() > 1; });
}

Result<std::vector<Template>> read_templates(const Shelf& shelf) {
    std::vector<Template> templates;
    for (const platform::Folder* const folder : {shelf.starter, shelf.templates}) {
        if (auto added = add_from(*folder, templates); !added) {
            return std::unexpected(added.error());
        }
    }
    std::ranges::sort(templates, {}, [](const Template& it) {
        return std::tuple(!it.has_step_names(), !it.source.empty(), it.code,
                          std::string_view(it.name));
    });
    return templates;
}

const Template* find_template(const std::vector<Template>& templates, std::string_view name) {
    const std::string wanted = cards::fold(name);
    const auto found = std::ranges::find_if(
        templates, [&](const Template& it) { return cards::fold(it.name) == wanted; });
    return found == templates.end() ? nullptr : &*found;
}

} // namespace packs
