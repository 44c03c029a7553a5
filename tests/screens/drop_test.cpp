#include "glass_rules.h"
#include "support/in_language.h"
#include "views.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <iostream>

namespace {

using desk::Event;

/// A review with more of everything than fits a page, in words of awkward length.
desk::DropReview long_review(const desk::LibraryPtr& library, bool needs_pin) {
    desk::DropReview review{.version_in_use = 13,
                            .took = std::chrono::milliseconds(1234),
                            .signer = needs_pin ? "" : "head-office-of-the-county",
                            .cautions = {},
                            .changes = {},
                            .warnings = {},
                            .library = library};
    if (needs_pin) {
        review.cautions = {"Not signed", "Older than version 9007199254740992: this goes back",
                           "Another library's cards: oakwood-branch-of-the-county, not riverside"};
    }
    for (int i = 0; i < 20; ++i) {
        review.changes.push_back(
            {.kind = static_cast<cards::Change::Kind>(i % 3),
             .what = "A situation with quite a long name indeed, no. " + std::to_string(i),
             .detail = i % 2 == 0 ? "step L: 1 phrase, 2 actions; words to find it by" : "",
             .card = {}});
        review.warnings.push_back({.severity = cards::Severity::warning,
                                   .file = "situations/a-card-with-quite-a-long-name.md",
                                   .line = 100 + i,
                                   .text = "This line to say has 23 words; up to 14 are understood "
                                           "by nearly everybody. Shorten it or make two of it."});
    }
    return review;
}

desk::DropRefused long_refusal() {
    desk::DropRefused refused{
        .headline = "These cards are not as they were when they were sealed, or not from somebody "
                    "whom this desk trusts.",
        .problems = {}};
    for (int i = 0; i < 15; ++i) {
        refused.problems.push_back(
            {.file = "situations/a-card-with-quite-a-long-name.md",
             .line = i,
             .text = "The date \"11/01/2026\" is not written as the year, the month and the day; "
                     "write 2026-11-01."});
    }
    return refused;
}

std::vector<desk::KeptPack> kept() {
    std::vector<desk::KeptPack> packs;
    for (std::uint64_t version : {9007199254740992ULL, 14ULL, 13ULL, 2ULL}) {
        packs.push_back({.key = std::to_string(version),
                         .version = version,
                         .name = "riverside-public-library-cards",
                         .in_use = version == 14});
    }
    return packs;
}

std::vector<Event> typed(std::vector<Event> events, int digits) {
    for (int i = 0; i < digits; ++i) {
        events.emplace_back(desk::PinDigit{static_cast<char>('0' + i % 10)});
    }
    return events;
}

/// What leads to each screen that the drop has.
std::vector<std::vector<Event>> ways(const desk::LibraryPtr& library) {
    const auto news = [](desk::Drop drop) { return desk::DropNews{std::move(drop)}; };
    const Event pin_review = news(long_review(library, true));
    const Event signed_review = news(long_review(library, false));
    const Event packs = desk::PacksNews{kept()};
    const desk::PinAnswer wrong{.fault = desk::PinFault::wrong, .wait = std::chrono::minutes(15)};
    const desk::PinAnswer broken{
        .fault = desk::PinFault::other,
        .sentence = "The PIN cannot be checked now. The disk is full: make room on it."};
    return {
        {news(desk::DropCopying{}), desk::OpenDrop{}},
        {news(desk::DropCopying{.files = 1234, .of_files = 2000}), desk::OpenDrop{}},
        {news(desk::DropCopying{.files = 2, .of_files = 2, .copied = true}), desk::OpenDrop{}},
        {news(desk::DropWaiting{}), desk::OpenDrop{}},
        {news(desk::DropWaiting{.files = 1234, .of_files = 2000}), desk::OpenDrop{}},
        {news(desk::DropDone{"The cards are on the stick, in the folder deskcards-12. You can pull "
                             "it out now."}),
         desk::OpenDrop{}},
        {news(long_refusal()), desk::OpenDrop{}},
        {signed_review, desk::OpenDrop{}},
        {pin_review, desk::OpenDrop{}},
        typed({pin_review, desk::OpenDrop{}}, 7),
        {pin_review, desk::UseDrop{}},
        typed({pin_review, desk::UseDrop{}}, 12),
        [&] {
            auto way = typed({pin_review, desk::UseDrop{}}, 6);
            way.insert(way.end(), {desk::AcceptPin{}, wrong});
            return way;
        }(),
        [&] {
            auto way = typed({packs, desk::AskPin{desk::ToCopyOut{}}}, 6);
            way.insert(way.end(), {desk::AcceptPin{}, broken});
            return way;
        }(),
        {news(desk::DropCopying{}), desk::OpenCard{"fine-dispute"}},
        {news(desk::DropWaiting{}), desk::OpenCard{"fine-dispute"}},
        {news(long_refusal()), desk::OpenCard{"fine-dispute"}},
        {news(desk::DropCopying{}), desk::OpenDrop{}, desk::GoHome{}},
        {news(desk::DropWaiting{.files = 1, .of_files = 2}), desk::OpenDrop{}, desk::GoHome{}},
        {news(long_refusal()), desk::OpenDrop{}, desk::GoHome{}},
        {news(desk::DropDone{"Version 14 is in use."}), desk::OpenDrop{}, desk::GoHome{}},
        {desk::FirstPinNews{true}, pin_review, desk::OpenDrop{}},
        {desk::FirstPinNews{true}, pin_review, desk::UseDrop{}},
        {pin_review}, // the strip on the board, or the review that has opened by itself
        {pin_review, desk::OpenCard{"fine-dispute"}},
        {pin_review, desk::OpenCard{"fine-dispute"}, desk::OpenStep{.step = 1}},
        {pin_review, desk::StartSearch{}},
        {pin_review, desk::OpenPage{desk::Topic::menu}},
        {pin_review, desk::OpenDrop{}, desk::LookAhead{}},
        {pin_review, desk::OpenDrop{}, desk::LookAhead{}, desk::OpenCard{"overdose"}},
        {pin_review, desk::OpenDrop{}, desk::LookAhead{}, desk::StartSearch{}},
        {desk::OpenPacks{}},
        {packs, desk::OpenPacks{}},
        {packs, desk::AskPin{desk::ToGoBack{kept().front()}}},
        {packs, desk::AskPin{desk::ToCopyOut{}}},
        {desk::FirstPinNews{true}},
        {desk::FirstPinNews{true}, desk::AskPin{desk::ToSetFirst{}}},
        [&] {
            auto way = typed({desk::FirstPinNews{true}, desk::AskPin{desk::ToSetFirst{}}}, 8);
            way.emplace_back(desk::AcceptPin{});
            return way;
        }(),
    };
}

} // namespace

TEST_CASE("every page of every screen of the drop keeps to the rules of the glass on every panel") {
    const desk::LibraryPtr library = starter_library();
    const PanelKind kind = GENERATE(from_range(panel_kinds()));
    DYNAMIC_SECTION(name_of(kind)) {
        const Bench bench(library, panel_of(kind));
        std::size_t looked_at = 0;
        for (const auto& way : ways(library)) {
            for (const screens::Screen& screen : bench.pages_of(bench.after(way))) {
                ++looked_at;
                INFO(name_of(kind) << ", " << screen.name << " " << screen.card << ", page "
                                   << screen.page + 1 << " of " << screen.pages);
                for (const std::string& breach : breaches(screen, bench.look())) {
                    FAIL_CHECK(breach);
                }
                CHECK((screen.name == "board" || screen.scene.find("home") != nullptr ||
                       screen.scene.find("back") != nullptr));
            }
        }
        std::cout << name_of(kind) << ": " << looked_at << " screens of the drop\n";
    }
}

TEST_CASE("On a card, news of the drop is a button with words, in every language") {
    const std::string language = GENERATE("en", "es", "fr");
    const InLanguage in(language);
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    const desk::Drop drop =
        GENERATE(desk::Drop{desk::DropCopying{}}, desk::Drop{desk::DropWaiting{}},
                 desk::Drop{desk::DropReview{}}, desk::Drop{long_refusal()},
                 desk::Drop{desk::DropDone{"Version 14 is in use."}});
    CAPTURE(language, drop.index());
    const screens::Screen screen =
        bench.compose(bench.after({desk::OpenCard{"fine-dispute"}, desk::DropNews{drop}}));
    const look::Target* button = screen.scene.find("drop/open");
    REQUIRE(button);
    CHECK(std::ranges::any_of(screen.scene.marks, [&](const look::Mark& mark) {
        const auto* text = std::get_if<look::Text>(&mark);
        return text && button->rect.contains(text->rect.x, text->rect.y);
    }));
}

TEST_CASE("every page of what comes and goes keeps to the rules in every language and large text") {
    const desk::LibraryPtr library = starter_library();
    const std::vector<desk::Drop> drops{
        desk::DropCopying{.files = 1234, .of_files = 2000},
        desk::DropCopying{.files = 2, .of_files = 2, .copied = true},
        desk::DropWaiting{.files = 1234, .of_files = 2000},
        desk::DropDone{
            "The report is on the stick, in the folder report-2026-11-27. Open report.html "
            "there. You can pull the stick out now."}};
    const std::string language = GENERATE("en", "es", "fr", "en-XA");
    const desk::TextSize size = GENERATE(desk::TextSize::normal, desk::TextSize::largest);
    const InLanguage in(language);
    std::size_t looked_at = 0;
    for (const PanelKind& kind : panels_to_sweep(2)) {
        const Bench bench(library, panel_of(kind), {.text = size});
        for (const desk::Drop& drop : drops) {
            const desk::State state = bench.after({desk::DropNews{drop}, desk::OpenDrop{}});
            for (const screens::Screen& screen : bench.pages_of(state)) {
                ++looked_at;
                INFO(name_of(kind) << ", " << language << ", size " << static_cast<int>(size)
                                   << ", page " << screen.page + 1 << " of " << screen.pages);
                for (const std::string& breach : breaches(screen, bench.look())) {
                    FAIL_CHECK(breach);
                }
            }
        }
    }
    CHECK(looked_at >= panels_to_sweep(2).size() * drops.size());
}

TEST_CASE("no screen says the digits of a PIN") {
    const Bench bench(starter_library(), panel_of({1920, 1080, 23.8}));
    const desk::DropReview review = long_review(starter_library(), true);
    std::vector<Event> way{desk::DropNews{desk::Drop{review}}, desk::OpenDrop{}};
    for (const char digit : std::string("739184")) {
        way.emplace_back(desk::PinDigit{digit});
    }
    for (const Event& last : {Event{desk::ErasePin{}}, Event{desk::UseDrop{}}}) {
        way.push_back(last);
        const screens::Screen screen = bench.compose(bench.after(way));
        for (const look::Mark& mark : screen.scene.marks) {
            if (const auto* text = std::get_if<look::Text>(&mark)) {
                CHECK_FALSE(text->text.contains("7391"));
            }
        }
        for (const look::Target& target : screen.scene.targets) {
            CHECK_FALSE(target.label.contains("7391"));
        }
    }
}
