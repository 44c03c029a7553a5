#pragma once

#include "cards/code.h"
#include "desk/count.h"
#include "desk/time_band.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a manager is shown of what was counted. It never holds a count that is not to be shown.
namespace desk {

/// Counts below this are about so few people that somebody may know who they were.
inline constexpr int kLeastShown = 5;

/// A count as far as it may be shown.
class Figure {
public:
    enum class Kind : std::uint8_t {
        exact,      ///< `count()`, which is 0 or at least `kLeastShown`.
        under_five, ///< From 1 to 4.
        withheld,   ///< It would give away another one.
    };

    Figure() = default;
    /// A count that may be shown: 0 or at least `kLeastShown`.
    static Figure exact(int count) { return {Kind::exact, count}; }
    static Figure under_five() { return {Kind::under_five, 0}; }
    static Figure withheld() { return {Kind::withheld, 0}; }

    Kind kind() const { return kind_; }
    bool is_exact() const { return kind_ == Kind::exact; }
    /// The count if it is exact, else 0.
    int count() const { return count_; }

    friend bool operator==(const Figure&, const Figure&) = default;

private:
    Figure(Kind kind, int count) : kind_(kind), count_(count) {}
    Kind kind_ = Kind::exact;
    int count_ = 0;
};

/// What a row counts. What it is split by is in the row's `value` and `band`.
enum class Measure : std::uint8_t {
    opened,     ///< A card's visits; by quarter if there is a value: "2026-Q4".
    worse,      ///< Those from which a more serious card was opened; may be by band.
    stayed,     ///< Those from which none was; may be by band.
    after,      ///< Those from which a card for afterwards was opened.
    not_after,  ///< Those from which none was.
    step,       ///< Those in which a step was opened by itself; the value is its number, from 1.
    not_step,   ///< Those in which it was not.
    ended,      ///< The endings that staff have told of; not split.
    open_ended, ///< Those that were not imposed (`is_imposed`); by ending or by band.
    imposed,    ///< Those that were; by ending or by band.
    help,       ///< Those in which somebody was called to help.
    no_help,    ///< Those in which nobody was.
    way,        ///< Cards reached from home by a way, of all cards whose visits are shown; may be
                ///< by time to reach.
    missed,     ///< Searches without a card, by their words; "" stands for all others.
};

std::string_view to_string(Measure measure);
std::optional<Measure> parse_measure(std::string_view word);

/// One figure, and what it counts.
struct Row {
    Measure measure = Measure::opened;
    std::string card; ///< Id; empty where it is of all cards.
    /// A quarter, a step, an ending, a way or words; empty if it is not split by any of them.
    std::string value;
    std::string band; ///< A band; for ways, the time to reach; empty if it is not split by it.
    Figure figure;
    friend bool operator==(const Row&, const Row&) = default;
};

/// A card as a report names it: it may be gone from the cards in use.
struct NamedCard {
    std::string id;
    std::string title;
    cards::Code code = cards::Code::green;
    friend bool operator==(const NamedCard&, const NamedCard&) = default;
};

/// What is compared between bands or branches.
enum class Compared : std::uint8_t {
    imposed, ///< How many endings were imposed.
    worse,   ///< How many visits went on to a more serious card.
};

/// A difference between bands or branches that is larger than chance would make it.
struct Finding {
    Compared what = Compared::imposed;
    std::string card;              ///< Id.
    bool between_branches = false; ///< Or else between bands.
    std::string high;              ///< The band or branch with the largest share, and
    int high_of = 0;               ///< out of how many,
    int high_count = 0;            ///< how many there were.
    std::string low;               ///< The same of the smallest share.
    int low_of = 0;
    int low_count = 0;
    double chi_squared = 0; ///< Pearson's.
    int degrees = 0;        ///< Its degrees of freedom.
    double p = 1;           ///< How often chance alone makes one so large.
    double p_adjusted = 1;  ///< With the number of comparisons counted in (Holm).
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// All that is shown of what a desk has counted.
struct Evaluation {
    bool counting = true; ///< The desk counts; if not, these are figures from before.
    std::string notice;   ///< Something its manager should know of, as a sentence; may be empty.
    std::string site;     ///< The branch's name.
    std::string desk;
    Quarter first;                  ///< Of the quarters that it covers.
    Quarter last;                   ///< The one that is not over yet.
    std::vector<std::string> bands; ///< In the order of the day.
    std::vector<NamedCard> cards;   ///< Those that were counted or are in use, by code and title.
    std::vector<Row> rows;
    std::size_t comparisons = 0; ///< So many were made.
    std::vector<Finding> findings;

    /// A row's figure; nothing if there is no such row.
    std::optional<Figure> find(Measure measure, std::string_view card, std::string_view value = {},
                               std::string_view band = {}) const;
};

using EvaluationPtr = std::shared_ptr<const Evaluation>;

/// What some figures come to at least: the sum of those that are exact.
struct AtLeast {
    int count = 0;
    bool all = true; ///< None was left out.
    void add(const std::optional<Figure>& figure);
    friend bool operator==(const AtLeast&, const AtLeast&) = default;
};

} // namespace desk
