#include "app/session.h"
#include "look/glyphs.h"
#include "look/paint.h"
#include "packs/folder.h"

#include <imgui.h>

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

/// Does a piece of work once, for callgrind to count its instructions; see README.md.

namespace {

cards::Pack starter_pack() {
    cards::Reading reading = packs::read_folder(DESKCARDS_SOURCE_DIR "/content");
    if (!reading.pack) {
        throw std::runtime_error("the starter pack cannot be read");
    }
    return std::move(*reading.pack);
}

/// Pages that are as large as memory, and not looked at.
class NoPages final : public look::GlyphPages {
public:
    std::uint64_t add(int) override { return ++last_; }
    void remove(std::uint64_t) override {}
    void fill(std::uint64_t, const look::PagePart&, std::span<const std::uint8_t>) override {}

private:
    std::uint64_t last_ = 0;
};

struct ContextCloser {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

/// A frame of the board, from state to triangles; the one before has made the letters.
class BoardFrame {
public:
    BoardFrame() { draw(); }

    void draw() {
        session_.post(desk::Touched{});
        list_._ResetForNewFrame();
        list_.PushClipRect({0, 0}, {1920, 1080});
        look::paint(session_.screen().scene, {0, 0, 1920, 1080},
                    {.fonts = session_.fonts(), .glyphs = glyphs_, .pictures = no_pictures_},
                    list_);
    }

private:
    static app::Session start() {
        auto session = app::Session::start(
            std::make_shared<desk::Library>(starter_pack(), std::vector<cards::Problem>{},
                                            desk::PictureShelf{}),
            desk::Habits{}, {.width_px = 1920, .height_px = 1080, .px_per_mm = 3.643});
        if (!session) {
            throw std::runtime_error(session.error().sentence);
        }
        return std::move(*session);
    }

    app::Session session_ = start();
    NoPages pages_;
    look::GlyphCache glyphs_{session_.fonts(), pages_};
    look::FindPainted no_pictures_ = [](const std::string&) { return std::nullopt; };
    std::unique_ptr<ImGuiContext, ContextCloser> context_{ImGui::CreateContext()};
    ImDrawList list_{ImGui::GetDrawListSharedData()};
};

} // namespace

/// Callgrind collects between its beginning and its end.
extern "C" [[gnu::noinline]] void counted(const std::function<void()>& work) {
    work();
}

namespace {

void read_pack() {
    counted([] { starter_pack(); });
}

void draw_board() {
    BoardFrame frame;
    counted([&] { frame.draw(); });
}

void search() {
    const cards::SearchIndex index(starter_pack());
    constexpr std::size_t kLimit = 24; // as many hits as a desk asks for
    counted([&] { static_cast<void>(index.find("late fee", kLimit)); });
}

} // namespace

int main(int argc, char** argv) {
    const std::map<std::string, void (*)()> works{
        {"read-pack", read_pack}, {"draw-board", draw_board}, {"search", search}};
    const auto work = works.find(argc == 2 ? argv[1] : "");
    if (work == works.end()) {
        std::fputs("usage: counts read-pack|draw-board|search\n", stderr);
        return 2;
    }
    try {
        work->second();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "counts: %s\n", error.what());
        return 1;
    }
}
