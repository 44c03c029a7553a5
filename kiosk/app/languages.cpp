#include "app/languages.h"

#include "platform/files.h"

#include <algorithm>
#include <cstdlib>

namespace app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestCatalogue = 4UL << 20U;

} // namespace

Languages Languages::in(const fs::path& folder) {
    Languages languages;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".mo") {
            continue;
        }
        const std::string tag = entry.path().stem().string();
        auto bytes = platform::read_file(entry.path(), kLargestCatalogue);
        if (!bytes) {
            continue;
        }
        if (const auto catalogue = i18n::Catalogue::read(tag, std::move(*bytes))) {
            languages.catalogues_.emplace(tag, *catalogue);
            languages.tags_.push_back(tag);
        }
    }
    std::sort(languages.tags_.begin() + 1, languages.tags_.end());
    return languages;
}

const i18n::Catalogue* Languages::find(std::string_view tag) const {
    const auto found = catalogues_.find(tag);
    if (found != catalogues_.end()) {
        return &found->second;
    }
    const auto region = tag.rfind('-');
    return region == std::string_view::npos ? nullptr : find(tag.substr(0, region));
}

void Languages::use_first_of(std::initializer_list<std::string_view> wanted) const {
    for (const std::string_view tag : wanted) {
        if (const i18n::Catalogue* catalogue = find(tag)) {
            i18n::use(*catalogue);
            return;
        }
    }
    i18n::use({});
}

std::string language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        // Nothing in this program changes the environment.
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
        if (value == nullptr || *value == '\0') {
            continue;
        }
        std::string tag(value);
        tag.resize(std::min(tag.find_first_of(".@"), tag.size()));
        std::ranges::replace(tag, '_', '-');
        return tag == "C" || tag == "POSIX" ? "" : tag;
    }
    return {};
}

} // namespace app
