#include "platform/chord.h"

#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace platform {

namespace {

using i18n::tr;

/// How often a key is pressed by somebody who works, and so what has to be held with it.
enum class Use : std::uint8_t { rare, moves, writes };

struct NamedKey {
    std::string_view name; ///< As it is shown.
    std::uint32_t symbol;  ///< X's keysym.
    Use use;
};

constexpr std::array kNamed{
    NamedKey{"Space", 0x0020, Use::writes},    NamedKey{"Tab", 0xFF09, Use::moves},
    NamedKey{"Enter", 0xFF0D, Use::moves},     NamedKey{"Esc", 0xFF1B, Use::moves},
    NamedKey{"Backspace", 0xFF08, Use::moves}, NamedKey{"Delete", 0xFFFF, Use::moves},
    NamedKey{"Insert", 0xFF63, Use::moves},    NamedKey{"Home", 0xFF50, Use::moves},
    NamedKey{"End", 0xFF57, Use::moves},       NamedKey{"PgUp", 0xFF55, Use::moves},
    NamedKey{"PgDn", 0xFF56, Use::moves},      NamedKey{"Left", 0xFF51, Use::moves},
    NamedKey{"Up", 0xFF52, Use::moves},        NamedKey{"Right", 0xFF53, Use::moves},
    NamedKey{"Down", 0xFF54, Use::moves},      NamedKey{"Pause", 0xFF13, Use::rare},
    NamedKey{"Print", 0xFF61, Use::rare},      NamedKey{"ScrollLock", 0xFF14, Use::rare},
    NamedKey{"Menu", 0xFF67, Use::rare},
};

/// Other words that are printed on keys or in manuals.
constexpr std::array<std::array<std::string_view, 2>, 9> kOtherNames{{{"Escape", "Esc"},
                                                                      {"Return", "Enter"},
                                                                      {"Del", "Delete"},
                                                                      {"Ins", "Insert"},
                                                                      {"PageUp", "PgUp"},
                                                                      {"PageDown", "PgDn"},
                                                                      {"PrtSc", "Print"},
                                                                      {"PrintScreen", "Print"},
                                                                      {"Break", "Pause"}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t";
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

struct Found {
    std::string key;
    std::uint32_t symbol = 0;
    Use use = Use::rare;
};

std::optional<Found> find_function_key(std::string_view word) {
    constexpr std::uint32_t kF1 = 0xFFBE;
    constexpr int kMost = 24;
    if (word.size() < 2 || lower(word.front()) != 'f') {
        return std::nullopt;
    }
    int number = 0;
    const char* const end = word.data() + word.size();
    const auto [at, error] = std::from_chars(word.data() + 1, end, number);
    if (error != std::errc() || at != end || number < 1 || number > kMost) {
        return std::nullopt;
    }
    return Found{.key = "F" + std::to_string(number),
                 .symbol = kF1 + static_cast<std::uint32_t>(number - 1)};
}

std::optional<Found> find_key(std::string_view word) {
    if (word.size() == 1) {
        const char c = lower(word.front());
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            return Found{.key = std::string(1, upper(c)),
                         .symbol = static_cast<std::uint32_t>(c),
                         .use = Use::writes};
        }
        return std::nullopt;
    }
    const auto* const other = std::ranges::find_if(
        kOtherNames, [&](const auto& names) { return same_word(names.front(), word); });
    const std::string_view name = other != kOtherNames.end() ? other->back() : word;
    const auto* const named =
        std::ranges::find_if(kNamed, [&](const NamedKey& it) { return same_word(it.name, name); });
    return named != kNamed.end()
               ? std::optional(Found{
                     .key = std::string(named->name), .symbol = named->symbol, .use = named->use})
               : find_function_key(word);
}

/// The part of a chord that says whether this key is held; null if it is not one to be held.
bool* held_key(Chord& chord, std::string_view word) {
    if (same_word(word, "Ctrl") || same_word(word, "Control")) {
        return &chord.control;
    }
    if (same_word(word, "Alt")) {
        return &chord.alt;
    }
    if (same_word(word, "Shift")) {
        return &chord.shift;
    }
    if (same_word(word, "Super") || same_word(word, "Win") || same_word(word, "Windows")) {
        return &chord.super;
    }
    return nullptr;
}

bool is_in_the_way(const Chord& chord, Use use) {
    const int held = int{chord.control} + int{chord.alt} + int{chord.shift};
    switch (use) {
    case Use::rare: return false;
    case Use::moves: return !chord.control && !chord.alt && !chord.super;
    case Use::writes: return !chord.super && held < 2;
    }
    return false;
}

Failure makes_no_sense(std::string_view text) {
    return {tr("\"{0}\" is not a key; write one such as Ctrl+Alt+H, Super+Space or F8.", text)};
}

} // namespace

std::string to_string(const Chord& chord) {
    std::string text;
    text += chord.control ? "Ctrl+" : "";
    text += chord.alt ? "Alt+" : "";
    text += chord.shift ? "Shift+" : "";
    text += chord.super ? "Super+" : "";
    return text + chord.key;
}

Result<Chord> parse_chord(std::string_view text) {
    Chord chord;
    std::string_view rest = text;
    for (std::size_t plus = rest.find('+'); plus != std::string_view::npos; plus = rest.find('+')) {
        bool* const held = held_key(chord, trimmed(rest.substr(0, plus)));
        if (held == nullptr || *held) {
            return std::unexpected(makes_no_sense(text));
        }
        *held = true;
        rest.remove_prefix(plus + 1);
    }
    const auto key = find_key(trimmed(rest));
    if (!key) {
        return std::unexpected(makes_no_sense(text));
    }
    chord.key = key->key;
    chord.symbol = key->symbol;
    if (is_in_the_way(chord, key->use)) {
        return std::unexpected(
            Failure{tr("{0} is pressed while people type; hold more with it, as in Ctrl+Alt+H.",
                       to_string(chord))});
    }
    return chord;
}

} // namespace platform
