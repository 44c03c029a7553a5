#include "tally/joint.h"

#include "cards/limits.h"
#include "desk/time_band.h"
#include "i18n/message.h"
#include "i18n/numbers.h"
#include "tally/count_fields.h"
#include "tally/report_fields.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace tally {

namespace {

using i18n::tr;

/// Of all counts, so that each figure, and the sum of two, is a number that can be kept.
constexpr std::int64_t kMostJoined = kMostCounted;

/// Different words of searches; what comes later counts as other words.
constexpr std::size_t kMostWords = 20'000;

std::int64_t sum(const std::vector<std::int64_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

/// A branch has its site's name, or its desk's if it has none.
const std::string& branch_of(const MonthHead& head) {
    return !head.site.empty() ? head.site : !head.name.empty() ? head.name : head.desk;
}

/// Adds numbers by band to those of other bands.
void add_by_band(std::vector<std::int64_t>& sums, const std::vector<std::int64_t>& numbers,
                 const std::vector<std::size_t>& places) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        sums.resize(std::max(sums.size(), places[i] + 1));
        sums[places[i]] += numbers[i];
    }
}

std::vector<std::int64_t> placed(const std::vector<std::int64_t>& numbers,
                                 const std::vector<std::size_t>& places) {
    std::vector<std::int64_t> sums(places.size());
    add_by_band(sums, numbers, places);
    return sums;
}

template <typename T>
std::size_t index_of(const std::vector<T>& all, const T& one) {
    return static_cast<std::size_t>(std::ranges::find(all, one) - all.begin());
}

std::size_t count_new(const std::vector<std::string>& bands,
                      const std::vector<std::string>& others) {
    return static_cast<std::size_t>(std::ranges::count_if(
        others, [&](const std::string& it) { return index_of(bands, it) == bands.size(); }));
}

std::int64_t counted(const Totals& totals) {
    std::int64_t all = 0;
    for (const auto& [id, card] : totals.cards) {
        all += card.opened() + card.ended();
        for (const auto& times : card.reached) {
            all += std::accumulate(times.begin(), times.end(), std::int64_t{0});
        }
    }
    for (const auto& [words, n] : totals.missed) {
        all += n;
    }
    return all;
}

} // namespace

Joint::Joint(std::chrono::year_month_day today)
    : today_(today), newest_(desk::quarter_of(today.year() / today.month())) {}

std::size_t Joint::month_index(std::chrono::year_month month) const {
    const auto first = desk::first_month(newest_ + -(kMostQuarters - 1));
    return static_cast<std::size_t>((month - first).count());
}

std::chrono::year_month Joint::month_at(std::size_t index) const {
    return desk::first_month(newest_ + -(kMostQuarters - 1)) +
           std::chrono::months(static_cast<int>(index));
}

std::expected<void, std::string> Joint::check(const Month& month, const Totals& totals) const {
    const MonthHead& head = month.head;
    const auto known = desks_.find(head.desk);
    if (known != desks_.end() && known->second.months.test(month_index(head.month))) {
        return std::unexpected(
            tr("The counts of the desk \"{0}\" for {1} have come already, in another file.",
               head.desk, to_text(head.month)));
    }
    const auto new_cards = std::ranges::count_if(
        head.cards, [&](const desk::NamedCard& it) { return !cards_.contains(it.id); });
    if (bands_.size() + count_new(bands_, totals.bands) > kMostBandLines) {
        return std::unexpected(
            tr("With this file there are more than {0} parts of the day.", kMostBandLines));
    }
    if (cards_.size() + static_cast<std::size_t>(new_cards) > cards::kMaxCards) {
        return std::unexpected(
            tr("With this file there are more than {0} cards.", cards::kMaxCards));
    }
    if (counted_ + counted(totals) > kMostJoined) {
        return std::unexpected(tr("The counts come to more than any library can have."));
    }
    return {};
}

std::expected<void, std::string> Joint::add(const Month& month) {
    const MonthHead& head = month.head;
    if (head.month > today_.year() / today_.month()) {
        return std::unexpected(
            tr("This is the file of a month that is yet to come: {0}.", to_text(head.month)));
    }
    const desk::Quarter quarter = desk::quarter_of(head.month);
    if (quarter < newest_ + -(kMostQuarters - 1)) {
        return std::unexpected(
            tr("This is the file of a month that is more than ten years ago: {0}.",
               to_text(head.month)));
    }
    Published published;
    published.bands = head.bands;
    published.first = published.last = quarter;
    const Totals totals = total(month.counts, published);
    if (auto checked = check(month, totals); !checked) {
        return checked;
    }
    std::vector<std::size_t> places;
    for (const std::string& band : totals.bands) {
        if (places.push_back(index_of(bands_, band)); places.back() == bands_.size()) {
            bands_.push_back(band);
        }
    }
    order_bands(head);
    name_cards(head);
    std::size_t back = 0;
    for (desk::Quarter it = quarter; it < newest_; it = it + 1) {
        ++back;
    }
    BranchTotals& branch = branches_[branch_of(head)];
    branch.site = branch_of(head);
    for (const auto& [id, card] : totals.cards) {
        add_card(id, card, back, places);
        BranchCard& of_branch = branch.cards[id];
        of_branch.worse += sum(card.worse);
        of_branch.stayed += sum(card.stayed);
        of_branch.open_ended += sum(card.open_ended);
        of_branch.imposed += sum(card.imposed);
    }
    for (const auto& [words, n] : totals.missed) {
        const bool has_room = missed_.size() < kMostWords || missed_.contains(words);
        missed_[has_room ? words : std::string()] += n;
    }
    Desk& desk = desks_[head.desk];
    if (desk.months.none() || head.month > desk.latest) {
        desk.latest = head.month;
        desk.site = head.site;
    }
    desk.months.set(month_index(head.month));
    counted_ += counted(totals);
    ++months_;
    return {};
}

/// Those of the latest month; of several desks, of the first by its name.
void Joint::order_bands(const MonthHead& head) {
    if (months_ == 0 || head.month > latest_.month ||
        (head.month == latest_.month && head.desk < latest_.desk)) {
        latest_.month = head.month;
        latest_.desk = head.desk;
        latest_.bands = head.bands;
    }
}

void Joint::name_cards(const MonthHead& head) {
    for (const desk::NamedCard& card : head.cards) {
        const auto [at, is_new] = cards_.try_emplace(card.id);
        Name& name = at->second.name;
        const auto text = [](const desk::NamedCard& it) { return std::tie(it.title, it.code); };
        if (is_new || head.month > name.month ||
            (head.month == name.month && text(card) < text(name.card))) {
            name = {.month = head.month, .card = card};
        }
    }
}

void Joint::add_card(const std::string& id, const CardTotals& card, std::size_t quarter,
                     const std::vector<std::size_t>& bands) {
    const auto [at, is_new] = cards_.try_emplace(id);
    if (is_new) {
        at->second.name.card = {.id = id, .title = id, .code = card.code};
    }
    CardTotals& sums = at->second.sums;
    sums.quarters.resize(kMostQuarters);
    sums.quarters[quarter] += card.opened();
    add_by_band(sums.worse, card.worse, bands);
    add_by_band(sums.stayed, card.stayed, bands);
    add_by_band(sums.open_ended, card.open_ended, bands);
    add_by_band(sums.imposed, card.imposed, bands);
    sums.after += card.after;
    sums.help += card.help;
    for (const auto& [step, n] : card.steps) {
        sums.steps[step] += n;
    }
    for (std::size_t i = 0; i < card.endings.size(); ++i) {
        sums.endings.at(i) += card.endings.at(i);
    }
    for (std::size_t i = 0; i < card.reached.size(); ++i) {
        for (std::size_t j = 0; j < card.reached.at(i).size(); ++j) {
            sums.reached.at(i).at(j) += card.reached.at(i).at(j);
        }
    }
}

Totals Joint::totals(std::size_t newest, std::size_t quarters) const {
    Totals totals{.bands = latest_.bands, .missed = missed_};
    std::vector<std::string> others = bands_;
    std::erase_if(others, [&](const std::string& it) {
        return index_of(latest_.bands, it) < latest_.bands.size();
    });
    std::ranges::sort(others);
    totals.bands.insert(totals.bands.end(), others.begin(), others.end());
    std::vector<std::size_t> places;
    places.reserve(bands_.size());
    for (const std::string& band : bands_) {
        places.push_back(index_of(totals.bands, band));
    }
    for (const auto& [id, card] : cards_) {
        if (card.sums.quarters.empty()) {
            continue; // In use, and never counted.
        }
        CardTotals sums = card.sums;
        const auto from = sums.quarters.begin() + static_cast<std::ptrdiff_t>(newest);
        sums.quarters = {from, from + static_cast<std::ptrdiff_t>(quarters)};
        for (auto* const by_band : {&sums.worse, &sums.stayed, &sums.open_ended, &sums.imposed}) {
            *by_band = placed(*by_band, places);
        }
        totals.cards.emplace(id, std::move(sums));
    }
    return totals;
}

Coverage Joint::coverage() const {
    Coverage coverage{.desks = desks_.size(), .months = months_, .missing = {}};
    for (const auto& [id, desk] : desks_) {
        MissingMonths missing{.site = desk.site, .desk = id, .months = {}};
        bool begun = false;
        for (std::size_t i = 0; i <= month_index(latest_.month); ++i) {
            begun = begun || desk.months.test(i);
            if (begun && !desk.months.test(i)) {
                missing.months.push_back(month_at(i));
            }
        }
        if (!missing.months.empty()) {
            coverage.missing.push_back(std::move(missing));
        }
    }
    std::ranges::sort(coverage.missing, [before = i18n::name_order()](const MissingMonths& a,
                                                                      const MissingMonths& b) {
        return a.site == b.site ? before(a.desk, b.desk) : before(a.site, b.site);
    });
    return coverage;
}

Report Joint::report() const {
    Published published;
    published.site = i18n::tr_plural("{0} branch", "{0} branches", branches_.size());
    published.last = desk::quarter_of(latest_.month);
    published.first = published.last;
    std::bitset<kMostMonths> months;
    for (const auto& [id, desk] : desks_) {
        months |= desk.months;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (months.test(i)) {
            published.first = desk::quarter_of(month_at(i));
            break;
        }
    }
    for (const auto& [id, card] : cards_) {
        published.cards.push_back(card.name.card);
    }
    std::size_t back = 0;
    for (desk::Quarter it = published.last; it < newest_; it = it + 1) {
        ++back;
    }
    Report report;
    report.evaluation = publish(totals(back, quarters_of(published).size()), published);
    std::vector<BranchTotals> branches;
    branches.reserve(branches_.size());
    for (const auto& [site, branch] : branches_) {
        branches.push_back(branch);
    }
    // What is hidden must not depend on the language: two reports would show more than one.
    report.branches = split_by_branch(report.evaluation, branches);
    std::ranges::sort(report.branches, i18n::name_order(), &desk::Evaluation::site);
    report.coverage = coverage();
    report.made = desk::iso_date(today_);
    return report;
}

} // namespace tally
