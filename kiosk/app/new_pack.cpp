#include "app/new_pack.h"

#include "app/note.h"
#include "cards/report.h"
#include "i18n/message.h"
#include "packs/new_pack.h"
#include "packs/templates.h"
#include "platform/disk.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using i18n::tr_plural;
using platform::RealFolder;
using platform::Result;

/// The folders with what new packs are made from, and the acronyms among that.
struct Supplies {
    std::unique_ptr<RealFolder> files;
    std::unique_ptr<RealFolder> starter;
    std::vector<packs::Template> templates;

    packs::Shelf shelf() const { return {.templates = files.get(), .starter = starter.get()}; }
};

Result<Supplies> open_supplies(const Options& options) {
    auto files = RealFolder::open(options.places.data / "templates");
    auto starter = RealFolder::open(options.places.data / "content");
    if (!files || !starter) {
        return std::unexpected(files ? starter.error() : files.error());
    }
    Supplies supplies{.files = std::move(*files), .starter = std::move(*starter), .templates = {}};
    auto templates = packs::read_templates(supplies.shelf());
    if (!templates) {
        return std::unexpected(templates.error());
    }
    supplies.templates = std::move(*templates);
    return supplies;
}

/// Fails with a sentence if there is no such acronym, or one is named for two codes.
Result<void> choose(const New& command, const Supplies& supplies, packs::NewPack& wanted) {
    std::set<const packs::Template*> taken;
    for (std::size_t i = 0; i < wanted.frameworks.size(); ++i) {
        const std::string& name = command.frameworks.at(i);
        const packs::Template* const framework = packs::find_template(supplies.templates, name);
        if (framework == nullptr) {
            return std::unexpected(platform::Failure{
                tr("There is no template {0}. List them with: deskcards new --list",
                   cards::in_quotes(name))});
        }
        if (!taken.insert(framework).second) {
            return std::unexpected(platform::Failure{tr(
                "{0} is named for two codes. Name another one for one of them.", framework->name)});
        }
        wanted.frameworks.at(i) = framework;
    }
    return {};
}

/// The last name in a path, which may end with a slash.
std::string name_of(const fs::path& folder) {
    const fs::path whole = fs::absolute(folder).lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

std::string steps_of(const packs::Template& it) {
    if (!it.has_step_names()) {
        return tr_plural("{0} step to fill in", "{0} steps to fill in", it.steps.size());
    }
    std::string steps;
    for (const std::string& step : it.steps) {
        steps += (steps.empty() ? "" : " · ") + step;
    }
    return steps;
}

} // namespace

int make_new_pack(const Options& options, const New& command, std::ostream& out) {
    const auto supplies = open_supplies(options);
    if (!supplies) {
        return fail(supplies.error().sentence);
    }
    packs::NewPack wanted{
        .name = name_of(command.folder), .frameworks = {}, .starter = command.starter};
    if (const auto chosen = choose(command, *supplies, wanted); !chosen) {
        return fail(chosen.error().sentence, kUsage);
    }
    std::error_code error;
    if (fs::exists(command.folder, error) && !fs::is_empty(command.folder, error)) {
        return fail(tr("\"{0}\" is there already and is not empty.", command.folder.string()));
    }
    fs::create_directories(command.folder, error);
    const auto target = RealFolder::open(command.folder, RealFolder::Readers::everyone);
    if (!target) {
        return fail(target.error().sentence);
    }
    if (const auto made = packs::make_pack(supplies->shelf(), wanted, **target); !made) {
        return fail(made.error().sentence);
    }
    // Translators: {0} is a folder; "plan.md" and "TODO" stay as they are.
    out << tr("The cards are in {0}. Begin with plan.md there, and write in place of each TODO.",
              command.folder.string())
        << '\n'
        << tr("What is still to do: {0}", "deskcards check " + command.folder.string()) << '\n';
    return kOk;
}

int list_templates(const Options& options, std::ostream& out) {
    const auto supplies = open_supplies(options);
    if (!supplies) {
        return fail(supplies.error().sentence);
    }
    constexpr std::size_t kColumn = 10;
    for (const packs::Template& it : supplies->templates) {
        const std::size_t gap = it.name.size() < kColumn ? kColumn - it.name.size() : 1;
        out << it.name
            << std::string(gap, ' ')
            // Translators: {0} are the steps of an acronym, {1} says whose it is.
            << tr("{0}. Source: {1}", steps_of(it),
                  it.source.empty() ? tr("the starter pack") : it.source)
            << '\n';
    }
    return kOk;
}

} // namespace app
