#include "screens/stage.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace screens {

const desk::Event* Screen::tap(std::string_view id) const {
    const auto found = std::ranges::find_if(taps, [&](const auto& tap) { return tap.first == id; });
    return found != taps.end() ? &found->second : nullptr;
}

void Stage::target(look::Target target, desk::Event event) {
    if (target.radius == 0) {
        target.radius = look().radius();
    }
    screen_->taps.emplace_back(target.id, std::move(event));
    screen_->scene.targets.push_back(std::move(target));
}

void Stage::around(const std::function<void()>& put) {
    look::Scene& scene = screen_->scene;
    const std::size_t marks = scene.marks.size();
    const std::size_t targets = scene.targets.size();
    put();
    for (look::Mark& mark : std::span(scene.marks).subspan(marks)) {
        if (auto* const text = std::get_if<look::Text>(&mark)) {
            text->around = true;
        }
    }
    for (look::Target& target : std::span(scene.targets).subspan(targets)) {
        target.around = true;
    }
}

void Stage::button(const Button& button, const look::Rect& rect) {
    const look::Ground faint{.paper = theme().page.paper, .ink = theme().soft};
    const look::Ground& ground = button.enabled ? button.ground : faint;
    if (ground == theme().card || !button.enabled) {
        canvas_.sheet(rect, ground);
    } else {
        canvas_.box(rect, ground.paper, look().radius());
    }
    canvas_.face(button.face, rect, ground);
    target({.id = button.id,
            .role = button.role,
            .label = button.label,
            .key = button.face.key,
            .rect = rect,
            .enabled = button.enabled,
            .chosen = button.chosen,
            .live = button.live,
            .spoken = button.spoken},
           button.event);
}

look::Symbol symbol_of(cards::Code code) {
    switch (code) {
    case cards::Code::green: return look::Symbol::ring;
    case cards::Code::yellow: return look::Symbol::triangle;
    case cards::Code::red: return look::Symbol::octagon;
    case cards::Code::blue: return look::Symbol::loop;
    }
    return look::Symbol::ring;
}

const cards::Picture* picture_of(const cards::Card& card, int step) {
    const auto& own = card.steps.at(static_cast<std::size_t>(step)).picture;
    if (own) {
        return &*own;
    }
    return step == 0 && card.picture ? &*card.picture : nullptr;
}

void put_picture(Stage& stage, const cards::Picture& picture, const look::Rect& room,
                 look::Down down) {
    stage.screen().scene.marks.emplace_back(look::Photo{.file = picture.file,
                                                        .words = picture.words,
                                                        .rect = room,
                                                        .down = down,
                                                        .radius = stage.look().radius()});
}

float stripe_width(const look::Look& look, const look::Rect& rect) {
    return std::clamp(rect.w * 0.06F, look.panel.px(5), look.panel.px(9));
}

void put_stripe(Stage& stage, cards::Code code, const look::Rect& stripe) {
    const look::Ground& ground = stage.ground(code);
    stage.screen().scene.marks.emplace_back(
        look::Box{.rect = stripe,
                  .fill = ground.paper,
                  .radius = std::min(stage.look().radius(), stripe.w),
                  .round = look::Box::Round::left});
    const float side = std::round(stripe.w * 0.74F);
    stage.canvas().symbol(symbol_of(code),
                          {std::round(stripe.centre_x() - side / 2),
                           std::round(stripe.centre_y() - side / 2), side, side},
                          ground.ink);
}

} // namespace screens
