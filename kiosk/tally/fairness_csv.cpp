#include "cards/fields.h"
#include "cards/limits.h"
#include "tally/csv.h"
#include "tally/report_fields.h"
#include "tally/report_files.h"

#include <algorithm>
#include <set>

namespace tally {

namespace {

using cards::FairAnswer;

constexpr std::array<std::string_view, 3> kAnswers{"open", "yes", "to mend"};
constexpr std::array<std::string_view, 2> kOverdue{"no", "yes"};

// Where the columns stand in a line; the answers follow the date.
constexpr std::size_t kCard = 0;
constexpr std::size_t kTitle = 1;
constexpr std::size_t kCode = 2;
constexpr std::size_t kDate = 3;
constexpr std::size_t kFirstAnswer = 4;
constexpr std::size_t kDue = kFirstAnswer + cards::kFairQuestions;
constexpr std::size_t kIsOverdue = kDue + 1;
static_assert(kIsOverdue + 1 == kFairnessColumns.size());

std::unexpected<CsvError> wrong(const CsvRecord& line, std::size_t column) {
    return std::unexpected(
        CsvError{.line = line.line,
                 .text = wrong_field(kFairnessColumns.at(column), line.fields.at(column))});
}

std::optional<std::size_t> index_in(std::span<const std::string_view> words,
                                    std::string_view word) {
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - words.begin()));
}

std::expected<desk::CardFairness, CsvError> card_of(const CsvRecord& line) {
    const auto& fields = line.fields;
    desk::CardFairness fairness;
    if (!cards::is_id(fields.at(kCard))) {
        return wrong(line, kCard);
    }
    if (fields.at(kTitle).empty() || !is_report_text(fields.at(kTitle))) {
        return wrong(line, kTitle);
    }
    const auto code = cards::parse_code(fields.at(kCode));
    if (!code || to_string(*code) != fields.at(kCode)) {
        return wrong(line, kCode);
    }
    for (const std::size_t column : {kDate, kDue}) {
        if (!fields.at(column).empty() && !cards::is_date(fields.at(column))) {
            return wrong(line, column);
        }
    }
    for (std::size_t i = 0; i < cards::kFairQuestions; ++i) {
        const auto answer = index_in(kAnswers, fields.at(kFirstAnswer + i));
        if (!answer) {
            return wrong(line, kFirstAnswer + i);
        }
        fairness.review.answers.at(i) = static_cast<FairAnswer>(*answer);
    }
    const auto overdue = index_in(kOverdue, fields.at(kIsOverdue));
    if (!overdue) {
        return wrong(line, kIsOverdue);
    }
    fairness.card = {.id = fields.at(kCard), .title = fields.at(kTitle), .code = *code};
    fairness.review.date = fields.at(kDate);
    fairness.due = fields.at(kDue);
    fairness.overdue = *overdue == 1;
    return fairness;
}

} // namespace

std::string fairness_csv(const Report& report) {
    std::string text(kByteOrderMark);
    append_csv(text, std::vector<std::string>(kFairnessColumns.begin(), kFairnessColumns.end()));
    for (const desk::CardFairness& fairness : report.fairness) {
        std::vector<std::string> fields{fairness.card.id, fairness.card.title,
                                        std::string(to_string(fairness.card.code)),
                                        fairness.review.date};
        for (const FairAnswer answer : fairness.review.answers) {
            fields.emplace_back(kAnswers.at(static_cast<std::size_t>(answer)));
        }
        fields.push_back(fairness.due);
        fields.emplace_back(kOverdue.at(fairness.overdue ? 1 : 0));
        append_csv(text, fields);
    }
    return text;
}

std::expected<void, std::string> read_fairness(std::string_view bytes, Report& report) {
    CsvReader lines(bytes, kFairnessColumns);
    std::set<std::string> ids;
    while (true) {
        const auto line = lines.next();
        if (!line) {
            return std::unexpected(in_file(kFairnessFile, line.error()));
        }
        if (!*line) {
            return {};
        }
        auto fairness = card_of(**line);
        if (fairness && (!ids.insert(fairness->card.id).second || ids.size() > cards::kMaxCards)) {
            fairness = wrong(**line, kCard);
        }
        if (!fairness) {
            return std::unexpected(in_file(kFairnessFile, fairness.error()));
        }
        report.fairness.push_back(std::move(*fairness));
    }
}

} // namespace tally
