#include "screens/pieces.h"
#include "screens/screen.h"
#include "screens/words.h"

namespace screens {

namespace {

void put(Stage& stage, const desk::BoardView& view) {
    put_board(stage, view);
}
void put(Stage& stage, const desk::CardView& view) {
    put_card(stage, view);
}
void put(Stage& stage, const desk::StepView& view) {
    put_step(stage, view);
}
void put(Stage& stage, const desk::SearchView& view) {
    put_search(stage, view);
}
void put(Stage& stage, const desk::PageView& view) {
    put_page(stage, view);
}

void add_all(look::Glyphs& glyphs, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        look::add_glyphs(glyphs, text);
    }
}

void add_words(look::Glyphs& glyphs) {
    for (char32_t c = U' '; c <= U'~'; ++c) { // what staff type, and most of what the desk says
        glyphs.insert(c);
    }
    for (const char* text : {words::kBoardTitle, "“”‘’·…"}) {
        look::add_glyphs(glyphs, text);
    }
}

} // namespace

Screen compose(const desk::State& state, const Context& context) {
    Screen screen;
    Stage stage(screen, state, context);
    if (state.quiet) {
        put_quiet(stage);
    } else {
        std::visit([&](const auto& view) { put(stage, view); }, state.view);
    }
    look::show_attention(screen.scene, context.look, context.focused, context.pressed);
    return screen;
}

ShownGlyphs shown_glyphs(const desk::Library& library, const Context& context) {
    ShownGlyphs glyphs;
    const cards::Pack& pack = library.pack;
    add_words(glyphs.text);
    add_all(glyphs.text, {pack.name, pack.site, pack.desk, pack.address, pack.notice});
    for (const cards::Contact& contact : pack.contacts) {
        add_all(glyphs.text, {contact.who, contact.call});
    }
    for (const cards::CodeInfo& info : pack.codes) {
        add_all(glyphs.text, {info.name, info.tab, info.colour, info.link});
    }
    for (const cards::Problem& problem : library.problems) {
        add_all(glyphs.text, {problem.file, problem.text});
    }
    for (const std::string& label : context.number_row) {
        look::add_glyphs(glyphs.text, label);
    }
    for (const cards::Card& card : pack.cards) {
        add_all(glyphs.text, {card.title, card.summary});
        add_all(glyphs.text, card.keywords);
        for (const cards::Step& step : card.steps) {
            add_all(glyphs.text, {step.letter, step.title});
            look::add_glyphs(glyphs.letters, step.letter);
            add_all(glyphs.text, step.say);
            add_all(glyphs.text, step.actions);
            add_all(glyphs.text, step.avoid);
        }
    }
    return glyphs;
}

} // namespace screens
