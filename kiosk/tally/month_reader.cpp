#include "cards/fields.h"
#include "cards/limits.h"
#include "desk/plain_words.h"
#include "i18n/message.h"
#include "tally/count_fields.h"
#include "tally/csv.h"
#include "tally/month_file.h"
#include "tally/report_fields.h"
#include "tally/report_files.h"
#include "tally/schema.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace tally {

namespace {

using i18n::tr;
using Checked = std::expected<void, std::string>;

/// Where the columns stand in a line.
enum Column : std::uint8_t { month, band, card, code, what, detail, count };

std::unexpected<std::string> wrong(const CsvRecord& line, Column column) {
    return std::unexpected(wrong_field(kMonthColumns.at(column), line.fields.at(column)));
}

bool are_empty(const CsvRecord& line, std::initializer_list<Column> columns) {
    return std::ranges::all_of(columns,
                               [&](Column column) { return line.fields.at(column).empty(); });
}

auto key_of(const Count& it) {
    return std::tie(it.band, it.card, it.code, it.what, it.detail);
}

/// Takes lines in the order in which they are written: the site, the desk, its name, its bands, its
/// cards, the counts, the searches. What it says of a line has no place yet.
class MonthReader {
public:
    Checked take(const CsvRecord& line) {
        if (const auto checked = take_month(line); !checked) {
            return checked;
        }
        if (named_ < kNames) {
            return take_name(line);
        }
        const std::string& word = line.fields.at(Column::what);
        if (word == kBandLine) {
            return take_band(line);
        }
        if (word == kCardLine) {
            return take_card(line);
        }
        return word == kMissedLine ? take_missed(line) : take_count(line);
    }

    bool has_names() const { return named_ == kNames; }

    Month finish() {
        if (other_words_ > 0) {
            month_.counts.missed.insert(
                month_.counts.missed.begin(),
                {.month = month_.head.month, .words = "", .n = other_words_});
        }
        return std::move(month_);
    }

private:
    /// Before it, nothing can have been counted.
    static constexpr std::chrono::year kFirstYear{2000};

    /// Lines that say whose the file is.
    static constexpr int kNames = 3;

    Checked take_month(const CsvRecord& line) {
        const std::string& text = line.fields.at(Column::month);
        if (month_text_.empty()) {
            const auto parsed = parse_month(text);
            if (!parsed || parsed->year() < kFirstYear) {
                return wrong(line, Column::month);
            }
            month_.head.month = *parsed;
            month_text_ = text;
        }
        return text == month_text_ ? Checked() : wrong(line, Column::month);
    }

    Checked take_name(const CsvRecord& line) {
        constexpr std::array<std::string_view, kNames> kWords{kSiteLine, kSlugLine, kNameLine};
        if (line.fields.at(Column::what) != kWords.at(static_cast<std::size_t>(named_)) ||
            !are_empty(line, {Column::band, Column::card, Column::code, Column::count})) {
            return wrong(line, Column::what);
        }
        const std::string& text = line.fields.at(Column::detail);
        const bool is_slug = kWords.at(static_cast<std::size_t>(named_)) == kSlugLine;
        if (is_slug ? !cards::is_id(text) : !is_report_text(text)) {
            return wrong(line, Column::detail);
        }
        std::array<std::string*, kNames> const places{&month_.head.site, &month_.head.desk,
                                                      &month_.head.name};
        *places.at(static_cast<std::size_t>(named_)) = text;
        ++named_;
        return {};
    }

    Checked take_band(const CsvRecord& line) {
        std::vector<std::string>& bands = month_.head.bands;
        const std::string& name = line.fields.at(Column::band);
        if (name.empty() || !is_report_text(name) || std::ranges::count(bands, name) > 0 ||
            bands.size() == kMostBandLines) {
            return wrong(line, Column::band);
        }
        if (!are_empty(line, {Column::card, Column::code, Column::detail, Column::count}) ||
            !month_.head.cards.empty() || has_counts()) {
            return wrong(line, Column::what);
        }
        bands.push_back(name);
        return {};
    }

    Checked take_card(const CsvRecord& line) {
        std::vector<desk::NamedCard>& all = month_.head.cards;
        const std::string& id = line.fields.at(Column::card);
        if (!cards::is_id(id) || all.size() == cards::kMaxCards ||
            (!all.empty() && id <= all.back().id)) {
            return wrong(line, Column::card);
        }
        const auto colour = code_of(line);
        if (!colour) {
            return wrong(line, Column::code);
        }
        const std::string& title = line.fields.at(Column::detail);
        if (title.empty() || !is_report_text(title)) {
            return wrong(line, Column::detail);
        }
        if (!are_empty(line, {Column::band, Column::count}) || has_counts()) {
            return wrong(line, Column::what);
        }
        all.push_back({.id = id, .title = title, .code = *colour});
        return {};
    }

    Checked take_count(const CsvRecord& line) {
        const auto counted = parse_word<What>(line.fields.at(Column::what), kWhats);
        if (!counted || !month_.counts.missed.empty() || other_words_ > 0) {
            return wrong(line, Column::what);
        }
        const std::string& part = line.fields.at(Column::band);
        if (std::ranges::count(month_.head.bands, part) == 0) {
            return wrong(line, Column::band);
        }
        const std::string& id = line.fields.at(Column::card);
        if (!std::ranges::binary_search(month_.head.cards, id, {}, &desk::NamedCard::id)) {
            return wrong(line, Column::card);
        }
        // That of the time: the card may have another by now.
        const auto colour = code_of(line);
        if (!colour) {
            return wrong(line, Column::code);
        }
        if (!fits(*counted, line.fields.at(Column::detail))) {
            return wrong(line, Column::detail);
        }
        const auto n = number_of(line);
        if (!n) {
            return std::unexpected(n.error());
        }
        Count read{.month = month_.head.month,
                   .band = part,
                   .card = id,
                   .code = *colour,
                   .what = *counted,
                   .detail = line.fields.at(Column::detail),
                   .n = *n};
        if (!month_.counts.counts.empty() && key_of(read) <= key_of(month_.counts.counts.back())) {
            return out_of_order();
        }
        month_.counts.counts.push_back(std::move(read));
        return {};
    }

    Checked take_missed(const CsvRecord& line) {
        if (!are_empty(line, {Column::band, Column::card, Column::code})) {
            return wrong(line, Column::what);
        }
        const std::string& words = line.fields.at(Column::detail);
        if (!is_report_text(words)) {
            return wrong(line, Column::detail);
        }
        const auto n = number_of(line);
        if (!n) {
            return std::unexpected(n.error());
        }
        if (last_words_ && words <= *last_words_) {
            return out_of_order();
        }
        last_words_ = words;
        if (words.empty() || desk::in_plain_words(words) != words) {
            other_words_ += *n;
        } else {
            month_.counts.missed.push_back({.month = month_.head.month, .words = words, .n = *n});
        }
        return {};
    }

    static std::unexpected<std::string> out_of_order() {
        return std::unexpected(
            tr("This line is not in its order, or an earlier line counts the same."));
    }

    static std::optional<cards::Code> code_of(const CsvRecord& line) {
        return parse_word<cards::Code>(line.fields.at(Column::code), cards::kCodes.size());
    }

    std::expected<std::int64_t, std::string> number_of(const CsvRecord& line) {
        const std::string& text = line.fields.at(Column::count);
        const auto number = parse_number(text, static_cast<int>(kMost));
        if (!number || *number == 0) {
            return wrong(line, Column::count);
        }
        counted_ += *number;
        if (counted_ > kMostOfMonth) {
            return std::unexpected(tr("The counts come to more than any desk can have."));
        }
        return *number;
    }

    bool has_counts() const {
        return !month_.counts.counts.empty() || !month_.counts.missed.empty() || other_words_ > 0;
    }

    /// Of all counts of a file, of which a visit may add a few: one every second.
    static constexpr std::int64_t kMostOfMonth = 31LL * 24 * 60 * 60;

    Month month_;
    std::string month_text_;
    int named_ = 0;
    std::optional<std::string> last_words_;
    std::int64_t other_words_ = 0;
    std::int64_t counted_ = 0;
};

/// "line 12: …".
std::unexpected<std::string> at_line(const CsvError& error) {
    return std::unexpected(tr("line {0}: {1}", error.line, error.text));
}

} // namespace

std::expected<Month, std::string> read_month(std::string_view bytes) {
    CsvReader lines(bytes, kMonthColumns);
    MonthReader reader;
    while (true) {
        auto line = lines.next();
        if (!line) {
            return at_line(line.error());
        }
        if (!*line) {
            break;
        }
        if (auto taken = reader.take(**line); !taken) {
            return at_line({.line = (*line)->line, .text = std::move(taken.error())});
        }
    }
    if (!reader.has_names()) {
        return at_line({.line = 2, .text = tr("The lines that say whose file it is are missing.")});
    }
    return reader.finish();
}

} // namespace tally
