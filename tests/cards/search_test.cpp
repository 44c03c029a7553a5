#include "cards/search.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using Lines = std::vector<std::string>;

namespace {

cards::Card card(std::string_view id, std::string_view title, cards::Texts keywords,
                 cards::Code code = cards::Code::green) {
    cards::Card out;
    out.id = id;
    out.title = title;
    out.keywords = std::move(keywords);
    out.code = code;
    out.framework = code == cards::Code::green ? "help" : "calm";
    return out;
}

cards::Card framework(std::string_view id, std::string_view title, cards::Code code) {
    cards::Card out = card(id, title, {}, code);
    out.kind = cards::Card::Kind::framework;
    out.framework = id;
    return out;
}

cards::Pack desk_pack() {
    cards::Pack pack;
    pack.codes[0] = {
        .framework = "help", .name = "Everyday", .tab = {}, .colour = "Green", .link = {}};
    pack.codes[1] = {
        .framework = "calm", .name = "Getting tense", .tab = {}, .colour = "Yellow", .link = {}};
    pack.cards = {
        framework("help", "HELP", cards::Code::green),
        framework("calm", "CALM", cards::Code::yellow),
        card("book", "Wants a book removed", {"challenge", "censorship", "complaint about a book"}),
        card("fine", "Fine or lost item dispute", {"late fee", "overdue", "charged twice"}),
        card("noisy", "Noisy kids or teens", {"running", "children playing"}),
        card("phone", "Loud phone call", {"ringtone", "speakerphone"}),
        card("print", "Print or copy cost", {"printer", "photocopy", "wi-fi printing"}),
        card("film", "Filming staff or \u201Caudit\u201D", {"camera", "recording"},
             cards::Code::yellow),
        card("smoke", "Smoking or vaping inside", {"cigarette", "vape"}, cards::Code::yellow),
        card("yell", "Yelling or swearing at staff", {"screaming", "shouting", "verbal abuse"},
             cards::Code::yellow),
    };
    pack.cards[0].summary = "For every day.";
    pack.cards[2].summary = "Someone objects to a film, display or program.";
    cards::Step step;
    step.title = "Hear them out";
    pack.cards[0].steps = {step};
    return pack;
}

Lines found(std::string_view query, std::size_t limit = 3) {
    Lines ids;
    for (const cards::Hit& hit : cards::SearchIndex(desk_pack()).find(query, limit)) {
        ids.push_back(hit.card);
    }
    return ids;
}

std::string first(std::string_view query) {
    const Lines ids = found(query, 1);
    return ids.empty() ? std::string() : ids.front();
}

std::string reason(std::string_view query) {
    const auto hits = cards::SearchIndex(desk_pack()).find(query, 1);
    return hits.empty() ? std::string("nothing") : hits.front().reason;
}

} // namespace

TEST_CASE("Words of the title find a card, in any order and letter case") {
    CHECK(first("wants a book removed") == "book");
    CHECK(first("REMOVED book") == "book");
    CHECK(first("staff swearing") == "yell");
}

TEST_CASE("Two or three letters find a card") {
    CHECK(first("ye") == "yell");
    CHECK(first("fin") == "fine");
    CHECK(first("vap") == "smoke");
    CHECK(first("f") == "fine");
}

TEST_CASE("A synonym finds a card, and is given as the reason") {
    CHECK(first("screaming") == "yell");
    CHECK(reason("screaming") == "screaming");
    CHECK(first("overdue") == "fine");
    CHECK(reason("fee") == "late fee");
    CHECK(reason("complaint book") == "complaint about a book");
}

TEST_CASE("A title that shows why gives no reason") {
    CHECK(reason("yelling").empty());
    CHECK(reason("noisy").empty());
}

TEST_CASE("Other forms of a word find a card") {
    CHECK(first("scream") == "yell");
    CHECK(first("screams") == "yell");
    CHECK(first("yelled") == "yell");
    CHECK(first("filmed") == "film");
    CHECK(first("smokes") == "smoke");
    CHECK(first("child") == "noisy");
    CHECK(first("printers") == "print");
}

TEST_CASE("Typing errors are forgiven: a letter missing, one too many, a wrong one, two swapped") {
    CHECK(first("screming") == "yell");
    CHECK(first("screm") == "yell");
    CHECK(first("yellling") == "yell");
    CHECK(first("yalling") == "yell");
    CHECK(first("sweraing") == "yell");
    CHECK(first("cencorship") == "book");
    CHECK(first("photcopy") == "print");
    CHECK(first("fnie") == "fine");
    CHECK(first("recroding") == "film");
    CHECK(first("cigarete") == "smoke");
}

TEST_CASE("A half word with a typing error in it is found") {
    CHECK(first("speekerp") == "phone");
    CHECK(first("cesnor") == "book");
}

TEST_CASE("Short words are not mistaken for others") {
    CHECK(found("xyz").empty());
    CHECK(found("zip").empty());
    CHECK(first("cost") == "print");
}

TEST_CASE("A title's word counts for more than a keyword's, and that for more than a summary's") {
    CHECK(found("film", 3) == Lines{"film", "book"});
    CHECK(found("book", 1) == Lines{"book"});
}

TEST_CASE("A card that answers every word comes before one that answers some") {
    CHECK(first("loud call") == "phone");
    CHECK_FALSE(first("loud kids").empty());
    CHECK(found("staff audit", 2) == Lines{"film", "yell"});
}

TEST_CASE(
    "A card that says the words in one keyword comes before one that has them here and there") {
    cards::Pack pack;
    pack.cards = {card("apart", "Coming back", {"kid", "alone"}),
                  card("together", "Somebody small", {"toddler", "kid alone"})};
    const cards::SearchIndex index(pack);
    for (const std::string_view query : {"kid alone", "alone kid"}) {
        INFO(query);
        const auto hits = index.find(query, 2);
        REQUIRE(hits.size() == 2);
        CHECK(hits.front().card == "together");
    }
}

TEST_CASE("Words that say nothing alone count where a keyword has them") {
    cards::Pack pack;
    pack.cards = {card("money", "People ask for money", {"people"}),
                  card("remark", "Offensive remark", {"slur", "you people"})};
    CHECK(cards::SearchIndex(pack).find("you people", 1).front().card == "remark");
}

TEST_CASE("A space too few or too many is forgiven") {
    CHECK(first("latefee") == "fine");
    CHECK(first("verbalabu") == "yell");
    CHECK(first("photo copy") == "print");
    CHECK(first("speaker phone") == "phone");
    CHECK(first("speaker ph") == "phone");
}

TEST_CASE("A word that the pack has is hardly taken for a slip") {
    cards::Pack pack;
    pack.cards = {card("animal", "Animal inside", {"bite"}),
                  card("bags", "Large bags", {"cart", "scooter", "bike"})};
    CHECK(cards::SearchIndex(pack).find("bike", 1).front().card == "bags");
    CHECK(cards::SearchIndex(pack).find("bike inside", 2).size() == 2);
}

TEST_CASE("A step that is called as its framework's is found at the framework") {
    cards::Pack pack = desk_pack();
    cards::Step step;
    step.title = "Hear them out";
    step.line = 12;
    pack.cards[2].steps = {step};
    const auto hits = cards::SearchIndex(pack).find("hear them out", 5);
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().card == "help");
}

TEST_CASE("A word that nothing answers does not hide what the others find") {
    CHECK(first("purple yelling") == "yell");
    CHECK(first("someone is yelling at me") == "yell");
}

TEST_CASE("Words that say nothing are passed over, unless there are no others") {
    CHECK(first("the book") == "book");
    CHECK(first("a book about it") == "book");
    CHECK(first("he") == "help");
}

TEST_CASE("An acronym finds its framework first") {
    CHECK(first("help") == "help");
    CHECK(first("CALM") == "calm");
    CHECK(found("calm", 4) == Lines{"calm", "phone", "film", "smoke"});
    CHECK(first("hear") == "help");
}

TEST_CASE("A code's name and colour find its cards") {
    CHECK(found("tense", 10).size() == 4);
    CHECK(found("yellow", 10).size() == 4);
}

TEST_CASE("Accents, quotation marks and hyphens do not matter") {
    CHECK(first("\u201Caudit\u201D") == "film");
    CHECK(first("b\u00F3ok") == "book");
    CHECK(first("wifi") == "print");
    CHECK(first("wi-fi") == "print");
}

TEST_CASE("A query of nothing finds nothing") {
    CHECK(found("").empty());
    CHECK(found("   ").empty());
    CHECK(found("?!").empty());
    CHECK(found("yelling", 0).empty());
}

TEST_CASE("A query of any bytes and any length is answered") {
    CHECK(first("yelling " + std::string(100000, 'x')) == "yell");
    CHECK(found(std::string(100000, 'y')).empty());
    CHECK(found("\xFF\xFE\x80").empty());
    std::string many;
    for (int i = 0; i < 10000; ++i) {
        many += "book ";
    }
    CHECK(first(many) == "book");
}

TEST_CASE("Equal answers keep the pack's order, every time") {
    cards::Pack pack;
    for (const std::string_view id : {"one", "two", "three", "four"}) {
        pack.cards.push_back(card(id, "Same title", {}));
    }
    const cards::SearchIndex index(pack);
    Lines ids;
    for (const cards::Hit& hit : index.find("same", 3)) {
        ids.push_back(hit.card);
    }
    CHECK(ids == Lines{"one", "two", "three"});
}

TEST_CASE("The best come first, by falling score") {
    const auto hits = cards::SearchIndex(desk_pack()).find("staff", 10);
    REQUIRE(hits.size() >= 2);
    CHECK(std::ranges::is_sorted(hits, std::ranges::greater{}, &cards::Hit::score));
}

TEST_CASE("An index of an empty pack finds nothing, and an index can be moved") {
    CHECK(cards::SearchIndex(cards::Pack{}).find("book", 5).empty());
    cards::SearchIndex index(desk_pack());
    const cards::SearchIndex moved = std::move(index);
    CHECK(moved.find("book", 1).size() == 1);
}

TEST_CASE("Ten thousand cards are searched") {
    cards::Pack pack;
    for (int i = 0; i < 10000; ++i) {
        const std::string number = std::to_string(i);
        pack.cards.push_back(
            card("c" + number, "Situation number" + number, {"keyword" + number, "staff"}));
    }
    const auto hits = cards::SearchIndex(pack).find("numbr4711", 5);
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().card == "c4711");
}
