#pragma once

#include "desk/evaluation.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

/// What each branch of a library may show beside the sums of all.
namespace tally {

/// What a branch counted of a card, in all months and parts of the day.
struct BranchCard {
    std::int64_t worse = 0;
    std::int64_t stayed = 0;
    std::int64_t open_ended = 0;
    std::int64_t imposed = 0;
};

/// These are the numbers themselves: nobody is shown them.
struct BranchTotals {
    std::string site;
    std::map<std::string, BranchCard, std::less<>> cards; ///< By id.
};

/// The figures of each branch, from its counts and from what `joint`, made by `publish` of the sum
/// of all of them, shows. Without findings.
///
/// A card's visits from which a more serious card was opened, those from which none was, the
/// endings that were imposed and the others are each split by branch as `suppress` has it, if their
/// sum is exact. That is one more split of a sum which has others, by part of the day and by
/// ending; it shares no part with them, so that each can be judged by itself. A branch's visits are
/// exact only if both of their parts are, and then they follow from them; so are its endings.
/// Where the parts' sums are not exact, but that of all is, that one is split instead.
/// Every branch has a row where one has, so that none which is missing says anything.
///
/// Which branch's number is withheld for the sake of others goes around from card to card, and
/// depends on no count. Help is not split: with the endings it would make a table of two ways.
std::vector<desk::Evaluation> split_by_branch(const desk::Evaluation& joint,
                                              std::span<const BranchTotals> branches);

} // namespace tally
