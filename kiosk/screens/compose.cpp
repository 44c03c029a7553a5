#include "screens/pieces.h"
#include "screens/screen.h"
#include "screens/words.h"

#include <algorithm>
#include <cmath>

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
void put(Stage& stage, const desk::PracticeView& view) {
    put_practice(stage, view);
}
void put(Stage& stage, const desk::DrillView& view) {
    put_drill(stage, view);
}
void put(Stage& stage, const desk::EndingView& view) {
    put_ending(stage, view);
}
void put(Stage& stage, const desk::ManagerView& view) {
    put_manager(stage, view);
}

const look::Theme& theme_of(desk::Colours colours) {
    switch (colours) {
    case desk::Colours::light: return look::kLight;
    case desk::Colours::dark: return look::kDark;
    case desk::Colours::high_contrast: return look::kHighContrast;
    }
    return look::kLight;
}

/// The middle size is as much larger than the smallest as the largest is than it.
double least_cap_mm(desk::TextSize size, double viewing_distance_mm) {
    const double largest = std::max(look::kMinCapMm, look::largest_cap_mm(viewing_distance_mm));
    switch (size) {
    case desk::TextSize::normal: return look::kMinCapMm;
    case desk::TextSize::large: return std::sqrt(look::kMinCapMm * largest);
    case desk::TextSize::largest: return largest;
    }
    return look::kMinCapMm;
}

} // namespace

void suit(look::Look& look, const desk::Comfort& comfort, double viewing_distance_mm) {
    look.theme = theme_of(comfort.colours);
    look.type.least_cap_mm = least_cap_mm(comfort.text, viewing_distance_mm);
    look.rail_on_right = comfort.rail_on_right;
    look.low = comfort.low;
}

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
