#include "tally/charts.h"

#include "tally/html.h"
#include "tally/report_words.h"

#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace tally::charts {

namespace {

using html::attribute;
using html::element;

/// The papers of the light theme (look/theme.h), and edges that are seen on white.
struct Colours {
    std::string_view fill;
    std::string_view edge;
};
constexpr std::array<Colours, cards::kCodes.size()> kCodeColours{{{"#1B6435", "#1B6435"},
                                                                  {"#F2B600", "#7A5C00"},
                                                                  {"#A31B1E", "#A31B1E"},
                                                                  {"#2B4A8C", "#2B4A8C"}}};

/// Shades that differ in print without color, too, each with an ink to write on it.
struct Shade {
    std::string_view fill;
    std::string_view ink;
};
constexpr std::array<Shade, kMostParts> kShades{{{"#1E3350", "#FFFFFF"},
                                                 {"#5B7BB5", "#FFFFFF"},
                                                 {"#B4C4E2", "#1A1D21"},
                                                 {"#FFFFFF", "#1A1D21"}}};
constexpr std::string_view kEdge = "#1E3350";

/// What is left beside the longest bar for the text at its end.
constexpr double kLongest = 74;

constexpr std::array<std::string_view, cards::kCodes.size()> kShapes{
    R"(<circle cx="8" cy="8" r="5.6" fill="none" stroke-width="2.8"/>)",
    R"(<path d="M8 1.6 15 14.2H1z" stroke-width="1.4"/>)",
    R"(<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/>)",
    R"(<path d="M12.9 5.2A5.6 5.6 0 1 0 13.6 8" fill="none" stroke-width="2.4"/><path d="M15.6 1.4v6h-6z" stroke="none"/>)"};

std::string percent(double share) {
    constexpr double kTenth = 10;
    const std::int64_t tenths = std::llround(share * kTenth);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

/// Attributes as they are written in a tag.
std::string attributes(std::initializer_list<std::pair<std::string_view, std::string_view>> all) {
    std::string text;
    for (const auto& [name, value] : all) {
        text.append(text.empty() ? "" : " ").append(attribute(name, value));
    }
    return text;
}

std::string rect(double from, double width, std::string_view fill, std::string_view edge) {
    return element("rect", {},
                   attributes({{"x", percent(from)},
                               {"y", "1"},
                               {"width", percent(width)},
                               {"height", "14"},
                               {"fill", fill},
                               {"stroke", edge}}));
}

std::string drawing(std::string_view kind, std::string_view inside, std::string_view words) {
    return element("svg", inside,
                   attributes({{"class", kind}, {"role", "img"}, {"aria-label", words}}));
}

double share_of(std::int64_t count, std::int64_t most) {
    return most > 0 ? kLongest * static_cast<double>(count) / static_cast<double>(most) : 0;
}

} // namespace

std::string code_shape(cards::Code code) {
    const auto index = static_cast<std::size_t>(code);
    const Colours& colours = kCodeColours.at(index);
    return element("svg", kShapes.at(index),
                   attributes({{"class", "shape"},
                               {"viewBox", "0 0 16 16"},
                               {"fill", colours.fill},
                               {"stroke", colours.edge},
                               {"role", "img"},
                               {"aria-label", words::code(code)}}));
}

std::string bar(cards::Code code, std::optional<std::int64_t> count, std::int64_t most,
                std::string_view text) {
    const Colours& colours = kCodeColours.at(static_cast<std::size_t>(code));
    const double width = share_of(count.value_or(0), most);
    std::string inside;
    if (width > 0) {
        inside += rect(0, width, colours.fill, colours.edge);
    }
    inside += html::text_element(
        "text", text,
        attributes({{"x", percent(width)}, {"y", "12.5"}, {"dx", width > 0 ? "7" : "0"}}));
    return drawing("bar", inside, text);
}

std::string stacked_bar(std::span<const std::int64_t> parts, std::int64_t most,
                        std::string_view words) {
    constexpr double kRoomForNumber = 9;
    constexpr double kWhole = 100;
    std::string inside;
    double from = 0;
    for (std::size_t i = 0; i < parts.size() && i < kMostParts; ++i) {
        const double width = share_of(parts[i], most) * kWhole / kLongest;
        if (width > 0) {
            inside += rect(from, width, kShades.at(i).fill, kEdge);
        }
        if (width >= kRoomForNumber) {
            inside += html::text_element("text", words::number(parts[i]),
                                         attributes({{"x", percent(from + width / 2)},
                                                     {"y", "12.5"},
                                                     {"text-anchor", "middle"},
                                                     {"fill", kShades.at(i).ink}}));
        }
        from += width;
    }
    return drawing("bar", inside, words);
}

std::string swatch(std::size_t part) {
    return element(
        "svg",
        element("path", {},
                attributes(
                    {{"d", "M.5.5h9v9h-9z"}, {"fill", kShades.at(part).fill}, {"stroke", kEdge}})),
        attributes({{"class", "swatch"}, {"viewBox", "0 0 10 10"}, {"aria-hidden", "true"}}));
}

} // namespace tally::charts
