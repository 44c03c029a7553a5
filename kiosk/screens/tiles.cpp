#include "screens/tiles.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace screens {

using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

constexpr Style kReason{Size::small, Weight::regular};
/// The shape of a tile that reads best: a little wider than high.
constexpr float kBestAspect = 1.75F;

struct TileRoom {
    Rect stripe;
    Rect text;
};

TileRoom rooms_of(const look::Look& look, const Rect& tile) {
    Rect rest = tile;
    const Rect stripe = rest.take_left(stripe_width(look, tile));
    const float side = std::min(look.pad(), tile.w * 0.06F);
    return {.stripe = stripe, .text = rest.grown(-side, -std::round(look.pad() * 0.35F))};
}

/// How far a key's chip keeps from the corner.
float chip_inset(const look::Look& look) {
    return std::max(look.panel.px(1), look.pad() * 0.4F);
}

/// How a tile's title lies: at its full width, or narrowed by the key's chip beside it.
struct TitleFit {
    look::TextFit text;
    float width = 0;
    bool fits = false;
};

TitleFit fit_title(const look::Look& look, const Tile& tile, const Rect& room,
                   const TileGrid& grid) {
    const Style style = grid.style;
    const float height = room.h;
    TitleFit fit{.text = look::fit_text(look, style, tile.card->title, room.w, height),
                 .width = room.w};
    fit.fits = fit.text.fits;
    if (grid.widest_key.empty() || !fit.fits) {
        return fit;
    }
    const look::ChipSize chip = look::chip_size(look, grid.widest_key);
    const float reason_h = tile.reason.empty() ? 0 : look.pitch(kReason);
    const float chip_bottom = chip_inset(look) + chip.h;
    const float chip_w = chip.w + chip_inset(look);
    const float top = (height - fit.text.height - reason_h) / 2;
    // The words are taken as a block: one that reaches into the chip's corner is narrowed whole.
    const bool meets_chip =
        top < chip_bottom &&
        std::ranges::any_of(
            fit.text.wrapped.lines,
            [&](auto line) { return look.fonts->width(style, line) > room.w - chip_w; });
    if (meets_chip) {
        fit.width = room.w - chip_w;
        fit.text = look::fit_text(look, style, tile.card->title, fit.width, height);
        fit.fits = fit.text.fits;
    }
    return fit;
}

/// Chips beside a title on a small tile would leave no room for the words.
bool room_for_keys(const look::Look& look, const Rect& tile) {
    return look.form() != look::Form::compact && tile.w >= look.panel.px(42);
}

} // namespace

bool titles_fit(const look::Look& look, const std::vector<Tile>& tiles, const Rect& tile,
                const TileGrid& grid) {
    const Rect room = rooms_of(look, tile).text;
    return std::ranges::all_of(
        tiles, [&](const Tile& it) { return fit_title(look, it, room, grid).fits; });
}

TileGrid choose_grid(const Stage& stage, const std::vector<Tile>& tiles, const Rect& area,
                     const std::string& widest_key) {
    const look::Look& look = stage.look();
    const float least = look.min_target();
    const int columns = std::max(1, static_cast<int>((area.w + look.gap()) / (least + look.gap())));
    const int rows = std::max(1, static_cast<int>((area.h + look.gap()) / (least + look.gap())));
    const int count = std::max(1, static_cast<int>(tiles.size()));

    // Fewest pages, then the largest letters, then the fewest empty places, then the best shape.
    using Cost = std::tuple<int, int, int, float>;
    std::optional<Cost> best;
    TileGrid grid{.style = {Size::small, Weight::bold}, .widest_key = {}};
    for (int c = 1; c <= std::min(columns, 7); ++c) {
        for (int r = 1; r <= std::min(rows, 9); ++r) {
            const int pages = (count + c * r - 1) / (c * r);
            const int spare = pages * c * r - count;
            if (c > 1 && r > 1 && spare >= 2 * std::max(c, r)) {
                continue;
            }
            const Rect tile = area.smallest_cell(c, r, look.gap());
            const std::string key = room_for_keys(look, tile) ? widest_key : "";
            for (const Size size : {Size::large, Size::base, Size::small}) {
                const Cost cost{pages, -static_cast<int>(size), spare,
                                std::abs(std::log(tile.w / tile.h / kBestAspect))};
                if (best && cost >= *best) {
                    continue;
                }
                const TileGrid candidate{
                    .columns = c, .rows = r, .style = {size, Weight::bold}, .widest_key = key};
                if (titles_fit(look, tiles, tile, candidate)) {
                    best = cost;
                    grid = candidate;
                }
            }
        }
    }
    return grid;
}

void put_tile(Stage& stage, const Tile& tile, const Rect& rect, const TileGrid& grid) {
    const look::Look& look = stage.look();
    look::Canvas& canvas = stage.canvas();
    const look::Theme& theme = stage.theme();
    canvas.sheet(rect, theme.card);
    const auto [stripe, room] = rooms_of(look, rect);
    put_stripe(stage, tile.card->code, stripe);

    const TitleFit fit = fit_title(look, tile, room, grid);
    Rect words = {room.x, room.y, fit.width, room.h};
    const bool with_reason = !tile.reason.empty() &&
                             look.fonts->width(kReason, tile.reason) <= words.w &&
                             fit.text.height + look.pitch(kReason) <= words.h;
    if (with_reason) {
        const float both = fit.text.height + look.pitch(kReason);
        words = words.grown(0, (both - words.h) / 2);
    }
    const Rect title = with_reason ? words.take_top(fit.text.height) : words;
    canvas.text(tile.card->title, title,
                {.style = grid.style, .ink = theme.card.ink, .paper = theme.card.paper});
    if (with_reason) {
        canvas.text(tile.reason, words,
                    {.style = kReason, .ink = theme.soft, .paper = theme.card.paper});
    }
    if (!grid.widest_key.empty() && !tile.key.empty()) {
        const float inset = chip_inset(look);
        canvas.chip(tile.key, rect.right() - inset, rect.y + inset, theme.soft, theme.card.paper);
    }
    stage.target({.id = tile.id,
                  .role = look::Role::card,
                  .label = tile.card->title,
                  .key = tile.key,
                  .rect = rect,
                  .chosen = tile.chosen},
                 desk::OpenCard{tile.card->id});
}

} // namespace screens
