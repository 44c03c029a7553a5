#include "i18n/message.h"
#include "tally/report.h"
#include "tally/report_fields.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tally {

namespace {

using desk::Figure;
using desk::Measure;

/// What a figure is of.
using Key = std::tuple<Measure, std::string, std::string, std::string>;

Key key_of(const desk::Row& row) {
    return {row.measure, row.card, row.value, row.band};
}

/// What a branch has counted at all: a card, or by measure where it is of all cards.
using Group = std::pair<std::string, Measure>;

Group group_of(const desk::Row& row) {
    return {row.card, row.card.empty() ? row.measure : Measure::opened};
}

/// One branch's rows, to be looked up.
struct Branch {
    std::map<Key, Figure> rows;
    std::set<Group> groups;
};

Branch branch_of(const desk::Evaluation& evaluation) {
    Branch branch;
    for (const desk::Row& row : evaluation.rows) {
        branch.rows.emplace(key_of(row), row.figure);
        branch.groups.insert(group_of(row));
    }
    return branch;
}

/// The sum, if every branch tells its part of it. One that has no such row has counted none only
/// if it has nothing of that card; else the row may be missing because it is not to be shown.
Figure sum_of(const desk::Row& row, std::span<const Branch> branches) {
    std::int64_t sum = 0;
    for (const Branch& branch : branches) {
        if (const auto found = branch.rows.find(key_of(row)); found != branch.rows.end()) {
            if (!found->second.is_exact()) {
                return Figure::withheld();
            }
            sum += found->second.count();
        } else if (branch.groups.contains(group_of(row))) {
            return Figure::withheld();
        }
    }
    return sum <= kMostCounted ? Figure::exact(static_cast<int>(sum)) : Figure::withheld();
}

/// Every row that some branch has, once, in the order in which they come.
std::vector<desk::Row> joint_rows(std::span<const Report> reports) {
    std::vector<Branch> branches;
    branches.reserve(reports.size());
    for (const Report& report : reports) {
        branches.push_back(branch_of(report.evaluation));
    }
    std::vector<desk::Row> rows;
    std::set<Key> known;
    for (const Report& report : reports) {
        for (const desk::Row& row : report.evaluation.rows) {
            if (known.insert(key_of(row)).second) {
                rows.push_back(row);
                rows.back().figure = sum_of(row, branches);
            }
        }
    }
    return rows;
}

/// Of each card once, as the first branch that has it names it.
std::vector<desk::NamedCard> joint_cards(std::span<const Report> reports) {
    std::vector<desk::NamedCard> cards;
    std::set<std::string> known;
    for (const Report& report : reports) {
        for (const desk::NamedCard& card : report.evaluation.cards) {
            if (known.insert(card.id).second) {
                cards.push_back(card);
            }
        }
    }
    std::ranges::sort(cards, {}, [](const desk::NamedCard& card) {
        return std::tie(card.code, card.title, card.id);
    });
    return cards;
}

/// One that was never whole comes first, then by the day on which it is due.
bool is_due_before(const desk::CardFairness& a, const desk::CardFairness& b) {
    return std::tie(b.overdue, a.due, a.card.title, a.card.id) <
           std::tie(a.overdue, b.due, b.card.title, b.card.id);
}

std::vector<desk::CardFairness> joint_fairness(std::span<const Report> reports) {
    std::map<std::string, desk::CardFairness> worst;
    for (const Report& report : reports) {
        for (const desk::CardFairness& fairness : report.fairness) {
            const auto [at, is_new] = worst.emplace(fairness.card.id, fairness);
            if (!is_new && is_due_before(fairness, at->second)) {
                at->second = fairness;
            }
        }
    }
    std::vector<desk::CardFairness> all;
    all.reserve(worst.size());
    for (auto& [id, fairness] : worst) {
        all.push_back(std::move(fairness));
    }
    std::ranges::sort(all, is_due_before);
    return all;
}

void join_bands(std::vector<std::string>& bands, const std::vector<std::string>& others) {
    for (const std::string& band : others) {
        if (std::ranges::count(bands, band) == 0) {
            bands.push_back(band);
        }
    }
}

} // namespace

Report merge(std::span<const Report> branches) {
    Report joint;
    if (branches.empty()) {
        return joint;
    }
    desk::Evaluation& all = joint.evaluation;
    all.site = i18n::tr_plural("{0} branch", "{0} branches", branches.size());
    all.first = branches.front().evaluation.first;
    all.last = branches.front().evaluation.last;
    for (const Report& branch : branches) {
        joint.made = std::max(joint.made, branch.made);
        all.counting = all.counting && branch.evaluation.counting;
        all.first = std::min(all.first, branch.evaluation.first);
        all.last = std::max(all.last, branch.evaluation.last);
        join_bands(all.bands, branch.evaluation.bands);
        joint.branches.push_back(branch.evaluation);
    }
    all.cards = joint_cards(branches);
    all.rows = joint_rows(branches);
    joint.fairness = joint_fairness(branches);
    return joint;
}

} // namespace tally
