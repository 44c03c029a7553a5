#pragma once

#include "screens/stage.h"

/// The screens, one function each; compose chooses among them.
namespace screens {

void put_board(Stage& stage, const desk::BoardView& view);
void put_card(Stage& stage, const desk::CardView& view);
void put_step(Stage& stage, const desk::StepView& view);
void put_search(Stage& stage, const desk::SearchView& view);
void put_page(Stage& stage, const desk::PageView& view);
void put_drop(Stage& stage, const desk::DropView& view);
void put_packs(Stage& stage, const desk::PacksView& view);
void put_pin(Stage& stage, const desk::PinView& view);
/// The phrases, one of them, or the languages.
void put_patron(Stage& stage, const desk::PatronView& view);
/// A phrase, full screen.
void put_phrase(Stage& stage, const desk::PatronView& view);
/// The practices, or a turn of one of them.
void put_practice(Stage& stage, const desk::PracticeView& view);
void put_drill(Stage& stage, const desk::DrillView& view);
/// What the page "Sound and speech" has below its title.
void put_sound(Stage& stage, const look::Rect& area);
/// How did it end.
void put_ending(Stage& stage, const desk::EndingView& view);
/// What is the manager's.
void put_manager(Stage& stage, const desk::ManagerView& view);
void put_quiet(Stage& stage);

} // namespace screens
