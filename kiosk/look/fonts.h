#pragma once

#include "look/type.h"
#include "platform/result.h"

#include <memory>
#include <set>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace look {

/// Characters to be drawn.
using Glyphs = std::set<char32_t>;

/// Adds the characters of a UTF-8 text.
void add_glyphs(Glyphs& glyphs, std::string_view text);

/// What fonts are wanted for.
struct FontOrder {
    Panel panel;
    Glyphs text;    ///< What any style must be able to write.
    Glyphs letters; ///< For the two largest sizes, which only ever show the letters of acronyms.

    /// Whether fonts for this order serve for another as well.
    bool covers(const FontOrder& other) const;
};

/// Atkinson Hyperlegible at every size of a panel, with an installed Noto font for each character
/// that it lacks. Holds the characters that it was made for and no others; measures text without a
/// window.
class Fonts {
public:
    /// Fails with a sentence if the typeface is not installed. May be called on any thread.
    static platform::Result<Fonts> build(FontOrder order);

    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    ~Fonts();

    /// The em size of a style, px.
    int em(Style style) const;
    /// The height of a capital letter, px.
    float cap(Style style) const;
    /// The length of a text on one line, px.
    float width(Style style, std::string_view text) const;

    /// What they were made for. All of its characters are here, or known to be in no installed
    /// font.
    const FontOrder& order() const;
    /// Characters that were asked for and that no installed font has; they are drawn as boxes.
    const Glyphs& missing() const;

    /// For drawing: ImGui's font of a style, and how far its baseline lies under its top, px. The
    /// fonts live on in the atlas for as long as somebody holds it.
    ImFont* font(Style style) const;
    float ascent(Style style) const;
    std::shared_ptr<ImFontAtlas> atlas() const;

private:
    struct Impl;
    explicit Fonts(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> impl_;
};

} // namespace look
