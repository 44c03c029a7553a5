#include "tally/branch_split.h"

#include "tally/suppress.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace tally {

namespace {

using desk::Figure;
using desk::Measure;

/// A sum that is one of two parts of another, all by branch.
struct Halves {
    Measure whole = Measure::opened;
    Measure one = Measure::worse;
    Measure other = Measure::stayed;
    std::int64_t BranchCard::* one_count = nullptr;
    std::int64_t BranchCard::* other_count = nullptr;
};
constexpr std::array kHalves{Halves{.whole = Measure::opened,
                                    .one = Measure::worse,
                                    .other = Measure::stayed,
                                    .one_count = &BranchCard::worse,
                                    .other_count = &BranchCard::stayed},
                             Halves{.whole = Measure::ended,
                                    .one = Measure::open_ended,
                                    .other = Measure::imposed,
                                    .one_count = &BranchCard::open_ended,
                                    .other_count = &BranchCard::imposed}};

int to_int(std::int64_t number) {
    return static_cast<int>(std::min<std::int64_t>(number, std::numeric_limits<int>::max()));
}

/// Splits the sums of one card.
class CardSplit {
public:
    /// `turn` chooses the branch that comes last, and is the first to be withheld.
    CardSplit(const desk::Evaluation& joint, const std::string& card,
              std::span<const BranchTotals> branches, std::size_t turn)
        : joint_(joint), card_(card), turn_(turn) {
        for (const BranchTotals& branch : branches) {
            const auto found = branch.cards.find(card);
            counts_.push_back(found == branch.cards.end() ? BranchCard() : found->second);
        }
    }

    void write(const Halves& halves, std::vector<desk::Evaluation>& evaluations) const {
        const auto whole = joint_.find(halves.whole, card_);
        // A card that was neither opened nor told of has no parts, here as in `joint`.
        if (!whole || (*whole == Figure::exact(0) && !joint_.find(halves.one, card_))) {
            return;
        }
        const auto one = split(halves.one, halves.one_count, nullptr);
        const auto other = split(halves.other, halves.other_count, nullptr);
        const auto both =
            one || other ? std::nullopt : split(halves.whole, halves.one_count, halves.other_count);
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            const auto add = [&](Measure measure, const Figure& figure) {
                evaluations[i].rows.push_back(
                    {.measure = measure, .card = card_, .value = {}, .band = {}, .figure = figure});
            };
            Figure all = both ? both->at(i) : Figure::withheld();
            if (one && other && one->at(i).is_exact() && other->at(i).is_exact()) {
                all = Figure::exact(one->at(i).count() + other->at(i).count());
            }
            add(halves.whole, all);
            if (one) {
                add(halves.one, one->at(i));
            }
            if (other) {
                add(halves.other, other->at(i));
            }
        }
    }

private:
    using Member = std::int64_t BranchCard::*;

    /// The figures by branch; nothing if their sum is not shown.
    std::optional<std::vector<Figure>> split(Measure measure, Member count, Member more) const {
        const auto sum = joint_.find(measure, card_);
        if (!sum || !sum->is_exact()) {
            return std::nullopt;
        }
        std::vector<int> numbers;
        numbers.reserve(counts_.size());
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            const BranchCard& it = counts_[turned(i)];
            numbers.push_back(to_int(it.*count + (more != nullptr ? it.*more : 0)));
        }
        const std::vector<Figure> figures = suppress(numbers);
        std::vector<Figure> by_branch(figures.size());
        for (std::size_t i = 0; i < figures.size(); ++i) {
            by_branch[turned(i)] = figures[i];
        }
        return by_branch;
    }

    std::size_t turned(std::size_t i) const { return (i + turn_) % counts_.size(); }

    const desk::Evaluation& joint_;
    const std::string& card_;
    std::size_t turn_;
    std::vector<BranchCard> counts_;
};

} // namespace

std::vector<desk::Evaluation> split_by_branch(const desk::Evaluation& joint,
                                              std::span<const BranchTotals> branches) {
    std::vector<desk::Evaluation> evaluations;
    evaluations.reserve(branches.size());
    for (const BranchTotals& branch : branches) {
        evaluations.push_back({.site = branch.site, .first = joint.first, .last = joint.last});
        evaluations.back().cards = joint.cards;
    }
    for (std::size_t i = 0; i < joint.cards.size(); ++i) {
        const CardSplit card(joint, joint.cards[i].id, branches, i);
        for (const Halves& halves : kHalves) {
            card.write(halves, evaluations);
        }
    }
    return evaluations;
}

} // namespace tally
