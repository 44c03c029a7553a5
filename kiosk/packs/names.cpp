#include "packs/names.h"

#include "cards/fold.h"
#include "cards/report.h"
#include "cards/text.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace packs {

namespace {

using cards::in_quotes;
using i18n::tr;
using platform::EntryKind;

constexpr std::size_t kLongestName = 100; ///< Bytes; room for 64 characters of an id and more.

std::string small(std::string_view text) {
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return folded;
}

/// What systems and editors leave behind. Names that begin with a dot are hidden everywhere but on
/// Windows: "._x", ".DS_Store", ".Trash-1000", ".git".
bool is_litter(std::string_view name) {
    constexpr std::array kLitter{std::string_view("system volume information"),
                                 std::string_view("thumbs.db"),
                                 std::string_view("desktop.ini"),
                                 std::string_view("$recycle.bin"),
                                 std::string_view("lost+found"),
                                 std::string_view("found.000")};
    return (name.starts_with('.') && name != "..") || name.ends_with('~') ||
           name.starts_with("~$") || std::ranges::find(kLitter, small(name)) != kLitter.end();
}

/// Names that Windows gives to devices, whatever their ending.
bool is_device_name(std::string_view name) {
    const std::string stem = small(name.substr(0, name.find('.')));
    if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") {
        return true;
    }
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
           stem.back() >= '0' && stem.back() <= '9';
}

/// Why no computer of a library should have such a name; empty if there is nothing against it.
/// `shown` is the name as it can be shown.
std::string fault_of_name(std::string_view name, const std::string& shown) {
    if (const auto bad = cards::find_bad_character(name)) {
        // Translators: {0} is a file's name in quotation marks, here and in what follows; {1} says
        // what kind of character it is.
        return tr("{0} has {1} in its name. Rename it.", shown, cards::describe(*bad));
    }
    if (name.find_first_of("\\/:\n\r\t\"*?<>|") != std::string_view::npos || name == "..") {
        return tr("{0} has a character in its name that file names may not have. Rename it.",
                  shown);
    }
    if (name.ends_with('.') || name.ends_with(' ') || name.starts_with(' ')) {
        return tr("{0} has a name that begins or ends with a space, or ends with a dot. Rename it.",
                  shown);
    }
    if (is_device_name(name)) {
        return tr("{0} has a name that Windows keeps for a device. Rename it.", shown);
    }
    if (name.size() > kLongestName) {
        return tr("{0} has a name that is too long. Rename it.", shown);
    }
    return {};
}

bool has_ending(const std::string& name, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view end) { return name.ends_with(end); });
}

/// Why a file of that name does not belong to a pack; empty if it does.
std::string fault_of_file(std::string_view name, const std::string& shown) {
    const std::string ending = small(name);
    if (has_ending(ending, {".md", ".yaml", ".yml", ".png", ".jpg", ".jpeg", ".txt"}) ||
        ending == "readme" || name == "SHA256SUMS" || name == "SHA256SUMS.minisig") {
        return {};
    }
    if (has_ending(ending,
                   {".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".ico"})) {
        return tr("{0} is a kind of picture that the desk does not show. Save it as PNG or JPEG.",
                  shown);
    }
    if (has_ending(ending, {".ttf", ".otf", ".woff", ".woff2"})) {
        return tr("{0} is a font. The desk has fonts of its own; remove it.", shown);
    }
    if (has_ending(ending, {".doc", ".docx", ".odt", ".rtf", ".pdf"})) {
        return tr("{0} is not plain text. Save its words as plain text in a card's .md file.",
                  shown);
    }
    return tr("{0} does not belong to a pack of cards. Remove it.", shown);
}

/// Why a pack must not have such an entry; empty if it may.
std::string fault_of_entry(std::string_view name, EntryKind kind) {
    const std::string shown = in_quotes(name);
    if (kind == EntryKind::link) {
        return tr("{0} is a link to another place. Put the file itself there.", shown);
    }
    if (kind != EntryKind::file && kind != EntryKind::folder) {
        return tr("{0} is neither a file nor a folder. Remove it.", shown);
    }
    std::string fault = fault_of_name(name, shown);
    if (fault.empty() && kind == EntryKind::file) {
        fault = fault_of_file(name, shown);
    }
    return fault;
}

/// "PACK.YML" but not "README.md", "SHA256SUMS" or "LONGER-NAME.MD".
bool is_short_name(std::string_view name) {
    const auto dot = name.find('.');
    const std::string_view stem = name.substr(0, dot);
    const std::string_view ending = dot == std::string_view::npos ? "" : name.substr(dot + 1);
    return stem.size() <= 8 && ending.size() <= 3 && !ending.contains('.') &&
           std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

bool is_picture(std::string_view path) {
    return has_ending(small(path), {".png", ".jpg", ".jpeg"});
}

std::string path_in_pack(const std::string& path) {
    std::string renamed;
    std::string_view rest = path;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('/'), rest.size());
        const std::string_view name = rest.substr(0, end);
        renamed +=
            (renamed.empty() ? "" : "/") + (is_short_name(name) ? small(name) : std::string(name));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return renamed;
}

JudgedName judge_name(std::string_view name, EntryKind kind) {
    if (is_litter(name)) {
        return {.verdict = NameVerdict::ignored, .sentence = {}};
    }
    std::string fault = fault_of_entry(name, kind);
    return {.verdict = fault.empty() ? NameVerdict::wanted : NameVerdict::refused,
            .sentence = std::move(fault)};
}

std::optional<std::string> find_clash(const std::vector<std::string>& names) {
    std::map<std::string, const std::string*> by_folded;
    for (const std::string& name : names) {
        const auto [other, is_new] = by_folded.emplace(cards::fold(name), &name);
        if (!is_new) {
            return tr("{0} and {1} are the same name to some computers. Rename one of them.",
                      in_quotes(*other->second), in_quotes(name));
        }
    }
    return std::nullopt;
}

} // namespace packs
