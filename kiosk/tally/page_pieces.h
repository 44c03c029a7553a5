#pragma once

#include "cards/code.h"
#include "tally/report.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// What the sections of a report's page have in common.
namespace tally::page {

/// What figures of one or several cards or branches come to, as far as they are shown.
class Total {
public:
    void add(const std::optional<desk::Figure>& part);
    void add(const Total& other);
    /// There is another part, of which there is no figure.
    void add_unknown() { ++hidden_; }

    /// The sum of those that are exact.
    std::int64_t count() const { return count_; }
    /// It is the whole: there are figures, and all are exact.
    bool is_whole() const { return known_ && hidden_ == 0; }
    /// There is no figure at all.
    bool is_unknown() const { return !known_; }
    /// It may be that there was something.
    bool may_be_some() const { return known_ && (count_ > 0 || hidden_ > 0); }
    /// The only figure that is not exact, if all that is exact comes to 0.
    std::optional<desk::Figure> only_hidden() const;

private:
    std::int64_t count_ = 0;
    int hidden_ = 0;     ///< So many parts are not exact.
    bool known_ = false; ///< There is a figure.
    desk::Figure last_hidden_ = desk::Figure::withheld();
};

/// One branch's rows, to be looked up. The evaluation has to outlive it.
class Rows {
public:
    explicit Rows(const desk::Evaluation& evaluation);
    std::optional<desk::Figure> find(desk::Measure measure, std::string_view card,
                                     std::string_view value = {}, std::string_view band = {}) const;
    /// True if there is any row of the card.
    bool has(std::string_view card) const { return cards_.contains(card); }
    const desk::Evaluation& evaluation() const { return *evaluation_; }

private:
    using Key = std::tuple<desk::Measure, std::string_view, std::string_view, std::string_view>;
    const desk::Evaluation* evaluation_;
    std::map<Key, desk::Figure> rows_;
    std::set<std::string_view> cards_;
};

/// A report with its figures to be looked up. The report has to outlive it.
class Page {
public:
    explicit Page(const Report& report);

    const Report& report() const { return *report_; }
    const desk::Evaluation& evaluation() const { return report_->evaluation; }
    /// Of the report itself.
    const Rows& rows() const { return rows_; }
    /// Of the branches that it joins, if it does.
    const std::vector<Rows>& branches() const { return branches_; }
    /// True if it joins branches.
    bool is_joint() const { return !report_->branches.empty(); }

    /// A card's rows in all that the report is made of: the branches that it joins; if it joins
    /// none, or sums counts, its own. A branch that has none of the card counts as none.
    Total total(desk::Measure measure, std::string_view card, std::string_view value = {},
                std::string_view band = {}) const;
    /// The same of a row that is of no card.
    Total total_of_all(desk::Measure measure, std::string_view value,
                       std::string_view band = {}) const;
    /// Of all cards, or of those of a code, whatever it is not split by.
    Total total_of_code(desk::Measure measure,
                        std::optional<cards::Code> code = std::nullopt) const;

    /// A card's title; its id if it has none here.
    std::string title_of(std::string_view card) const;

private:
    std::span<const Rows> sources() const;

    const Report* report_;
    Rows rows_;
    std::vector<Rows> branches_;
};

/// Visits of a code, and how many went on to a more serious card, as a sentence; empty if there is
/// no such figure.
std::string worse_sentence(const Page& page, cards::Code code);

/// "431", "at least 431", "under 5", "not shown", or a dash where there is no figure.
std::string text_of(const Total& total);
std::string text_of(const std::optional<desk::Figure>& figure);

/// The same as HTML, with what is no number made quiet; "431+" in place of "at least 431".
std::string cell(const Total& total);
std::string cell(const std::optional<desk::Figure>& figure);

/// The share that `part` has of both, with its numbers: HTML. A percentage only if both are exact;
/// else what is known of the part.
std::string share_cell(const Total& part, const Total& rest);

/// A card's title with the shape of its code: HTML.
std::string card_head(const desk::NamedCard& card);

/// True if the figure says that there was nothing, or there is none.
bool is_nothing(const std::optional<desk::Figure>& figure);

/// So many columns of figures stand beside each other on paper.
inline constexpr std::size_t kMostColumns = 6;

// The sections, in their order. Each is empty if the report has no such thing.
std::string in_short_section(const Page& page);
std::string opened_section(const Page& page);
std::string worse_section(const Page& page);
std::string ended_section(const Page& page);
std::string ways_section(const Page& page);
std::string findings_section(const Page& page);
std::string review_section(const Page& page);
std::string plan_section(const Page& page);
std::string missed_section(const Page& page);
std::string branches_section(const Page& page);
std::string coverage_section(const Page& page);

/// For the head of the page: how it is to look.
std::string style();

} // namespace tally::page
