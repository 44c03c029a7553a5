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

} // namespace screens
