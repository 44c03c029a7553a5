#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace i18n {

/// The words that the sources have: American English.
inline constexpr std::string_view kSourceLanguage = "en";

/// The translations into one language. Copies share them, and they are never given up: the words
/// of a catalogue that was in use stay valid.
class Catalogue {
public:
    /// English, which needs no translations.
    Catalogue() = default;

    /// From the bytes of a .mo file, as msgfmt writes it. `language` is a tag such as "es".
    /// Nothing is returned if the bytes are not such a file.
    static std::optional<Catalogue> read(std::string_view language, std::string bytes);

    [[nodiscard]] std::string_view language() const;

    struct Words;

private:
    explicit Catalogue(const Words* words) : words_(words) {}
    friend Catalogue use(Catalogue);
    const Words* words_ = nullptr;
};

/// From now on, and for all threads, messages are in that language. Returns the one before.
Catalogue use(Catalogue catalogue);

/// The tag of the language in use.
std::string_view language();

} // namespace i18n
