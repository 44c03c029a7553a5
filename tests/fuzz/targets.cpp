#include "targets.h"
#include "demand.h"

#include "cards/reader.h"
#include "cards/rules.h"
#include "cards/search.h"
#include "cards/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fuzz {
namespace {

constexpr std::string_view kPackFile = R"(format: 1
id: fuzz
name: Fuzz
version: 1
locale: en
site: Here
contacts: [{who: Security, call: "1"}]
codes:
  green: {framework: help, name: Everyday}
  yellow: {framework: calm, name: Tense}
  red: {framework: safe, name: Unsafe}
  blue: {framework: rest, name: After}
board: [card]
)";

std::string framework(std::string_view title, std::string_view code) {
    std::string file =
        "---\ntitle: " + std::string(title) + "\ncode: " + std::string(code) + "\n---\n";
    for (const char letter : title) {
        file += std::string("## ") + letter + "-step\n> Say it.\n\n- Do it.\n\n";
    }
    return file;
}

std::vector<cards::SourceFile> fine_pack() {
    return {{"pack.yaml", std::string(kPackFile)},
            {"frameworks/help.md", framework("HELP", "green")},
            {"frameworks/calm.md", framework("CALM", "yellow")},
            {"frameworks/safe.md", framework("SAFE", "red")},
            {"frameworks/rest.md", framework("REST", "blue")},
            {"images/door.png", ""},
            {"situations/card.md", "---\ntitle: A card\ncode: green\nkeywords: [one, two]\n---\n"}};
}

void check_problems(const std::vector<cards::Problem>& problems) {
    for (const cards::Problem& problem : problems) {
        const std::string line = to_string(problem);
        demand(problem.line >= 0 && !problem.text.empty() && cards::printable(line) == line);
    }
    const auto place = [](const cards::Problem& problem) {
        return std::pair(problem.file, problem.line);
    };
    demand(std::ranges::is_sorted(problems, {}, place));
}

/// Every text of a card that comes through is safe to draw.
void check_card(const cards::Card& card) {
    std::vector<std::string> texts{card.title, card.summary, card.reviewer};
    std::ranges::move(to_strings(card.keywords), std::back_inserter(texts));
    const auto add_picture = [&](const std::optional<cards::Picture>& picture) {
        if (picture) {
            texts.push_back(picture->words);
            demand(picture->file == "images/door.png");
        }
    };
    add_picture(card.picture);
    for (const cards::Step& step : card.steps) {
        add_picture(step.picture);
        texts.push_back(step.title);
        for (const auto* const part : {&step.say, &step.actions, &step.avoid}) {
            std::ranges::move(to_strings(*part), std::back_inserter(texts));
        }
        demand(step.say_lines.empty() || step.say_lines.size() == step.say.size());
        demand(step.action_lines.empty() || step.action_lines.size() == step.actions.size());
    }
    for (const std::string& text : texts) {
        demand(!cards::find_bad_character(text) && !text.contains('\n'));
    }
    demand(!card.title.empty() && !card.steps.empty());
}

void check_phrase(const cards::Phrase& phrase) {
    demand(!phrase.title.empty() && !phrase.texts.empty());
    for (const cards::Wording& wording : phrase.texts) {
        for (const std::string& text : {phrase.title, wording.language.name, wording.words}) {
            demand(!text.empty() && !cards::find_bad_character(text) && !text.contains('\n'));
        }
        demand(phrase.in(wording.language.tag) == &wording);
    }
}

/// Every way from every turn ends, and none is longer than there are turns.
void check_practice(const cards::Practice& practice) {
    demand(!practice.title.empty() && !practice.turns.empty());
    for (std::size_t i = 0; i < practice.turns.size(); ++i) {
        const cards::Turn& turn = practice.turns[i];
        demand(turn.ending.has_value() == turn.replies.empty());
        demand(turn.tension >= 0 && turn.tension <= cards::kMostTension);
        for (const cards::Reply& reply : turn.replies) {
            demand(!reply.text.empty() && reply.next < practice.turns.size());
            demand(cards::longest_way(practice, reply.next) < cards::longest_way(practice, i));
        }
    }
    demand(std::cmp_less(cards::longest_way(practice), practice.turns.size()));
}

/// `others` are the files that hold neither a card, a phrase nor a practice: pack.yaml, a picture,
/// a plan.
void read(const std::vector<cards::SourceFile>& files, std::string_view bytes,
          std::size_t others = 2) {
    const cards::Reading reading = cards::read_pack(files);
    check_problems(reading.problems);
    demand(reading.pack.has_value() != cards::has_errors(reading.problems));
    if (!reading.pack) {
        return;
    }
    const cards::Pack& pack = *reading.pack;
    demand(pack.cards.size() + pack.phrases.size() + pack.practices.size() ==
           files.size() - others);
    std::ranges::for_each(reading.pack->cards, check_card);
    std::ranges::for_each(reading.pack->phrases, check_phrase);
    std::ranges::for_each(reading.pack->practices, check_practice);
    check_problems(cards::check_rules(*reading.pack));
    const cards::SearchIndex index(*reading.pack);
    demand(index.find(bytes.substr(0, 20), 3).size() <= 3);
}

} // namespace

void card_file(std::string_view bytes) {
    std::vector<cards::SourceFile> files = fine_pack();
    files.back().bytes = bytes;
    read(files, bytes);
}

void plan_file(std::string_view bytes) {
    std::vector<cards::SourceFile> files = fine_pack();
    files.push_back({"plan.md", std::string(bytes)});
    read(files, bytes, 3);
    const auto progress = cards::read_pack(files).progress;
    demand(progress && progress->with_card <= std::min(progress->planned, 1UZ) &&
           progress->without_say_line <= progress->with_card);
}

void phrase_file(std::string_view bytes) {
    std::vector<cards::SourceFile> files = fine_pack();
    files.push_back({"phrases/help.md", std::string(bytes)});
    read(files, bytes);
}

void practice_file(std::string_view bytes) {
    std::vector<cards::SourceFile> files = fine_pack();
    files.push_back({"practice/fee.md", std::string(bytes)});
    read(files, bytes);
}

void pack_file(std::string_view bytes) {
    std::vector<cards::SourceFile> files = fine_pack();
    files.front().bytes = bytes;
    read(files, bytes);
}

void text(std::string_view bytes) {
    cards::Report report("file.md");
    const auto decoded = cards::decode_text(bytes, report);
    demand(decoded.has_value() != report.failed());
    demand(!decoded || (!cards::find_bad_character(*decoded) && !decoded->contains('\r')));
    check_problems(std::move(report).take());
}

void query(std::string_view bytes) {
    const cards::Reading reading = cards::read_pack(fine_pack());
    demand(reading.pack.has_value());
    const auto hits = cards::SearchIndex(*reading.pack).find(bytes, 4);
    demand(hits.size() <= 4);
    for (const cards::Hit& hit : hits) {
        demand(hit.score > 0 && reading.pack->find(hit.card) != nullptr);
    }
}

} // namespace fuzz
