#pragma once

#include "look/fonts.h"
#include "look/panel.h"
#include "look/scene.h"
#include "look/theme.h"
#include "look/wrap.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace look {

/// Everything about how the desk looks that does not change from frame to frame.
struct Look {
    Panel panel;
    Theme theme;
    TypeScale type;
    const Fonts* fonts = nullptr; ///< Never null; of this panel and scale.
    bool rail_on_right = false;   ///< On panels that have it at a side.
    bool low = false;             ///< Everything to tap is within reach of somebody who sits.

    Form form() const { return form_of(panel, type.factor()); }
    /// The part of the glass that is used: all of it, or as much as a hand reaches from a chair.
    Rect within_reach() const;
    /// The smallest sides of a target and of a drawn key, px: a line of the smallest letters has
    /// to have room in them, too.
    float min_target() const;
    float min_key() const;
    float gap() const;      ///< Between neighbouring targets, px; at least 2 mm.
    float pad() const;      ///< Between an edge and what is inside it, px.
    float radius() const;   ///< Of the corners of tiles and buttons, px.
    float hairline() const; ///< The thickness of an edge, px.
    float em(Style style) const { return static_cast<float>(fonts->em(style)); }
    float pitch(Style style) const { return static_cast<float>(line_pitch(fonts->em(style))); }
    /// The height of a text of so many lines, px.
    float height(Style style, std::size_t lines) const;
};

/// `start` is the side where reading begins: the left, or the right for Arabic.
enum class Across : std::uint8_t { start, centre, right };

/// How a text goes into its room.
struct Setting {
    Style style;
    Colour ink;
    Colour paper;
    Across across = Across::start;
    Down down = Down::middle;
    bool turned = false; ///< By half a turn about the middle of its room.
    bool live = false;   ///< As `Text::live`.
};

/// How a text would lie in a room.
struct TextFit {
    Wrapped wrapped;
    float height = 0;
    bool fits = false; ///< No word is cut and all lines are inside.
};

TextFit fit_text(const Look& look, Style style, std::string_view text, float width, float height);

/// The largest of `style` and the smaller ones in which the text fits; the smallest if none does.
Style fitting_style(const Look& look, Style style, std::string_view text, float width,
                    float height);

/// A key's name as it stands on the key, with an edge around it.
struct ChipSize {
    float w = 0, h = 0;
};
ChipSize chip_size(const Look& look, std::string_view key);

/// What a button shows. Of the labels, longest first, the first that fits on one line is taken. If
/// none does, the symbol stands alone, unless the words are needed: then the last label goes on two
/// lines.
struct Face {
    std::vector<std::string> labels;
    std::optional<Symbol> symbol;
    bool words_needed = false; ///< The symbol alone would not be understood.
    bool symbol_after = false; ///< The symbol follows the label.
    std::string key;           ///< Shown as a chip where there is room.
    Style style{Size::base, Weight::bold};
};

/// Adds marks to a scene: the few widgets everything is made of.
class Canvas {
public:
    Canvas(Scene& scene, const Look& look) : scene_(&scene), look_(&look) {}

    const Look& look() const { return *look_; }

    void box(const Rect& rect, Colour fill, float radius = 0);
    /// A box with an edge, as tiles, fields and plain buttons have.
    void sheet(const Rect& rect, const Ground& ground);
    void symbol(Symbol symbol, const Rect& rect, Colour ink);
    /// Returns what the letters cover. A text that does not fit is marked as clipped.
    Rect text(std::string_view text, const Rect& room, const Setting& setting);
    void chip(std::string_view key, float right, float top, Colour ink, Colour paper);
    /// The inside of a button; its ground is drawn by the caller.
    void face(const Face& face, const Rect& rect, const Ground& ground);

private:
    Scene* scene_;
    const Look* look_;
};

/// Marks the target that has the focus and the one that is being pressed, on top of everything.
void show_attention(Scene& scene, const Look& look, std::string_view focused,
                    std::string_view pressed);

} // namespace look
