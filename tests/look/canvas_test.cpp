#include "look/canvas.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace look_test;
using Catch::Matchers::WithinAbs;
using look::Across;
using look::Box;
using look::Canvas;
using look::Down;
using look::Rect;
using look::Scene;
using look::Size;
using look::Style;
using look::Weight;

namespace {

const Style kSmall{Size::small, Weight::regular};
const std::string kWords = "Tell me what concerned you, from the beginning.";

look::Setting setting(Across across = Across::start, Down down = Down::middle) {
    return {.style = kSmall,
            .ink = look::kLight.card.ink,
            .paper = look::kLight.card.paper,
            .across = across,
            .down = down};
}

template <typename Mark>
std::vector<Mark> marks_of(const Scene& scene) {
    std::vector<Mark> marks;
    for (const look::Mark& mark : scene.marks) {
        if (const auto* it = std::get_if<Mark>(&mark)) {
            marks.push_back(*it);
        }
    }
    return marks;
}

look::Text text_in(const Rect& room, const std::string& words, const look::Setting& how) {
    Scene scene;
    const look::Look look = small_look();
    Canvas(scene, look).text(words, room, how);
    const auto texts = marks_of<look::Text>(scene);
    REQUIRE(texts.size() == 1);
    return texts.front();
}

Scene face_in(const look::Face& face, const Rect& rect) {
    Scene scene;
    const look::Look look = small_look();
    Canvas(scene, look).face(face, rect, look.theme.card);
    return scene;
}

} // namespace

TEST_CASE("Lines are as high as their letters and the gaps between them") {
    const look::Look look = small_look();
    CHECK(look.height(kSmall, 0) == 0);
    CHECK(look.height(kSmall, 1) == static_cast<float>(look.em(kSmall)));
    CHECK_THAT(look.height(kSmall, 3) - look.height(kSmall, 2),
               WithinAbs(static_cast<double>(look.pitch(kSmall)), 0.01));
}

TEST_CASE("A text fits a room that has the width of its words and the height of its lines") {
    const look::Look look = small_look();
    const float width = fonts().width(kSmall, kWords);
    const float one = look.height(kSmall, 1);
    CHECK(look::fit_text(look, kSmall, kWords, width, one).fits);
    CHECK(look::fit_text(look, kSmall, kWords, width, one).height == one);
    CHECK_FALSE(look::fit_text(look, kSmall, kWords, width, one - 1).fits);
    CHECK_FALSE(look::fit_text(look, kSmall, kWords, width - 1, one).fits);
    CHECK(look::fit_text(look, kSmall, kWords, width - 1, look.height(kSmall, 2)).fits);
}

TEST_CASE("A text whose words have to be cut does not fit, however high the room") {
    const look::TextFit fit = look::fit_text(small_look(), kSmall, "mmmmmmmmmmmm", 40, 1e6F);
    CHECK_FALSE(fit.fits);
    CHECK(fit.wrapped.broke_word);
}

TEST_CASE("A style is the largest that fits, and the smallest if none does") {
    const look::Look look = small_look();
    const Style large{Size::display, Weight::bold};
    CHECK(look::fitting_style(look, large, "Hear", 1e6F, 1e6F) == large);
    CHECK(look::fitting_style(look, large, "Hear", 1, 1) == Style{Size::small, Weight::bold});
    for (const Size size : {Size::base, Size::large, Size::title}) {
        const Style style{size, Weight::bold};
        const float room = fonts().width(style, "Hear") + 0.5F;
        CHECK(look::fitting_style(look, large, "Hear", room, 1e6F) == style);
    }
}

TEST_CASE("A text lies left, in the middle or right of its room") {
    const Rect room{100, 50, 900, 80};
    const float width = fonts().width(kSmall, "Hear");
    CHECK_THAT(text_in(room, "Hear", setting(Across::start)).rect.x, WithinAbs(100, 0.51));
    CHECK_THAT(text_in(room, "Hear", setting(Across::centre)).rect.x,
               WithinAbs(static_cast<double>(550 - width / 2), 0.51));
    CHECK_THAT(text_in(room, "Hear", setting(Across::right)).rect.right(), WithinAbs(1000, 0.51));
}

TEST_CASE("Capitals stand in the middle of their room, or a text begins at its top") {
    const Rect room{100, 50, 900, 200};
    const look::Text middle = text_in(room, "HEAR", setting());
    CHECK_THAT(middle.lines.at(0).baseline - middle.cap_px / 2, WithinAbs(150, 1));
    const look::Text top = text_in(room, "HEAR", setting(Across::start, Down::top));
    CHECK_THAT(top.rect.y, WithinAbs(50, 1));
}

TEST_CASE("A text is kept whole, and its lines hold all of it in its room") {
    const Rect room{100, 50, 230, 400};
    const look::Text text = text_in(room, kWords, setting());
    CHECK(text.text == kWords);
    CHECK(text.lines.size() > 1);
    std::string joined;
    for (const look::TextLine& line : text.lines) {
        joined += (joined.empty() ? "" : " ") + line.text;
    }
    CHECK(joined == kWords);
    CHECK(room.holds(text.rect, 1));
    CHECK_FALSE(text.clipped);
    CHECK_THAT(text.lines.at(1).baseline - text.lines.at(0).baseline,
               WithinAbs(static_cast<double>(small_look().pitch(kSmall)), 0.01));
}

TEST_CASE("A text says what is needed to judge it") {
    const look::Text text = text_in({0, 0, 900, 90}, kWords, setting());
    CHECK(text.cap_px == fonts().cap(kSmall));
    CHECK(text.ink == look::kLight.card.ink);
    CHECK(text.paper == look::kLight.card.paper);
    CHECK(text.style == kSmall);
}

TEST_CASE("A text that is too long for its room is clipped, and no other") {
    CHECK(text_in({0, 0, 200, 30}, kWords, setting()).clipped);
    CHECK(text_in({0, 0, 20, 900}, kWords, setting()).clipped);
    CHECK_FALSE(text_in({0, 0, 900, 90}, kWords, setting()).clipped);
}

TEST_CASE("No words leave no mark") {
    Scene scene;
    const look::Look look = small_look();
    CHECK(Canvas(scene, look).text("", {0, 0, 100, 100}, setting()).w <= 0);
    CHECK(scene.marks.empty());
}

TEST_CASE("A key's chip is wide enough for its name and never narrower than high") {
    const look::Look look = small_look();
    for (const char* key : {"1", "F12", "Space"}) {
        const look::ChipSize size = look::chip_size(look, key);
        CAPTURE(key);
        CHECK(size.w >= size.h);
        CHECK(size.w > fonts().width(kSmall, key));
    }
}

TEST_CASE("A chip keeps to the right edge that it is given, with its words inside") {
    Scene scene;
    const look::Look look = small_look();
    Canvas(scene, look).chip("Esc", 300, 40, look.theme.soft, look.theme.card.paper);
    const Box box = marks_of<Box>(scene).at(0);
    CHECK_THAT(box.rect.right(), WithinAbs(300, 0.01));
    CHECK(box.rect.y == 40);
    CHECK(box.edge_px >= 1);
    CHECK(box.rect.holds(marks_of<look::Text>(scene).at(0).rect, 1));
}

TEST_CASE("A button shows the longest of its labels that fits on one line") {
    const look::Face face{.labels = {"Quiet screen", "Quiet"}, .symbol = look::Symbol::quiet};
    const auto shown = [&](float width) {
        const auto texts = marks_of<look::Text>(face_in(face, {0, 0, width, 90}));
        return texts.empty() ? std::string() : texts.front().text;
    };
    CHECK(shown(600) == "Quiet screen");
    CHECK(shown(fonts().width({Size::small, Weight::bold}, "Quiet") + 80) == "Quiet");
    CHECK(shown(40).empty());
}

TEST_CASE("A button that needs its words shows the last on several lines rather than none") {
    const look::Face face{
        .labels = {"Things to look at"}, .symbol = look::Symbol::warning, .words_needed = true};
    const auto texts = marks_of<look::Text>(face_in(face, {0, 0, 190, 150}));
    REQUIRE(texts.size() == 1);
    CHECK(texts.front().text == "Things to look at");
    CHECK(texts.front().lines.size() > 1);
}

TEST_CASE("What is on a button stays inside it, with its chip only where there is room") {
    const look::Face face{.labels = {"Home"}, .symbol = look::Symbol::home, .key = "Esc"};
    for (const float width : {120.0F, 200.0F, 300.0F, 500.0F}) {
        const Rect rect{50, 50, width, 90};
        const Scene scene = face_in(face, rect);
        CAPTURE(width);
        for (const auto& text : marks_of<look::Text>(scene)) {
            CHECK(rect.holds(text.rect, 1));
            CHECK_FALSE(text.clipped);
        }
        for (const auto& drawing : marks_of<look::Drawing>(scene)) {
            CHECK(rect.holds(drawing.rect, 1));
        }
    }
    CHECK(marks_of<Box>(face_in(face, {0, 0, 500, 90})).size() == 1);
    CHECK(marks_of<Box>(face_in(face, {0, 0, 120, 90})).empty());
}

TEST_CASE("A symbol stands before its label or, if it says so, after it") {
    look::Face face{.labels = {"More"}, .symbol = look::Symbol::forward};
    const auto symbol_x = [&] {
        return marks_of<look::Drawing>(face_in(face, {0, 0, 400, 90})).at(0).rect.x;
    };
    const auto text_x = [&] {
        return marks_of<look::Text>(face_in(face, {0, 0, 400, 90})).at(0).rect.x;
    };
    CHECK(symbol_x() < text_x());
    face.symbol_after = true;
    CHECK(symbol_x() > text_x());
}

TEST_CASE("The focus and a pressed target are marked, and only those") {
    const look::Look look = small_look();
    Scene scene;
    scene.targets = {{.id = "a", .rect = {0, 0, 90, 90}}, {.id = "b", .rect = {100, 0, 90, 90}}};
    Scene plain = scene;
    look::show_attention(plain, look, "", "");
    CHECK(plain.marks.empty());
    CHECK_FALSE(plain.targets.at(0).focused);

    Scene focused = scene;
    look::show_attention(focused, look, "b", "");
    CHECK_FALSE(focused.targets.at(0).focused);
    CHECK(focused.targets.at(1).focused);
    CHECK(focused.marks.size() == 2);

    Scene pressed = scene;
    look::show_attention(pressed, look, "", "a");
    REQUIRE(pressed.marks.size() == 1);
    CHECK(std::get<Box>(pressed.marks.at(0)).rect == scene.targets.at(0).rect);
    CHECK_FALSE(pressed.targets.at(0).focused);

    Scene gone = scene;
    look::show_attention(gone, look, "c", "d");
    CHECK(gone.marks.empty());
}
