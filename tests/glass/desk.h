#pragma once

#include "support/desk_process.h"
#include "support/x_eyes.h"
#include "support/x_hands.h"

#include <string>
#include <string_view>
#include <vector>

namespace glass_test {

/// The display that all tests share.
std::string display();

/// A desk on the glass with somebody's hands and eyes in front of it.
struct Desk {
    explicit Desk(const std::vector<std::string>& arguments = {});

    support::DeskProcess process;
    support::XHands hands;
    support::XEyes eyes;

    support::Description look() { return process.look(); }
    support::Description settle() { return process.settle(); }
    support::Description wait_for_screen(std::string_view screen);
    support::Description wait_for_card(std::string_view card);
    support::Description wait_for_step(std::string_view card, int step);
    support::Description wait_for_query(std::string_view query);

    /// Taps the middle of a target that is on the glass.
    void tap(std::string_view target);
    /// Sends the keys that lead to the board as it is at the start, with nothing in focus. What is
    /// done next comes after them.
    void head_home();
    /// Goes there and looks.
    support::Description go_home();
    /// Goes to a screen from wherever the desk is: "board", "card", "step", "search", "menu",
    /// "contacts" or "quiet".
    support::Description go_to(std::string_view screen);
};

} // namespace glass_test
