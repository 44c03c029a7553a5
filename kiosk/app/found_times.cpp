#include "app/found_times.h"

#include "cards/fields.h"
#include "platform/durable.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace app {

namespace {

constexpr std::string_view kHeading = "card,milliseconds";
constexpr std::size_t kLargest = 256UZ << 10U;

std::optional<desk::FoundTime> parse_line(std::string_view line) {
    const std::size_t comma = line.find(',');
    if (comma == std::string_view::npos || !cards::is_id(line.substr(0, comma))) {
        return std::nullopt;
    }
    const std::string_view digits = line.substr(comma + 1);
    desk::Moment::rep took = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), took);
    if (error != std::errc() || end != digits.data() + digits.size() || took < 0) {
        return std::nullopt;
    }
    return desk::FoundTime{.card = std::string(line.substr(0, comma)), .took = desk::Moment(took)};
}

} // namespace

std::vector<desk::FoundTime> read_found(const platform::Folder& disk) {
    std::vector<desk::FoundTime> found;
    const auto text = disk.read(kFoundFile, kLargest);
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty() && found.size() < desk::kMostFound) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (auto entry = parse_line(rest.substr(0, end))) {
            found.push_back(std::move(*entry));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return found;
}

platform::Result<void> keep_found(platform::Disk& disk, const std::vector<desk::FoundTime>& found) {
    std::string text(kHeading);
    text += '\n';
    for (const desk::FoundTime& it : found) {
        text += it.card + "," + std::to_string(it.took.count()) + "\n";
    }
    return platform::save(disk, kFoundFile, text);
}

} // namespace app
