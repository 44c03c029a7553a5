#include "desk/patron_update.h"

#include <algorithm>
#include <ranges>

namespace desk {

namespace {

/// The card that the phrases lead back to, or null.
const cards::Card* card_behind(const State& state, const PatronView& view) {
    if (const auto* card = std::get_if<CardView>(&view.behind)) {
        return state.library->pack.find(card->card);
    }
    if (const auto* step = std::get_if<StepView>(&view.behind)) {
        return state.library->pack.find(step->card);
    }
    return nullptr;
}

bool has_language(const cards::Pack& pack, const std::string& tag) {
    return std::ranges::any_of(
        pack.phrases, [&](const cards::Phrase& phrase) { return phrase.in(tag) != nullptr; });
}

} // namespace

std::string language_of_phrases(const State& state) {
    const cards::Pack& pack = state.library->pack;
    if (has_language(pack, state.language)) {
        return state.language;
    }
    const auto languages = cards::languages_of(pack);
    if (languages.empty()) {
        return {};
    }
    const auto other = std::ranges::find_if(languages, [&](const cards::Language& language) {
        return !cards::is_language_of_staff(pack, language);
    });
    return (other != languages.end() ? *other : languages.front()).tag;
}

std::vector<const cards::Phrase*> phrases_for(const State& state) {
    const auto* view = std::get_if<PatronView>(&state.view);
    const cards::Card* card = view != nullptr ? card_behind(state, *view) : nullptr;
    const auto suits = [&](const cards::Phrase& phrase) {
        return card == nullptr || phrase.codes.empty() ||
               std::ranges::find(phrase.codes, card->code) != phrase.codes.end();
    };
    std::vector<const cards::Phrase*> phrases;
    std::vector<const cards::Phrase*> others;
    for (const cards::Phrase& phrase : state.library->pack.phrases) {
        (suits(phrase) ? phrases : others).push_back(&phrase);
    }
    phrases.insert(phrases.end(), others.begin(), others.end());
    return phrases;
}

void apply(State& state, const OpenPhrases& /*event*/) {
    if (state.library->pack.phrases.empty()) {
        return;
    }
    PatronView view;
    if (const auto* open = std::get_if<PatronView>(&state.view)) {
        view.behind = open->behind;
    } else if (const auto* card = std::get_if<CardView>(&state.view)) {
        view.behind = *card;
    } else if (const auto* step = std::get_if<StepView>(&state.view)) {
        view.behind = *step;
    }
    state.view = std::move(view);
}

void apply(State& state, const ShowPhrase& event) {
    auto* const view = std::get_if<PatronView>(&state.view);
    const cards::Phrase* const phrase = state.library->pack.find_phrase(event.phrase);
    if (view != nullptr && phrase != nullptr && phrase->in(language_of_phrases(state)) != nullptr) {
        *view = PatronView{.phrase = phrase->id, .behind = view->behind};
    }
}

void apply(State& state, const ChooseLanguage& /*event*/) {
    if (auto* const view = std::get_if<PatronView>(&state.view)) {
        view->choosing = true;
        view->page = 0;
    }
}

void apply(State& state, const UseLanguage& event) {
    auto* const view = std::get_if<PatronView>(&state.view);
    if (view == nullptr) {
        return;
    }
    const cards::Phrase* const shown = state.library->pack.find_phrase(view->phrase);
    const bool can_be = shown != nullptr ? shown->in(event.tag) != nullptr
                                         : has_language(state.library->pack, event.tag);
    if (can_be) {
        state.language = event.tag;
        view->choosing = false;
        view->page = 0;
    }
}

void apply(State& state, const LeavePhrases& /*event*/) {
    if (const auto* const view = std::get_if<PatronView>(&state.view)) {
        const auto behind = view->behind;
        std::visit([&](const auto& place) { state.view = place; }, behind);
    }
}

} // namespace desk
