#include "cards/picture_links.h"

#include "cards/nearest.h"
#include "i18n/message.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>

namespace cards {
namespace {

using i18n::tr;
using i18n::tr_plural;

/// As with links between cards: beyond these a pack is broken as a whole.
constexpr int kMaxSuggestions = 50;

/// Asks of each picture that a card's own file writes whether it is there.
class PictureChecker {
public:
    explicit PictureChecker(std::span<const std::string> pictures)
        : there_(pictures.begin(), pictures.end()), names_(pictures.begin(), pictures.end()) {}

    void check(CardDraft& draft);
    /// Those that no card shows.
    std::vector<std::string_view> unused() const;

private:
    void check(const std::optional<Picture>& picture, Report& report);

    std::set<std::string_view> there_;
    std::set<std::string_view> used_;
    std::vector<std::string_view> names_;
    int suggestions_left_ = kMaxSuggestions;
};

void PictureChecker::check(CardDraft& draft) {
    check(draft.card.picture, draft.report);
    for (const WrittenStep& step : draft.steps) {
        check(step.picture, draft.report);
    }
}

void PictureChecker::check(const std::optional<Picture>& picture, Report& report) {
    if (!picture) {
        return;
    }
    const auto found = there_.find(picture->file);
    if (found != there_.end()) {
        used_.insert(*found);
        return;
    }
    const bool suggest = suggestions_left_-- > 0;
    report.error(picture->line,
                 tr("There is no picture {0} in the pack.", in_quotes(picture->file)) +
                     (suggest ? did_you_mean(picture->file, names_) : ""));
}

std::vector<std::string_view> PictureChecker::unused() const {
    std::vector<std::string_view> unused;
    std::ranges::set_difference(there_, used_, std::back_inserter(unused));
    return unused;
}

} // namespace

void check_pictures(std::span<const std::string> pictures, PackDraft& pack,
                    std::vector<CardDraft>& cards) {
    PictureChecker checker(pictures);
    for (CardDraft& draft : cards) {
        checker.check(draft);
    }
    const std::vector<std::string_view> unused = checker.unused();
    if (unused.empty()) {
        return;
    }
    pack.report.warning(0,
                        tr_plural("No card shows the picture {1}. Take out what is not needed, or "
                                  "show it on a card as in ![The way out](images/door.png).",
                                  "No card shows {0} pictures, among them {1}. Take out what is "
                                  "not needed, or show it on a card as in "
                                  "![The way out](images/door.png).",
                                  unused.size(), in_quotes(unused.front())));
}

} // namespace cards
