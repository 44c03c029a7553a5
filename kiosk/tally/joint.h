#pragma once

#include "tally/branch_split.h"
#include "tally/month_file.h"
#include "tally/report.h"
#include "tally/totals.h"

#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <vector>

namespace tally {

/// Sums the months of many desks, one after the other and in any order, to a report. What it keeps
/// grows with the branches, the cards and the desks, and not with the months.
class Joint {
public:
    /// Months after that of `today`, and those of more than ten years before, are refused.
    explicit Joint(std::chrono::year_month_day today);

    /// Takes what a desk counted in a month, or says why not, as a sentence: a desk's month counts
    /// once, and there are limits to what one report can hold. What is refused changes nothing.
    std::expected<void, std::string> add(const Month& month);

    /// True until something was taken.
    bool empty() const { return desks_.empty(); }

    Coverage coverage() const;

    /// `publish` of the sums, and each branch beside the others as `split_by_branch` has it. A card
    /// is named as the latest month names it. Without findings and fairness reviews. The same
    /// whatever the order in which the months came. Not to be called while `empty`.
    Report report() const;

private:
    static constexpr std::size_t kMostMonths = 120;

    /// Of what the latest months say where several say something: of two of one month, the one
    /// whose text comes first.
    struct Name {
        std::chrono::year_month month;
        desk::NamedCard card;
    };
    struct Card {
        Name name;
        CardTotals sums; ///< Of all quarters that could be taken, and `bands_`.
    };
    struct Desk {
        std::string site; ///< As its latest month says.
        std::chrono::year_month latest;
        std::bitset<kMostMonths> months; ///< From the earliest that could be taken.
    };

    std::expected<void, std::string> check(const Month& month, const Totals& totals) const;
    std::size_t month_index(std::chrono::year_month month) const;
    std::chrono::year_month month_at(std::size_t index) const;
    void name_cards(const MonthHead& head);
    void order_bands(const MonthHead& head);
    void add_card(const std::string& id, const CardTotals& card, std::size_t quarter,
                  const std::vector<std::size_t>& bands);
    Totals totals(std::size_t newest, std::size_t quarters) const;

    std::chrono::year_month_day today_;
    desk::Quarter newest_; ///< The quarter of `today_`.
    std::vector<std::string> bands_;
    MonthHead latest_; ///< Whose bands the report has, in its order.
    std::map<std::string, Card> cards_;
    std::map<std::string, std::int64_t> missed_;
    std::map<std::string, BranchTotals> branches_;
    std::map<std::string, Desk> desks_;
    std::int64_t counted_ = 0;
    std::size_t months_ = 0;
};

} // namespace tally
