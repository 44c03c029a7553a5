#include "cards/figures.h"

#include "cards/reading_grade.h"
#include "cards/say_lines.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace cards {
namespace {

Spread spread_of(std::vector<double> values) {
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return {.median = median, .maximum = values.back()};
}

/// What is measured line by line and card by card.
struct Measured {
    std::vector<double> words;
    std::vector<double> line_grades;
    std::vector<double> card_grades;
};

Measured measure_pack(const Pack& pack) {
    Measured out;
    for (const Card& card : pack.cards) {
        std::vector<std::string_view> lines;
        for (const SayLine& say : own_say_lines(card)) {
            lines.push_back(say.text);
            out.words.push_back(static_cast<double>(count_words(say.text)));
            out.line_grades.push_back(measure(std::span(&say.text, 1)).grade());
        }
        if (!lines.empty()) {
            out.card_grades.push_back(measure(lines).grade());
        }
    }
    return out;
}

void count_steps(const Pack& pack, Figures& figures) {
    std::vector<std::size_t> steps;
    for (const Card& card : pack.cards) {
        if (card.kind == Card::Kind::framework) {
            steps.push_back(card.steps.size());
        }
    }
    figures.frameworks = steps.size();
    figures.situations = pack.cards.size() - steps.size();
    if (!steps.empty()) {
        figures.fewest_steps = std::ranges::min(steps);
        figures.most_steps = std::ranges::max(steps);
    }
}

} // namespace

Figures figures_of(const Pack& pack) {
    const Measured measured = measure_pack(pack);
    Figures figures;
    figures.cards = pack.cards.size();
    figures.phrases = pack.phrases.size();
    figures.practices = pack.practices.size();
    figures.say_lines = measured.words.size();
    figures.words_a_say_line = spread_of(measured.words);
    if (is_english(pack) && !measured.words.empty()) {
        figures.grade_of_say_lines = spread_of(measured.line_grades);
        figures.grade_of_cards = spread_of(measured.card_grades);
    }
    count_steps(pack, figures);
    return figures;
}

} // namespace cards
