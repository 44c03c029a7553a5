#pragma once

#include "cards/card.h"
#include "cards/fields.h"
#include "cards/report.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// What is known of a pack while it is being read, with what a finished one no longer needs.
namespace cards {

/// Lines of one kind, and where each stands.
struct WrittenPart {
    Texts texts;
    std::vector<int> lines;
};

/// A step as a card's file writes it.
struct WrittenStep {
    std::string title;
    int line = 0;
    WrittenPart say;
    WrittenPart actions;
    WrittenPart avoid;
    std::optional<Picture> picture;
};

/// A card from its own file alone: `card.steps` is empty until the frameworks are known.
struct CardDraft {
    Card card;
    std::vector<WrittenStep> steps;
    Report report;
};

/// A pack from its pack.yaml alone.
struct PackDraft {
    Pack pack;
    std::array<int, kCodes.size()> framework_lines{}; ///< Where each code names its framework.
    std::vector<Line> board;
    Report report;
};

} // namespace cards
