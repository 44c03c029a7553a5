#include "look/fonts.h"

#include <linebreak.h>

#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace look {

namespace {

/// Words and lines that are kept: some hundred screens' worth. Then the keeping begins again.
constexpr std::size_t kMostKept = 20'000;

/// A text is looked up without being copied.
struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};
using Kept = std::unordered_map<std::string, ShapedLine, Hash, std::equal_to<>>;

using KeptParts = std::unordered_map<std::string, std::vector<TextPart>, Hash, std::equal_to<>>;

/// Where a text may be broken (UAX #14): the ends of its parts, their spaces included.
std::vector<std::size_t> ends_of_parts(std::string_view text) {
    std::vector<char> breaks(text.size());
    // NOLINTNEXTLINE(*-reinterpret-cast): the library's bytes are unsigned
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "",
                        breaks.data());
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool may = breaks[i] == LINEBREAK_ALLOWBREAK || breaks[i] == LINEBREAK_MUSTBREAK;
        if (may && (static_cast<unsigned char>(text[i + 1]) & 0xC0U) != 0x80U) {
            ends.push_back(i + 1);
        }
    }
    ends.push_back(text.size());
    return ends;
}

} // namespace

struct Fonts::Impl {
    explicit Impl(Faces opened) : faces(std::move(opened)) {}

    Faces faces;
    std::array<int, kSizes> em{};
    std::array<std::array<Kept, 2>, 2> kept; ///< By weight and direction.
    std::array<KeptParts, 2> parts;          ///< By weight.
};

platform::Result<Fonts> Fonts::open(const Panel& panel, const TypeScale& scale) {
    auto faces = Faces::open();
    if (!faces) {
        return std::unexpected(faces.error());
    }
    Fonts fonts(std::make_unique<Impl>(std::move(*faces)));
    fonts.fit(panel, scale);
    return fonts;
}

Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

void Fonts::fit(const Panel& panel, const TypeScale& scale) {
    impl_->em = em_sizes(panel, scale, impl_->faces.cap_per_em());
}

int Fonts::em(Style style) const {
    return impl_->em.at(static_cast<std::size_t>(style.size));
}

float Fonts::cap(Style style) const {
    return static_cast<float>(em(style) * impl_->faces.cap_per_em());
}

float Fonts::width(Style style, std::string_view text) const {
    return static_cast<float>(em(style)) *
           shaped(style.weight, text, Direction::left_to_right).width;
}

std::span<const TextPart> Fonts::parts(Weight weight, std::string_view text) const {
    KeptParts& kept = impl_->parts.at(static_cast<std::size_t>(weight));
    if (const auto known = kept.find(text); known != kept.end()) {
        return known->second;
    }
    if (kept.size() >= kMostKept) {
        kept.clear();
    }
    const auto em_width = [&](std::string_view part) {
        return shaped(weight, part, Direction::left_to_right).width;
    };
    const float space = em_width(" ");
    std::vector<TextPart> parts;
    std::size_t start = 0;
    for (const std::size_t end : ends_of_parts(text)) {
        const std::string_view part = text.substr(start, end - start);
        const std::size_t letters = part.find_last_not_of(' ') + 1;
        const float width = em_width(part.substr(0, letters));
        const auto spaces = static_cast<float>(part.size() - letters);
        parts.push_back({.end = end, .width = width, .width_with_spaces = width + spaces * space});
        start = end;
    }
    return kept.emplace(text, std::move(parts)).first->second;
}

const ShapedLine& Fonts::shaped(Weight weight, std::string_view line, Direction direction) const {
    Kept& kept =
        impl_->kept.at(static_cast<std::size_t>(weight)).at(static_cast<std::size_t>(direction));
    if (const auto known = kept.find(line); known != kept.end()) {
        return known->second;
    }
    if (kept.size() >= kMostKept) {
        kept.clear();
    }
    return kept.emplace(line, shape(impl_->faces, weight, line, direction)).first->second;
}

Faces& Fonts::faces() const {
    return impl_->faces;
}

} // namespace look
