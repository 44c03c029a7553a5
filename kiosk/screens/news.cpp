#include "screens/news.h"

#include "screens/practice_words.h"
#include "screens/words.h"

namespace screens {

namespace {

News of_drop(std::string whole, std::string brief) {
    return {.id = "drop/open",
            .whole = std::move(whole),
            .brief = std::move(brief),
            .event = desk::OpenDrop{},
            .close_label = words::kClose,
            .close_event = desk::LeaveDrop{}};
}

News news(const desk::DropCopying& copying) {
    News news = of_drop(copying.copied ? words::kPullOut : words::kCopying, words::kCopyingShort);
    news.close_label.clear();
    news.close_event.reset();
    return news;
}
News news(const desk::DropWaiting& /*waiting*/) {
    News news = of_drop(words::kWaitingForRest, words::kWaitingShort);
    news.symbol = look::Symbol::wait;
    return news;
}
News news(const desk::DropReview& /*review*/) {
    News news = of_drop(words::kDropOnBoard, words::kDropShort);
    news.close_label = words::kLeaveShort;
    return news;
}
News news(const desk::DropRefused& refused) {
    return of_drop(refused.headline, words::kRefusedShort);
}
News news(const desk::DropDone& done) {
    News news = of_drop(done.sentence, words::kDoneShort);
    news.symbol = look::Symbol::check;
    return news;
}

/// What is looked for; a practice does not give its card away.
News of_drill(const desk::State& state, const cards::Card& card) {
    return {.id = "drill/stop",
            .whole = state.drill->practice ? std::string(words::kWhichCard)
                                           : words::find_card(card.title),
            .brief = words::kStopPractice,
            .symbol = look::Symbol::search,
            .event = desk::StopDrill{},
            .close_label = words::kStopPractice,
            .close_event = desk::StopDrill{}};
}

} // namespace

std::optional<News> news_for(const Stage& stage) {
    const desk::State& state = stage.state();
    const std::string_view screen = stage.screen().name;
    if (state.drill) {
        if (const cards::Card* card = stage.pack().find(state.drill->card)) {
            return of_drill(state, *card);
        }
    }
    if (state.drop && screen != "drop" && screen != "pin" && !desk::is_looking_ahead(state)) {
        return std::visit([](const auto& it) { return news(it); }, *state.drop);
    }
    if (state.speech.on && !state.speech.fault.empty() && screen != "sound") {
        return News{.id = "sound/open",
                    .whole = state.speech.fault,
                    .brief = words::kSpeechFaultShort,
                    .event = desk::OpenPage{desk::Topic::sound},
                    .close_label = words::kTurnOff,
                    .close_event = desk::ToggleSpeech{}};
    }
    return std::nullopt;
}

bool put_news_button(Stage& stage, const look::Rect& rect) {
    const std::optional<News> news = news_for(stage);
    if (!news) {
        return false;
    }
    stage.button({.id = news->id,
                  .label = news->whole,
                  .event = news->event,
                  .face = {.labels = {news->brief},
                           .symbol = news->symbol,
                           .style = {look::Size::small, look::Weight::bold}},
                  .ground = stage.ground(cards::Code::yellow),
                  .live = true},
                 rect);
    return true;
}

} // namespace screens
