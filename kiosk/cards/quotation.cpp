#include "cards/quotation.h"

#include <array>
#include <utility>

namespace cards {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kQuotes{
    {{"\"", "\""}, {"\u201C", "\u201D"}, {"\u00AB", "\u00BB"}}};

} // namespace

std::string_view unquoted(std::string_view text) {
    for (const auto& [open, close] : kQuotes) {
        if (text.size() > open.size() + close.size() && text.starts_with(open) &&
            text.ends_with(close)) {
            const auto inner = text.substr(open.size(), text.size() - open.size() - close.size());
            const bool whole = !inner.contains(open) && !inner.contains(close);
            return whole ? inner : text;
        }
    }
    return text;
}

} // namespace cards
