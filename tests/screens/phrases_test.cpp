#include "glass_rules.h"
#include "views.h"

#include "cards/limits.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <set>

using desk::OpenCard;
using desk::OpenPhrases;
using desk::OpenStep;
using desk::ShowPhrase;
using desk::UseLanguage;

namespace {

constexpr PanelKind kDesk{1920, 1080, 23.8};
constexpr PanelKind kSmall{800, 480, 7};

std::vector<look::Text> turned_texts(const screens::Screen& screen) {
    std::vector<look::Text> texts;
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* text = std::get_if<look::Text>(&mark); text != nullptr && text->turned) {
            texts.push_back(*text);
        }
    }
    return texts;
}

/// The starter pack, with phrases of its own.
desk::LibraryPtr library_with(std::vector<cards::Phrase> phrases) {
    cards::Pack pack = starter_library()->pack;
    pack.phrases = std::move(phrases);
    return std::make_shared<desk::Library>(std::move(pack));
}

/// As many words as a phrase may have.
std::string long_words(const std::string& word) {
    std::string words = word;
    while (words.size() + word.size() < cards::kMaxPhrase) {
        words += " " + word;
    }
    return words;
}

cards::Phrase long_phrase() {
    return {.id = "long",
            .title = "Something that takes a while to say to somebody, in full",
            .codes = {},
            .texts = {{.language = {.tag = "en", .name = "English"}, .words = long_words("wait")},
                      {.language = {.tag = "es", .name = "Español"}, .words = long_words("espere")},
                      {.language = {.tag = "ar", .name = "العربية"}, .words = long_words("انتظر")}},
            .file = {}};
}

} // namespace

TEST_CASE("Every phrase is two taps from every card and step, and a tap for each further page") {
    const desk::LibraryPtr library = starter_library();
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        for (const cards::Card& card : library->pack.cards) {
            CAPTURE(name_of(kind), card.id);
            for (const desk::State& from : {bench.after({OpenCard{card.id}}),
                                            bench.after({OpenCard{card.id}, OpenStep{1}})}) {
                const screens::Screen screen = bench.compose(from);
                const desk::Event* tap = screen.tap("phrases");
                REQUIRE(tap != nullptr);
                std::set<std::string> shown;
                for (const screens::Screen& page : bench.pages_of(desk::update(from, *tap).state)) {
                    for (const auto& [id, event] : page.taps) {
                        if (const auto* show = std::get_if<ShowPhrase>(&event)) {
                            shown.insert(show->phrase);
                        }
                    }
                }
                CHECK(shown.size() == library->pack.phrases.size());
            }
        }
    }
}

TEST_CASE("A phrase faces the other side of the desk, and what staff touch faces them") {
    const Bench bench(starter_library(), panel_of(kDesk));
    desk::State state = bench.after(
        {OpenCard{"help"}, OpenPhrases{}, UseLanguage{"ar"}, ShowPhrase{"1-interpreter"}});
    const cards::Phrase& phrase = *bench.library().pack.find_phrase("1-interpreter");
    const auto texts = turned_texts(bench.compose(state));
    REQUIRE(texts.size() == 2);
    CHECK(texts.at(0).text == phrase.in("en")->words);
    CHECK(texts.at(1).text == phrase.in("ar")->words);
    CHECK(texts.at(1).direction == look::Direction::right_to_left);
    CHECK(texts.at(1).cap_px > texts.at(0).cap_px);
    CHECK(texts.at(0).rect.bottom() <= texts.at(1).rect.y + 1);
    state.habits.patron_turned = false;
    CHECK(turned_texts(bench.compose(state)).empty());
}

TEST_CASE("A phrase in the language of the staff stands alone") {
    const Bench bench(starter_library(), panel_of(kDesk));
    const auto texts = turned_texts(bench.compose(
        bench.after({OpenPhrases{}, UseLanguage{"en"}, ShowPhrase{"1-interpreter"}})));
    CHECK(texts.size() == 1);
}

TEST_CASE("The longest phrase is whole, over pages where it takes them, on every panel") {
    const desk::LibraryPtr library = library_with({long_phrase()});
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        for (const cards::Wording& wording : library->pack.phrases.front().texts) {
            CAPTURE(name_of(kind), wording.language.tag);
            std::size_t characters = 0;
            for (const screens::Screen& page : bench.pages_of(
                     bench.after({OpenCard{"help"}, OpenPhrases{},
                                  UseLanguage{wording.language.tag}, ShowPhrase{"long"}}))) {
                for (const std::string& breach : breaches(page, bench.look())) {
                    FAIL_CHECK(breach);
                }
                const auto lines = turned_texts(page).back().lines;
                for (const look::TextLine& line : lines) {
                    characters += line.text.size() + 1; // and the space that ends the line
                }
            }
            CHECK(characters == wording.words.size() + 1);
        }
    }
}

TEST_CASE("The longest phrase takes more than one page on the smallest panel") {
    const Bench bench(library_with({long_phrase()}), panel_of(kSmall));
    const desk::State state = bench.after({OpenPhrases{}, UseLanguage{"es"}, ShowPhrase{"long"}});
    const screens::Screen screen = bench.compose(state);
    CHECK(screen.pages > 1);
    CHECK(screen.keys.page_forward == desk::Event{desk::ShowPage{1}});
}

TEST_CASE("On the list the number row opens phrases; on a phrase it chooses languages") {
    const Bench bench(starter_library(), panel_of(kDesk));
    const desk::State list = bench.after({OpenCard{"safe"}, OpenPhrases{}});
    const screens::Screen on_list = bench.compose(list);
    const auto phrases = desk::phrases_for(list);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        CHECK(on_list.keys.row.at(i) == desk::Event{ShowPhrase{phrases.at(i)->id}});
    }
    CHECK(on_list.keys.escape == desk::Event{desk::LeavePhrases{}});
    const desk::State phrase = desk::update(list, *on_list.keys.row.at(0)).state;
    const screens::Screen on_phrase = bench.compose(phrase);
    CHECK(on_phrase.name == "phrase");
    CHECK(on_phrase.keys.row.at(0) == desk::Event{UseLanguage{"en"}});
    CHECK(on_phrase.keys.row.at(1) == desk::Event{UseLanguage{"es"}});
    CHECK(on_phrase.keys.escape == desk::Event{desk::LeavePhrases{}});
    CHECK(on_phrase.tap("back") != nullptr);
}

TEST_CASE("The language in use is always in sight, and the others a tap away") {
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(starter_library(), panel_of(kind));
        for (const cards::Language& language : cards::languages_of(bench.library().pack)) {
            const desk::State state = bench.after(
                {OpenPhrases{}, UseLanguage{language.tag}, ShowPhrase{"1-interpreter"}});
            const screens::Screen screen = bench.compose(state);
            const look::Target* target = screen.scene.find("language/" + language.tag);
            REQUIRE(target != nullptr);
            CHECK(target->chosen);
            CHECK(std::ranges::count(screen.scene.targets, true, &look::Target::chosen) == 1);
        }
    }
}

TEST_CASE(
    "A phrase that lacks the language in use cannot be opened, nor a language that it lacks") {
    cards::Phrase other = long_phrase();
    other.id = "other";
    other.texts.pop_back();
    const Bench bench(library_with({long_phrase(), other}), panel_of(kDesk));
    const screens::Screen list = bench.compose(bench.after({OpenPhrases{}, UseLanguage{"ar"}}));
    CHECK(list.scene.find("phrase/long")->enabled);
    CHECK_FALSE(list.scene.find("phrase/other")->enabled);
    CHECK_FALSE(list.keys.row.at(1).has_value());
    const screens::Screen phrase =
        bench.compose(bench.after({OpenPhrases{}, UseLanguage{"es"}, ShowPhrase{"other"}}));
    CHECK(phrase.scene.find("language/es") != nullptr);
    CHECK(phrase.scene.find("language/ar") == nullptr);
}

TEST_CASE("A pack without phrases shows no way to them") {
    const Bench bench(library_with({}), panel_of(kDesk));
    for (const desk::State& state : bench.all_views()) {
        const screens::Screen screen = bench.compose(state);
        CAPTURE(screen.name, screen.card);
        CHECK(screen.scene.find("phrases") == nullptr);
        CHECK(screen.scene.find("menu/phrases") == nullptr);
    }
}
