#include "packs/card_text.h"

#include <algorithm>

namespace packs {

namespace {

/// Takes the first line off a text.
std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

std::string_view written(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        const std::string_view line = next_line(text);
        if (line.starts_with(key) && line.substr(key.size()).starts_with(": ")) {
            return line.substr(key.size() + 2);
        }
    }
    return {};
}

std::string value_of(std::string_view text, std::string_view key) {
    std::string_view value = written(text, key);
    if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) {
        value = value.substr(1, value.size() - 2);
    }
    return std::string(value);
}

std::vector<std::string_view> items_of(std::string_view text, std::string_view begin) {
    std::vector<std::string_view> items;
    while (!text.empty()) {
        const std::string_view line = next_line(text);
        if (line.starts_with(begin)) {
            items.push_back(line.substr(begin.size()));
        }
    }
    return items;
}

std::string_view part_below(std::string_view text, std::string_view line, std::string_view end) {
    while (!text.empty()) {
        if (next_line(text) == line) {
            const std::string_view below = text;
            while (!text.empty() && !text.starts_with(end)) {
                next_line(text);
            }
            return below.substr(0, below.size() - text.size());
        }
    }
    return {};
}

std::string filled_in(std::string_view text,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string filled;
    while (!text.empty()) {
        const auto* const place = std::ranges::find_if(values, [&](const auto& value) {
            return text.starts_with('{') && text.substr(1).starts_with(value.first) &&
                   text.substr(1 + value.first.size()).starts_with('}');
        });
        if (place == values.end()) {
            filled += text.front();
            text.remove_prefix(1);
        } else {
            filled += place->second;
            text.remove_prefix(place->first.size() + 2);
        }
    }
    return filled;
}

} // namespace packs
