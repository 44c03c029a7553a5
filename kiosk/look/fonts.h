#pragma once

#include "look/shaper.h"
#include "look/type.h"
#include "platform/result.h"

#include <memory>
#include <span>
#include <string_view>

namespace look {

/// A part of a text that is not to be broken: up to `end`, the spaces behind it included.
struct TextPart {
    std::size_t end = 0;
    float width = 0; ///< em, without the spaces behind it
    float width_with_spaces = 0;
};

/// Letters for a panel: every style's size, and texts shaped in it. Measures without a window. What
/// was shaped is kept, so that asking again costs nothing. For one thread.
class Fonts {
public:
    /// Fails with a sentence if the typeface is not installed.
    static platform::Result<Fonts> open(const Panel& panel, const TypeScale& scale = {});

    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    ~Fonts();

    /// Takes the sizes of another panel or scale.
    void fit(const Panel& panel, const TypeScale& scale);

    /// The em size of a style, px.
    int em(Style style) const;
    /// The height of a capital letter, px.
    float cap(Style style) const;
    /// The length of a text on one line, px.
    float width(Style style, std::string_view text) const;

    /// The parts between which a text may be broken (UAX #14), in order; good until the next call.
    std::span<const TextPart> parts(Weight weight, std::string_view text) const;

    /// A line as it is drawn, in ems; good until the next call.
    const ShapedLine& shaped(Weight weight, std::string_view line, Direction direction) const;

    /// For drawing.
    Faces& faces() const;

private:
    struct Impl;
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace look
