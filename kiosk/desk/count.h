#pragma once

#include "cards/code.h"
#include "desk/moment.h"
#include "desk/time_band.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

/// What a desk counts, as plain data: that a card was used and what came of it. No names, no words
/// that anybody wrote, no time of day, and nothing that tells one visit from another once counted.
namespace desk {

/// How a card was reached.
enum class Way : std::uint8_t {
    tile, ///< By tap on the board.
    rail, ///< By tap on its code's acronym.
    key,
    search,
    show, ///< Another program asked for it.
    link, ///< From another card.
};
inline constexpr std::size_t kWays = 6;

/// How long it took to reach a card from leaving home. The figures part what feels immediate from
/// what interrupts (J. Nielsen, Usability Engineering, 1993, chapter 5: 1 s and 10 s), with the
/// desk's own aim of "a second or two" between them.
enum class Reach : std::uint8_t {
    under_2_s,
    under_5_s,
    under_10_s,
    longer,
};
inline constexpr std::size_t kReaches = 4;

Reach reach_of(Moment took);

/// How it ended, as staff say afterwards.
enum class Ending : std::uint8_t {
    settled,
    agreed_to_differ,
    left,
    asked_to_leave,
    suspended,
    emergency, ///< An emergency number was called.
};
inline constexpr std::size_t kEndings = 6;

/// True for the endings that the library decided over somebody's head: the last three.
bool is_imposed(Ending ending);

// The words by which these are kept and reported: "tile", "under-2-s", "asked-to-leave".
std::string_view to_string(Way way);
std::string_view to_string(Reach reach);
std::string_view to_string(Ending ending);

/// One card, from being opened to being left.
struct Visit {
    std::string card; ///< Id.
    cards::Code code = cards::Code::green;
    When when; ///< When it was opened.
    Way way = Way::tile;
    std::optional<Moment> took; ///< From leaving home; nothing if it did not begin there.
    std::set<int> steps;        ///< Those that were opened one by one, from 0.
    bool worse = false;         ///< A card of a more serious code was opened from it.
    bool after = false;         ///< A card for afterwards was opened from it.
    friend bool operator==(const Visit&, const Visit&) = default;
};

/// How it ended with the person whom a card was opened for.
struct Ended {
    std::string card; ///< Id of the situation that it was about, as far as it had come.
    cards::Code code = cards::Code::green;
    When when; ///< When that was opened.
    Ending ending = Ending::settled;
    bool help = false; ///< Somebody was called to help.
    friend bool operator==(const Ended&, const Ended&) = default;
};

/// A search that was given up without a card.
struct MissedSearch {
    std::chrono::year_month month;
    /// Its words in alphabetical order, if each is in the desk's own dictionary; else empty.
    std::string words;
    friend bool operator==(const MissedSearch&, const MissedSearch&) = default;
};

} // namespace desk
