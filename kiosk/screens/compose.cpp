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
void put(Stage& stage, const desk::DropView& view) {
    put_drop(stage, view);
}
void put(Stage& stage, const desk::PacksView& view) {
    put_packs(stage, view);
}
void put(Stage& stage, const desk::PinView& view) {
    put_pin(stage, view);
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
    for (const char* text : {words::kBoardTitle, "“”‘’·…→"}) {
        look::add_glyphs(glyphs, text);
    }
}

} // namespace

Screen compose(const desk::State& state, const Context& context) {
    Screen screen;
    screen.scene.paper = context.look.theme.page.paper;
    Stage stage(screen, state, context);
    if (state.quiet) {
        put_quiet(stage);
    } else {
        std::visit([&](const auto& view) { put(stage, view); }, state.view);
    }
    look::show_attention(screen.scene, context.look, context.focused, context.pressed);
    return screen;
}

look::Glyphs passing_glyphs(const desk::State& state) {
    look::Glyphs glyphs;
    const auto add_problems = [&](const std::vector<cards::Problem>& problems) {
        for (const cards::Problem& problem : problems) {
            add_all(glyphs, {problem.file, problem.text});
        }
    };
    if (const auto* search = std::get_if<desk::SearchView>(&state.view)) {
        look::add_glyphs(glyphs, search->query);
    }
    for (const desk::KeptPack& pack : state.packs) {
        look::add_glyphs(glyphs, pack.name);
    }
    if (!state.drop) {
        return glyphs;
    }
    if (const auto* review = std::get_if<desk::DropReview>(&*state.drop)) {
        add_all(glyphs, {review->library->pack.name, review->signer});
        add_all(glyphs, review->cautions);
        add_problems(review->warnings);
        for (const cards::Change& change : review->changes) {
            add_all(glyphs, {change.what, change.detail});
        }
    } else if (const auto* refused = std::get_if<desk::DropRefused>(&*state.drop)) {
        look::add_glyphs(glyphs, refused->headline);
        add_problems(refused->problems);
    } else if (const auto* done = std::get_if<desk::DropDone>(&*state.drop)) {
        look::add_glyphs(glyphs, done->sentence);
    }
    return glyphs;
}

look::FontOrder fonts_for(const desk::Library& library, const Context& context) {
    look::FontOrder glyphs{.panel = context.look.panel, .text = {}, .letters = {}};
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
