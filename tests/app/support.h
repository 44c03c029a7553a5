#pragma once

#include "app/hands.h"
#include "app/session.h"

#include <filesystem>
#include <iosfwd>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// Desks without a window for the tests of app.
namespace app_test {

std::filesystem::path starter_folder();

/// The starter pack, read once.
const desk::LibraryPtr& starter();

look::Panel panel_of(double inches, int width_px, int height_px);

/// A desk on the starter pack; the test fails if it does not start.
app::Session start_desk(const look::Panel& panel);
app::Session start_desk();
/// One whose interface can be in those languages.
app::Session start_desk(app::Languages languages);

/// The languages that the program was built with.
app::Languages translations();

/// A finger that goes down and up in the middle of a target; the test fails if there is none.
void tap(app::Session& session, std::string_view id);

void press(app::Session& session, platform::Key key);

/// A key for each ASCII letter of a text, with the text that comes of it.
void type(app::Session& session, std::string_view text);

/// Id of the target that is shown as focused; empty if none is.
std::string focused(const app::Session& session);

/// What is written to a stream while this lives.
class Captured {
public:
    explicit Captured(std::ostream& stream);
    Captured(const Captured&) = delete;
    Captured& operator=(const Captured&) = delete;
    Captured(Captured&&) = delete;
    Captured& operator=(Captured&&) = delete;
    ~Captured();

    std::string text() const { return words_.str(); }

private:
    std::ostringstream words_;
    std::ostream* stream_;
    std::streambuf* old_;
};

/// Hands at a screen made by hand, on a panel with ten pixels a millimetre: `left` and `right` side
/// by side, `below` under `left`, and `off`, which is out of use, under `right`. Each opens a card
/// of its own name.
struct HandsOn {
    screens::Screen screen;
    look::Panel panel{.width_px = 1000, .height_px = 800, .px_per_mm = 10};
    app::Hands hands;

    HandsOn();

    std::vector<desk::Event> take(const platform::Input& input);
    std::vector<desk::Event> key(platform::Key key);
    std::vector<desk::Event> tap(double x, double y);
};

/// The events that opening these cards is.
std::vector<desk::Event> opens(const std::vector<std::string>& cards);

} // namespace app_test
