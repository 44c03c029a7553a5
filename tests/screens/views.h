#pragma once

#include "desk/update.h"
#include "look/fonts.h"
#include "screens/screen.h"

#include <memory>
#include <string>
#include <vector>

/// The starter pack, read as the desk reads it.
desk::LibraryPtr starter_library();

/// A size of panel that desks have.
struct PanelKind {
    int width_px;
    int height_px;
    double inches; ///< Across its diagonal.
};

/// Every resolution that has to work, at each size of panel that goes with it.
const std::vector<PanelKind>& panel_kinds();
/// Every `nth` of them, and under a sanitizer, which is several times as slow and looks for faults
/// that are the same on most of them, every fifth of those.
std::vector<PanelKind> panels_to_sweep(std::size_t nth);
look::Panel panel_of(const PanelKind& kind);
std::string name_of(const PanelKind& kind);

/// A panel with fonts, to compose screens with.
class Bench {
public:
    Bench(desk::LibraryPtr library, const look::Panel& panel, const desk::Comfort& comfort = {});

    desk::State start() const { return desk::start(library_, desk::Habits{}, comfort_); }
    screens::Screen compose(const desk::State& state) const {
        return screens::compose(state, context_);
    }
    const look::Look& look() const { return context_.look; }
    const desk::Library& library() const { return *library_; }

    /// The state after some events.
    desk::State after(std::vector<desk::Event> events) const;

    /// Every view that the library has, first pages only: the rest follow by `pages_of`.
    std::vector<desk::State> all_views() const;

    /// Those of them for the patron: the list from home, a step and a card, and from the card each
    /// phrase in every language, and the languages.
    std::vector<desk::State> patron_views() const;

    /// What only the manager sees, and how staff tell her how it ended.
    std::vector<desk::State> manager_views() const;

    /// All pages of a view.
    std::vector<screens::Screen> pages_of(desk::State state) const;

private:
    desk::LibraryPtr library_;
    desk::Comfort comfort_;
    screens::Context context_;
    std::unique_ptr<look::Fonts> fonts_;
};
