#include "cards/card_reader.h"

#include "cards/card_body.h"
#include "cards/front_matter.h"
#include "cards/limits.h"
#include "cards/markdown.h"
#include "cards/text.h"
#include "cards/yaml.h"
#include "i18n/message.h"

#include <array>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

constexpr std::string_view kFairKey = "fairness-reviewed";
constexpr std::string_view kMendKey = "fairness-to-mend";
constexpr std::array<std::string_view, 11> kKeys{"title",    "code",   "framework", "keywords",
                                                 "worse",    "after",  "reviewed",  "review-by",
                                                 "reviewer", kFairKey, kMendKey};

/// An optional key that names a card. Whether there is such a card is asked later.
std::string read_link(Fields& fields, std::string_view key, Report& report) {
    std::string id = fields.optional({.key = key, .max = kMaxId, .example = {}});
    if (!id.empty() && !is_id(id)) {
        std::string_view stem = std::string_view(id).substr(id.rfind('/') + 1);
        if (stem.ends_with(".md")) {
            stem.remove_suffix(3);
        }
        report.error(fields.line_of(key),
                     tr("{0} should name a card's file without its ending, such as {1}; here it "
                        "is {2}.",
                        in_quotes(key), in_quotes(id_from(stem)), in_quotes(id)));
        return {};
    }
    return id;
}

void read_code(Fields& fields, CardDraft& draft) {
    const std::string word = fields.required({.key = "code", .max = kMaxId, .example = "green"});
    const std::optional<Code> code = parse_code(word);
    if (code) {
        draft.card.code = *code;
    } else if (word.empty()) {
        draft.report.fail(); // It is reported, or still to be written.
    } else {
        draft.report.error(
            fields.line_of("code"),
            // Translators: "green", "yellow", "red" and "blue" are the same in every language.
            tr("There is no code {0}. The four are green, yellow, red and blue.", in_quotes(word)));
    }
}

/// A question that is to be mended has its word on a list; with a date, all others are answered.
void read_fairness(Fields& fields, CardDraft& draft) {
    FairnessReview review{.date = fields.date(kFairKey), .answers = {}};
    review.answers.fill(FairAnswer::yes);
    for (const Line& word : fields.list(kMendKey, kFairQuestions, kMaxKeyword)) {
        if (const auto question = parse_fair_question(word.text)) {
            review.answers.at(static_cast<std::size_t>(*question)) = FairAnswer::to_mend;
        } else {
            draft.report.warning(
                word.line,
                // Translators: what is in quotes stays as it is.
                tr("{0} is not one of the questions: \"conduct\", \"needed\", \"understood\", "
                   "\"hardest\", \"another-way\".",
                   in_quotes(word.text)));
        }
    }
    if (!review.date.empty()) {
        draft.card.fairness = review;
    } else if (fields.line_of(kMendKey) > 0) {
        draft.report.warning(fields.line_of(kMendKey),
                             tr("{0} says nothing without a date in {1}.", in_quotes(kMendKey),
                                in_quotes(kFairKey)));
    }
}

void read_keys(const YamlNode& map, CardDraft& draft) {
    Fields fields(map, draft.report);
    Card& card = draft.card;
    card.title =
        fields.required({.key = "title", .max = kMaxTitle, .example = message("Fine dispute")});
    if (card.title.empty()) {
        draft.report.fail();
    }
    read_code(fields, draft);
    card.framework = read_link(fields, "framework", draft.report);
    for (const Line& keyword : fields.list("keywords", kMaxKeywords, kMaxKeyword)) {
        card.keywords.push_back(keyword.text);
    }
    card.worse = read_link(fields, "worse", draft.report);
    card.after = read_link(fields, "after", draft.report);
    card.reviewed = fields.date("reviewed");
    card.review_by = fields.date("review-by");
    card.reviewer = fields.optional({.key = "reviewer", .max = kMaxReviewer, .example = {}});
    read_fairness(fields, draft);
    card.lines = {.title = fields.line_of("title"),
                  .framework = fields.line_of("framework"),
                  .keywords = fields.line_of("keywords"),
                  .worse = fields.line_of("worse"),
                  .after = fields.line_of("after"),
                  .reviewed = fields.line_of("reviewed"),
                  .review_by = fields.line_of("review-by"),
                  .summary = 0};
    fields.warn_of_unknown(kKeys);
}

} // namespace

CardDraft read_card(const SourceFile& file, std::string id, Card::Kind kind) {
    CardDraft draft{.card = {}, .steps = {}, .report = Report(file.path)};
    draft.card.id = std::move(id);
    draft.card.kind = kind;
    draft.card.file = file.path;
    const std::optional<std::string> text = decode_text(file.bytes, draft.report);
    if (!text) {
        return draft;
    }
    const std::optional<SplitCard> split = split_front_matter(*text, Holds::card, draft.report);
    if (!split) {
        return draft;
    }
    if (const auto map = parse_yaml(split->front, split->front_line, draft.report)) {
        read_keys(*map, draft);
    }
    read_body(parse_markdown(split->body, split->body_line, draft.report), draft);
    return draft;
}

} // namespace cards
