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
void put(Stage& stage, const desk::PatronView& view) {
    put_patron(stage, view);
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

} // namespace screens
