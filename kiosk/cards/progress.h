#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cards {

/// How far a library is with its plan: the situations that plan.md lists.
struct Progress {
    std::size_t planned = 0;
    std::size_t with_card = 0;        ///< Their card is there, and nothing on it is left to write.
    std::size_t without_say_line = 0; ///< Of those, cards whose own file has nothing to say.
    std::vector<std::string> missing; ///< Those that have no card, as the page writes them.
    friend bool operator==(const Progress&, const Progress&) = default;
};

/// "11 of 16 situations have a card; 3 have no say line."
std::string to_string(const Progress& progress);

} // namespace cards
