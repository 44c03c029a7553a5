#include "cards/pictures.h"

#include "cards/card.h"
#include "cards/fields.h"
#include "cards/fold.h"
#include "cards/limits.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

constexpr std::string_view kFolder = "images/";
constexpr std::array<std::string_view, 3> kEndings{".png", ".jpg", ".jpeg"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True for "http://…", "data:…", "C:\…" and their like.
bool leads_out_of_the_pack(std::string_view target) {
    const std::size_t colon = target.find(':');
    return target.starts_with("//") || target.starts_with("\\\\") ||
           (colon != std::string_view::npos && colon > 0 && is_letter(target.front()) &&
            !target.substr(0, colon).contains('/'));
}

std::optional<unsigned> hexadecimal(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? std::optional(static_cast<unsigned>(small - 'a' + 10))
                                        : std::nullopt;
}

/// A link's text as a path from the pack's top: "%20" is a space, a backslash a slash, and what
/// leads there from a card's own folder is left out.
std::string path_of(std::string_view target) {
    std::string path;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const auto high = i + 2 < target.size() ? hexadecimal(target[i + 1]) : std::nullopt;
        const auto low = high ? hexadecimal(target[i + 2]) : std::nullopt;
        if (target[i] == '%' && low) {
            path.push_back(static_cast<char>(*high * 16 + *low));
            i += 2;
        } else {
            path.push_back(target[i] == '\\' ? '/' : target[i]);
        }
    }
    for (const std::string_view from_there : {"./", "../"}) {
        if (path.starts_with(from_there)) {
            return path.substr(from_there.size());
        }
    }
    return path;
}

bool is_shown_kind(std::string_view path) {
    const std::string small = fold(path);
    return std::ranges::any_of(kEndings, [&](std::string_view ending) {
        return std::string_view(small).ends_with(ending);
    });
}

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0: the whole path
}

/// What is wrong with what a picture names, for the person who wrote it; empty if nothing is.
std::string complaint_about(std::string_view target, const std::string& path) {
    if (target.empty()) {
        return tr("This picture names no file. Write it as in ![The way out](images/door.png).");
    }
    if (leads_out_of_the_pack(target)) {
        return tr("A card shows pictures from its own pack only, not {0}. Put the picture's file "
                  "into the folder images, and write its name as in images/door.png.",
                  in_quotes(target));
    }
    if (!is_shown_kind(path)) {
        return tr("The desk shows pictures that are PNG or JPEG files, not {0}. Save it as PNG, "
                  "and write its new name here.",
                  in_quotes(path));
    }
    if (!is_picture_path(path)) {
        return tr("Pictures lie in the folder images, unlike {0}. Put it there and write {1}.",
                  in_quotes(path), in_quotes(std::string(kFolder) + std::string(name_of(path))));
    }
    return {};
}

} // namespace

bool is_picture_path(std::string_view path) {
    return path.starts_with(kFolder) && is_shown_kind(path) && name_of(path).front() != '.' &&
           !path.contains("//") && !path.contains("/../") && !path.contains("/./");
}

std::optional<Picture> read_picture(const Block& block, Report& report) {
    std::string path = path_of(block.file);
    if (std::string complaint = complaint_about(block.file, path); !complaint.empty()) {
        report.error(block.line, std::move(complaint));
        return std::nullopt;
    }
    if (block.text.empty()) {
        report.warning(block.line, tr("This picture has no words for those who do not see it. "
                                      "Write them between the brackets, as in ![The way "
                                      "out](images/door.png)."));
    }
    check_length({.text = block.text, .line = block.line},
                 message("What this picture says in words"), kMaxPictureWords, report);
    return Picture{.file = std::move(path), .words = block.text, .line = block.line};
}

} // namespace cards
