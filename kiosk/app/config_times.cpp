#include "app/config_times.h"

#include "cards/fields.h"
#include "cards/fold.h"
#include "cards/text.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace app {

namespace {

using cards::Report;
using cards::YamlNode;
using i18n::tr;

/// What is before the first such character, and what is after it.
std::pair<std::string_view, std::string_view> split(std::string_view text, char at) {
    const std::size_t place = text.find(at);
    return place == std::string_view::npos
               ? std::pair(text, std::string_view())
               : std::pair(text.substr(0, place), text.substr(place + 1));
}

constexpr int kMinutesADay = 24 * 60;

/// The minute of the day of "11:00", up to 24:00.
std::optional<int> parse_time(std::string_view text) {
    const auto number = [](std::string_view digits) {
        int value = -1;
        const char* const end = digits.data() + digits.size();
        const auto [at, error] = std::from_chars(digits.data(), end, value);
        return error == std::errc() && at == end ? value : -1;
    };
    const auto [hours, minutes] = split(text, ':');
    const int hour = number(hours);
    const int minute = number(minutes);
    constexpr int kMinutes = 60;
    const int time = hour * kMinutes + minute;
    if (hour < 0 || minute < 0 || minute >= kMinutes || time > kMinutesADay) {
        return std::nullopt;
    }
    return time;
}

/// "midday 11:00".
std::optional<desk::TimeBand> parse_band(std::string_view text) {
    constexpr std::size_t kLongest = 20;
    const auto [name, begins] = split(text, ' ');
    const auto time = parse_time(begins);
    if (!cards::is_id(name) || name.size() > kLongest || !time || *time == kMinutesADay) {
        return std::nullopt;
    }
    return desk::TimeBand{.name = std::string(name), .begins = *time};
}

/// "Mon", "monday".
std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
    constexpr std::array kDays{"sunday",   "monday", "tuesday", "wednesday",
                               "thursday", "friday", "saturday"};
    constexpr std::size_t kShortest = 3;
    const std::string day = cards::fold(text);
    for (unsigned int i = 0; i < kDays.size(); ++i) {
        if (day.size() >= kShortest && std::string_view(kDays.at(i)).starts_with(day)) {
            return std::chrono::weekday(i);
        }
    }
    return std::nullopt;
}

/// "Mon-Fri 8:30-20:00".
std::optional<desk::OpenSpan> parse_open_span(std::string_view text) {
    const auto [days, times] = split(text, ' ');
    const auto [first_day, last_day] = split(days, '-');
    const auto [from, until] = split(times, '-');
    const auto first = parse_weekday(first_day);
    const auto last = days.contains('-') ? parse_weekday(last_day) : first;
    const auto begins = parse_time(from);
    const auto ends = parse_time(until);
    if (!first || !last || !begins || !ends || *begins >= *ends) {
        return std::nullopt;
    }
    return desk::OpenSpan{.first = *first, .last = *last, .begins = *begins, .ends = *ends};
}

} // namespace

void read_opening(const YamlNode& node, Report& report, desk::OpeningHours& opening) {
    const std::vector<YamlNode> items =
        node.kind == YamlNode::Kind::list ? node.items : std::vector{node};
    desk::OpeningHours read;
    for (const YamlNode& item : items) {
        if (const auto span = parse_open_span(item.text)) {
            read.push_back(*span);
        }
    }
    if (read.empty() || read.size() != items.size()) {
        report.warning(
            node.key_line,
            // Translators: \"Mon-Fri 8:30-20:00\" is an example and stays as it is.
            tr("{0} needs English days and hours of one day, such as \"Mon-Fri 8:30-20:00\", or a "
               "list of such; it is left as it was.",
               cards::in_quotes(node.key)));
        return;
    }
    opening = std::move(read);
}

void read_bands(const YamlNode& node, Report& report, std::vector<desk::TimeBand>& bands) {
    std::vector<desk::TimeBand> read;
    for (const YamlNode& item : node.items) {
        if (const auto band = parse_band(item.text)) {
            read.push_back(*band);
        }
    }
    const auto by_name = [&](const desk::TimeBand& band) {
        return std::ranges::count(read, band.name, &desk::TimeBand::name) == 1;
    };
    const bool in_order = std::ranges::adjacent_find(read, std::greater_equal(),
                                                     &desk::TimeBand::begins) == read.end();
    if (node.kind != YamlNode::Kind::list || read.empty() || read.size() != node.items.size() ||
        read.size() > desk::kMostBands || !in_order || !std::ranges::all_of(read, by_name)) {
        report.warning(node.key_line,
                       // Translators: \"opening 9:00\" is an example and stays as it is.
                       tr("{0} needs a list of up to {1} parts of the day in order, each a word in "
                          "small letters and the time it begins, such as \"opening 9:00\"; it is "
                          "left as it was.",
                          cards::in_quotes(node.key), desk::kMostBands));
        return;
    }
    bands = std::move(read);
}

} // namespace app
