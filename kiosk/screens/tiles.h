#pragma once

#include "screens/stage.h"

#include <string>
#include <vector>

namespace screens {

/// A card as a tile.
struct Tile {
    const cards::Card* card = nullptr;
    std::string key;    ///< What opens it; may be empty.
    std::string reason; ///< Why a search found it; may be empty.
    std::string id;     ///< The target's id.
    bool chosen = false;
};

/// How equal tiles share an area, in one style.
struct TileGrid {
    int columns = 1;
    int rows = 1;
    look::Style style;
    std::string widest_key; ///< The widest key that a tile may show; empty if none is shown.

    int per_page() const { return columns * rows; }
    int pages(std::size_t tiles) const {
        return tiles == 0 ? 1 : (static_cast<int>(tiles) + per_page() - 1) / per_page();
    }
};

/// The grid that shows the tiles on the fewest pages, with the largest letters among those. No tile
/// is under the minimum for targets, and no title is cut or meets a key's chip. Keys are left out
/// where tiles are too small for them.
TileGrid choose_grid(const Stage& stage, const std::vector<Tile>& tiles, const look::Rect& area,
                     const std::string& widest_key);

/// Whether every title is whole in tiles of that size and style.
bool titles_fit(const look::Look& look, const std::vector<Tile>& tiles, const look::Rect& tile,
                const TileGrid& grid);

void put_tile(Stage& stage, const Tile& tile, const look::Rect& rect, const TileGrid& grid);

} // namespace screens
