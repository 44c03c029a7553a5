#include "app/describe.h"

#include "i18n/message.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace app {

namespace {

using i18n::tr;
using nlohmann::ordered_json;

ordered_json rect_json(const look::Rect& rect) {
    return {{"x", rect.x}, {"y", rect.y}, {"w", rect.w}, {"h", rect.h}};
}

ordered_json target_json(const look::Target& target) {
    ordered_json json{{"id", target.id},
                      {"role", look::to_string(target.role)},
                      {"label", target.label},
                      {"key", target.key}};
    json.update(rect_json(target.rect));
    json.update(
        {{"enabled", target.enabled}, {"chosen", target.chosen}, {"focused", target.focused}});
    return json;
}

ordered_json text_json(const look::Text& text, double px_per_mm) {
    ordered_json json{{"text", text.text}};
    json.update(rect_json(text.rect));
    json.update({{"cap_mm", static_cast<double>(text.cap_px) / px_per_mm},
                 {"contrast", look::contrast(text.ink, text.paper)},
                 {"clipped", text.clipped},
                 {"turned", text.turned}});
    return json;
}

ordered_json picture_json(const look::Photo& photo) {
    ordered_json json{{"file", photo.file}, {"words", photo.words}};
    json.update(rect_json(photo.rect));
    return json;
}

std::string heading(const screens::Screen& screen) {
    if (screen.card.empty()) {
        return tr("Screen: {0}", screen.name);
    }
    return screen.step < 0
               ? tr("Screen: {0}, card {1}", screen.name, screen.card)
               : tr("Screen: {0}, card {1}, step {2}", screen.name, screen.card, screen.step + 1);
}

} // namespace

std::string describe_json(const Session& session, const Work& work) {
    const screens::Screen& screen = session.screen();
    const double px_per_mm = session.look().panel.px_per_mm;
    ordered_json json{{"screen", screen.name},
                      {"card", nullptr},
                      {"step", nullptr},
                      {"page", screen.page + 1},
                      {"pages", screen.pages},
                      {"frames", work.frames},
                      {"longest_ms", work.longest_ms},
                      {"px_per_mm", px_per_mm},
                      {"targets", ordered_json::array()},
                      {"texts", ordered_json::array()},
                      {"pictures", ordered_json::array()}};
    if (!screen.card.empty()) {
        json["card"] = screen.card;
    }
    if (screen.step >= 0) {
        json["step"] = screen.step + 1;
    }
    for (const look::Target& target : screen.scene.targets) {
        json["targets"].push_back(target_json(target));
    }
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* text = std::get_if<look::Text>(&mark)) {
            json["texts"].push_back(text_json(*text, px_per_mm));
        } else if (const auto* photo = std::get_if<look::Photo>(&mark)) {
            json["pictures"].push_back(picture_json(*photo));
        }
    }
    constexpr int kIndent = 1;
    return json.dump(kIndent, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string describe_text(const Session& session) {
    const screens::Screen& screen = session.screen();
    std::ostringstream out;
    out << heading(screen) << "\n\n" << tr("Words:") << "\n";
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* text = std::get_if<look::Text>(&mark)) {
            out << "  " << text->text << "\n";
        } else if (const auto* photo = std::get_if<look::Photo>(&mark)) {
            out << "  " << tr("Picture: {0}", photo->words.empty() ? photo->file : photo->words)
                << "\n";
        }
    }
    // Translators: what can be tapped.
    out << "\n" << tr("Targets:") << "\n";
    for (const look::Target& target : screen.scene.targets) {
        out << "  " << target.id << (target.key.empty() ? "" : " [" + target.key + "]") << ": "
            << target.label << "\n";
    }
    return out.str();
}

} // namespace app
