#include "painted.h"
#include "views.h"

#include "cards/utf8.h"
#include "platform/fonts.h"
#include "platform/picture.h"
#include "support/child.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

constexpr look::Style kStyle{look::Size::huge, look::Weight::bold};
constexpr int kInk = 128; ///< From here on, more of a pixel is ink than is not.

/// How far a pixel of ink may be from the nearest of the other picture. The desk's glyphs are
/// hinted across the baseline and those of hb-view are not, which moves an edge by up to a pixel;
/// glyphs stand on whole pixels, which moves them by up to half of one; and both pictures are laid
/// on one another by their outermost ink, with the same doubts. A wrong form of a letter, a mark
/// that is missing or elsewhere and a wrong order move ink by a stroke, which is 10 pixels at this
/// size.
constexpr int kNear = 2;

const Bench& bench() {
    static const Bench made(starter_library(), panel_of({1920, 1080, 23.8}));
    return made;
}

/// Only what is inked.
Bitmap trimmed(const Bitmap& whole) {
    int left = whole.width, top = whole.height, right = 0, bottom = 0;
    for (int y = 0; y < whole.height; ++y) {
        for (int x = 0; x < whole.width; ++x) {
            if (whole.at(x, y) >= kInk) {
                left = std::min(left, x);
                top = std::min(top, y);
                right = std::max(right, x + 1);
                bottom = std::max(bottom, y + 1);
            }
        }
    }
    Bitmap part{.width = std::max(0, right - left), .height = std::max(0, bottom - top), .ink = {}};
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            part.ink.push_back(whole.at(x, y));
        }
    }
    return part;
}

Bitmap of_desk(const std::string& text) {
    const look::Fonts& fonts = *bench().look().fonts;
    const int em = fonts.em(kStyle);
    const int width = static_cast<int>(fonts.width(kStyle, text)) + 2 * em;
    look::Scene scene;
    look::Canvas(scene, bench().look())
        .text(text, {0, 0, static_cast<float>(width), static_cast<float>(3 * em)},
              {.style = kStyle, .ink = {}, .paper = {}, .across = look::Across::centre});
    return trimmed(painted(scene, fonts, width, 3 * em));
}

Bitmap of_hb_view(const std::string& text, const platform::FontFile& font) {
    const support::TempFolder folder;
    const auto words = folder.write("text", text);
    const auto file = folder.path() / "picture.png";
    const auto ended = support::run_to_end(
        {"hb-view", "--font-file=" + font.path.string(),
         "--face-index=" + std::to_string(font.index),
         "--font-size=" + std::to_string(bench().look().fonts->em(kStyle)),
         "--text-file=" + words.string(), "--output-file=" + file.string(), "--output-format=png"});
    INFO(ended.err);
    REQUIRE(ended.exit_code == 0);
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto pixels = platform::decode_picture(bytes, {.width = 8000, .height = 8000});
    REQUIRE(pixels.has_value());
    Bitmap bitmap{.width = pixels->size.width, .height = pixels->size.height, .ink = {}};
    for (std::size_t i = 0; i < pixels->rgb.size(); i += 3) {
        bitmap.ink.push_back(
            static_cast<std::uint8_t>(255 - static_cast<unsigned char>(pixels->rgb.at(i))));
    }
    return trimmed(bitmap);
}

bool has_ink_near(const Bitmap& bitmap, int x, int y) {
    for (int ny = std::max(0, y - kNear); ny <= std::min(bitmap.height - 1, y + kNear); ++ny) {
        for (int nx = std::max(0, x - kNear); nx <= std::min(bitmap.width - 1, x + kNear); ++nx) {
            if (bitmap.at(nx, ny) >= kInk) {
                return true;
            }
        }
    }
    return false;
}

/// How much ink of one picture is far from all ink of another, px.
int stray_ink(const Bitmap& of, const Bitmap& from) {
    int stray = 0;
    for (int y = 0; y < of.height; ++y) {
        for (int x = 0; x < of.width; ++x) {
            stray += of.at(x, y) >= kInk && !has_ink_near(from, x, y) ? 1 : 0;
        }
    }
    return stray;
}

int difference(const Bitmap& a, const Bitmap& b) {
    return stray_ink(a, b) + stray_ink(b, a);
}

/// A part of a text that one font has.
struct Run {
    std::string text;
    platform::FontFile font;
};

platform::FontFile font_of(char32_t c) {
    look::Faces& faces = bench().look().fonts->faces();
    const auto face = faces.find(c, kStyle.weight);
    REQUIRE(face.has_value());
    const auto font = *face == faces.main(kStyle.weight)
                          ? platform::find_font("Atkinson Hyperlegible", platform::Weight::bold)
                          : platform::find_font_with(c, platform::Weight::bold);
    REQUIRE(font.has_value());
    return *font;
}

/// A phrase without its spaces, cut where the font changes: hb-view has one font, the desk has
/// more, and a space is from the typeface whatever is around it. Words stay together, since this
/// hb-view leaves out what a Devanagari letter has beyond its stem if nothing follows it.
std::vector<Run> runs_of(const std::string& phrase) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < phrase.size();) {
        const cards::CodePoint c = cards::code_point_at(phrase, at);
        if (c.value != U' ') {
            const platform::FontFile font = font_of(c.value);
            if (runs.empty() || runs.back().font != font) {
                runs.push_back({.text = {}, .font = font});
            }
            runs.back().text += phrase.substr(at, c.size);
        }
        at += c.size;
    }
    return runs;
}

bool has_hb_view() {
    return support::run_to_end({"hb-view", "--version"}).exit_code == 0;
}

} // namespace

TEST_CASE("Phrases are drawn as hb-view draws them") {
    if (!has_hb_view()) {
        SKIP("hb-view is not installed: it is in the package libharfbuzz-bin");
    }
    const std::string language = GENERATE(as<std::string>(), "ar", "hi", "vi", "zh-Hans");
    std::size_t compared = 0;
    for (const cards::Phrase& phrase : bench().library().pack.phrases) {
        REQUIRE(phrase.in(language) != nullptr);
        for (const Run& run : runs_of(phrase.in(language)->words)) {
            CAPTURE(language, run.text, run.font.path.string());
            const Bitmap desk = of_desk(run.text);
            const Bitmap reference = of_hb_view(run.text, run.font);
            CAPTURE(desk.width, desk.height, reference.width, reference.height);
            CHECK(desk.width > 0);
            CHECK(difference(desk, reference) == 0);
            ++compared;
        }
    }
    CHECK(compared >= bench().library().pack.phrases.size());
}

TEST_CASE("The comparison sees a dot too many, letters that are not joined, and a mark elsewhere") {
    const auto differ = [](const std::string& one, const std::string& other) {
        return difference(of_desk(one), of_desk(other)) > 0;
    };
    CHECK(differ("نظر", "نطر"));
    CHECK(differ("نظر", "ن\u200Cظ\u200Cر"));
    CHECK(differ("कि", "की"));
    CHECK(differ("việt", "viẹt"));
    CHECK(differ("已", "己"));
    CHECK_FALSE(differ("نظر", "نظر"));
}

TEST_CASE("A turned text is the upright one by half a turn, to the pixel") {
    const std::string words =
        GENERATE(as<std::string>(), "I am calling an interpreter. Please wait.",
                 "أتصل الآن بمترجم. من فضلك انتظر.", "कृपया प्रतीक्षा करें।");
    constexpr int kWidth = 1201;
    constexpr int kHeight = 700;
    const look::Rect room{0, 0, kWidth, kHeight};
    const auto picture = [&](bool turned, look::Size size) {
        look::Scene scene;
        look::Canvas(scene, bench().look())
            .text(words, room,
                  {.style = {size, look::Weight::bold},
                   .ink = {},
                   .paper = {},
                   .across = look::Across::centre,
                   .turned = turned});
        const auto& text = std::get<look::Text>(scene.marks.front());
        CHECK(text.turned == turned);
        CHECK(room.holds(text.rect));
        CHECK_FALSE(text.clipped);
        return painted(scene, *bench().look().fonts, kWidth, kHeight);
    };
    for (const look::Size size : {look::Size::small, look::Size::huge}) {
        const Bitmap upright = picture(false, size);
        Bitmap turned = picture(true, size);
        CHECK(upright != turned);
        std::ranges::reverse(turned.ink);
        CHECK(upright == turned);
    }
}
