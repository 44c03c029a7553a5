#include "screens/news.h"

#include "screens/words.h"

namespace screens {

namespace {

News news(const desk::DropCopying& copying) {
    return {.whole = copying.copied ? words::kPullOut : words::kCopying,
            .brief = words::kCopyingShort,
            .close_label = {}};
}
News news(const desk::DropReview& /*review*/) {
    return {.whole = words::kDropOnBoard,
            .brief = words::kDropShort,
            .close_label = words::kLeaveShort};
}
News news(const desk::DropRefused& refused) {
    return {.whole = refused.headline, .brief = words::kRefusedShort, .close_label = words::kClose};
}
News news(const desk::DropDone& done) {
    return {.whole = done.sentence,
            .brief = words::kDoneShort,
            .symbol = look::Symbol::check,
            .close_label = words::kClose};
}

} // namespace

News news_of(const desk::Drop& drop) {
    return std::visit([](const auto& it) { return news(it); }, drop);
}

bool has_news(const Stage& stage) {
    const bool busy_with_it = stage.screen().name == "drop" || stage.screen().name == "pin";
    return stage.state().drop && !busy_with_it && !desk::is_looking_ahead(stage.state());
}

bool put_news_button(Stage& stage, const look::Rect& rect) {
    if (!has_news(stage)) {
        return false;
    }
    const News news = news_of(*stage.state().drop);
    stage.button({.id = "drop/open",
                  .label = news.whole,
                  .event = desk::OpenDrop{},
                  .face = {.labels = {news.brief},
                           .symbol = news.symbol,
                           .style = {look::Size::small, look::Weight::bold}},
                  .ground = stage.ground(cards::Code::yellow),
                  .live = true},
                 rect);
    return true;
}

} // namespace screens
