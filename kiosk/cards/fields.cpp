#include "cards/fields.h"

#include "cards/fold.h"
#include "cards/limits.h"
#include "cards/nearest.h"
#include "cards/to_do.h"
#include "cards/utf8.h"
#include "i18n/message.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

bool is_small_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The number that `text` is made of, digits only; -1 if it is anything else.
int digits(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    int value = -1;
    if (std::ranges::all_of(text, is_digit)) {
        std::from_chars(text.data(), text.data() + text.size(), value);
    }
    return value;
}

bool has_date_shape(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(text.substr(0, 4)) > 0 &&
           digits(text.substr(5, 2)) >= 0 && digits(text.substr(8, 2)) >= 0;
}

bool in_calendar(std::string_view text) {
    const std::chrono::year_month_day date{
        std::chrono::year(digits(text.substr(0, 4))),
        std::chrono::month(static_cast<unsigned>(digits(text.substr(5, 2)))),
        std::chrono::day(static_cast<unsigned>(digits(text.substr(8, 2))))};
    return date.ok();
}

std::vector<Line> split_at_commas(const YamlNode& value) {
    std::vector<Line> out;
    const std::string_view text = value.text;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        if (std::string part = one_line(text.substr(from, end - from)); !part.empty()) {
            out.push_back({.text = std::move(part), .line = value.line});
        }
        from = end + 1;
    }
    return out;
}

} // namespace

std::string Fields::checked(const YamlNode& value, std::string_view key, std::size_t max) {
    if (value.kind != YamlNode::Kind::text) {
        report_->error(value.key_line, tr("{0} should be one text on the same line, not a list or "
                                          "keys of its own.",
                                          in_quotes(key)));
        return {};
    }
    if (is_to_do(value) ||
        !check_length({.text = value.text, .line = value.line}, in_quotes(key), max, *report_)) {
        return {};
    }
    return value.text;
}

/// Whether the text is a mark for something still to be written. If so, it is reported.
bool Fields::is_to_do(const YamlNode& value) {
    auto mark = find_to_do(value.text);
    if (mark) {
        report_->to_do(value.line, std::move(mark->what));
    }
    return mark.has_value();
}

std::string Fields::required(const TextField& field) {
    const YamlNode* const value = map_->find(field.key);
    if (value == nullptr) {
        report_->error(map_->line,
                       // Translators: {1} is a key that is missing, {2} an example of its text.
                       tr("There is no {0} here. Add a line such as {1}: {2}", in_quotes(field.key),
                          field.key, field.example));
        return {};
    }
    if (value->kind == YamlNode::Kind::text && value->text.empty()) {
        report_->error(value->key_line,
                       tr("{0} is empty. Write a text after the colon; if it begins with #, put "
                          "quotation marks around it.",
                          in_quotes(field.key)));
        return {};
    }
    return checked(*value, field.key, field.max);
}

std::string Fields::optional(const TextField& field) {
    const YamlNode* const value = map_->find(field.key);
    return value == nullptr ? std::string() : checked(*value, field.key, field.max);
}

std::string Fields::date(std::string_view key) {
    std::string text = optional({.key = key, .max = kMaxReviewer, .example = {}});
    if (text.empty()) {
        return {};
    }
    if (!has_date_shape(text)) {
        report_->error(line_of(key), tr("Write the date in {0} as year-month-day, such as "
                                        "2026-11-01; here it is {1}.",
                                        in_quotes(key), in_quotes(text)));
        return {};
    }
    if (!in_calendar(text)) {
        report_->error(line_of(key), tr("There is no day {0} in the calendar. Dates are written "
                                        "year-month-day.",
                                        in_quotes(text)));
        return {};
    }
    return text;
}

std::vector<Line> Fields::list(std::string_view key, std::size_t max_items,
                               std::size_t max_length) {
    const YamlNode* const value = map_->find(key);
    if (value == nullptr) {
        return {};
    }
    if (value->kind == YamlNode::Kind::map) {
        report_->error(value->key_line,
                       tr("{0} should be a list: [one, two, three].", in_quotes(key)));
        return {};
    }
    std::vector<Line> lines;
    if (value->kind == YamlNode::Kind::text && !is_to_do(*value)) {
        lines = split_at_commas(*value);
    }
    for (const YamlNode& item : value->items) {
        if (item.kind != YamlNode::Kind::text) {
            report_->error(item.line, tr("An entry of {0} should be one text. If it has a colon in "
                                         "it, put quotation marks around it.",
                                         in_quotes(key)));
        } else if (!item.text.empty() && !is_to_do(item)) {
            lines.push_back({.text = item.text, .line = item.line});
        }
    }
    if (lines.size() > max_items) {
        report_->error(value->key_line,
                       tr_plural("{1} has {0} entry; at most {2} fit. Take some out.",
                                 "{1} has {0} entries; at most {2} fit. Take some out.",
                                 lines.size(), in_quotes(key), max_items));
        return {};
    }
    std::erase_if(lines, [&](const Line& line) {
        return !check_length(line, tr("An entry of {0}", in_quotes(key)), max_length, *report_);
    });
    return lines;
}

int Fields::line_of(std::string_view key) const {
    const YamlNode* const value = map_->find(key);
    return value == nullptr ? 0 : value->key_line;
}

void Fields::warn_of_unknown(std::span<const std::string_view> known) {
    for (const YamlNode& value : map_->items) {
        if (std::ranges::find(known, value.key) == known.end()) {
            report_->warning(
                value.key_line,
                tr("{0} is not a key that is known here, and is left out.", in_quotes(value.key)) +
                    did_you_mean(value.key, known));
        }
    }
}

bool check_length(const Line& line, std::string_view what, std::size_t max, Report& report) {
    const std::size_t length = count_code_points(line.text);
    if (length <= max) {
        return true;
    }
    report.error(line.line,
                 // Translators: {1} is such as "The step's name" or "An entry of "keywords"".
                 tr_plural("{1} is {0} character long; at most {2} fit. Shorten it.",
                           "{1} is {0} characters long; at most {2} fit. Shorten it.", length, what,
                           max));
    return false;
}

bool is_date(std::string_view text) {
    return has_date_shape(text) && in_calendar(text);
}

bool is_id(std::string_view text) {
    const auto allowed = [](char c) { return is_small_letter_or_digit(c) || c == '-'; };
    return !text.empty() && text.size() <= kMaxId && std::ranges::all_of(text, allowed) &&
           text.front() != '-' && text.back() != '-';
}

bool is_language_tag(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_alnum = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    for (bool first = true;; first = false) {
        const std::size_t end = std::min(text.find('-'), text.size());
        const std::string_view part = text.substr(0, end);
        const bool fits =
            first ? part.size() >= 2 && part.size() <= 3 && std::ranges::all_of(part, is_letter)
                  : !part.empty() && part.size() <= 8 && std::ranges::all_of(part, is_alnum);
        if (!fits || end == text.size()) {
            return fits;
        }
        text.remove_prefix(end + 1);
    }
}

std::string id_from(std::string_view text) {
    std::string id;
    for (const std::string& word : fold_words(text)) {
        if (!id.empty()) {
            id += '-';
        }
        std::ranges::copy_if(word, std::back_inserter(id), is_small_letter_or_digit);
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    return id.substr(0, kMaxId);
}

} // namespace cards
