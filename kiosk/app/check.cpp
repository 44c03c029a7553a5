#include "app/check.h"

#include "app/options.h"
#include "cards/figures.h"
#include "cards/rules.h"
#include "cards/to_do.h"
#include "i18n/message.h"
#include "packs/dry_run.h"
#include "packs/folder.h"
#include "packs/pictures.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <ostream>

namespace app {

namespace {

using nlohmann::ordered_json;

double to_one_decimal(double value) {
    return std::round(value * 10) / 10;
}

ordered_json as_json(const cards::Spread& spread) {
    return {{"median", to_one_decimal(spread.median)}, {"maximum", to_one_decimal(spread.maximum)}};
}

ordered_json as_json(const std::optional<cards::Spread>& spread) {
    return spread ? as_json(*spread) : ordered_json();
}

ordered_json as_json(const cards::Figures& figures) {
    return {{"cards", figures.cards},
            {"situations", figures.situations},
            {"frameworks", figures.frameworks},
            {"phrases", figures.phrases},
            {"practices", figures.practices},
            {"say_lines", figures.say_lines},
            {"words_a_say_line", as_json(figures.words_a_say_line)},
            {"reading_grade_of_say_lines", as_json(figures.grade_of_say_lines)},
            {"reading_grade_of_cards", as_json(figures.grade_of_cards)},
            {"steps_a_framework",
             {{"minimum", figures.fewest_steps}, {"maximum", figures.most_steps}}}};
}

ordered_json as_json(const std::optional<cards::Progress>& progress) {
    return progress ? ordered_json{{"planned", progress->planned},
                                   {"with_card", progress->with_card},
                                   {"without_say_line", progress->without_say_line}}
                    : ordered_json();
}

std::string as_json(const cards::Reading& reading) {
    ordered_json json{
        {"usable", reading.pack.has_value()},
        {"cards", reading.pack ? reading.pack->cards.size() : 0},
        {"figures", reading.pack ? as_json(cards::figures_of(*reading.pack)) : ordered_json()},
        {"progress", as_json(reading.progress)},
        {"problems", ordered_json::array()}};
    for (const cards::Problem& problem : reading.problems) {
        json["problems"].push_back(
            {{"severity", problem.severity == cards::Severity::error ? "error" : "warning"},
             {"file", problem.file},
             {"line", problem.line},
             {"text", problem.text},
             {"to_do", !problem.to_do.empty()}});
    }
    json["unchecked"] = ordered_json::array();
    for (const cards::Unchecked& it :
         reading.pack ? cards::unchecked_phrases(*reading.pack) : std::vector<cards::Unchecked>()) {
        ordered_json files = ordered_json::array();
        for (const cards::Phrase* phrase : it.phrases) {
            files.push_back(phrase->file);
        }
        json["unchecked"].push_back({{"language", it.language.tag},
                                     {"name", it.language.name},
                                     {"files", std::move(files)}});
    }
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// A line for each problem, then how far the pack is.
void print(const cards::Reading& reading, std::ostream& out) {
    for (const cards::Problem& problem : cards::to_do_list(reading.problems)) {
        out << cards::to_string(problem) << '\n';
    }
    const auto to_dos = static_cast<std::size_t>(std::ranges::count_if(
        reading.problems, [](const cards::Problem& problem) { return !problem.to_do.empty(); }));
    if (to_dos > 0) {
        // Translators: "TODO" stands in the files, and is the same in every language.
        out << i18n::tr_plural("{0} thing is still to do. What begins with TODO in a file says "
                               "what to write there.",
                               "{0} things are still to do. What begins with TODO in a file says "
                               "what to write there.",
                               to_dos)
            << '\n';
    }
    if (reading.progress) {
        out << cards::to_string(*reading.progress) << '\n';
    }
}

/// What a desk would find besides what the cards say: names, sizes, the seal, and every picture,
/// shown or not: a pack comes in with all of them or not at all.
std::vector<cards::Problem> check_files(const std::filesystem::path& folder,
                                        const packs::Keys& keys,
                                        const std::filesystem::path& program) {
    const auto files = platform::RealFolder::open(folder);
    if (!files) {
        return {{.text = files.error().sentence}};
    }
    const auto copy = packs::dry_copy(**files);
    if (!copy) {
        return {{.text = copy.error().sentence}};
    }
    auto problems = packs::check_seal(*copy, **files, keys);
    std::ranges::move(packs::check_pictures(**files, "", packs::pictures_in(folder),
                                            {.program = program, .stop = {}}),
                      std::back_inserter(problems));
    return problems;
}

} // namespace

int check_pack(const std::filesystem::path& folder, bool json, std::ostream& out,
               const packs::Keys& keys, const std::filesystem::path& program) {
    cards::Reading reading = packs::read_folder(folder);
    if (reading.pack) {
        std::ranges::move(cards::check_rules(*reading.pack), std::back_inserter(reading.problems));
        std::ranges::move(check_files(folder, keys, program), std::back_inserter(reading.problems));
        cards::sort_problems(reading.problems);
        if (cards::has_errors(reading.problems)) {
            reading.pack.reset();
        }
    }
    if (json) {
        out << as_json(reading);
    } else {
        print(reading, out);
    }
    return cards::has_errors(reading.problems) ? kFailed : kOk;
}

} // namespace app
