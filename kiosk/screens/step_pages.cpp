#include "screens/step_pages.h"

#include "screens/words.h"

#include <algorithm>
#include <optional>

namespace screens {

using look::Look;
using look::Rect;
using look::Size;
using look::Style;
using look::Weight;

namespace {

using Lines = std::vector<std::string>;
using Page = std::vector<Block>;

constexpr Style kCaption{Size::small, Weight::regular};

struct PartLines {
    Part part = Part::say;
    Lines lines;
};

std::vector<PartLines> parts_of(const cards::Step& step) {
    std::vector<PartLines> parts;
    if (!step.say.empty()) {
        Lines quoted;
        std::ranges::transform(step.say, std::back_inserter(quoted), words::quoted);
        parts.push_back({Part::say, std::move(quoted)});
    }
    if (!step.actions.empty()) {
        parts.push_back({Part::act, to_strings(step.actions)});
    }
    if (!step.avoid.empty()) {
        parts.push_back({Part::avoid, to_strings(step.avoid)});
    }
    return parts;
}

/// The height of a block's box around its lines; nothing if a word would have to be cut.
std::optional<float> block_height(const Look& look, const Lines& lines, Style style, float width) {
    float height = 2 * block_padding(look) + caption_height(look);
    for (const std::string& line : lines) {
        const look::TextFit fit = look::fit_text(look, style, line, width - 2 * look.pad(), 1e6F);
        if (!fit.fits) {
            return std::nullopt;
        }
        height += fit.height + 1 + line_spacing(look, style);
    }
    return height;
}

/// Whether the words above a block of that width stand in one line, beside their symbol.
bool caption_fits(const Look& look, Part part, float width) {
    const CaptionMark mark = caption_mark(look);
    const float words = look.fonts->width(kCaption, caption_of(part));
    return mark.side + mark.gap + words <= width - 2 * look.pad();
}

/// Everything on one page in given sizes, or nothing.
std::optional<Page> one_page(const Look& look, const std::vector<PartLines>& parts,
                             const Rect& whole, Style say, Style rest) {
    Page page;
    Rect area = whole;
    std::vector<const PartLines*> below;
    for (const PartLines& part : parts) {
        if (part.part != Part::say) {
            below.push_back(&part);
            continue;
        }
        const auto height = block_height(look, part.lines, say, area.w);
        if (!height || *height > area.h) {
            return std::nullopt;
        }
        page.push_back({.kind = part.part, .style = say, .rect = area, .lines = part.lines});
        if (parts.size() > 1) {
            page.back().rect = area.take_top(*height, look.gap());
        }
    }
    const int columns = static_cast<int>(below.size());
    for (int i = 0; i < columns; ++i) {
        const PartLines& part = *below.at(static_cast<std::size_t>(i));
        const Rect rect = area.cell(i, columns, 0, 1, look.gap());
        const auto height = block_height(look, part.lines, rest, rect.w);
        if (!height || *height > rect.h || !caption_fits(look, part.part, rect.w)) {
            return std::nullopt;
        }
        page.push_back({.kind = part.part, .style = rest, .rect = rect, .lines = part.lines});
    }
    return page;
}

/// Everything on one page in the largest sizes that allow it, or nothing.
std::optional<Page> largest_page(const Look& look, const std::vector<PartLines>& parts,
                                 const Rect& area) {
    for (const auto& [say, rest] : {std::pair{Size::display, Size::large},
                                    {Size::title, Size::large},
                                    {Size::title, Size::base},
                                    {Size::large, Size::base},
                                    {Size::base, Size::base},
                                    {Size::small, Size::small}}) {
        if (auto page =
                one_page(look, parts, area, {say, Weight::regular}, {rest, Weight::regular})) {
            return page;
        }
    }
    return std::nullopt;
}

/// A line in pieces of which each fits a page of its own, in the smallest letters.
Lines pieces_of(const Look& look, const std::string& line, const Rect& area) {
    constexpr Style kLeast{Size::small, Weight::regular};
    const auto fits = [&](const std::string& text) {
        const auto height = block_height(look, {text}, kLeast, area.w);
        return !height || *height <= area.h;
    };
    if (fits(line)) {
        return {line};
    }
    Lines pieces(1);
    for (const std::string_view part :
         look::wrap(*look.fonts, kLeast, line, area.w - 2 * look.pad()).lines) {
        std::string longer = pieces.back() + (pieces.back().empty() ? "" : " ");
        longer += part;
        if (pieces.back().empty() || fits(longer)) {
            pieces.back() = std::move(longer);
        } else {
            pieces.emplace_back(part);
        }
    }
    return pieces;
}

/// A page for each part, and more pages for a part with more lines than fit.
std::vector<Page> many_pages(const Look& look, const std::vector<PartLines>& parts,
                             const Rect& area) {
    std::vector<Page> pages;
    for (const PartLines& part : parts) {
        const Weight weight = Weight::regular;
        const Style least{Size::small, weight};
        Lines lines;
        const auto flush = [&] {
            if (!lines.empty()) {
                Style style{part.part == Part::say ? Size::title : Size::large, weight};
                while (style.size != Size::small) {
                    const auto height = block_height(look, lines, style, area.w);
                    if (height && *height <= area.h) {
                        break;
                    }
                    style = look::smaller(style);
                }
                pages.push_back(
                    {{.kind = part.part, .style = style, .rect = area, .lines = lines}});
                lines.clear();
            }
        };
        Lines pieces;
        for (const std::string& line : part.lines) {
            std::ranges::move(pieces_of(look, line, area), std::back_inserter(pieces));
        }
        for (const std::string& line : pieces) {
            lines.push_back(line);
            const auto height = block_height(look, lines, least, area.w);
            if (lines.size() > 1 && (!height || *height > area.h)) {
                lines.pop_back();
                flush();
                lines.push_back(line);
            }
        }
        flush();
    }
    return pages;
}

/// A step's words over as many pages as they take; at least one.
std::vector<Page> lay_out_words(const Look& look, const std::vector<PartLines>& parts,
                                const Rect& area) {
    if (auto page = largest_page(look, parts, area)) {
        return {std::move(*page)};
    }
    // The words to say on a page of their own, what to do and avoid together on the next.
    const auto spoken = std::ranges::find(parts, Part::say, &PartLines::part);
    if (spoken != parts.end() && parts.size() > 1) {
        auto first = largest_page(look, {*spoken}, area);
        auto second = largest_page(look, {std::next(spoken), parts.end()}, area);
        if (first && second) {
            return {std::move(*first), std::move(*second)};
        }
    }
    auto pages = many_pages(look, parts, area);
    if (pages.empty()) {
        pages.emplace_back();
    }
    return pages;
}

/// Whether no block's letters are more than one size smaller on a page than on another.
bool is_about_as_large(const Page& page, const Page& other) {
    return std::ranges::equal(page, other, [](const Block& block, const Block& large) {
        return block.style.size >= look::smaller(large.style).size;
    });
}

} // namespace

look::Symbol symbol_of(Part part) {
    switch (part) {
    case Part::say: return look::Symbol::speak;
    case Part::act: return look::Symbol::check;
    case Part::avoid: return look::Symbol::cross;
    }
    return look::Symbol::speak;
}

i18n::Message caption_of(Part part) {
    switch (part) {
    case Part::say: return words::kSay;
    case Part::act: return words::kDo;
    case Part::avoid: return words::kAvoid;
    }
    return words::kSay;
}

CaptionMark caption_mark(const Look& look) {
    const float side = std::round(look.em(kCaption) * 0.8F);
    return {.side = side, .gap = side * 0.4F};
}

float block_padding(const Look& look) {
    return std::round(look.pad() * 0.6F);
}

float caption_height(const Look& look) {
    return look.pitch(kCaption) + std::round(look.pad() * 0.35F);
}

float line_spacing(const Look& look, Style style) {
    return std::round((look.pitch(style) - look.height(style, 1)) * 1.15F);
}

look::Rect take_picture_room(Rect& area, float share, float gap) {
    constexpr float kShape = 4.0F / 3; // of most photographs
    if (area.h > area.w) {
        return area.take_bottom(std::round(std::min(area.h * share, area.w / kShape)), gap);
    }
    return area.take_right(std::round(std::min(area.w * share, area.h * kShape)), gap);
}

std::vector<StepPage> lay_out_step(const Look& look, const cards::Step& step, const Rect& area,
                                   bool with_picture) {
    const auto parts = parts_of(step);
    std::vector<Page> alone = lay_out_words(look, parts, area);
    std::vector<StepPage> pages;
    pages.reserve(alone.size() + 1);
    for (const float share : kPictureShares) {
        Rect beside = area;
        const Rect picture = take_picture_room(beside, share, look.gap());
        auto page =
            with_picture && alone.size() == 1 ? largest_page(look, parts, beside) : std::nullopt;
        if (page && is_about_as_large(*page, alone.front())) {
            return {{.blocks = std::move(*page), .picture = picture}};
        }
    }
    for (Page& page : alone) {
        pages.push_back({.blocks = std::move(page), .picture = {}});
    }
    if (with_picture) {
        pages.push_back({.blocks = {}, .picture = area});
    }
    return pages;
}

} // namespace screens
