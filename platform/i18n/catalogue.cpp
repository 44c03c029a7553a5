#include "i18n/catalogue.h"

#include "i18n/message.h"

#include <atomic>
#include <boost/locale/gnu_gettext.hpp>
#include <fmt/args.h>
#include <locale>
#include <memory>
#include <mutex>
#include <vector>

namespace i18n {

using Facet = boost::locale::message_format<char>;

struct Catalogue::Words {
    std::string language;
    std::locale locale; ///< Keeps the facet.
    const Facet* facet;
};

namespace {

constexpr const char* kDomain = "deskcards";
constexpr int kDomainId = 0; // of the first that a facet has

std::atomic<const Catalogue::Words*>& in_use() {
    static std::atomic<const Catalogue::Words*> words = nullptr;
    return words;
}

/// Keeps a catalogue's words until the program ends.
const Catalogue::Words* keep(Catalogue::Words words) {
    static std::mutex mutex;
    static std::vector<std::unique_ptr<const Catalogue::Words>>& kept =
        *new std::vector<std::unique_ptr<const Catalogue::Words>>;
    const std::scoped_lock lock(mutex);
    return kept.emplace_back(std::make_unique<const Catalogue::Words>(std::move(words))).get();
}

} // namespace

std::optional<Catalogue> Catalogue::read(std::string_view language, std::string bytes) {
    if (bytes.empty()) { // which the library takes for a file that is not there
        return std::nullopt;
    }
    boost::locale::gnu_gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.domains.emplace_back(kDomain);
    info.paths.emplace_back("");
    info.callback = [&bytes](const std::string&, const std::string&) {
        return std::vector<char>(bytes.begin(), bytes.end());
    };
    try {
        // The locale owns the facet.
        auto* facet = boost::locale::gnu_gettext::create_messages_facet<char>(info);
        return Catalogue(keep({.language = std::string(language),
                               .locale = std::locale(std::locale::classic(), facet),
                               .facet = facet}));
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

std::string_view Catalogue::language() const {
    return words_ == nullptr ? kSourceLanguage : std::string_view(words_->language);
}

Catalogue use(Catalogue catalogue) {
    return Catalogue(in_use().exchange(catalogue.words_));
}

std::string_view language() {
    const Catalogue::Words* words = in_use().load();
    return words == nullptr ? kSourceLanguage : std::string_view(words->language);
}

const char* Message::c_str() const {
    const Catalogue::Words* words = in_use().load();
    const char* found =
        words == nullptr ? nullptr : words->facet->get(kDomainId, context_, english_);
    return found == nullptr ? english_ : found;
}

namespace detail {

std::string_view find(const char* english) {
    return Message(nullptr, english).view();
}

std::string_view find(const char* one, const char* many, std::size_t count) {
    // Languages look at a count's last two or three digits at most.
    constexpr std::size_t kMillion = 1'000'000;
    const auto small = static_cast<int>(count < kMillion ? count : kMillion + count % kMillion);
    const Catalogue::Words* words = in_use().load();
    const char* found =
        words == nullptr ? nullptr : words->facet->get(kDomainId, nullptr, one, small);
    if (found != nullptr) {
        return found;
    }
    return count == 1 ? one : many;
}

std::string fill(std::string_view pattern, std::span<const Value> values) {
    fmt::dynamic_format_arg_store<fmt::format_context> filled;
    for (const Value& value : values) {
        std::visit([&](const auto& it) { filled.push_back(it); }, value.get());
    }
    return fmt::vformat(pattern, filled);
}

} // namespace detail

} // namespace i18n
