#include "cards/to_do.h"

#include "i18n/message.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;
using i18n::tr_plural;

constexpr std::string_view kMark = "TODO";

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Bytes above ASCII are letters, too, as far as this asks.
bool goes_on(std::string_view text, std::size_t at) {
    return at < text.size() &&
           (is_small(text[at]) || is_capital(text[at]) || (text[at] >= '0' && text[at] <= '9') ||
            static_cast<unsigned char>(text[at]) >= 0x80U);
}

bool is_mark_in_any_case(std::string_view text) {
    return text.size() >= kMark.size() &&
           std::ranges::equal(text.substr(0, kMark.size()), kMark, [](char a, char b) {
               return (is_small(a) ? static_cast<char>(a - 'a' + 'A') : a) == b;
           });
}

/// Whether a text begins with the mark.
bool begins_with_mark(std::string_view text) {
    if (!is_mark_in_any_case(text) || goes_on(text, kMark.size())) {
        return false;
    }
    const std::size_t next = text.find_first_not_of(' ', kMark.size());
    if (next != std::string_view::npos && text[next] == ':') {
        return true;
    }
    return text.starts_with(kMark) &&
           (next == std::string_view::npos || std::ranges::any_of(text, is_small));
}

/// Where the mark is; npos if it is not there.
std::size_t place_of_mark(std::string_view text) {
    if (begins_with_mark(text)) {
        return 0;
    }
    for (std::size_t at = text.find(kMark); at != std::string_view::npos;
         at = text.find(kMark, at + 1)) {
        const bool begins_word = at == 0 || !goes_on(text, at - 1);
        if (begins_word && text.substr(at + kMark.size()).starts_with(':')) {
            return at;
        }
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text, std::string_view at_begin,
                         std::string_view at_end) {
    const std::size_t begin = text.find_first_not_of(at_begin);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::size_t end = text.find_last_not_of(at_end);
    return end == std::string_view::npos || end < begin ? std::string_view()
                                                        : text.substr(begin, end + 1 - begin);
}

/// Several things to write in one sentence, each said once.
std::string summed_up(const std::vector<std::string>& whats) {
    constexpr std::size_t kMost = 6;
    std::vector<std::string> different;
    for (const std::string& what : whats) {
        if (std::ranges::find(different, what) == different.end()) {
            different.push_back(what);
        }
    }
    std::string all;
    for (std::size_t i = 0; i < std::min(different.size(), kMost); ++i) {
        // Translators: between the entries of a list that have commas themselves.
        all += (i == 0 ? "" : message("; ").str()) + different[i];
    }
    if (different.size() > kMost) {
        // Translators: the end of a list that was cut.
        all += message("; and more");
    }
    // Translators: {1} is a list of what somebody has yet to write in a file.
    return tr_plural("Still to do in {0} place: {1}.", "Still to do in {0} places: {1}.",
                     whats.size(), all);
}

bool is_of_a_card(const Problem& problem) {
    return !problem.to_do.empty() && problem.file.contains('/');
}

} // namespace

std::optional<ToDo> find_to_do(std::string_view text) {
    const std::size_t at = place_of_mark(text);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view what = trimmed(text.substr(at + kMark.size()), " :-", " .");
    return ToDo{.before = std::string(trimmed(text.substr(0, at), " ", " :-(")),
                .what = what.empty() ? tr("what is missing here") : std::string(what)};
}

std::vector<Problem> to_do_list(std::vector<Problem> problems) {
    std::map<std::string, std::vector<std::string>> by_file;
    for (const Problem& problem : problems) {
        if (is_of_a_card(problem)) {
            by_file[problem.file].push_back(problem.to_do);
        }
    }
    std::vector<Problem> list;
    for (Problem& problem : problems) {
        if (is_of_a_card(problem)) {
            const auto whats = by_file.extract(problem.file);
            if (whats.empty()) {
                continue; // It is in the entry of the first.
            }
            if (whats.mapped().size() > 1) {
                problem.text = summed_up(whats.mapped());
            }
        }
        list.push_back(std::move(problem));
    }
    return list;
}

} // namespace cards
