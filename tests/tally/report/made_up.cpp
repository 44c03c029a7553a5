#include "made_up.h"

#include "desk/count.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace made_up {

namespace {

using cards::Code;
using desk::Figure;
using desk::Measure;

/// Of whole numbers that look like chance and are the same everywhere.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : state_(seed) {}
    int below(int end) {
        state_ = state_ * 1664525U + 1013904223U;
        return static_cast<int>((state_ >> 8U) % static_cast<std::uint32_t>(end));
    }

private:
    std::uint32_t state_;
};

/// A number split at random.
std::vector<int> split(Dice& dice, int whole, std::size_t count) {
    std::vector<int> parts(count, 0);
    for (int i = 0; i < whole; ++i) {
        ++parts.at(static_cast<std::size_t>(dice.below(static_cast<int>(count))));
    }
    return parts;
}

/// Not the rules of suppress.h, but figures of the same kinds.
std::vector<Figure> veil(const std::vector<int>& parts) {
    std::vector<Figure> figures;
    bool small = false;
    for (const int part : parts) {
        const bool under = part > 0 && part < desk::kLeastShown;
        small = small || under;
        figures.push_back(under ? Figure::under_five() : Figure::exact(part));
    }
    for (std::size_t i = figures.size(); small && i-- > 0;) {
        if (figures[i].is_exact()) {
            figures[i] = Figure::withheld();
            small = false;
        }
    }
    return figures;
}

Figure veil(int number) {
    return veil(std::vector{number, 0}).front();
}

const std::vector<desk::NamedCard>& some_cards() {
    static const std::vector<desk::NamedCard> kCards{
        {"computer-time", "Computer time", Code::green},
        {"fine-dispute", "Fine or lost item", Code::green},
        {"guest-pass", "Guest pass for somebody without an address or an ID card", Code::green},
        {"loud-phone-call", "Loud phone call", Code::green},
        {"sleeping", "Sleeping", Code::green},
        {"study-room", "Study room is booked twice, and both groups are waiting now", Code::green},
        {"wants-a-book-removed", "Wants a book removed", Code::green},
        {"belongings", "Large belongings in the aisle", Code::green},
        {"child-at-closing", "Child at closing", Code::yellow},
        {"filming-staff", "Filming staff", Code::yellow},
        {"following", "Somebody follows a patron or staff from shelf to shelf", Code::yellow},
        {"wont-follow-rule", "Won’t follow a rule", Code::yellow},
        {"yelling-at-staff", "Yelling at staff", Code::yellow},
        {"fight", "Fight", Code::red},
        {"overdose", "Overdose", Code::red},
        {"threat", "Threat", Code::red},
        {"weapon", "Weapon or something that is used as one, in or near the building", Code::red},
        {"just-after", "Just after", Code::blue},
        {"next-day", "The day after, with those who were there", Code::blue}};
    return kCards;
}

class Maker {
public:
    Maker(tally::Report& report, std::uint32_t seed)
        : rows_(report.evaluation.rows), evaluation_(report.evaluation), dice_(seed) {}

    void card(const desk::NamedCard& card, int visits) {
        id_ = card.id;
        add(Measure::opened, veil(visits));
        std::vector<std::string> quarters;
        for (auto quarter = evaluation_.first; quarter <= evaluation_.last; quarter = quarter + 1) {
            quarters.push_back(to_string(quarter));
        }
        add(Measure::opened, quarters, split(dice_, visits, quarters.size()));
        if (card.code < Code::red) {
            two(Measure::worse, Measure::stayed, visits / 9, visits);
        }
        const int ended = visits * 3 / 4;
        if (card.code != Code::blue && ended > 0) {
            add(Measure::ended, veil(ended));
            const int imposed = ended * (static_cast<int>(card.code) + 1) / 5;
            two(Measure::open_ended, Measure::imposed, ended - imposed, ended);
            add(Measure::open_ended, {"settled", "agreed-to-differ", "left"},
                split(dice_, ended - imposed, 3));
            add(Measure::imposed, {"asked-to-leave", "suspended", "emergency"},
                split(dice_, imposed, 3));
            const auto help = veil({ended / 6, ended - ended / 6});
            add(Measure::help, help.at(0));
            add(Measure::no_help, help.at(1));
        }
    }

    void ways(int reached) {
        id_.clear();
        for (std::size_t i = 0; i < desk::kWays; ++i) {
            const std::string way(to_string(static_cast<desk::Way>(i)));
            auto parts = split(dice_, reached / (static_cast<int>(i * i) + 1), desk::kReaches);
            std::ranges::sort(parts, std::ranges::greater());
            parts[0] += parts[3] * 2 / 3;
            parts[3] /= 9;
            const std::vector<Figure> figures = veil(parts);
            for (std::size_t j = 0; j < desk::kReaches; ++j) {
                add(Measure::way, figures.at(j), way,
                    std::string(to_string(static_cast<desk::Reach>(j))));
            }
        }
    }

    void missed(const std::vector<std::pair<std::string, Figure>>& words) {
        id_.clear();
        for (const auto& [value, figure] : words) {
            add(Measure::missed, figure, value);
        }
    }

private:
    void add(Measure measure, const Figure& figure, std::string value = {}, std::string band = {}) {
        rows_.push_back({.measure = measure,
                         .card = id_,
                         .value = std::move(value),
                         .band = std::move(band),
                         .figure = figure});
    }
    void add(Measure measure, const std::vector<std::string>& values,
             const std::vector<int>& parts) {
        const std::vector<Figure> figures = veil(parts);
        for (std::size_t i = 0; i < values.size(); ++i) {
            add(measure, figures.at(i), values.at(i));
        }
    }
    /// A part, and the rest, of all and by band.
    void two(Measure part, Measure rest, int count, int whole) {
        const auto both = veil({count, whole - count});
        add(part, both.at(0));
        add(rest, both.at(1));
        const auto& bands = evaluation_.bands;
        const auto parts = split(dice_, count, bands.size());
        const auto rests = split(dice_, whole - count, bands.size());
        for (std::size_t i = 0; i < bands.size(); ++i) {
            const auto figures = veil({parts.at(i), rests.at(i)});
            add(part, figures.at(0), {}, bands.at(i));
            add(rest, figures.at(1), {}, bands.at(i));
        }
    }

    std::vector<desk::Row>& rows_;
    desk::Evaluation& evaluation_;
    Dice dice_;
    std::string id_;
};

tally::Report frame(std::string site, std::string desk_name) {
    tally::Report report;
    report.made = "2026-11-26";
    report.evaluation.site = std::move(site);
    report.evaluation.desk = std::move(desk_name);
    report.evaluation.first = {.year = 2026, .number = 1};
    report.evaluation.last = {.year = 2026, .number = 4};
    report.evaluation.bands = {"opening", "midday", "afternoon", "evening"};
    report.evaluation.cards = some_cards();
    std::ranges::stable_sort(report.evaluation.cards, {}, [](const desk::NamedCard& card) {
        return std::tie(card.code, card.title);
    });
    return report;
}

/// Reviews in every state, what is due first at the front.
std::vector<desk::CardFairness> reviews(std::size_t from) {
    using cards::FairAnswer;
    std::vector<desk::CardFairness> all;
    for (std::size_t i = 0; i < some_cards().size(); ++i) {
        desk::CardFairness it{.card = some_cards().at(i)};
        const std::size_t state = (i + from) % 4;
        if (state == 0) {
            it.review = {.date = "", .answers = {}};
        } else if (state == 1) {
            it.review = {.date = "2026-05-04",
                         .answers = {FairAnswer::yes, FairAnswer::open, FairAnswer::to_mend,
                                     FairAnswer::open, FairAnswer::yes}};
        } else {
            it.review = {.date = state == 2 ? "2025-09-30" : "2026-08-11",
                         .answers = {FairAnswer::yes, FairAnswer::yes, FairAnswer::to_mend,
                                     FairAnswer::yes, FairAnswer::yes}};
            it.due = state == 2 ? "2026-09-30" : "2027-08-11";
        }
        it.overdue = it.due.empty() || it.due <= "2026-11-26";
        all.push_back(it);
    }
    std::ranges::stable_sort(all, {}, &desk::CardFairness::due);
    return all;
}

tally::Report of_visits(std::string site, std::string desk_name, std::uint32_t seed, int most) {
    tally::Report report = frame(std::move(site), std::move(desk_name));
    Maker maker(report, seed);
    Dice dice(seed * 7);
    for (const desk::NamedCard& card : report.evaluation.cards) {
        const int visits = dice.below(most / (2 * static_cast<int>(card.code) + 1));
        if (dice.below(8) > 0) {
            maker.card(card, visits);
        }
    }
    maker.ways(most * 2);
    maker.missed({{"charger laptop", Figure::exact(23)},
                  {"print", Figure::exact(11)},
                  {"card lost", Figure::exact(7)},
                  {"", Figure::exact(64)}});
    report.fairness = reviews(seed % 4);
    return report;
}

} // namespace

tally::Report busy() {
    tally::Report report = of_visits("Riverside", "Circulation desk", 11, 190);
    report.evaluation.comparisons = 24;
    report.evaluation.findings = {{.what = desk::Compared::imposed,
                                   .card = "sleeping",
                                   .high = "evening",
                                   .high_of = 100,
                                   .high_count = 35,
                                   .low = "midday",
                                   .low_of = 102,
                                   .low_count = 15,
                                   .chi_squared = 18.36,
                                   .degrees = 3,
                                   .p = 0.00037,
                                   .p_adjusted = 0.0089},
                                  {.what = desk::Compared::worse,
                                   .card = "study-room",
                                   .high = "opening",
                                   .high_of = 61,
                                   .high_count = 24,
                                   .low = "evening",
                                   .low_of = 77,
                                   .low_count = 6,
                                   .chi_squared = 24.1,
                                   .degrees = 3,
                                   .p = 0.00002,
                                   .p_adjusted = 0.0005}};
    report.plan = cards::Progress{
        .planned = 24,
        .with_card = 19,
        .without_say_line = 2,
        .missing = {"Someone washes in the restroom", "A dog that is no service animal",
                    "A group that blocks the entrance at the end of the school day",
                    "Someone asks staff for their private phone number or for a ride home",
                    "Donations left at the door"}};
    report.problems = {
        {.severity = cards::Severity::error,
         .file = "situations/guest-pass.md",
         .line = 14,
         .text = "This step still says TODO. Write what staff say there."},
        {.severity = cards::Severity::warning,
         .file = "situations/belongings.md",
         .line = 7,
         .text = "“You people” puts somebody into a group. Say “you”, or what they did."},
        {.severity = cards::Severity::warning,
         .file = "pack.yaml",
         .line = 0,
         .text = "The address to give is missing. Write it after address:"}};
    return report;
}

tally::Report quiet() {
    tally::Report report = of_visits("Hill Branch", "", 5, 9);
    report.evaluation.first = report.evaluation.last;
    std::erase_if(report.evaluation.rows, [](const desk::Row& row) {
        return row.measure == desk::Measure::opened && !row.value.empty() && row.value != "2026-Q4";
    });
    report.evaluation.comparisons = 0;
    report.evaluation.counting = false;
    report.fairness.clear();
    return report;
}

tally::Report empty() {
    tally::Report report = frame("Riverside", "Children’s desk");
    report.evaluation.first = report.evaluation.last;
    report.fairness = reviews(0);
    for (desk::CardFairness& it : report.fairness) {
        it.review = {};
        it.due.clear();
        it.overdue = true;
    }
    report.plan = cards::Progress{.planned = 19, .with_card = 19};
    return report;
}

std::vector<tally::Report> branches() {
    tally::Report second = of_visits("Hill Branch", "Front desk", 23, 90);
    second.evaluation.bands = {"opening", "midday", "afternoon", "evening"};
    return {busy(), second, of_visits("Old Mill", "Ask here", 38, 260)};
}

} // namespace made_up
