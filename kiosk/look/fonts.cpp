#include "look/fonts.h"

#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

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

} // namespace

struct Fonts::Impl {
    explicit Impl(Faces opened) : faces(std::move(opened)) {}

    Faces faces;
    std::array<int, kSizes> em{};
    std::array<std::array<Kept, 2>, 2> kept; ///< By weight and direction.
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
