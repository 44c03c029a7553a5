#include "look/shaper.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <fribidi.h>
#include <imgui_internal.h>
#include <raqm.h>

#include <memory>
#include <optional>

namespace look {

namespace {

/// Stands for a character that no font has.
constexpr char32_t kBox = 0x25A1;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;

struct RaqmCloser {
    void operator()(raqm_t* raqm) const { raqm_destroy(raqm); }
};
using Raqm = std::unique_ptr<raqm_t, RaqmCloser>;

std::vector<std::uint32_t> characters_of(std::string_view text) {
    std::vector<std::uint32_t> characters;
    characters.reserve(text.size());
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        unsigned int c = 0;
        at += ImTextCharFromUtf8(&c, at, end);
        characters.push_back(c < U' ' ? U' ' : c);
    }
    return characters;
}

/// What only changes the character before it, and has to come from the same font.
bool clings(char32_t c) {
    return c == kJoiner || c == kNonJoiner || fribidi_get_bidi_type(c) == FRIBIDI_TYPE_NSM;
}

/// Chooses a face for each character; those that no font has become boxes.
class Casting {
public:
    Casting(Faces& faces, Weight weight) : faces_(&faces), weight_(weight) {}

    std::vector<FaceId> cast(std::vector<std::uint32_t>& characters);
    bool complete() const { return complete_; }

private:
    FaceId face_for(std::uint32_t& c, std::optional<FaceId> before);

    Faces* faces_;
    Weight weight_;
    bool complete_ = true;
};

FaceId Casting::face_for(std::uint32_t& c, std::optional<FaceId> before) {
    if (before && clings(c)) {
        return *before;
    }
    if (const auto face = faces_->find(c, weight_)) {
        return *face;
    }
    complete_ = false;
    c = kBox;
    return faces_->find(kBox, weight_).value_or(Faces::main(weight_));
}

std::vector<FaceId> Casting::cast(std::vector<std::uint32_t>& characters) {
    std::vector<FaceId> cast;
    cast.reserve(characters.size());
    for (std::size_t i = 0; i < characters.size(); ++i) {
        std::uint32_t& c = characters[i];
        cast.push_back(face_for(c, i > 0 ? std::optional(cast.back()) : std::nullopt));
        // A mark that the letter's font lacks: the font that has the mark may have both.
        if (i > 0 && clings(c) && !faces_->has(cast.back(), c)) {
            const auto other = faces_->find(c, weight_);
            if (other && faces_->has(*other, characters[i - 1])) {
                cast[i - 1] = cast[i] = *other;
            }
        }
    }
    return cast;
}

} // namespace

Direction direction_of(std::string_view text) {
    for (const std::uint32_t c : characters_of(text)) {
        const FriBidiCharType type = fribidi_get_bidi_type(c);
        if (FRIBIDI_IS_STRONG(type)) {
            return FRIBIDI_IS_RTL(type) ? Direction::right_to_left : Direction::left_to_right;
        }
    }
    return Direction::left_to_right;
}

ShapedLine shape(Faces& faces, Weight weight, std::string_view line, Direction direction) {
    ShapedLine shaped;
    auto characters = characters_of(line);
    Casting casting(faces, weight);
    const auto cast = casting.cast(characters);
    shaped.complete = casting.complete();

    const Raqm raqm(raqm_create());
    if (characters.empty() || !raqm_set_text(raqm.get(), characters.data(), characters.size())) {
        return shaped;
    }
    raqm_set_par_direction(raqm.get(), direction == Direction::right_to_left ? RAQM_DIRECTION_RTL
                                                                             : RAQM_DIRECTION_LTR);
    raqm_set_freetype_load_flags(raqm.get(), FT_LOAD_NO_HINTING);
    for (std::size_t i = 0; i < cast.size();) {
        std::size_t end = i + 1;
        while (end < cast.size() && cast[end] == cast[i]) {
            ++end;
        }
        raqm_set_freetype_face_range(raqm.get(), faces.for_shaping(cast[i]), i, end - i);
        i = end;
    }
    if (!raqm_layout(raqm.get())) {
        return shaped;
    }
    std::size_t count = 0;
    const raqm_glyph_t* glyphs = raqm_get_glyphs(raqm.get(), &count);
    constexpr float kUnit = 1.0F / (64 * kShapingEm); // raqm counts in 64ths of a pixel
    int pen = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const raqm_glyph_t& glyph = glyphs[i]; // NOLINT(*-pointer-arithmetic)
        shaped.glyphs.push_back({.face = cast.at(glyph.cluster),
                                 .glyph = glyph.index,
                                 .x = static_cast<float>(pen + glyph.x_offset) * kUnit,
                                 .y = static_cast<float>(glyph.y_offset) * kUnit});
        pen += glyph.x_advance;
    }
    shaped.width = static_cast<float>(pen) * kUnit;
    return shaped;
}

} // namespace look
