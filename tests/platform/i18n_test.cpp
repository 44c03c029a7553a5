#include "i18n/catalogue.h"
#include "i18n/message.h"
#include "i18n/numbers.h"
#include "support/in_language.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using i18n::tr;
using i18n::tr_plural;

namespace {

constexpr i18n::Message kHome = i18n::message("Home");

} // namespace

TEST_CASE("a message is English while no other language is in use") {
    CHECK(kHome.str() == "Home");
    CHECK(tr("Version {0}", 14) == "Version 14");
    CHECK(tr_plural("{0} card", "{0} cards", 1) == "1 card");
    CHECK(tr_plural("{0} card", "{0} cards", 0) == "0 cards");
    CHECK(tr("{0} is less than {1}", -1, UINT64_MAX) == "-1 is less than 18446744073709551615");
    CHECK(i18n::language() == "en");
}

TEST_CASE("a message follows the language in use, and comes back with it") {
    {
        const InLanguage spanish("es");
        CHECK(i18n::language() == "es");
        CHECK(kHome.str() == "Inicio");
        CHECK(tr("Version {0}", 14) == "Versión 14");
        {
            const InLanguage french("fr");
            CHECK(kHome.str() == "Accueil");
        }
        CHECK(kHome.str() == "Inicio");
    }
    CHECK(kHome.str() == "Home");
}

TEST_CASE("each language has its own plural: none is one in French, several in Spanish") {
    const auto cards = [](std::size_t count) { return tr_plural("{0} card", "{0} cards", count); };
    {
        const InLanguage spanish("es");
        CHECK(cards(0) == "0 fichas");
        CHECK(cards(1) == "1 ficha");
        CHECK(cards(2) == "2 fichas");
    }
    const InLanguage french("fr");
    CHECK(cards(0) == "0 fiche");
    CHECK(cards(1) == "1 fiche");
    CHECK(cards(2) == "2 fiches");
    CHECK(cards(3'000'000'002) == "3000000002 fiches");
}

TEST_CASE("the view of a message stays when another language comes into use") {
    const InLanguage spanish("es");
    const std::string_view home = kHome;
    const InLanguage french("fr");
    CHECK(home == "Inicio");
}

TEST_CASE("what is not translated stays English") {
    const InLanguage spanish("es");
    CHECK(i18n::Message(nullptr, "Nobody has translated this").str() ==
          "Nobody has translated this");
    CHECK(i18n::Message("no such context", "Home").str() == "Home");
}

TEST_CASE("what is not a catalogue is not taken for one") {
    CHECK_FALSE(i18n::Catalogue::read("fr", ""));
    CHECK_FALSE(i18n::Catalogue::read("fr", "msgid \"Home\"\nmsgstr \"Accueil\"\n"));
    CHECK_FALSE(i18n::Catalogue::read("fr", std::string("\xde\x12\x04\x95\xff\xff\xff\xff", 8)));
}

TEST_CASE("numbers and the clock are written as the language writes them") {
    CHECK(i18n::decimal(0.31, 1) == "0.3");
    CHECK(i18n::time_of_day(14 * 60 + 7) == "2:07");
    CHECK(i18n::time_of_day(0) == "12:00");
    {
        const InLanguage spanish("es");
        CHECK(i18n::decimal(0.31, 1) == "0,3");
        CHECK(i18n::time_of_day(14 * 60 + 7) == "14:07");
        CHECK(i18n::time_of_day(9 * 60) == "9:00");
    }
    const InLanguage french("fr");
    CHECK(i18n::decimal(0.31, 1) == "0,3");
    CHECK(i18n::time_of_day(9 * 60) == "09:00");
}

TEST_CASE("names stand in the order of the language, and numbers in them in that of their value") {
    std::vector<std::string> names{"Branch 10",  "branch 2", "Zoo",      "Branch 1",
                                   "\u00c9cole", "Eastside", "Branch 2", ""};
    std::ranges::sort(names, i18n::name_order());
    CHECK(names == std::vector<std::string>{"", "Branch 1", "branch 2", "Branch 2", "Branch 10",
                                            "Eastside", "\u00c9cole", "Zoo"});
    const InLanguage spanish("es");
    std::vector<std::string> spanish_names{"Oeste", "\u00d1u", "Norte", "Nuevo"};
    std::ranges::sort(spanish_names, i18n::name_order());
    CHECK(spanish_names == std::vector<std::string>{"Norte", "Nuevo", "\u00d1u", "Oeste"});
}
