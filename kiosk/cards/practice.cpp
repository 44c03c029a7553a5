#include "cards/practice.h"

#include "cards/fold.h"

#include <algorithm>

namespace cards {
namespace {

/// The longest way from each turn, found from the endings backwards. The turns that a reply leads
/// to may stand before it in the file, so each is asked for once and remembered.
int longest_from(const Practice& practice, std::size_t from, std::vector<int>& known) {
    if (known.at(from) < 0) {
        int rest = 0;
        for (const Reply& reply : practice.turns.at(from).replies) {
            rest = std::max(rest, longest_from(practice, reply.next, known));
        }
        known.at(from) = practice.turns.at(from).ending ? 0 : rest + 1;
    }
    return known.at(from);
}

} // namespace

std::string_view to_string(Ending ending) {
    switch (ending) {
    case Ending::settled: return "settled";
    case Ending::differed: return "agreed to differ";
    case Ending::left: return "left";
    case Ending::help: return "help called";
    }
    return "settled";
}

std::optional<Ending> parse_ending(std::string_view word) {
    const auto* const found = std::ranges::find_if(
        kEndings, [&](Ending ending) { return same_words(word, to_string(ending)); });
    return found == kEndings.end() ? std::nullopt : std::optional(*found);
}

int longest_way(const Practice& practice, std::size_t from) {
    std::vector<int> known(practice.turns.size(), -1);
    return longest_from(practice, from, known);
}

} // namespace cards
