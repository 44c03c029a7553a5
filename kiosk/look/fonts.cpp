#include "look/fonts.h"

#include "platform/files.h"
#include "platform/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace look {

namespace {

using platform::Failure;
using platform::Result;

constexpr const char* kFamily = "Atkinson Hyperlegible";
constexpr std::size_t kLargestFontFile = 64U << 20;
/// Drawn in place of a character that no font has.
constexpr char32_t kBox = 0x25A1;

struct LibraryCloser {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
using FreeType = std::unique_ptr<std::remove_pointer_t<FT_Library>, LibraryCloser>;
struct FaceCloser {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<std::remove_pointer_t<FT_Face>, FaceCloser>;

/// A font file in memory, with what is needed to choose sizes and characters from it.
struct LoadedFont {
    std::string bytes;
    int index = 0;
    Face face;

    /// ImGui asks FreeType for the height from ascender to descender; we think in ems.
    float height_for_em(int em_px) const {
        return static_cast<float>(em_px) * static_cast<float>(face->ascender - face->descender) /
               static_cast<float>(face->units_per_EM);
    }
    bool has(char32_t character) const { return FT_Get_Char_Index(face.get(), character) != 0; }
};

Result<LoadedFont> load_font(FT_Library library, const platform::FontFile& file) {
    auto bytes = platform::read_file(file.path, kLargestFontFile);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    LoadedFont font{.bytes = std::move(*bytes), .index = file.index, .face = nullptr};
    FT_Face face = nullptr;
    const auto* data = reinterpret_cast<const FT_Byte*>(font.bytes.data()); // NOLINT
    if (FT_New_Memory_Face(library, data, static_cast<FT_Long>(font.bytes.size()), file.index,
                           &face) != 0) {
        return std::unexpected(Failure{"The font \"" + file.path.string() +
                                       "\" is damaged. Install its package again."});
    }
    font.face.reset(face);
    return font;
}

double cap_per_em(const LoadedFont& font) {
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(font.face.get(), FT_SFNT_OS2));
    const double cap = os2 != nullptr && os2->version >= 2 ? os2->sCapHeight : 0;
    return cap > 0 ? cap / font.face->units_per_EM : 0.7;
}

/// Runs of characters in the form that ImGui takes: pairs of first and last, closed by a zero.
std::vector<ImWchar> ranges_of(const Glyphs& glyphs) {
    std::vector<ImWchar> ranges;
    for (const char32_t c : glyphs) {
        if (!ranges.empty() && ranges.back() + 1 == c) {
            ranges.back() = c;
        } else {
            ranges.insert(ranges.end(), {static_cast<ImWchar>(c), static_cast<ImWchar>(c)});
        }
    }
    ranges.push_back(0);
    return ranges;
}

} // namespace

void add_glyphs(Glyphs& glyphs, std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        unsigned int c = 0;
        at += ImTextCharFromUtf8(&c, at, end);
        if (c >= 0x20) {
            glyphs.insert(c);
        }
    }
}

bool FontOrder::covers(const FontOrder& other) const {
    return panel == other.panel && std::ranges::includes(text, other.text) &&
           std::ranges::includes(letters, other.letters);
}

struct Fonts::Impl {
    FreeType freetype;
    std::map<Weight, LoadedFont> main;
    std::vector<std::pair<platform::FontFile, LoadedFont>> others;
    FontOrder order;
    Glyphs missing;
    std::vector<std::vector<ImWchar>> ranges; ///< ImGui keeps pointers into these.
    ImFontAtlas atlas;
    std::array<int, kSizes> em{};
    float cap_ratio = 0;
    std::array<std::array<ImFont*, 2>, kSizes> fonts{};

    /// Which file has each character that the typeface lacks.
    using Fallback = std::map<std::size_t, Glyphs>;

    Result<void> load_family();
    std::optional<std::size_t> other_with(char32_t character, Weight weight);
    std::map<std::pair<Weight, char32_t>, std::optional<std::size_t>> known_others;
    Fallback find_fallback(const Glyphs& glyphs, Weight weight);
    void add_style(Style style, const Glyphs& glyphs);
    void add_to_atlas(const LoadedFont& font, int em_px, const Glyphs& glyphs, bool merge);
    void add_all();
};

Result<void> Fonts::Impl::load_family() {
    FT_Library library = nullptr;
    FT_Init_FreeType(&library);
    freetype.reset(library);
    for (const auto& [weight, wanted] : {std::pair{Weight::regular, platform::Weight::regular},
                                         {Weight::bold, platform::Weight::bold}}) {
        const auto file = platform::find_font(kFamily, wanted);
        if (!file) {
            return std::unexpected(
                Failure{"The typeface Atkinson Hyperlegible is not installed. Install the package "
                        "fonts-atkinson-hyperlegible-ttf, then start Deskcards again."});
        }
        auto font = load_font(library, *file);
        if (!font) {
            return std::unexpected(font.error());
        }
        main.emplace(weight, std::move(*font));
    }
    return {};
}

std::optional<std::size_t> Fonts::Impl::other_with(char32_t character, Weight weight) {
    const auto file = platform::find_font_with(
        character, weight == Weight::bold ? platform::Weight::bold : platform::Weight::regular);
    if (!file) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (others.at(i).first == *file) {
            return i;
        }
    }
    auto font = load_font(freetype.get(), *file);
    if (!font || !font->has(character)) {
        return std::nullopt;
    }
    others.emplace_back(*file, std::move(*font));
    return others.size() - 1;
}

Fonts::Impl::Fallback Fonts::Impl::find_fallback(const Glyphs& glyphs, Weight weight) {
    Fallback fallback;
    for (const char32_t c : glyphs) {
        if (main.at(weight).has(c)) {
            continue;
        }
        auto known = known_others.find({weight, c});
        if (known == known_others.end()) {
            known = known_others.emplace(std::pair{weight, c}, other_with(c, weight)).first;
        }
        if (const auto other = known->second) {
            fallback[*other].insert(c);
        } else {
            missing.insert(c);
        }
    }
    return fallback;
}

void Fonts::Impl::add_to_atlas(const LoadedFont& font, int em_px, const Glyphs& glyphs,
                               bool merge) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.FontNo = font.index;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.MergeMode = merge;
    config.GlyphRanges = ranges.emplace_back(ranges_of(glyphs)).data();
    // ImGui takes a mutable pointer but does not write to data that it does not own.
    auto* bytes = const_cast<char*>(font.bytes.data()); // NOLINT(*-const-cast)
    atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(font.bytes.size()),
                               font.height_for_em(em_px), &config);
}

void Fonts::Impl::add_style(Style style, const Glyphs& glyphs) {
    const int em_px = em.at(static_cast<std::size_t>(style.size));
    add_to_atlas(main.at(style.weight), em_px, glyphs, false);
    for (const auto& [other, characters] : find_fallback(glyphs, style.weight)) {
        add_to_atlas(others.at(other).second, em_px, characters, true);
    }
    ImFont* font = atlas.Fonts.back();
    font->FallbackChar = static_cast<ImWchar>(kBox);
    fonts.at(static_cast<std::size_t>(style.size)).at(static_cast<std::size_t>(style.weight)) =
        font;
}

void Fonts::Impl::add_all() {
    Glyphs text = order.text;
    text.insert({U' ', U'?', U'…', kBox});
    Glyphs letters = order.letters;
    letters.insert({U' ', U'?'});
    for (const Size size : {Size::small, Size::base, Size::large, Size::title, Size::display}) {
        add_style({size, Weight::regular}, text);
        add_style({size, Weight::bold}, text);
    }
    add_style({Size::huge, Weight::bold}, letters);
    add_style({Size::giant, Weight::bold}, letters);
    for (auto& by_weight : fonts) {
        ImFont*& regular = by_weight.at(0);
        regular = regular != nullptr ? regular : by_weight.at(1);
    }
}

Result<Fonts> Fonts::build(FontOrder order) {
    auto impl = std::make_shared<Impl>();
    if (auto loaded = impl->load_family(); !loaded) {
        return std::unexpected(loaded.error());
    }
    const double cap = cap_per_em(impl->main.at(Weight::regular));
    impl->cap_ratio = static_cast<float>(cap);
    impl->em = em_sizes(order.panel, cap);
    impl->order = std::move(order);
    impl->add_all();
    impl->atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    if (!impl->atlas.Build()) {
        return std::unexpected(Failure{"The letters do not fit the graphics memory. Give a smaller "
                                       "window with --window."});
    }
    return Fonts{std::move(impl)};
}

Fonts::Fonts(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

int Fonts::em(Style style) const {
    return impl_->em.at(static_cast<std::size_t>(style.size));
}

float Fonts::cap(Style style) const {
    return static_cast<float>(em(style)) * impl_->cap_ratio;
}

float Fonts::width(Style style, std::string_view text) const {
    const ImFont* it = font(style);
    return it->CalcTextSizeA(it->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

const FontOrder& Fonts::order() const {
    return impl_->order;
}

const Glyphs& Fonts::missing() const {
    return impl_->missing;
}

ImFont* Fonts::font(Style style) const {
    return impl_->fonts.at(static_cast<std::size_t>(style.size))
        .at(static_cast<std::size_t>(style.weight));
}

float Fonts::ascent(Style style) const {
    return font(style)->Ascent;
}

std::shared_ptr<ImFontAtlas> Fonts::atlas() const {
    return {impl_, &impl_->atlas};
}

} // namespace look
