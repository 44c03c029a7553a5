#pragma once

#include "app/pack_room.h"
#include "cards/problem.h"
#include "desk/library.h"
#include "platform/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Where cards are looked for, in this order.
struct CardPlaces {
    bool brought = true;                         ///< The pack that was brought and is in use.
    std::optional<std::filesystem::path> folder; ///< The one that somebody names.
    std::filesystem::path starter;               ///< The folder with the starter pack.
    std::string desk_name;                       ///< By which packs mean this desk; may be empty.
};

/// Reads all of the cards of which a desk shows the board. Slow. Fails with a sentence if there are
/// none.
using ReadRest = std::function<platform::Result<desk::LibraryPtr>(const PackRoom&)>;

/// The cards that a desk starts with.
struct FirstCards {
    desk::LibraryPtr library; ///< Its problems are those so far.
    ReadRest rest;            ///< Null if the library is all there is.
};

/// Counts the start, and reads the cards to start with; of a large pack, only what the board needs.
/// Cards that cannot be used give way to those of the next place, and the problems, after those
/// `so_far`, say so. Fails with a sentence if there are none at all.
platform::Result<FirstCards> open_first_cards(const PackRoom& room, const CardPlaces& places,
                                              std::vector<cards::Problem> so_far);

/// All of the cards in a folder; if it is none or they cannot be used, of the starter pack.
platform::Result<desk::LibraryPtr> open_folder(const CardPlaces& places,
                                               std::vector<cards::Problem> so_far);

} // namespace app
