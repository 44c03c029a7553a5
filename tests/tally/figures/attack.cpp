#include "attack.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>

namespace attack {

namespace {

using desk::Measure;
using desk::Row;

/// More than any count of a test; the sums say what is possible.
constexpr int kMost = 10'000;

/// A row's count, as far as it is known.
struct Cell {
    int low = 0;
    int high = kMost;
    bool is_open() const { return low < high; }
};
using Cells = std::vector<Cell>;

struct Sum {
    std::size_t whole = 0;
    std::vector<std::size_t> parts;
};

Cell cell_of(const Row& row) {
    switch (row.figure.kind()) {
    case desk::Figure::Kind::exact: return {row.figure.count(), row.figure.count()};
    case desk::Figure::Kind::under_five: return {1, desk::kLeastShown - 1};
    case desk::Figure::Kind::withheld: break;
    }
    return {};
}

enum class By : std::uint8_t { nothing, its_value, any_value, band };

/// The rows of a card that the row at `whole` may be the sum of.
Sum sum_of(const std::vector<Row>& rows, std::size_t whole, std::initializer_list<Measure> measures,
           By by, std::string_view value = {}) {
    Sum sum{.whole = whole, .parts = {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& it = rows[i];
        const bool fits = by == By::any_value ? !it.value.empty() && it.band.empty()
                          : by == By::band    ? it.value == value && !it.band.empty()
                                              : it.value == value && it.band.empty();
        if (fits && it.card == rows[whole].card && std::ranges::count(measures, it.measure) > 0) {
            sum.parts.push_back(i);
        }
    }
    return sum;
}

/// All the sums that a report's README tells of.
std::vector<Sum> sums_of(const std::vector<Row>& rows) {
    std::vector<Sum> sums;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const auto add = [&](std::initializer_list<Measure> measures, By by) {
            sums.push_back(sum_of(rows, i, measures, by));
        };
        if (row.measure == Measure::way && row.band.empty()) {
            sums.push_back(sum_of(rows, i, {Measure::way}, By::band, row.value));
        }
        if (!row.value.empty() || !row.band.empty()) {
            continue;
        }
        switch (row.measure) {
        case Measure::opened: {
            add({Measure::opened}, By::any_value);
            add({Measure::worse, Measure::stayed}, By::nothing);
            add({Measure::after, Measure::not_after}, By::nothing);
            std::set<std::string> steps;
            for (const Row& it : rows) {
                if (it.measure == Measure::step && it.card == row.card) {
                    steps.insert(it.value);
                }
            }
            for (const std::string& step : steps) {
                sums.push_back(
                    sum_of(rows, i, {Measure::step, Measure::not_step}, By::its_value, step));
            }
            break;
        }
        case Measure::ended:
            add({Measure::open_ended, Measure::imposed}, By::nothing);
            add({Measure::help, Measure::no_help}, By::nothing);
            break;
        case Measure::open_ended:
        case Measure::imposed:
            add({row.measure}, By::any_value);
            add({row.measure}, By::band);
            break;
        case Measure::worse:
        case Measure::stayed: add({row.measure}, By::band); break;
        default: break;
        }
    }
    std::erase_if(sums, [](const Sum& sum) { return sum.parts.empty(); });
    return sums;
}

/// Narrows the cells of a sum to what the others leave possible; false if nothing is.
bool narrow(Cells& cells, const Sum& sum, bool& changed) {
    int low = 0;
    int high = 0;
    for (const std::size_t part : sum.parts) {
        low += cells[part].low;
        high += cells[part].high;
    }
    const auto limit = [&](Cell& cell, int least, int most) {
        changed = changed || least > cell.low || most < cell.high;
        cell = {std::max(cell.low, least), std::min(cell.high, most)};
        return cell.low <= cell.high;
    };
    bool possible = limit(cells[sum.whole], low, high);
    for (const std::size_t part : sum.parts) {
        const Cell before = cells[part];
        possible = possible && limit(cells[part], cells[sum.whole].low - (high - before.high),
                                     cells[sum.whole].high - (low - before.low));
        low += cells[part].low - before.low;
        high += cells[part].high - before.high;
    }
    return possible;
}

bool narrow(Cells& cells, std::span<const Sum> sums) {
    bool changed = true;
    while (changed) {
        changed = false;
        for (const Sum& sum : sums) {
            if (!narrow(cells, sum, changed)) {
                return false;
            }
        }
    }
    return true;
}

/// A set of counts in which everything adds up: tries all, one cell after the other.
std::optional<Cells> solve(Cells cells, std::span<const Sum> sums,
                           std::span<const std::size_t> among) {
    if (!narrow(cells, sums)) {
        return std::nullopt;
    }
    const auto open = std::ranges::find_if(among, [&](auto i) { return cells[i].is_open(); });
    if (open == among.end()) {
        return cells;
    }
    for (int count = cells[*open].low; count <= cells[*open].high; ++count) {
        Cells tried = cells;
        tried[*open] = {count, count};
        if (auto solved = solve(std::move(tried), sums, among)) {
            return solved;
        }
    }
    return std::nullopt;
}

/// The sums that link a cell to others that are open, those to others again, and so on.
std::vector<Sum> linked(const Cells& cells, const std::vector<Sum>& sums, std::size_t to) {
    std::set<std::size_t> reached{to};
    std::vector<bool> taken(sums.size());
    std::vector<Sum> links;
    for (bool grows = true; grows;) {
        grows = false;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            std::vector<std::size_t> members = sums[i].parts;
            members.push_back(sums[i].whole);
            if (taken[i] ||
                std::ranges::none_of(members, [&](auto it) { return reached.contains(it); })) {
                continue;
            }
            taken[i] = grows = true;
            links.push_back(sums[i]);
            std::ranges::copy_if(members, std::inserter(reached, reached.end()),
                                 [&](auto it) { return cells[it].is_open(); });
        }
    }
    return links;
}

/// Whether there are two sets of counts that differ in a cell.
bool is_open(const Cells& cells, const std::vector<Sum>& sums, std::size_t at) {
    const std::vector<Sum> links = linked(cells, sums, at);
    std::vector<std::size_t> among{at};
    for (const Sum& sum : links) {
        among.push_back(sum.whole);
        among.insert(among.end(), sum.parts.begin(), sum.parts.end());
    }
    int found = 0;
    for (int count = cells[at].low; count <= cells[at].high && found < 2; ++count) {
        Cells tried = cells;
        tried[at] = {count, count};
        found += solve(std::move(tried), links, among) ? 1 : 0;
    }
    return found == 2;
}

} // namespace

namespace {

Outcome run(const std::vector<Row>& rows, const std::vector<Sum>& sums) {
    Cells cells;
    std::ranges::transform(rows, std::back_inserter(cells), cell_of);
    if (!narrow(cells, sums)) {
        throw std::runtime_error("the rows contradict each other");
    }
    Outcome outcome;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].figure.is_exact()) {
            ++outcome.hidden;
            if (!is_open(cells, sums, i)) {
                outcome.recovered.push_back(rows[i]);
            }
        }
    }
    return outcome;
}

/// The parts that a joint row has at the branches, whose rows begin at these places; nothing if one
/// does not have it.
std::optional<Sum> over_branches(const std::vector<Row>& rows, std::size_t whole,
                                 std::span<const std::size_t> begins) {
    Sum sum{.whole = whole, .parts = {}};
    for (std::size_t branch = 0; branch + 1 < begins.size(); ++branch) {
        const auto end = rows.begin() + static_cast<std::ptrdiff_t>(begins[branch + 1]);
        const auto part = std::find_if(
            rows.begin() + static_cast<std::ptrdiff_t>(begins[branch]), end, [&](const Row& it) {
                return it.measure == rows[whole].measure && it.card == rows[whole].card &&
                       it.value == rows[whole].value && it.band == rows[whole].band;
            });
        if (part == end) {
            return std::nullopt;
        }
        sum.parts.push_back(static_cast<std::size_t>(part - rows.begin()));
    }
    return sum;
}

} // namespace

Outcome run(const std::vector<Row>& rows) {
    return run(rows, sums_of(rows));
}

Outcome run(const std::vector<Row>& joint, const std::vector<std::vector<Row>>& branches) {
    std::vector<Row> rows = joint;
    std::vector<Sum> sums = sums_of(joint);
    std::vector<std::size_t> begins;
    for (const std::vector<Row>& branch : branches) {
        begins.push_back(rows.size());
        for (Sum sum : sums_of(branch)) {
            sum.whole += begins.back();
            for (std::size_t& part : sum.parts) {
                part += begins.back();
            }
            sums.push_back(std::move(sum));
        }
        rows.insert(rows.end(), branch.begin(), branch.end());
    }
    begins.push_back(rows.size());
    for (std::size_t i = 0; i < joint.size(); ++i) {
        if (auto sum = over_branches(rows, i, begins)) {
            sums.push_back(std::move(*sum));
        }
    }
    return run(rows, sums);
}

} // namespace attack
