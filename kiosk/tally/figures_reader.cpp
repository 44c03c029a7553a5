#include "cards/fields.h"
#include "cards/limits.h"
#include "i18n/message.h"
#include "tally/csv.h"
#include "tally/report_fields.h"
#include "tally/report_files.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_set>

namespace tally {

namespace {

using i18n::tr;
using Checked = std::expected<void, std::string>;

/// Where the columns stand in a line.
enum Column : std::uint8_t {
    site,
    desk_name,
    made,
    from,
    to,
    code,
    card,
    title,
    measure,
    value,
    band,
    count
};

/// Two columns that are the same on every line of a file.
constexpr std::size_t kCommonColumns = 5;

std::unexpected<std::string> wrong(const CsvRecord& line, Column column) {
    return std::unexpected(wrong_field(kFiguresColumns.at(column), line.fields.at(column)));
}

bool are_empty(const CsvRecord& line, std::initializer_list<Column> columns) {
    return std::ranges::all_of(columns,
                               [&](Column column) { return line.fields.at(column).empty(); });
}

/// Takes lines in the order in which they are written: the desk, its bands, its cards, the rows.
/// What it says of a line has no place yet.
class FiguresReader {
public:
    explicit FiguresReader(Report& report) : report_(report) {}

    Checked take(const CsvRecord& line) {
        if (common_.empty()) {
            return take_desk(line);
        }
        if (!std::ranges::equal(common_, common(line))) {
            return std::unexpected(
                tr("This line is of another branch, desk, day or time than those before it."));
        }
        const std::string& word = line.fields.at(Column::measure);
        if (word == kBandLine) {
            return take_band(line);
        }
        return word == kCardLine ? take_card(line) : take_row(line);
    }

    bool has_desk() const { return !common_.empty(); }

private:
    static std::span<const std::string> common(const CsvRecord& line) {
        return std::span(line.fields).first(kCommonColumns);
    }

    Checked take_desk(const CsvRecord& line) {
        if (line.fields.at(Column::measure) != kDeskLine ||
            !are_empty(line, {Column::code, Column::card, Column::title, Column::value,
                              Column::band, Column::count})) {
            return wrong(line, Column::measure);
        }
        for (const Column column : {Column::site, Column::desk_name}) {
            if (!is_report_text(line.fields.at(column))) {
                return wrong(line, column);
            }
        }
        if (!cards::is_date(line.fields.at(Column::made))) {
            return wrong(line, Column::made);
        }
        const auto first = parse_quarter(line.fields.at(Column::from));
        if (!first) {
            return wrong(line, Column::from);
        }
        const auto last = parse_quarter(line.fields.at(Column::to));
        if (!last || *last < *first || (last->year - first->year) * 4 >= kMostQuarters) {
            return wrong(line, Column::to);
        }
        report_.made = line.fields.at(Column::made);
        report_.evaluation.site = line.fields.at(Column::site);
        report_.evaluation.desk = line.fields.at(Column::desk_name);
        report_.evaluation.first = *first;
        report_.evaluation.last = *last;
        common_.assign(line.fields.begin(), line.fields.begin() + kCommonColumns);
        return {};
    }

    Checked take_band(const CsvRecord& line) {
        std::vector<std::string>& bands = report_.evaluation.bands;
        const std::string& name = line.fields.at(Column::band);
        if (name.empty() || !is_report_text(name) || std::ranges::count(bands, name) > 0 ||
            bands.size() == kMostBandLines) {
            return wrong(line, Column::band);
        }
        if (!are_empty(line,
                       {Column::code, Column::card, Column::title, Column::value, Column::count}) ||
            !cards_.empty() || !report_.evaluation.rows.empty()) {
            return wrong(line, Column::measure);
        }
        bands.push_back(name);
        return {};
    }

    Checked take_card(const CsvRecord& line) {
        const std::string& id = line.fields.at(Column::card);
        if (!cards::is_id(id) || cards_.contains(id) || cards_.size() == cards::kMaxCards) {
            return wrong(line, Column::card);
        }
        const auto colour = code_of(line);
        if (!colour) {
            return wrong(line, Column::code);
        }
        const std::string& name = line.fields.at(Column::title);
        if (name.empty() || !is_report_text(name)) {
            return wrong(line, Column::title);
        }
        if (!are_empty(line, {Column::value, Column::band, Column::count}) ||
            !report_.evaluation.rows.empty()) {
            return wrong(line, Column::measure);
        }
        report_.evaluation.cards.push_back({.id = id, .title = name, .code = *colour});
        cards_.emplace(id, report_.evaluation.cards.back());
        return {};
    }

    Checked take_row(const CsvRecord& line) {
        const auto what = desk::parse_measure(line.fields.at(Column::measure));
        if (!what) {
            return wrong(line, Column::measure);
        }
        if (const auto checked = check_card(line); !checked) {
            return checked;
        }
        desk::Row row{.measure = *what,
                      .card = line.fields.at(Column::card),
                      .value = line.fields.at(Column::value),
                      .band = line.fields.at(Column::band),
                      .figure = {}};
        if (!fits_measure(row, report_.evaluation)) {
            return std::unexpected(
                tr("The card, the value and the band do not fit the measure “{0}”.",
                   to_string(*what)));
        }
        if (!seen_
                 .insert(line.fields.at(Column::measure) + '\n' + row.card + '\n' + row.value +
                         '\n' + row.band)
                 .second) {
            return std::unexpected(tr("An earlier line counts the same."));
        }
        const auto figure = figure_of(line.fields.at(Column::count));
        if (!figure) {
            return std::unexpected(figure.error());
        }
        row.figure = *figure;
        report_.evaluation.rows.push_back(std::move(row));
        return {};
    }

    /// A row names its card as the card's own line does, or none.
    Checked check_card(const CsvRecord& line) const {
        const std::string& id = line.fields.at(Column::card);
        if (id.empty()) {
            return are_empty(line, {Column::code, Column::title}) ? Checked()
                                                                  : wrong(line, Column::title);
        }
        const auto named = cards_.find(id);
        if (named == cards_.end()) {
            return wrong(line, Column::card);
        }
        if (named->second.title != line.fields.at(Column::title)) {
            return wrong(line, Column::title);
        }
        return named->second.code == code_of(line) ? Checked() : wrong(line, Column::code);
    }

    static std::optional<cards::Code> code_of(const CsvRecord& line) {
        const std::string& word = line.fields.at(Column::code);
        const auto found = cards::parse_code(word);
        return found && to_string(*found) == word ? found : std::nullopt;
    }

    static std::expected<desk::Figure, std::string> figure_of(const std::string& text) {
        if (text == kUnderFive) {
            return desk::Figure::under_five();
        }
        if (text == kNotShown) {
            return desk::Figure::withheld();
        }
        const auto number = parse_number(text, kMostCounted);
        if (!number || (*number > 0 && *number < desk::kLeastShown)) {
            return std::unexpected(wrong_field(kFiguresColumns.at(Column::count), text));
        }
        return desk::Figure::exact(*number);
    }

    Report& report_;
    std::vector<std::string> common_;
    std::map<std::string, desk::NamedCard, std::less<>> cards_;
    std::unordered_set<std::string> seen_;
};

} // namespace

std::expected<void, std::string> read_figures(std::string_view bytes, Report& report) {
    CsvReader lines(bytes, kFiguresColumns);
    FiguresReader reader(report);
    while (true) {
        auto line = lines.next();
        if (!line) {
            return std::unexpected(in_file(kFiguresFile, line.error()));
        }
        if (!*line) {
            break;
        }
        if (auto taken = reader.take(**line); !taken) {
            return std::unexpected(
                in_file(kFiguresFile, {.line = (*line)->line, .text = std::move(taken.error())}));
        }
    }
    if (!reader.has_desk()) {
        return std::unexpected(
            in_file(kFiguresFile, {.line = 2, .text = tr("The line of the desk is missing.")}));
    }
    return {};
}

} // namespace tally
