#include "packs/remark_lines.h"

#include <algorithm>

namespace packs {

namespace {

std::string_view trimmed(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const auto first = line.find_first_not_of(" \t\r");
    const auto last = line.find_last_not_of(" \t\r");
    return first == std::string_view::npos ? "" : line.substr(first, last - first + 1);
}

} // namespace

std::vector<RemarkLine> remark_lines(std::string_view list) {
    std::vector<RemarkLine> lines;
    for (int number = 1; !list.empty(); ++number) {
        const auto end = std::min(list.find('\n'), list.size());
        if (const std::string_view line = trimmed(list.substr(0, end)); !line.empty()) {
            lines.push_back({.number = number, .text = line});
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return lines;
}

} // namespace packs
