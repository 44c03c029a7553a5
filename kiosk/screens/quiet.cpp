#include "screens/pieces.h"
#include "screens/words.h"

#include <array>

namespace screens {

using look::Across;
using look::Colour;
using look::Rect;
using look::Size;
using look::Weight;

namespace {

/// A shelf of books: each with its width and height as parts of the shelf's height, and a colour.
struct Book {
    float width;
    float height;
    std::uint32_t colour;
};
constexpr std::array<Book, 14> kBooks{{{0.16F, 0.82F, 0x5B6B7A},
                                       {0.12F, 0.94F, 0x8A7F6D},
                                       {0.2F, 0.74F, 0x3E5C6B},
                                       {0.1F, 0.9F, 0xA6927B},
                                       {0.15F, 0.68F, 0x6F7F63},
                                       {0.11F, 0.96F, 0x4B5563},
                                       {0.18F, 0.8F, 0x94826B},
                                       {0.13F, 0.88F, 0x5F7480},
                                       {0.21F, 0.72F, 0x786F60},
                                       {0.1F, 0.92F, 0x3F5666},
                                       {0.16F, 0.78F, 0x8E9784},
                                       {0.12F, 0.85F, 0x6A5F57},
                                       {0.19F, 0.7F, 0x4F6B6B},
                                       {0.14F, 0.9F, 0x9B8D74}}};

void put_shelf(Stage& stage, const Rect& shelf) {
    float width = 0;
    for (const Book& book : kBooks) {
        width += book.width * shelf.h * 1.06F;
    }
    float x = shelf.centre_x() - width / 2;
    for (const Book& book : kBooks) {
        const Rect spine{std::round(x), std::round(shelf.bottom() - book.height * shelf.h),
                         std::round(book.width * shelf.h), std::round(book.height * shelf.h)};
        stage.canvas().box(spine, look::rgb(book.colour), stage.look().panel.px(0.6));
        x += book.width * shelf.h * 1.06F;
    }
    stage.canvas().box(
        {shelf.centre_x() - width * 0.6F, shelf.bottom(), width * 1.2F, stage.look().panel.px(1.5)},
        stage.theme().soft, 0);
}

} // namespace

void put_quiet(Stage& stage) {
    const look::Look& look = stage.look();
    const look::Theme& theme = stage.theme();
    stage.screen().name = "quiet";
    stage.screen().scene.title = stage.pack().site;
    stage.keys().wakes = true;
    Rect area = look.panel.rect();
    stage.target({.id = "wake", .label = words::kTouch, .rect = area}, desk::Wake{});

    area = area.grown(-look.pad() * 2);
    Rect shelf = area.take_top(area.h * 0.46F, look.pad() * 2);
    shelf.take_top(shelf.h * 0.25F);
    put_shelf(stage, shelf);
    const auto centred = [&](std::string_view text, look::Style largest, Colour ink) {
        const look::Style style =
            look::fitting_style(look, largest, text, area.w, look.height(largest, 2));
        const look::TextFit fit = look::fit_text(look, style, text, area.w, area.h);
        stage.canvas().text(
            text, area.take_top(fit.height + 1, look.pad()),
            {.style = style, .ink = ink, .paper = theme.page.paper, .across = Across::centre});
    };
    centred(stage.pack().site, {Size::display, Weight::bold}, theme.page.ink);
    centred(words::kWelcome, {Size::large, Weight::regular}, theme.page.ink);
}

} // namespace screens
