#include "page.h"

#include "look/theme.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace beside {

namespace {

using look::Size;

std::string colour(const look::Colour& c) {
    return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b);
}

/// A text as HTML.
std::string html(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '<': out += "&lt;"; break;
        case '&': out += "&amp;"; break;
        case '"': out += "&quot;"; break;
        default: out += letter;
        }
    }
    return out;
}

std::string at(double x, double y, double w, double h) {
    return fmt::format("left:{}px;top:{}px;width:{}px;height:{}px", x, y, w, h);
}

std::string at(const support::Target& it) {
    return at(it.x, it.y, it.w, it.h);
}

std::string style_sheet(const look::Fonts& fonts) {
    const look::Theme& theme = look::kLight;
    const auto em = [&](Size size) { return fonts.em({size, look::Weight::regular}); };
    std::string css = fmt::format(
        "*{{box-sizing:border-box;margin:0}}"
        "body{{font:{}px/1.33 'Atkinson Hyperlegible';background:{};color:{};overflow:hidden}}"
        "button,input{{font:inherit;color:inherit;text-align:left;position:absolute}}"
        "button{{background:#fff;border:2px solid {};border-radius:16px;padding:0 16px}}"
        "button:active{{filter:brightness(.81)}}"
        "header{{position:absolute;left:0;top:0;width:100%;height:90px;background:#fff}}"
        "footer{{position:absolute;white-space:pre-wrap;padding:20px;background:{};color:#fff}}"
        "input{{border:2px solid;caret-color:transparent;border-radius:16px;padding:0 "
        "70px;font-size:{}px}}"
        "h1{{font-size:{}px}}h2{{font-size:{}px}}",
        em(Size::small), colour(theme.page.paper), colour(theme.page.ink), colour(theme.line),
        colour(theme.bar.paper), em(Size::base), em(Size::large), em(Size::title));
    css += fmt::format(".tile{{font-weight:bold;font-size:{}px;padding:0 20px 0 40px;"
                       "border-left:24px solid}}",
                       em(Size::large));
    css += fmt::format(".rail{{border:0}}.rail b{{display:block;font-size:{}px}}"
                       ".tab{{font-weight:bold;text-align:center}}",
                       em(Size::display));
    css += fmt::format(".letter{{position:absolute;left:-2px;top:-2px;width:146px;bottom:-2px;"
                       "border-radius:16px 0 0 16px;font:bold {}px 'Atkinson Hyperlegible';"
                       "display:flex;align-items:center;justify-content:center}}",
                       em(Size::huge));
    css += fmt::format(".step{{position:absolute;left:0;right:0;background:#fff;"
                       "border:2px solid {};border-radius:16px;padding:12px 0 0 164px}}"
                       ".step p{{color:{};font-size:{}px}}",
                       colour(theme.line), colour(theme.spoken), em(Size::large));
    css += ".over{position:absolute;background:" + colour(theme.page.paper) + "}";
    for (std::size_t code = 0; code < cards::kCodes.size(); ++code) {
        css +=
            fmt::format(".ground{0}{{background:{1};color:{2}}}.edge{0}{{border-left-color:{1}}}",
                        code, colour(theme.code(code).paper), colour(theme.code(code).ink));
    }
    return css;
}

std::string card_html(const cards::Card& card, double height) {
    const auto code = static_cast<std::size_t>(card.code);
    std::string out = fmt::format("<h1>{}</h1><div>{}</div>", html(card.title), html(card.summary));
    constexpr double kTop = 104;
    constexpr double kGap = 16;
    const double pitch = (height - kTop) / static_cast<double>(card.steps.size());
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
        const cards::Step& step = card.steps.at(i);
        out += fmt::format("<div class=step style=\"top:{}px;height:{}px\">"
                           "<div class=\"letter ground{}\">{}</div><h2>{}</h2><p>{}</p></div>",
                           kTop + pitch * static_cast<double>(i), pitch - kGap, code,
                           html(step.letter), html(step.title),
                           step.say.empty() ? "" : "“" + html(step.say.front()) + "”");
    }
    return out;
}

/// A target of the board as a button that does the same, where it does something here.
std::string button_html(const support::Target& target, const cards::Pack& pack) {
    const std::string kind = target.id.substr(0, target.id.find('/'));
    const std::string id =
        target.id.substr(std::min(target.id.find('/'), target.id.size() - 1) + 1);
    if (kind == "search") {
        return fmt::format("<input id=search placeholder=\"{}\" style=\"{}\">", html(target.label),
                           at(target));
    }
    if (kind == "contacts") {
        return fmt::format("<footer style=\"{}\">{}</footer>", at(target), html(target.label));
    }
    const cards::Card* const card = pack.find(id);
    if (card == nullptr) {
        return fmt::format("<button class={} style=\"{}\">{}</button>", kind, at(target),
                           html(target.label));
    }
    const auto code = static_cast<std::size_t>(card->code);
    if (kind == "rail") {
        return fmt::format("<button class=\"rail ground{}\" data-card=\"{}\" style=\"{}\"><b>{}</b>"
                           "{}</button>",
                           code, html(id), at(target), html(card->title),
                           html(pack.info(card->code).name));
    }
    return fmt::format("<button class=\"tile edge{}\" data-card=\"{}\" style=\"{}\">{}</button>",
                       code, html(id), at(target), html(target.label));
}

constexpr std::string_view kScript = R"(
const card = document.getElementById('card'), search = document.getElementById('search');
const hits = document.getElementById('hits');
const index = [...document.querySelectorAll('template')].map(
    it => ({ id: it.id, title: it.dataset.title, words: it.dataset.words.toLowerCase() }));
const open = id => {
    card.replaceChildren(document.getElementById(id).content.cloneNode(true));
    card.hidden = false;
};
const home = () => { card.hidden = hits.hidden = true; search.value = ''; document.activeElement.blur(); };
document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.card) { hits.hidden = true; open(button.dataset.card); }
    else if (button?.className === 'home') home();
});
document.addEventListener('keydown', event => { if (event.key === 'Escape') home(); });
search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(' ');
    hits.replaceChildren(...index.filter(it => words.every(word => it.words.includes(word)))
        .slice(0, 6).map((it, i) => {
            const button = document.createElement('button');
            button.dataset.card = it.id;
            button.textContent = it.title;
            button.className = 'tile';
            button.style = `left:0;width:100%;height:110px;top:${i * 126}px`;
            return button;
        }));
    hits.hidden = false;
});
)";

} // namespace

std::string page_of(const cards::Pack& pack, const support::Description& board,
                    const look::Fonts& fonts) {
    const support::Target& first = board.at("tile/" + pack.board.front());
    const support::Target& tab = board.at("tab/most-used");
    const support::Target& rail = board.at("rail/" + pack.codes.front().framework);
    const double top = rail.y;
    const double bottom = tab.y + tab.h;
    const double width = board.at("contacts").w - rail.x - first.x;
    std::string out = "<!doctype html><meta charset=utf-8><title>Cards</title><style>" +
                      style_sheet(fonts) + "</style><header></header>";
    out += fmt::format("<h1 style=\"position:absolute;left:{}px;top:{}px\">What’s happening?</h1>",
                       first.x, top);
    for (const support::Target& target : board.targets) {
        out += button_html(target, pack);
    }
    for (const std::string_view id : {"card", "hits"}) {
        out += fmt::format("<div id={} class=over hidden style=\"{}\"></div>", id,
                           at(first.x, top, width, bottom - top));
    }
    for (const cards::Card& card : pack.cards) {
        std::string words = card.title + " " + card.summary;
        for (const std::string_view word : card.keywords) {
            words += " " + std::string(word);
        }
        out += fmt::format("<template id=\"{}\" data-title=\"{}\" data-words=\"{}\">{}</template>",
                           html(card.id), html(card.title), html(words),
                           card_html(card, bottom - top));
    }
    return out + "<script>" + std::string(kScript) + "</script>";
}

} // namespace beside
