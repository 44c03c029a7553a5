#include "simulated.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <tuple>

namespace simulated {

namespace {

using namespace std::chrono_literals;
using cards::Code;
using desk::Ending;

struct Card {
    const char* id;
    Code code;
};

constexpr std::size_t kSituations = 44;
/// Situations, the most frequent first, then frameworks.
constexpr std::array<Card, kSituations + 4> kCards{{
    {"computer-time", Code::green},
    {"print-copy-cost", Code::green},
    {"yelling-at-staff", Code::yellow},
    {"fine-dispute", Code::green},
    {"wont-follow-rule", Code::yellow},
    {"loud-phone-call", Code::green},
    {"sleeping", Code::green},
    {"food-and-drink", Code::green},
    {"noisy-kids", Code::green},
    {"seems-drunk-or-high", Code::yellow},
    {"computers-taken", Code::green},
    {"patrons-arguing", Code::yellow},
    {"threat-or-following", Code::red},
    {"distressed", Code::yellow},
    {"wont-accept-policy", Code::green},
    {"large-bags", Code::green},
    {"abusive-phone-call", Code::yellow},
    {"odor-complaint", Code::green},
    {"asking-for-money", Code::yellow},
    {"just-after", Code::blue},
    {"crowding-the-desk", Code::green},
    {"unattended-child", Code::yellow},
    {"smoking-vaping", Code::yellow},
    {"overdose", Code::red},
    {"animal-inside", Code::green},
    {"offensive-remark", Code::yellow},
    {"explicit-content", Code::yellow},
    {"write-the-report", Code::blue},
    {"is-someone-here", Code::green},
    {"fight", Code::red},
    {"filming-staff", Code::yellow},
    {"suspected-theft", Code::yellow},
    {"back-while-suspended", Code::yellow},
    {"bathing-in-restroom", Code::yellow},
    {"unhappy-with-program", Code::green},
    {"flirting", Code::yellow},
    {"child-left-at-closing", Code::yellow},
    {"debrief", Code::blue},
    {"wants-a-book-removed", Code::green},
    {"sexual-act", Code::red},
    {"next-day-check", Code::blue},
    {"child-abuse", Code::red},
    {"weapon-seen", Code::red},
    {"bomb-threat", Code::red},
    {"help", Code::green},
    {"calm", Code::yellow},
    {"safe", Code::red},
    {"rest", Code::blue},
}};

constexpr double kFrameworks = 0.06; ///< The share of interactions that open one, for all four.
constexpr double kTold = 0.3;        ///< Of situations, those whose ending is told.
constexpr double kMissed = 0.02;
constexpr double kUnfairImposed = 0.35;
constexpr double kYellowImposed = 0.15;

// In the order of codes, desk::usual_bands(), desk::Way and desk::Reach.
constexpr std::array kWorse{0.04, 0.09, 0.0, 0.0};
constexpr std::array kAfter{0.01, 0.12, 0.5, 0.2};
constexpr std::array kImposed{0.03, kYellowImposed, 0.5, 0.02};
constexpr std::array kHelped{0.02, 0.15, 0.6, 0.05};
constexpr std::array kBands{0.18, 0.24, 0.36, 0.22};
constexpr std::array kWays{0.55, 0.1, 0.05, 0.27, 0.03};
constexpr std::array kTaken{0.45, 0.35, 0.15, 0.05};
constexpr std::array kTook{1200ms, 3400ms, 7000ms, 14'000ms};
constexpr std::array kOpenEndings{0.6, 0.25, 0.15};
constexpr std::array kImposedEndings{0.8, 0.14, 0.06};
constexpr std::array kFramework{0.3, 0.45, 0.15, 0.1};
constexpr std::array kSearched{"", "loud music", "charger", "lost phone"};
constexpr int kMonths = 24;
constexpr int kSteps = 4; ///< Of every card.

template <typename Shares>
std::vector<double> sums(const Shares& shares) {
    std::vector<double> all(shares.size());
    std::partial_sum(shares.begin(), shares.end(), all.begin());
    return all;
}

std::vector<double> zipf() {
    std::vector<double> shares;
    for (std::size_t rank = 1; rank <= kSituations; ++rank) {
        shares.push_back(1.0 / static_cast<double>(rank));
    }
    return sums(shares);
}

template <typename Values>
double of(const Values& by_code, Code code) {
    return by_code.at(static_cast<std::size_t>(code));
}

/// Cards of one code differ, too: from four fifths of its share to six.
double own(std::size_t card, double share) {
    return share * (0.8 + 0.1 * static_cast<double>(card * 7 % 5));
}

desk::Visit linked(const desk::Visit& from, const char* id, Code code) {
    return {.card = id, .code = code, .when = from.when, .way = desk::Way::link};
}

} // namespace

Library::Library(const Settings& settings)
    : settings_(settings), engine_(settings.seed), popularity_(zipf()) {}

double Library::uniform() {
    constexpr int kBits = 53;
    return static_cast<double>(engine_() >> (64 - kBits)) / static_cast<double>(1ULL << kBits);
}

std::size_t Library::pick(const std::vector<double>& sums) {
    const auto found = std::ranges::upper_bound(sums, uniform() * sums.back());
    return std::min(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1);
}

void Library::open_first(desk::Visit& visit) {
    static const std::vector<desk::TimeBand> bands = desk::usual_bands();
    static const auto band_sums = sums(kBands);
    static const auto way_sums = sums(kWays);
    static const auto taken_sums = sums(kTaken);
    const int month = static_cast<int>(uniform() * kMonths);
    visit.when = {.month = 2025y / std::chrono::January + std::chrono::months(month),
                  .band = bands.at(pick(band_sums)).name};
    visit.way = static_cast<desk::Way>(pick(way_sums));
    visit.took = kTook.at(pick(taken_sums));
    for (int step = 0; step < kSteps; ++step) {
        if (chance(0.3 / (step + 1))) {
            visit.steps.insert(step);
        }
    }
    visit.worse = chance(of(kWorse, visit.code));
    visit.after = chance(of(kAfter, visit.code));
}

Ending Library::end(std::size_t card, const desk::When& when) {
    static const auto open_sums = sums(kOpenEndings);
    static const auto imposed_sums = sums(kImposedEndings);
    const bool unfair = settings_.unfair && kCards.at(card).id == std::string_view(kUnfairCard);
    const double share = !unfair                  ? own(card, of(kImposed, kCards.at(card).code))
                         : when.band == "evening" ? kUnfairImposed
                                                  : kYellowImposed;
    return chance(share) ? static_cast<Ending>(pick(imposed_sums) + kOpenEndings.size())
                         : static_cast<Ending>(pick(open_sums));
}

Interaction Library::next() {
    static const auto framework_sums = sums(kFramework);
    Interaction interaction;
    const bool framework = chance(kFrameworks);
    const std::size_t card = framework ? kSituations + pick(framework_sums) : pick(popularity_);
    desk::Visit first{.card = kCards.at(card).id, .code = kCards.at(card).code};
    open_first(first);
    interaction.visits.push_back(first);
    if (first.worse) {
        interaction.visits.push_back(first.code == Code::green
                                         ? linked(first, "wont-follow-rule", Code::yellow)
                                         : linked(first, "threat-or-following", Code::red));
    }
    if (first.after) {
        interaction.visits.push_back(linked(first, "just-after", Code::blue));
    }
    if (!framework && chance(kTold)) {
        interaction.ended = desk::Ended{.card = first.card,
                                        .code = first.code,
                                        .when = first.when,
                                        .ending = end(card, first.when),
                                        .help = chance(of(kHelped, first.code))};
    }
    if (chance(kMissed)) {
        const auto words = static_cast<std::size_t>(uniform() * kSearched.size());
        interaction.missed = {.month = first.when.month, .words = kSearched.at(words)};
    }
    return interaction;
}

std::vector<desk::NamedCard> cards() {
    std::vector<desk::NamedCard> named;
    named.reserve(kCards.size());
    for (const Card& card : kCards) {
        named.push_back({.id = card.id, .title = card.id, .code = card.code});
    }
    std::ranges::sort(named, {}, [](const auto& it) { return std::tie(it.code, it.title); });
    return named;
}

tally::Published published() {
    tally::Published published{.site = "Elm Street",
                               .desk = "Front",
                               .cards = cards(),
                               .first = {.year = 2025, .number = 1},
                               .last = {.year = 2026, .number = 4}};
    for (const desk::TimeBand& band : desk::usual_bands()) {
        published.bands.push_back(band.name);
    }
    return published;
}

} // namespace simulated
