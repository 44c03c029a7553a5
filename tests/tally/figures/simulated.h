#pragma once

#include "desk/count.h"
#include "desk/evaluation.h"
#include "tally/counts.h"
#include "tally/publish.h"

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

/// What staff of a library do with the cards over two years, drawn by chance, so that it is known
/// beforehand what the figures should say. The same on every machine for the same seed.
///
/// The cards are the starter pack's: 44 situations, of which the most frequent is opened 44 times
/// as often as the rarest (Zipf), and four frameworks. How a visit goes on and ends depends on the
/// card and never on the part of the day, unless it is asked for.
namespace simulated {

struct Settings {
    std::uint64_t seed = 1;
    int interactions = 100'000;
    /// In the evening, `kUnfairCard` ends imposed with a share of 35 % and not the 15 % of the
    /// rest of the day.
    bool unfair = false;
};

inline constexpr const char* kUnfairCard = "yelling-at-staff";

/// What somebody at the desk does about one person.
struct Interaction {
    std::vector<desk::Visit> visits; ///< The first from home, others by link from that.
    std::optional<desk::Ended> ended;
    std::optional<desk::MissedSearch> missed; ///< What was searched for before.
};

/// The interactions one after the other, without end.
class Library {
public:
    explicit Library(const Settings& settings);
    Interaction next();

private:
    double uniform();
    bool chance(double share) { return uniform() < share; }
    /// The index of a share, drawn by how large it is among all.
    std::size_t pick(const std::vector<double>& sums);
    void open_first(desk::Visit& visit);
    desk::Ending end(std::size_t card, const desk::When& when);

    Settings settings_;
    std::mt19937_64 engine_;
    std::vector<double> popularity_;
};

/// The cards of a library, by code and title.
std::vector<desk::NamedCard> cards();

/// For all of the two years, 2025 and 2026, with the usual bands.
tally::Published published();

/// All that a library's interactions count, through `tally::counts_of`.
tally::Counts counts(const Settings& settings);

} // namespace simulated
