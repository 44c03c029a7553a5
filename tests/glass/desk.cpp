#include "desk.h"

#include <cstdlib>
#include <stdexcept>

namespace glass_test {

using support::Description;

std::string display() {
    const char* const name = std::getenv("DISPLAY");
    return name != nullptr ? name : "";
}

Desk::Desk(const std::vector<std::string>& arguments)
    : process(display(), arguments), hands(display()), eyes(display()) {}

Description Desk::wait_for_screen(std::string_view screen) {
    return process.wait_for("the screen " + std::string(screen),
                            [&](const Description& now) { return now.screen == screen; });
}

Description Desk::wait_for_card(std::string_view card) {
    return process.wait_for("the card " + std::string(card), [&](const Description& now) {
        return now.screen == "card" && now.card == card;
    });
}

Description Desk::wait_for_step(std::string_view card, int step) {
    return process.wait_for("step " + std::to_string(step) + " of " + std::string(card),
                            [&](const Description& now) {
                                return now.screen == "step" && now.card == card && now.step == step;
                            });
}

Description Desk::wait_for_query(std::string_view query) {
    return process.wait_for("a search for " + std::string(query), [&](const Description& now) {
        return now.screen == "search" && now.at("search").label == query;
    });
}

void Desk::tap(std::string_view target) {
    hands.tap(look().at(target).centre());
}

void Desk::head_home() {
    hands.key("F1"); // from a card, home is the board with its first tab and without focus
    hands.key("Escape");
}

Description Desk::go_home() {
    head_home();
    Description home = look();
    if (home.screen != "board" || !home.focused().empty()) {
        throw std::runtime_error("The way home led to " + home.summary());
    }
    return home;
}

Description Desk::go_to(std::string_view screen) {
    if (screen == "board" || screen == "menu" || screen == "contacts") {
        go_home();
    } else {
        head_home();
    }
    if (screen == "card" || screen == "step") {
        hands.key("2");
    }
    if (screen == "step") {
        hands.key("space");
    } else if (screen == "search") {
        hands.key("s");
    } else if (screen == "menu" || screen == "contacts") {
        tap(screen);
    } else if (screen == "quiet") {
        hands.key("F12");
    } else if (screen != "board" && screen != "card") {
        throw std::invalid_argument("There is no way to the screen " + std::string(screen));
    }
    return wait_for_screen(screen);
}

} // namespace glass_test
