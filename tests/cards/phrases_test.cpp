#include "cards/compare.h"
#include "cards/languages.h"
#include "cards/limits.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <set>

using cards::find_language;
using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;
using Catch::Matchers::StartsWith;
using Lines = std::vector<std::string>;

namespace {

constexpr const char* kFile = "phrases/interpreter.md";
constexpr const char* kPhrase = R"(---
title: An interpreter is coming
for: [yellow, red]
checked: [es, Arabic]
---

## English

I am calling an interpreter.

## Spanish
Estoy llamando a un intérprete.

Espere, por favor.

## ar
أتصل الآن بمترجم.
)";

Folder with_phrase() {
    return small_pack().write(kFile, kPhrase);
}

/// What is reported after a text of the phrase was replaced.
Lines after(std::string_view from, std::string_view to) {
    return with_phrase().replace(kFile, from, to).problems();
}

std::string tag_of(std::string_view word) {
    const auto language = find_language(word);
    return language ? language->tag : "none";
}

} // namespace

TEST_CASE("A phrase has a title and its words in each language") {
    const cards::Pack pack = pack_of(with_phrase());
    REQUIRE(pack.phrases.size() == 1);
    const cards::Phrase& phrase = pack.phrases.front();
    CHECK(pack.find_phrase("interpreter") == &phrase);
    CHECK(pack.find_phrase("help") == nullptr);
    CHECK(phrase.title == "An interpreter is coming");
    CHECK(phrase.codes == std::vector{cards::Code::yellow, cards::Code::red});
    REQUIRE(phrase.texts.size() == 3);
    REQUIRE(phrase.in("es") != nullptr);
    CHECK(phrase.in("es")->words == "Estoy llamando a un intérprete. Espere, por favor.");
    CHECK(phrase.in("es")->language.name == "Español");
    CHECK(phrase.in("es")->checked);
    CHECK(phrase.in("ar")->checked);
    CHECK_FALSE(phrase.in("en")->checked);
    CHECK(phrase.in("fr") == nullptr);
}

TEST_CASE("A phrase stands by its file's name, and may be called like a card") {
    const cards::Pack pack =
        pack_of(with_phrase().write("phrases/help.md", kPhrase).write("phrases/a.md", kPhrase));
    Lines ids;
    for (const cards::Phrase& phrase : pack.phrases) {
        ids.push_back(phrase.id);
    }
    CHECK(ids == Lines{"a", "help", "interpreter"});
}

TEST_CASE("A language is known by its tag, its own name and its English name") {
    for (const char* word : {"es", "ES", "Español", "spanish"}) {
        CHECK(tag_of(word) == "es");
    }
    CHECK(tag_of("zh-hans") == "zh-Hans");
    CHECK(tag_of("العربية") == "ar");
    CHECK(tag_of("Spanish (es)") == "es");
    CHECK(tag_of("es-MX") == "es-MX");
    CHECK(find_language("es-MX")->name == "Español");
    CHECK(tag_of("Diné bizaad (nv)") == "nv");
    CHECK(find_language("Diné bizaad (nv)")->name == "Diné bizaad");
    for (const char* word : {"", "nv", "Elvish", "(nv)", "Name (not a tag)", "Name ()"}) {
        CHECK(tag_of(word) == "none");
    }
}

TEST_CASE("Every language of the table is found by its name, and no two have one") {
    std::set<std::string> tags;
    for (const std::string_view name : cards::language_names()) {
        CAPTURE(name);
        const auto language = find_language(name);
        REQUIRE(language.has_value());
        CHECK(tags.insert(language->tag).second);
        CHECK(find_language(language->name) == language);
        CHECK(find_language(language->tag) == language);
        CHECK(language->name.size() > 1);
    }
}

TEST_CASE("Each slip in a phrase is answered on its line") {
    struct Slip {
        std::string_view from;
        std::string_view to;
        Lines answers; ///< After the path.
    };
    const std::string not_spanish =
        "4: warning: \"checked\" names Español, and the phrase is not in that language.";
    const std::string no_words =
        "7: error: There are no words below this heading. Write them, or take the heading out.";
    const std::vector<Slip> slips{
        {"## Spanish",
         "## Spansh",
         {not_spanish,
          "11: error: There is no language \"Spansh\" here. Did you mean \"Spanish\"? Write its "
          "name in English or its tag; for a language that is not known, its own name and the tag "
          "in brackets, as in Diné bizaad (nv)."}},
        {"## Spanish",
         "##",
         {not_spanish, "11: error: This heading names no language. Write one after the ##, as in "
                       "## Spanish."}},
        {"## ar",
         "## Español",
         {"4: warning: \"checked\" names العربية, and the phrase is not in that language.",
          "16: error: Español is already written on line 11. Keep one of the two."}},
        {"## Spanish",
         "### Spanish",
         {not_spanish, "11: error: A language's heading begins with two hashes, as in ## Spanish; "
                       "this one has 3."}},
        {"## English\n",
         "",
         {"8: error: This line comes before the first language. Put it below a heading such as ## "
          "Spanish."}},
        {"I am calling",
         "- I am calling",
         {no_words,
          "9: error: A phrase has words alone, without lists and pictures. Write what the "
          "patron is to read as a plain line."}},
        {"I am calling an interpreter.", "", {no_words}},
        {"[yellow, red]",
         "[yellow, orange]",
         {"3: error: There is no code \"orange\". The four are green, yellow, red and blue."}},
        {"[es, Arabic]",
         "[es, Arabic, fr]",
         {"4: warning: \"checked\" names Français, and the phrase is not in that language."}},
        {"[es, Arabic]", "yes", {"4: error: There is no language \"yes\" here."}},
        {"for:",
         "codes:",
         {"3: warning: \"codes\" is not a key that is known here, and is left out."}},
    };
    for (const Slip& slip : slips) {
        CAPTURE(slip.from, slip.to);
        const Lines problems = after(slip.from, slip.to);
        REQUIRE(problems.size() == slip.answers.size());
        for (std::size_t i = 0; i < problems.size(); ++i) {
            CHECK_THAT(problems.at(i), StartsWith(kFile + (":" + slip.answers.at(i))));
        }
    }
}

TEST_CASE("A phrase without languages, and a file without keys, are errors") {
    const std::string at = kFile;
    CHECK(small_pack().write(kFile, "---\ntitle: A\n---\n").problems() ==
          Lines{at + ": error: This phrase is in no language. Write a heading for each, as in ## "
                     "Spanish, and the words below it."});
    CHECK(small_pack().write(kFile, "Hello").problems() ==
          Lines{at + ":1: error: A phrase begins with a line of three hyphens (---). Put one above "
                     "its title, and another below the last of its keys."});
    CHECK(small_pack().write(kFile, "---\n---\n## es\nHola\n").problems().size() == 1);
}

TEST_CASE("A phrase that is far too long, and far too many of them, are errors") {
    const std::string most(cards::kMaxPhrase, 'a');
    CHECK(after("I am calling an interpreter.", most) == kNothing);
    CHECK(after("I am calling an interpreter.", most + "a").size() == 1);
    Folder folder = small_pack();
    for (std::size_t i = 0; i < cards::kMaxPhrases; ++i) {
        folder.write("phrases/p" + std::to_string(i) + ".md", kPhrase);
    }
    CHECK(folder.problems() == kNothing);
    folder.write("phrases/one-more.md", kPhrase);
    CHECK(folder.problems() ==
          Lines{"error: This pack has 61 phrases; at most 60 fit. Keep those that matter most."});
}

TEST_CASE("A phrase's file is named and placed like a card's") {
    CHECK(
        small_pack().write("phrases/Help Me.md", kPhrase).problems() ==
        Lines{"phrases/Help Me.md: error: A phrase's file name may have small letters, digits and "
              "hyphens only, and 64 of them at most. Rename it to \"help-me.md\"."});
    CHECK(small_pack().write("phrases/old/help.md", kPhrase).problems() ==
          Lines{"phrases/old/help.md: warning: This file is not read. Phrases lie directly in the "
                "folder, not in one inside it."});
}

TEST_CASE("What no speaker has checked is told by language, but for that of the staff") {
    const cards::Pack pack = pack_of(with_phrase()
                                         .replace(kFile, "checked: [es, Arabic]", "checked: no")
                                         .write("phrases/b.md", "---\ntitle: B\nchecked: es\n---\n"
                                                                "## fr\nUn.\n## es\nUno.\n"));
    Lines told;
    for (const cards::Unchecked& unchecked : cards::unchecked_phrases(pack)) {
        for (const cards::Phrase* phrase : unchecked.phrases) {
            told.push_back(unchecked.language.tag + " " + phrase->id);
        }
    }
    CHECK(told == Lines{"fr b", "es interpreter", "ar interpreter"});
}

TEST_CASE("No part of a phrase can change unnoticed") {
    const cards::Pack before = pack_of(with_phrase());
    struct Edit {
        std::string_view from;
        std::string_view to;
        std::string detail;
    };
    for (const Edit& edit :
         std::vector<Edit>{{"title: An", "title: The", "was \"An interpreter is coming\""},
                           {"[yellow, red]", "[red]", "where it is needed most"},
                           {"[es, Arabic]", "[es]", "العربية: not checked any more"},
                           {"[es, Arabic]", "[es, Arabic, en]", "English: checked"},
                           {"Espere", "Aguarde", "Español: other words"},
                           {"## English", "## French", "Français: new; English: no more"}}) {
        CAPTURE(edit.from, edit.to);
        const auto changes =
            cards::compare(before, pack_of(with_phrase().replace(kFile, edit.from, edit.to)));
        REQUIRE(changes.size() == 1);
        CHECK(changes.front().kind == cards::Change::Kind::changed);
        CHECK(changes.front().what.starts_with("For the patron: "));
        CHECK(changes.front().detail == edit.detail);
    }
    cards::Pack turned = before;
    std::ranges::reverse(turned.phrases.front().texts);
    REQUIRE(cards::compare(before, turned).size() == 1);
    CHECK(cards::compare(before, turned).front().detail == "the order of its languages");
}

TEST_CASE("A new phrase and a removed one are changes") {
    const cards::Pack without = pack_of(small_pack());
    const cards::Pack with = pack_of(with_phrase());
    const std::string name = "For the patron: An interpreter is coming";
    CHECK(cards::compare(without, with) ==
          std::vector<cards::Change>{{cards::Change::Kind::added, name, {}, {}}});
    CHECK(cards::compare(with, without) ==
          std::vector<cards::Change>{{cards::Change::Kind::removed, name, {}, {}}});
    CHECK(cards::compare(with, with).empty());
}
