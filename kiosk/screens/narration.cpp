#include "screens/narration.h"

#include "screens/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace screens {

using look::Role;
using look::Scene;
using look::Target;
using look::Text;

namespace {

/// Whether a text has an end that is heard; quotation marks after it are not.
bool is_sentence(std::string_view text) {
    const auto cut = [&](std::initializer_list<std::string_view> ends) {
        return std::ranges::any_of(ends, [&](std::string_view end) {
            const bool there = text.ends_with(end);
            text.remove_suffix(there ? end.size() : 0);
            return there;
        });
    };
    while (cut({"”", "»", "\u00a0"})) {
    }
    return cut({".", "!", "?", ":", "…", ";"});
}

/// Sentences, one after the other.
class Speech {
public:
    void add(std::string_view sentence) {
        const std::string read = as_read(sentence);
        if (read.find_first_not_of(' ') == std::string::npos) {
            return;
        }
        text_ += (text_.empty() ? "" : " ") + read;
        if (!is_sentence(read)) {
            text_ += '.';
        }
    }
    bool has(std::string_view text) const { return text_.contains(as_read(text)); }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// The target that a text stands on, or null.
const Target* owner_of(const Scene& scene, const Text& text) {
    const auto found = std::ranges::find_if(scene.targets, [&](const Target& target) {
        return target.rect.contains(text.rect.centre_x(), text.rect.centre_y());
    });
    return found != scene.targets.end() ? &*found : nullptr;
}

template <typename Visit>
void for_each_text(const Scene& scene, const Visit& visit) {
    for (const look::Mark& mark : scene.marks) {
        if (const auto* const text = std::get_if<Text>(&mark)) {
            visit(*text);
        }
    }
}

bool has_texts(const Scene& scene, const Target& target) {
    bool has = false;
    for_each_text(scene, [&](const Text& text) { has |= owner_of(scene, text) == &target; });
    return has;
}

std::string picture_words(const look::Photo& photo) {
    return photo.words.empty() ? words::kPicture.str()
                               : words::labelled(words::kPicture, photo.words);
}

/// Everything of one kind on a screen, in the order in which it was put there.
class Reading {
public:
    Reading(const Scene& scene, Speech& speech) : scene_(scene), speech_(speech) {}

    void read(bool around) {
        for (const look::Mark& mark : scene_.marks) {
            if (const auto* const text = std::get_if<Text>(&mark)) {
                read_text(*text, around);
            } else if (const auto* const photo = std::get_if<look::Photo>(&mark);
                       photo != nullptr && !around) {
                speech_.add(picture_words(*photo));
            }
        }
        read_wordless_before(scene_.targets.size(), around);
    }

private:
    void read_text(const Text& text, bool around) {
        if (const Target* const target = owner_of(scene_, text)) {
            if (target->around == around) {
                read_wordless_before(static_cast<std::size_t>(target - scene_.targets.data()),
                                     around);
                read_target(*target);
            }
        } else if (text.around == around && !speech_.has(text.text)) {
            speech_.add(text.text);
        }
    }

    /// Targets that show a symbol alone have no text that would bring their turn.
    void read_wordless_before(std::size_t end, bool around) {
        for (const Target& target : std::span(scene_.targets).first(end)) {
            if (target.around == around && !has_texts(scene_, target)) {
                read_target(target);
            }
        }
    }

    void read_target(const Target& target) {
        if (read_.insert(target.id).second) {
            speech_.add(say_target(scene_, target));
        }
    }

    const Scene& scene_;
    Speech& speech_;
    std::set<std::string> read_;
};

void add_head(Speech& speech, const Screen& screen) {
    speech.add(screen.scene.title);
    if (!speech.has(screen.scene.about)) {
        speech.add(screen.scene.about);
    }
    if (screen.pages > 1) {
        speech.add(words::page_in_words(screen.page, screen.pages));
    }
}

/// "12 cards, 5 tabs": what there is to go to in the content.
std::string count_things(const Scene& scene) {
    std::string counts;
    for (const Role role : {Role::step, Role::card, Role::tab, Role::link, Role::button}) {
        const auto count = std::ranges::count_if(
            scene.targets, [&](const Target& it) { return it.role == role && !it.around; });
        if (count > 0) {
            counts +=
                (counts.empty() ? "" : ", ") + words::things(role, static_cast<std::size_t>(count));
        }
    }
    return counts;
}

const Target* chosen_card(const Scene& scene) {
    const auto found = std::ranges::find_if(
        scene.targets, [](const Target& it) { return it.chosen && it.role == Role::card; });
    return found != scene.targets.end() ? &*found : nullptr;
}

const Target* focused(const Scene& scene) {
    const auto found = std::ranges::find(scene.targets, true, &Target::focused);
    return found != scene.targets.end() ? &*found : nullptr;
}

std::string id_of(const Target* target) {
    return target != nullptr ? target->id : std::string();
}

std::vector<std::string> news_of(const Scene& scene) {
    std::vector<std::string> news;
    for_each_text(scene, [&](const Text& text) {
        if (text.live) {
            news.push_back(text.text);
        }
    });
    for (const Target& target : scene.targets) {
        if (target.live) {
            news.push_back(target.label);
        }
    }
    return news;
}

void add_news(Speech& speech, const Scene& before, const Scene& now) {
    const std::vector<std::string> old = news_of(before);
    for (const std::string& news : news_of(now)) {
        if (std::ranges::find(old, news) == old.end() && !speech.has(news)) {
            speech.add(news);
        }
    }
}

void add_opening(Speech& speech, const Screen& screen) {
    const Scene& scene = screen.scene;
    add_head(speech, screen);
    if (screen.name == "search") {
        if (const Target* const first = chosen_card(scene)) {
            speech.add(words::labelled(words::kFirst, say_target(scene, *first)));
        }
        return;
    }
    for (const look::Mark& mark : scene.marks) {
        if (const auto* const text = std::get_if<Text>(&mark)) {
            if (!text->around && owner_of(scene, *text) == nullptr && !speech.has(text->text)) {
                speech.add(text->text);
            }
        } else if (const auto* const photo = std::get_if<look::Photo>(&mark)) {
            speech.add(picture_words(*photo));
        }
    }
    if (screen.keys.wakes) {
        for_each_text(scene, [&](const Text& text) {
            if (!speech.has(text.text)) {
                speech.add(text.text);
            }
        });
    }
    speech.add(count_things(scene));
}

/// Whether a screen is one that has just been opened, rather than the same with something changed.
bool opens(const Screen& before, const Screen& now) {
    const auto place = [](const Screen& it) {
        return std::tuple(it.name, it.card, it.step, it.page, std::string_view(it.scene.title),
                          std::string_view(it.scene.about));
    };
    if (before.name == "search" && now.name == "search") {
        return before.scene.title != now.scene.title;
    }
    return place(before) != place(now);
}

} // namespace

std::string as_read(std::string_view text) {
    const std::array<std::pair<std::string_view, std::string_view>, 3> signs{
        {{" · ", ", "}, {"→", words::kLeadsTo}, {"\n", " "}}};
    std::string read(text);
    for (const auto& [sign, words] : signs) {
        for (auto at = read.find(sign); at != std::string::npos; at = read.find(sign)) {
            read.replace(at, sign.size(), words);
        }
    }
    return read;
}

bool speaks_for_cards(const Screen& screen) {
    constexpr std::array<std::string_view, 7> kOfCards{"board",   "card",      "step",    "search",
                                                       "phrases", "practices", "practice"};
    return std::ranges::find(kOfCards, screen.name) != kOfCards.end();
}

std::string say_target(const Scene& scene, const Target& target) {
    Speech speech;
    speech.add(target.spoken.empty() ? target.label : target.spoken);
    if (target.spoken.empty()) {
        for_each_text(scene, [&](const Text& text) {
            if (text.text != target.key && owner_of(scene, text) == &target &&
                !speech.has(text.text)) {
                speech.add(text.text);
            }
        });
    }
    std::string rest = words::role(target.role);
    if (!target.key.empty()) {
        rest += ", " + words::on_key(target.key);
    }
    if (target.chosen) {
        rest += ", " + words::kChosen;
    }
    if (!target.enabled) {
        rest += ", " + words::kUnavailable;
    }
    speech.add(rest);
    return speech.text();
}

std::string say_opening(const Screen& screen) {
    Speech speech;
    add_opening(speech, screen);
    add_news(speech, {}, screen.scene);
    return speech.text();
}

std::string say_everything(const Screen& screen) {
    Speech speech;
    add_head(speech, screen);
    Reading reading(screen.scene, speech);
    reading.read(false);
    reading.read(true);
    return speech.text();
}

std::string say_change(const Screen& before, const Screen& now) {
    Speech speech;
    if (opens(before, now)) {
        Screen fresh = now;
        if (before.card == now.card && before.step >= 0 && now.step >= 0) {
            // Whoever steps through a card knows which it is.
            fresh.scene.about.clear();
            std::erase_if(fresh.scene.marks, [&](const look::Mark& mark) {
                const auto* const text = std::get_if<Text>(&mark);
                return text != nullptr && text->text == now.scene.about;
            });
        }
        add_opening(speech, fresh);
        add_news(speech, before.scene, now.scene);
        return speech.text();
    }
    add_news(speech, before.scene, now.scene);
    const Target* const here = focused(now.scene);
    const Target* const chosen = chosen_card(now.scene);
    if (here != nullptr && id_of(here) != id_of(focused(before.scene))) {
        speech.add(say_target(now.scene, *here));
    } else if (chosen != nullptr && id_of(chosen) != id_of(chosen_card(before.scene))) {
        speech.add(say_target(now.scene, *chosen));
    }
    return speech.text();
}

} // namespace screens
