#pragma once

#include "i18n/catalogue.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The languages that the interface can be in: English, and those that have a catalogue.
class Languages {
public:
    /// English alone.
    Languages() = default;
    /// Those whose catalogues are in a folder: "es.mo" for Spanish. A file that is not one does
    /// not count.
    static Languages in(const std::filesystem::path& folder);

    /// Their tags, English first.
    [[nodiscard]] const std::vector<std::string>& tags() const { return tags_; }

    /// Whether a language is among them, in any region's form.
    [[nodiscard]] bool has(std::string_view tag) const { return find(tag) != nullptr; }

    /// Puts the interface in the first of these languages that there is: "es-MX" is Spanish if
    /// that has no catalogue of its own. English if there is none of them. Empty tags are skipped.
    void use_first_of(std::initializer_list<std::string_view> wanted) const;

private:
    const i18n::Catalogue* find(std::string_view tag) const;

    std::vector<std::string> tags_{std::string(i18n::kSourceLanguage)};
    std::map<std::string, i18n::Catalogue, std::less<>> catalogues_{
        {std::string(i18n::kSourceLanguage), {}}};
};

/// The tag of the language that the environment asks for in POSIX's way (LC_ALL, LC_MESSAGES,
/// LANG): "pt-BR" for pt_BR.UTF-8. Empty for none, and for C.
std::string language_of_environment();

} // namespace app
