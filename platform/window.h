#pragma once

#include "platform/input.h"
#include "platform/pixel_rect.h"
#include "platform/pixels.h"
#include "platform/result.h"
#include "platform/screen.h"
#include "platform/trace.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct ImDrawList;

namespace platform {

/// Red, green and blue, 0 to 255.
using Rgb = std::array<std::uint8_t, 3>;

/// The one window, with its OpenGL context: takes input, shows draw lists, and sleeps in between.
///
/// Input is kept in the order in which it came, so that a press and a release between two frames
/// are both seen. Only `wake` may be called from another thread.
class Window {
public:
    /// Opens the window. Fails with a sentence if there is no OpenGL 3. `trace` outlives it.
    static Result<Window> open(Screen screen, const Trace& trace);

    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    /// Sleeps until there is input, `wake` is called or `timeout` has passed, whichever is first.
    void wait(Moment timeout);

    /// What came since the last call, oldest first.
    std::vector<Input> take_input();

    /// Puts into a list what there is in a part of the glass.
    using Paint = std::function<void(ImDrawList& list, const PixelRect& part)>;

    /// Draws a part of the glass, what `paint` puts on `paper`, and shows it; or all of it, where
    /// what was drawn before is not kept. If the glass is no longer the one that this is for, shows
    /// nothing and returns false: then an `Exposed` is on its way.
    bool draw(const Glass& on, const Rgb& paper, const PixelRect& part, const Paint& paint);

    /// Shows again all that was drawn on that glass. False, and it has to be drawn anew, where it
    /// is not kept, or is for another one.
    bool show_again(const Glass& on);

    /// Puts a picture into the graphics memory and returns its name there, until it is removed; 0
    /// if it is larger than `largest_picture` or there is no room.
    std::uint64_t add_picture(const Pixels& pixels);
    void remove_picture(std::uint64_t picture);
    /// No picture may be larger either way, px.
    int largest_picture() const;

    /// Puts a blank stencil into the graphics memory, to be drawn in any colour, until it is
    /// removed as a picture is; 0 if there is no room.
    std::uint64_t add_stencil(int width, int height);
    /// Fills a part of a stencil row by row: how much of each pixel is covered, 0 to 255.
    void fill_stencil(std::uint64_t stencil, const PixelRect& part,
                      std::span<const std::uint8_t> coverage);

    Glass glass() const;

    /// What is printed on the number row's keys in the present layout, from `1` to `=` by place;
    /// an empty text where the layout has nothing to say.
    std::array<std::string, 12> number_row() const;

    /// Puts the window in front of the others and gives it the keyboard.
    void raise();

    /// Puts it away: whoever was in front before has the keyboard again. False, and it stays, if
    /// there is nothing else to be seen (no window manager, and no other window).
    bool put_away();

    /// It is in front, or is about to be: see `Front::in_front`.
    bool in_front() const;

    /// It was put away, by `put_away` or by a person, and cannot be seen.
    bool away() const;

    void show_pointer(bool visible);

    /// The person or the system has asked the window to close.
    bool close_requested() const;

    /// Ends a `wait` under way; from any thread.
    static void wake();

private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace platform
