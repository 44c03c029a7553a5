#pragma once

#include "look/colour.h"
#include "look/geometry.h"
#include "look/type.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What is on the glass at one moment, as data. It is drawn from this, hit by fingers through this,
/// described to other programs from this and checked by tests on this: there is no second list.
namespace look {

/// Little pictures, drawn in the colour that they are given.
enum class Symbol : std::uint8_t {
    ring,     ///< Everyday.
    triangle, ///< Tense.
    octagon,  ///< Unsafe.
    loop,     ///< Afterwards.
    star,     ///< Most used.
    search,
    home,
    menu,
    quiet,
    back,
    forward,
    arrow, ///< Leads to.
    erase,
    space,
    speak,
    check,
    cross,
    warning,
    phone,
    look,  ///< How things look: a disc, half of it filled.
    globe, ///< Languages.
    wait,  ///< Something is on its way: an hourglass.
};

/// A filled rectangle with round corners and, if `edge_px` is above 0, an edge inside it.
struct Box {
    Rect rect;
    Colour fill;
    float radius = 0;
    Colour edge;
    float edge_px = 0;
    enum class Round : std::uint8_t { all, left } round = Round::all;
    friend bool operator==(const Box&, const Box&) = default;
};

struct Drawing {
    Symbol symbol = Symbol::ring;
    Rect rect;
    Colour ink;
    friend bool operator==(const Drawing&, const Drawing&) = default;
};

enum class Down : std::uint8_t { top, middle };

struct TextLine {
    std::string text;
    float x = 0; ///< Of its left end; of a turned text, of what is its left end to its reader.
    float baseline = 0;
    friend bool operator==(const TextLine&, const TextLine&) = default;
};

/// A text in one style, broken into lines.
struct Text {
    std::string text;
    std::vector<TextLine> lines;
    Direction direction = Direction::left_to_right;
    Style style;
    Colour ink;
    Colour paper;         ///< What it stands on: for its contrast.
    Rect rect;            ///< What its letters cover.
    float cap_px = 0;     ///< The height of its capitals.
    bool clipped = false; ///< It does not fit where it was to go.
    bool turned = false;  ///< By half a turn, for a reader on the other side of the glass.
    bool around = false;  ///< Stands around the content, as on every screen.
    bool live = false;    ///< News: said when it changes, whatever has the focus.
    friend bool operator==(const Text&, const Text&) = default;
};

/// A picture from the cards, as large as its room allows.
struct Photo {
    std::string file;         ///< Whoever paints knows the picture by this.
    std::string words;        ///< What it shows, for those who do not see it; may be empty.
    Rect rect;                ///< Its room, which it fills one way.
    Down down = Down::middle; ///< Where in it, if it does not fill it from top to bottom.
    float radius = 0;         ///< Of its corners, px.
    friend bool operator==(const Photo&, const Photo&) = default;
};

using Mark = std::variant<Box, Drawing, Text, Photo>;

enum class Role : std::uint8_t { button, tab, card, step, field, key, link };
std::string_view to_string(Role role);

/// Something that a tap or the keyboard can set off.
struct Target {
    std::string id; ///< Stable: "tile/fine-dispute".
    Role role = Role::button;
    std::string label; ///< What it does or opens, in words.
    std::string key;   ///< What is printed on the key that does the same; may be empty.
    Rect rect;
    float radius = 0;
    bool enabled = true;
    bool chosen = false; ///< The tab that is open, the hit that Enter opens.
    bool focused = false;
    bool around = false; ///< Stands around the content, as on every screen.
    bool live = false;   ///< News: said when it comes, whatever has the focus.
    std::string spoken;  ///< Said in place of the label and of all that stands on it; may be empty.
    friend bool operator==(const Target&, const Target&) = default;
};

struct Scene {
    std::string title;           ///< What is on the glass, in a few words; begins what is said.
    std::string about;           ///< More about it; may be empty.
    Colour paper;                ///< Of the whole glass, under everything.
    std::vector<Mark> marks;     ///< In the order in which they are painted.
    std::vector<Target> targets; ///< In the order in which the keyboard reaches them.

    const Target* find(std::string_view id) const;
    /// The enabled target under a point, or null.
    const Target* at(float x, float y) const;
    friend bool operator==(const Scene&, const Scene&) = default;
};

} // namespace look
