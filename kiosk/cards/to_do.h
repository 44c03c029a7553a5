#pragma once

#include "cards/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is still to be written in a pack, marked in its files as "TODO: what staff say".
namespace cards {

/// A mark in a text.
struct ToDo {
    std::string before; ///< What stands before the mark: "L" in "L TODO: what the L stands for".
    std::string what;   ///< What is to be written, without a dot at its end; never empty.
};

/// The mark in a text, if there is one: TODO with a colon behind it, at the beginning in any letter
/// case, and elsewhere in capitals; or TODO in capitals that is all of the text, or the beginning
/// of one that is not all in capitals. "Todo", a word in Spanish, is none by itself.
std::optional<ToDo> find_to_do(std::string_view text);

/// The problems as a list to work through: what is still to be written on one card, or in one
/// phrase, is one entry, on the line of the first. All else stays as it is.
std::vector<Problem> to_do_list(std::vector<Problem> problems);

} // namespace cards
