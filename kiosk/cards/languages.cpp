#include "cards/languages.h"

#include "cards/fields.h"
#include "cards/fold.h"

#include <algorithm>
#include <array>
#include <string>

namespace cards {
namespace {

struct Known {
    std::string_view tag;
    std::string_view own;
    std::string_view english;
};

/// Languages that libraries meet, by their English names.
constexpr std::array kLanguages{
    Known{"sq", "Shqip", "Albanian"},
    Known{"am", "አማርኛ", "Amharic"},
    Known{"ar", "العربية", "Arabic"},
    Known{"hy", "Հայերեն", "Armenian"},
    Known{"bn", "বাংলা", "Bengali"},
    Known{"bs", "Bosanski", "Bosnian"},
    Known{"bg", "Български", "Bulgarian"},
    Known{"my", "မြန်မာ", "Burmese"},
    Known{"ca", "Català", "Catalan"},
    Known{"zh-Hans", "简体中文", "Chinese, simplified"},
    Known{"zh-Hant", "繁體中文", "Chinese, traditional"},
    Known{"hr", "Hrvatski", "Croatian"},
    Known{"cs", "Čeština", "Czech"},
    Known{"da", "Dansk", "Danish"},
    Known{"prs", "دری", "Dari"},
    Known{"nl", "Nederlands", "Dutch"},
    Known{"en", "English", "English"},
    Known{"et", "Eesti", "Estonian"},
    Known{"fil", "Filipino", "Filipino"},
    Known{"fi", "Suomi", "Finnish"},
    Known{"fr", "Français", "French"},
    Known{"ka", "ქართული", "Georgian"},
    Known{"de", "Deutsch", "German"},
    Known{"el", "Ελληνικά", "Greek"},
    Known{"gu", "ગુજરાતી", "Gujarati"},
    Known{"ht", "Kreyòl ayisyen", "Haitian Creole"},
    Known{"ha", "Hausa", "Hausa"},
    Known{"he", "עברית", "Hebrew"},
    Known{"hi", "हिन्दी", "Hindi"},
    Known{"hmn", "Hmoob", "Hmong"},
    Known{"hu", "Magyar", "Hungarian"},
    Known{"ig", "Igbo", "Igbo"},
    Known{"id", "Bahasa Indonesia", "Indonesian"},
    Known{"ga", "Gaeilge", "Irish"},
    Known{"it", "Italiano", "Italian"},
    Known{"ja", "日本語", "Japanese"},
    Known{"km", "ខ្មែរ", "Khmer"},
    Known{"rw", "Kinyarwanda", "Kinyarwanda"},
    Known{"ko", "한국어", "Korean"},
    Known{"ku", "Kurdî", "Kurdish"},
    Known{"lo", "ລາວ", "Lao"},
    Known{"lv", "Latviešu", "Latvian"},
    Known{"lt", "Lietuvių", "Lithuanian"},
    Known{"ms", "Bahasa Melayu", "Malay"},
    Known{"ml", "മലയാളം", "Malayalam"},
    Known{"mr", "मराठी", "Marathi"},
    Known{"ne", "नेपाली", "Nepali"},
    Known{"nb", "Norsk", "Norwegian"},
    Known{"om", "Afaan Oromoo", "Oromo"},
    Known{"ps", "پښتو", "Pashto"},
    Known{"fa", "فارسی", "Persian"},
    Known{"pl", "Polski", "Polish"},
    Known{"pt", "Português", "Portuguese"},
    Known{"pa", "ਪੰਜਾਬੀ", "Punjabi"},
    Known{"ro", "Română", "Romanian"},
    Known{"ru", "Русский", "Russian"},
    Known{"sm", "Gagana Samoa", "Samoan"},
    Known{"sr", "Српски", "Serbian"},
    Known{"sk", "Slovenčina", "Slovak"},
    Known{"so", "Soomaali", "Somali"},
    Known{"es", "Español", "Spanish"},
    Known{"sw", "Kiswahili", "Swahili"},
    Known{"sv", "Svenska", "Swedish"},
    Known{"tl", "Tagalog", "Tagalog"},
    Known{"ta", "தமிழ்", "Tamil"},
    Known{"te", "తెలుగు", "Telugu"},
    Known{"th", "ไทย", "Thai"},
    Known{"ti", "ትግርኛ", "Tigrinya"},
    Known{"tr", "Türkçe", "Turkish"},
    Known{"uk", "Українська", "Ukrainian"},
    Known{"ur", "اردو", "Urdu"},
    Known{"uz", "Oʻzbekcha", "Uzbek"},
    Known{"vi", "Tiếng Việt", "Vietnamese"},
    Known{"cy", "Cymraeg", "Welsh"},
    Known{"yi", "ייִדיש", "Yiddish"},
    Known{"yo", "Yorùbá", "Yoruba"},
};

constexpr auto kEnglishNames = [] {
    std::array<std::string_view, kLanguages.size()> names;
    std::ranges::transform(kLanguages, names.begin(), &Known::english);
    return names;
}();

Language made_of(const Known& known) {
    return {.tag = std::string(known.tag), .name = std::string(known.own)};
}

/// A word as it stands in the table, but for letter case and accents.
std::optional<Language> find_whole(std::string_view word) {
    const std::string folded = fold(word);
    const auto* const found = std::ranges::find_if(kLanguages, [&](const Known& known) {
        return folded == fold(known.tag) || folded == fold(known.own) ||
               folded == fold(known.english);
    });
    return found != kLanguages.end() ? std::optional(made_of(*found)) : std::nullopt;
}

/// A tag with more to it than the table's: the longest of the table's that it begins with.
std::optional<Language> find_by_tag(std::string_view tag) {
    if (!is_language_tag(tag)) {
        return std::nullopt;
    }
    const std::string folded = fold(tag);
    std::optional<Language> best;
    for (const Known& known : kLanguages) {
        const std::string begin = fold(known.tag) + '-';
        if (folded.starts_with(begin) && (!best || known.tag.size() > best->tag.size())) {
            best = made_of(known);
        }
    }
    if (best) {
        best->tag = tag;
    }
    return best;
}

/// "Diné bizaad (nv)".
std::optional<Language> find_in_brackets(std::string_view word) {
    const std::size_t open = word.rfind('(');
    if (open == std::string_view::npos || !word.ends_with(')')) {
        return std::nullopt;
    }
    const std::string_view tag = word.substr(open + 1, word.size() - open - 2);
    std::string_view name = word.substr(0, open);
    name = name.substr(0, name.find_last_not_of(' ') + 1);
    if (auto known = find_whole(tag)) {
        return known;
    }
    if (auto known = find_by_tag(tag)) {
        return known;
    }
    if (name.empty() || !is_language_tag(tag)) {
        return std::nullopt;
    }
    return Language{.tag = std::string(tag), .name = std::string(name)};
}

} // namespace

std::optional<Language> find_language(std::string_view word) {
    if (auto known = find_whole(word)) {
        return known;
    }
    if (auto known = find_by_tag(word)) {
        return known;
    }
    return find_in_brackets(word);
}

std::span<const std::string_view> language_names() {
    return kEnglishNames;
}

} // namespace cards
