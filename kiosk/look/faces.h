#pragma once

#include "look/type.h"
#include "platform/result.h"

#include <cstdint>
#include <memory>
#include <optional>

// As FreeType declares it.
typedef struct FT_FaceRec_* FT_Face; // NOLINT(modernize-use-using,readability-identifier-naming)

namespace look {

/// One of the faces of `Faces`.
using FaceId = std::uint16_t;

/// Faces are shaped at this em size, px, and what comes of it is scaled: a text is as wide at twice
/// the size as twice the text.
inline constexpr int kShapingEm = 1000;

/// Atkinson Hyperlegible and, for characters that it lacks, the installed fonts that have them,
/// opened when they are first needed.
class Faces {
public:
    /// Fails with a sentence if the typeface is not installed.
    static platform::Result<Faces> open();

    Faces(Faces&&) noexcept;
    Faces& operator=(Faces&&) noexcept;
    Faces(const Faces&) = delete;
    Faces& operator=(const Faces&) = delete;
    ~Faces();

    /// The typeface itself.
    static FaceId main(Weight weight) { return static_cast<FaceId>(weight); }
    /// The typeface if it has the character, or another installed font; nothing if none has it.
    std::optional<FaceId> find(char32_t character, Weight weight);
    bool has(FaceId face, char32_t character) const;

    /// A face of `kShapingEm`, and one of any size, until the next call of either.
    FT_Face for_shaping(FaceId face);
    FT_Face for_drawing(FaceId face, int em_px);

    /// The height of the typeface's capitals as a part of its em.
    double cap_per_em() const;

private:
    struct Impl;
    explicit Faces(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace look
