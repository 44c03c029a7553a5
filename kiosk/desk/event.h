#pragma once

#include "desk/state.h"

#include <string>
#include <variant>

/// Everything that can happen to a desk, and what it asks of the world in return.
namespace desk {

struct GoHome {
    friend bool operator==(const GoHome&, const GoHome&) = default;
};
struct OpenTab {
    Tab tab;
    friend bool operator==(const OpenTab&, const OpenTab&) = default;
};
struct OpenCard {
    std::string card;
    friend bool operator==(const OpenCard&, const OpenCard&) = default;
};
/// Opens a code's framework.
struct OpenFramework {
    cards::Code code = cards::Code::green;
    friend bool operator==(const OpenFramework&, const OpenFramework&) = default;
};
/// Opens a step of the card that is open; `page` as the screen counts them.
struct OpenStep {
    int step = 0;
    int page = 0;
    friend bool operator==(const OpenStep&, const OpenStep&) = default;
};
/// Shows another page of the same view.
struct ShowPage {
    int page = 0;
    friend bool operator==(const ShowPage&, const ShowPage&) = default;
};
struct StartSearch {
    friend bool operator==(const StartSearch&, const StartSearch&) = default;
};
/// Adds to the search, which starts if it is not open.
struct Type {
    std::string text;
    friend bool operator==(const Type&, const Type&) = default;
};
/// Takes the last character of the search away.
struct Erase {
    friend bool operator==(const Erase&, const Erase&) = default;
};
struct ClearQuery {
    friend bool operator==(const ClearQuery&, const ClearQuery&) = default;
};
/// Opens a group of the drawn keyboard's letters, or closes it.
struct OpenGroup {
    std::optional<int> group;
    friend bool operator==(const OpenGroup&, const OpenGroup&) = default;
};
struct ChooseHit {
    int hit = 0;
    friend bool operator==(const ChooseHit&, const ChooseHit&) = default;
};
struct OpenPage {
    Topic topic = Topic::menu;
    friend bool operator==(const OpenPage&, const OpenPage&) = default;
};
struct CloseNotice {
    friend bool operator==(const CloseNotice&, const CloseNotice&) = default;
};
/// Covers the desk with the quiet screen.
struct BeQuiet {
    friend bool operator==(const BeQuiet&, const BeQuiet&) = default;
};
/// Uncovers what was there before the quiet screen.
struct Wake {
    friend bool operator==(const Wake&, const Wake&) = default;
};
/// A person did something, whatever it was.
struct Touched {
    friend bool operator==(const Touched&, const Touched&) = default;
};
/// Time has passed.
struct Tick {
    Moment now{0};
    int minute_of_day = 0;
    friend bool operator==(const Tick&, const Tick&) = default;
};
/// There are new cards to show.
struct UseLibrary {
    LibraryPtr library;
    friend bool operator==(const UseLibrary&, const UseLibrary&) = default;
};
/// Another program asks for a view: a card's id, "home" or "quiet".
struct ShowOnRequest {
    std::string what;
    friend bool operator==(const ShowOnRequest&, const ShowOnRequest&) = default;
};

using Event = std::variant<GoHome, OpenTab, OpenCard, OpenFramework, OpenStep, ShowPage,
                           StartSearch, Type, Erase, ClearQuery, OpenGroup, ChooseHit, OpenPage,
                           CloseNotice, BeQuiet, Wake, Touched, Tick, UseLibrary, ShowOnRequest>;

/// Put the desk in front of other programs.
struct ComeForward {
    friend bool operator==(const ComeForward&, const ComeForward&) = default;
};
/// Nothing here has that name; tell whoever asked.
struct Refuse {
    std::string sentence;
    friend bool operator==(const Refuse&, const Refuse&) = default;
};

/// What the desk asks the world to do, as data.
using Effect = std::variant<ComeForward, Refuse>;

} // namespace desk
