#pragma once

#include "screens/stage.h"

#include <string>
#include <vector>

/// The parts of what is the manager's, each below its title: in `area`, with the button that turns
/// pages in `turn`, or below if that is empty.
namespace screens {

void put_opened(Stage& stage, const desk::ManagerView& view, look::Rect area,
                const look::Rect& turn);
void put_worse(Stage& stage, const desk::ManagerView& view, const look::Rect& area,
               const look::Rect& turn);
/// The cards with endings to choose from, or those of one.
void put_endings(Stage& stage, const desk::ManagerView& view, const look::Rect& area,
                 const look::Rect& turn);
void put_reach(Stage& stage, const desk::ManagerView& view, const look::Rect& area,
               const look::Rect& turn);
void put_findings(Stage& stage, const desk::ManagerView& view, const look::Rect& area);
/// The cards to review, or the questions about one.
void put_fairness(Stage& stage, const desk::ManagerView& view, const look::Rect& area,
                  const look::Rect& turn);
void put_plan(Stage& stage, const desk::ManagerView& view, const look::Rect& area);

/// How often it got worse, by code: "Everyday: 4%, 12 of 300; …".
std::string worse_in_short(const Stage& stage);

/// A card with what is said of it, as a choice's label: in large letters on small panels the card
/// alone.
std::string with_note(const look::Look& look, const std::string& title, const std::string& note);

/// The bars of a quarter: all cards, the most opened first.
struct Bar;
std::vector<Bar> bars_of_opened(const desk::Evaluation& evaluation, const desk::Quarter& quarter);

} // namespace screens
