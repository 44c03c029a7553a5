#pragma once

#include "cards/code.h"
#include "platform/disk.h"

#include <string>
#include <string_view>
#include <vector>

namespace packs {

/// The folders that new packs are made from; both outlive whoever reads them.
struct Shelf {
    const platform::Folder* templates; ///< assets/templates, or where it is installed.
    const platform::Folder* starter;   ///< The starter pack.
};

/// An acronym that a new pack may begin with.
struct Template {
    std::string name;                      ///< "HEARD".
    cards::Code code = cards::Code::green; ///< The one that it suits best.
    std::vector<std::string> steps; ///< Their names; only letters if the library is to name them.
    std::string source;             ///< Whose it is, in English; empty for the starter pack's own.
    std::string card;               ///< Its file, as a card in the folder frameworks.

    /// False if the steps' names are still to be written.
    bool has_step_names() const;
};

/// All of them: the starter pack's, then those with names for their steps, then those without.
platform::Result<std::vector<Template>> read_templates(const Shelf& shelf);

/// The template of that name in any letter case, or null. The pointer is into `templates`.
const Template* find_template(const std::vector<Template>& templates, std::string_view name);

} // namespace packs
