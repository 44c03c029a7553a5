#include "support/in_language.h"
#include "views.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr PanelKind kDesktop{.width_px = 1920, .height_px = 1080, .inches = 23.8};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_of(std::string text) {
    // Quotes, dashes and dots of typography: U+2000 to U+203F.
    for (auto at = text.find("\xe2\x80"); at != std::string::npos; at = text.find("\xe2\x80")) {
        text.replace(at, 3, " ");
    }
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_letter(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        words.push_back(word);
    }
    return words;
}

/// Every word that stands in the starter pack's files.
std::set<std::string> words_of_starter_pack() {
    std::set<std::string> words;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(DESKCARDS_SOURCE_DIR "/content")) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        words.merge([&] {
            const std::vector<std::string> all = words_of(text);
            return std::set<std::string>(all.begin(), all.end());
        }());
    }
    return words;
}

/// The language of tests leaves no vowel without an accent.
bool is_english(const std::string& word) {
    return word.size() > 1 && word.find_first_of("aeiouyAEIOU") != std::string::npos;
}

/// The words of a screen, seen or said, that are neither the pack's nor translated.
std::set<std::string> left_in_english(const screens::Screen& screen,
                                      const std::set<std::string>& of_pack) {
    std::set<std::string> left;
    const auto look_at = [&](const std::string& text) {
        for (const std::string& word : words_of(text)) {
            if (is_english(word) && !of_pack.contains(word)) {
                left.insert(word);
            }
        }
    };
    for (const look::Mark& mark : screen.scene.marks) {
        if (const auto* const text = std::get_if<look::Text>(&mark)) {
            look_at(text->text);
        }
    }
    for (const look::Target& target : screen.scene.targets) {
        look_at(target.label);
        look_at(target.spoken);
    }
    look_at(screen.scene.title);
    look_at(screen.scene.about);
    return left;
}

} // namespace

TEST_CASE("nothing that the interface shows or says is left in English") {
    const desk::LibraryPtr library = starter_library();
    std::set<std::string> known = words_of_starter_pack();
    known.insert({"xyzzy", "screming"}); // what is searched for
    for (const cards::Language& it : cards::languages_of(library->pack)) {
        for (const std::string& word : words_of(it.name)) { // a language has its own name
            known.insert(word);
        }
    }
    const InLanguage language("en-XA");
    const Bench bench(library, panel_of(kDesktop));
    for (const desk::State& state : bench.all_views()) {
        for (const screens::Screen& screen : bench.pages_of(state)) {
            for (const std::string& word : left_in_english(screen, known)) {
                FAIL_CHECK(screen.name << " " << screen.card << ": " << word);
            }
        }
    }
}

TEST_CASE("the test for English sees it") {
    const Bench bench(starter_library(), panel_of(kDesktop));
    const screens::Screen menu = bench.compose(bench.after({desk::OpenPage{desk::Topic::menu}}));
    CHECK(left_in_english(menu, {}).contains("Keys"));
}

TEST_CASE("a tap on the language in the menu takes the next, and after the last the first") {
    const Bench bench(starter_library(), panel_of(kDesktop));
    const auto next_language = [&] {
        const screens::Screen menu =
            bench.compose(bench.after({desk::OpenPage{desk::Topic::menu}}));
        const desk::Event* const event = menu.tap("menu/language");
        REQUIRE(event != nullptr);
        return std::get<desk::SetComfort>(*event).comfort.language;
    };
    CHECK(next_language() == "es");
    {
        const InLanguage spanish("es");
        CHECK(next_language() == "fr");
    }
    const InLanguage french("fr");
    CHECK(next_language() == "en");
}
