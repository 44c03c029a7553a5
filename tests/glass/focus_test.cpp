#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

using glass_test::Desk;
using support::count_differences;
using support::Description;
using support::Picture;
using support::Target;

namespace {

std::vector<std::string> ids(const Description& glass) {
    std::vector<std::string> all;
    for (const Target& target : glass.targets) {
        if (target.enabled) {
            all.push_back(target.id);
        }
    }
    return all;
}

/// A walker on the board who knows where the focus is.
class Walker {
public:
    /// Starts at home, without looking.
    Walker(Desk& desk, std::vector<std::string> all) : desk_(&desk), ids_(std::move(all)) {
        desk.head_home();
    }

    /// By Tab, or Shift and Tab, whichever is shorter.
    void go_to(const std::string& target) {
        const auto count = static_cast<int>(ids_.size());
        const int there = place_of(target);
        const int onwards = at_.empty() ? there + 1 : (there - place_of(at_) + count) % count;
        const int backwards = at_.empty() ? count - there : count - onwards;
        for (int i = 0; i < std::min(onwards, backwards); ++i) {
            onwards <= backwards ? desk_->hands.key("Tab")
                                 : desk_->hands.key_while("Shift_L", "Tab");
        }
        at_ = target;
    }
    /// By an arrow; returns where it leads.
    const std::string& steer(const std::string& arrow) {
        desk_->hands.key(arrow);
        return at_ = desk_->look().focused();
    }
    const std::string& at() const { return at_; }

private:
    int place_of(const std::string& id) const {
        return static_cast<int>(std::ranges::find(ids_, id) - ids_.begin());
    }

    Desk* desk_;
    std::vector<std::string> ids_;
    std::string at_;
};

constexpr std::array kArrows{"Left", "Right", "Up", "Down"};

/// What the arrows reach on the board from its first target, but for what is left when everything
/// is reached.
std::set<std::string> reach_by_arrows(Walker walker, const std::string& first, std::size_t all) {
    std::set<std::string> reached{first};
    std::map<std::string, std::size_t> tried;
    const auto has_untried = [&](const std::string& id) { return tried[id] < kArrows.size(); };
    walker.go_to(first);
    while (reached.size() < all) {
        if (!has_untried(walker.at())) {
            const auto next = std::ranges::find_if(reached, has_untried);
            if (next == reached.end()) {
                break;
            }
            walker.go_to(*next);
        }
        const auto arrow = tried[walker.at()]++;
        reached.insert(walker.steer(kArrows.at(arrow)));
    }
    return reached;
}

/// What a target did to the desk.
std::string outcome(Desk& desk) {
    const Description now = desk.look();
    const auto tab = std::ranges::find_if(
        now.targets, [](const Target& it) { return it.role == "tab" && it.chosen; });
    return now.summary() + (tab != now.targets.end() ? " " + tab->id : "");
}

} // namespace

TEST_CASE("Tab reaches everything on the board and comes round, Shift and Tab the other way",
          "[focus]") {
    Desk desk;
    const auto all = ids(desk.look());
    REQUIRE(all.size() >= 12 + 5 + 4 + 5);
    const auto expect_focus = [&](const std::string& id) {
        desk.process.wait_for("the focus on " + id,
                              [&](const Description& now) { return now.focused() == id; });
    };
    for (std::size_t i = 0; i <= all.size(); ++i) {
        desk.hands.key("Tab");
        expect_focus(all.at(i % all.size()));
    }
    for (std::size_t i = all.size(); i-- > 0;) {
        desk.hands.key_while("Shift_L", "Tab");
        expect_focus(all.at(i));
    }
}

TEST_CASE("the arrows reach everything on the board", "[focus]") {
    Desk desk;
    const auto all = ids(desk.look());
    const auto reached = reach_by_arrows({desk, all}, all.front(), all.size());
    CHECK(reached == std::set(all.begin(), all.end()));
}

TEST_CASE("Enter does on everything on the board what a tap on it does", "[focus]") {
    Desk desk;
    const Description board = desk.look();
    for (const std::string& id : ids(board)) {
        CAPTURE(id);
        desk.head_home();
        desk.hands.tap(board.at(id).centre());
        const std::string tapped = outcome(desk);
        Walker walker(desk, ids(board));
        walker.go_to(id);
        desk.hands.key("Return");
        CHECK(outcome(desk) == tapped);
    }
}

TEST_CASE("the focus is seen as a ring around its target", "[focus]") {
    Desk desk;
    const Description board = desk.settle();
    const Target& tile = board.targets.front();
    // The ring may stand outside the target, within half the gap to its neighbours.
    const int margin = static_cast<int>(board.px_per_mm);
    support::Area around = tile.area();
    around = {.x = around.x - margin,
              .y = around.y - margin,
              .w = around.w + 2 * margin,
              .h = around.h + 2 * margin};
    const Picture plain = desk.eyes.look_at(around);
    desk.hands.key("Tab");
    CHECK(desk.settle().frames == board.frames + 1);
    // At least two pixels all around.
    const auto ring = static_cast<std::size_t>(2 * 2 * (tile.w + tile.h));
    CHECK(support::wait_until(
        [&] { return count_differences(plain, desk.eyes.look_at(around)) > ring; }));
    desk.hands.tap({.x = tile.x - 3, .y = tile.y - 3}); // beside everything: the ring goes
    desk.settle();
    CHECK(support::wait_until([&] { return desk.eyes.look_at(around) == plain; }));
}
