#include "tally/csv.h"
#include "tally/report_files.h"

#include <map>

namespace tally {

namespace {

std::string to_word(const desk::Figure& figure) {
    switch (figure.kind()) {
    case desk::Figure::Kind::exact: return std::to_string(figure.count());
    case desk::Figure::Kind::under_five: return std::string(kUnderFive);
    case desk::Figure::Kind::withheld: return std::string(kNotShown);
    }
    return {};
}

/// Writes lines that all say whose they are, so that those of several desks can stand in one
/// table.
class FiguresWriter {
public:
    explicit FiguresWriter(const Report& report) : report_(report) {
        for (const desk::NamedCard& card : report.evaluation.cards) {
            cards_.emplace(card.id, &card);
        }
    }

    void add(std::string_view measure, std::string_view card = {}, std::string_view value = {},
             std::string_view band = {}, std::string count = {}) {
        const desk::Evaluation& evaluation = report_.evaluation;
        const auto named = cards_.find(card);
        const bool is_named = named != cards_.end();
        const std::array<std::string, kFiguresColumns.size()> fields{
            evaluation.site,
            evaluation.desk,
            report_.made,
            to_string(evaluation.first),
            to_string(evaluation.last),
            std::string(is_named ? to_string(named->second->code) : std::string_view()),
            std::string(card),
            is_named ? named->second->title : std::string(),
            std::string(measure),
            std::string(value),
            std::string(band),
            std::move(count)};
        append_csv(text_, fields);
    }

    std::string take() { return std::move(text_); }

    void names() {
        text_ = kByteOrderMark;
        append_csv(text_, std::vector<std::string>(kFiguresColumns.begin(), kFiguresColumns.end()));
    }

private:
    const Report& report_;
    std::map<std::string_view, const desk::NamedCard*> cards_;
    std::string text_;
};

} // namespace

std::string figures_csv(const Report& report) {
    FiguresWriter writer(report);
    writer.names();
    writer.add(kDeskLine);
    for (const std::string& band : report.evaluation.bands) {
        writer.add(kBandLine, {}, {}, band);
    }
    for (const desk::NamedCard& card : report.evaluation.cards) {
        writer.add(kCardLine, card.id);
    }
    for (const desk::Row& row : report.evaluation.rows) {
        writer.add(to_string(row.measure), row.card, row.value, row.band, to_word(row.figure));
    }
    return writer.take();
}

} // namespace tally
