#include "glass_rules.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace {

using look::Rect;
using look::Target;
using look::Text;

constexpr double kLeastGapMm = 2;
constexpr double kLeastPictureMm = 25;

std::string at(const Rect& r) {
    std::ostringstream out;
    out << " at " << r.x << "," << r.y << " " << r.w << "x" << r.h;
    return out.str();
}

std::vector<const Text*> texts_of(const screens::Screen& screen) {
    std::vector<const Text*> texts;
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* text = std::get_if<Text>(&mark)) {
            texts.push_back(text);
        }
    }
    return texts;
}

/// Where ink is: capitals and descenders, without the air above and below.
Rect inked(const Text& text) {
    return text.rect.grown(-0.5F, -text.cap_px * 0.12F);
}

class Rules {
public:
    Rules(const screens::Screen& screen, const look::Look& look) : screen_(screen), look_(look) {}

    std::vector<std::string> check() {
        const auto texts = texts_of(screen_);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            check_text(*texts.at(i));
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                if (inked(*texts.at(i)).overlaps(inked(*texts.at(j)))) {
                    breach("\"" + texts.at(i)->text + "\" and \"" + texts.at(j)->text +
                           "\" overlap" + at(texts.at(i)->rect));
                }
            }
        }
        std::set<std::string> ids;
        for (const Target& target : screen_.scene.targets) {
            check_target(target);
            if (!ids.insert(target.id).second) {
                breach("two targets are called " + target.id);
            }
        }
        check_distances();
        check_photos();
        return std::move(breaches_);
    }

private:
    void breach(const std::string& what) { breaches_.push_back(what); }

    void check_text(const Text& text) {
        const std::string name = "\"" + text.text + "\"" + at(text.rect);
        if (text.clipped) {
            breach(name + " is clipped");
        }
        if (!look_.panel.rect().holds(text.rect)) {
            breach(name + " leaves the glass");
        }
        if (double{text.cap_px} / look_.panel.px_per_mm < look_.type.least_cap_mm - 0.01) {
            breach(name + " has letters that are too small");
        }
        if (look::contrast(text.ink, text.paper) < look_.theme.least_contrast) {
            breach(name + " has too little contrast");
        }
        for (const Target& target : screen_.scene.targets) {
            const Rect ink = inked(text);
            if (target.rect.contains(ink.centre_x(), ink.centre_y()) && !target.rect.holds(ink)) {
                breach(name + " sticks out of " + target.id + at(target.rect));
            }
        }
    }

    void check_target(const Target& target) {
        const bool key = target.role == look::Role::key;
        const double least_mm = key ? look::kMinKeyMm : look::min_target_mm(look_.panel);
        const float least = look_.panel.px(least_mm) - 0.5F;
        if (target.rect.w < least || target.rect.h < least) {
            breach(target.id + at(target.rect) + " is too small");
        }
        // One that is the whole glass is in reach somewhere.
        if (target.rect != look_.panel.rect() && !look_.within_reach().holds(target.rect)) {
            breach(target.id + at(target.rect) + " leaves the glass");
        }
        if (target.label.empty()) {
            breach(target.id + " has no label");
        }
        if (screen_.tap(target.id) == nullptr) {
            breach(target.id + " does nothing");
        }
    }

    void check_photos() {
        std::vector<Rect> taken;
        for (const Text* text : texts_of(screen_)) {
            taken.push_back(inked(*text));
        }
        for (const Target& target : screen_.scene.targets) {
            taken.push_back(target.rect);
        }
        for (const look::Mark& mark : screen_.scene.marks) {
            const auto* const photo = std::get_if<look::Photo>(&mark);
            if (photo == nullptr) {
                continue;
            }
            const std::string name = "the picture " + photo->file + at(photo->rect);
            if (!look_.panel.rect().holds(photo->rect)) {
                breach(name + " leaves the glass");
            }
            if (photo->rect.w < look_.panel.px(kLeastPictureMm) ||
                photo->rect.h < look_.panel.px(kLeastPictureMm)) {
                breach(name + " is too small to be seen");
            }
            if (std::ranges::any_of(taken,
                                    [&](const Rect& rect) { return rect.overlaps(photo->rect); })) {
                breach(name + " lies over something else");
            }
            taken.push_back(photo->rect);
        }
    }

    void check_distances() {
        const auto& targets = screen_.scene.targets;
        // A pixel may be lost to rounding.
        const float half = static_cast<float>(kLeastGapMm * look_.panel.px_per_mm) / 2 - 0.5F;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            for (std::size_t j = i + 1; j < targets.size(); ++j) {
                if (targets.at(i).rect.grown(half).overlaps(targets.at(j).rect.grown(half))) {
                    breach(targets.at(i).id + " and " + targets.at(j).id + " are too close");
                }
            }
        }
    }

    const screens::Screen& screen_;
    const look::Look& look_;
    std::vector<std::string> breaches_;
};

} // namespace

std::vector<std::string> breaches(const screens::Screen& screen, const look::Look& look) {
    return Rules(screen, look).check();
}
