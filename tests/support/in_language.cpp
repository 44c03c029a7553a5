#include "support/in_language.h"

#include "platform/files.h"

#include <map>
#include <stdexcept>
#include <string>

namespace {

i18n::Catalogue catalogue_of(std::string_view tag) {
    static std::map<std::string, i18n::Catalogue, std::less<>> read{{"en", {}}};
    if (const auto found = read.find(tag); found != read.end()) {
        return found->second;
    }
    const std::string file =
        (tag == "en-XA" ? DESKCARDS_PSEUDO_LOCALES "/" : DESKCARDS_LOCALES "/") + std::string(tag) +
        ".mo";
    const auto bytes = platform::read_file(file, 1UL << 22U);
    const auto catalogue =
        bytes ? i18n::Catalogue::read(tag, *bytes) : std::optional<i18n::Catalogue>();
    if (!catalogue) {
        throw std::runtime_error(file + " cannot be read");
    }
    return read.emplace(tag, *catalogue).first->second;
}

} // namespace

InLanguage::InLanguage(std::string_view tag) : before_(i18n::use(catalogue_of(tag))) {}
