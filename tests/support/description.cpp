#include "support/description.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace support {

namespace {

Target parse_target(const nlohmann::json& json) {
    return {.id = json.at("id"),
            .role = json.at("role"),
            .label = json.at("label"),
            .key = json.at("key"),
            .x = json.at("x"),
            .y = json.at("y"),
            .w = json.at("w"),
            .h = json.at("h"),
            .enabled = json.at("enabled"),
            .chosen = json.at("chosen"),
            .focused = json.at("focused")};
}

} // namespace

Area Target::area() const {
    const auto whole = [](double px) { return static_cast<int>(px); };
    const int left = whole(std::ceil(x));
    const int top = whole(std::ceil(y));
    return {.x = left,
            .y = top,
            .w = whole(std::floor(x + w)) - left,
            .h = whole(std::floor(y + h)) - top};
}

bool Description::says(std::string_view words) const {
    return std::ranges::any_of(texts, [&](const auto& text) { return text.contains(words); });
}

const Target* Description::find(std::string_view id) const {
    const auto found = std::ranges::find(targets, id, &Target::id);
    return found != targets.end() ? &*found : nullptr;
}

const Target& Description::at(std::string_view id) const {
    const Target* const found = find(id);
    if (found == nullptr) {
        throw std::out_of_range("There is no \"" + std::string(id) + "\" on the glass, but " +
                                summary());
    }
    return *found;
}

std::string Description::focused() const {
    const auto found = std::ranges::find(targets, true, &Target::focused);
    return found != targets.end() ? found->id : std::string();
}

std::string Description::summary() const {
    const std::string place =
        step > 0 ? screen + " " + std::to_string(step) + " of " : screen + " ";
    const Target* const search = find("search");
    return screen == "search" && search != nullptr ? "search for " + search->label : place + card;
}

Description parse_description(const std::string& json_text) {
    const auto json = nlohmann::json::parse(json_text);
    Description description{.screen = json.at("screen"),
                            .card = json.at("card").is_null() ? "" : json.at("card"),
                            .step = json.at("step").is_null() ? 0 : json.at("step").get<int>(),
                            .page = json.at("page"),
                            .pages = json.at("pages"),
                            .frames = json.at("frames"),
                            .longest_ms = json.at("longest_ms"),
                            .px_per_mm = json.at("px_per_mm"),
                            .targets = {},
                            .texts = {}};
    for (const auto& target : json.at("targets")) {
        description.targets.push_back(parse_target(target));
    }
    for (const auto& text : json.at("texts")) {
        description.texts.push_back(text.at("text"));
    }
    return description;
}

} // namespace support
