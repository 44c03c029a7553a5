#include "cards/desk_name.h"
#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using cards_test::Folder;
using cards_test::kNothing;
using cards_test::pack_of;
using cards_test::small_pack;
using Lines = std::vector<std::string>;

namespace {

/// The small pack with these lines at the end of its pack.yaml.
Folder with(const std::string& lines) {
    return small_pack().replace("pack.yaml", "format: 1\n", lines + "format: 1\n");
}

/// As that desk shows it.
cards::Pack at(const Folder& folder, std::string_view desk) {
    cards::Pack pack = pack_of(folder);
    cards::suit_to_desk(pack, desk);
    return pack;
}

} // namespace

TEST_CASE("A name means the desk that has it, and those whose names go on with a hyphen") {
    CHECK(cards::means_desk("riverside", "riverside"));
    CHECK(cards::means_desk("riverside", "riverside-circulation"));
    CHECK_FALSE(cards::means_desk("riverside", "riversides"));
    CHECK_FALSE(cards::means_desk("riverside-circulation", "riverside"));
    CHECK_FALSE(cards::means_desk("side", "riverside"));
    CHECK_FALSE(cards::means_desk("riverside", ""));
    CHECK_FALSE(cards::means_desk("", "riverside"));
    CHECK_FALSE(cards::means_desk("", ""));
}

TEST_CASE("What a pack says for some desks takes the place of what it says for all") {
    const Folder folder = with("sites:\n"
                               "  oakwood:\n"
                               "    site: Oakwood\n"
                               "    address: 1 Oak Street\n"
                               "    contacts:\n"
                               "      - {who: Guard, call: ext. 7}\n"
                               "      - {who: Branch lead, call: ext. 8}\n"
                               "  oakwood-teens:\n"
                               "    desk: Teens' desk\n"
                               "    address: 3 Oak Street, at the back\n");
    const cards::Pack others = at(folder, "hilltop-1");
    const cards::Pack unnamed = at(folder, "");
    CHECK(others.site == unnamed.site);
    CHECK(others.contacts.size() == unnamed.contacts.size());
    CHECK(others.site != "Oakwood");

    const cards::Pack oakwood = at(folder, "oakwood-1");
    CHECK(oakwood.site == "Oakwood");
    CHECK(oakwood.desk == others.desk);
    CHECK(oakwood.address == "1 Oak Street");
    REQUIRE(oakwood.contacts.size() == 2);
    CHECK(oakwood.contacts[0].who == "Guard");
    CHECK(oakwood.contacts[1].call == "ext. 8");

    const cards::Pack teens = at(folder, "oakwood-teens");
    CHECK(teens.site == "Oakwood");
    CHECK(teens.desk == "Teens' desk");
    CHECK(teens.address == "3 Oak Street, at the back");
    CHECK(teens.contacts.size() == 2);
}

TEST_CASE("The longer name has the last word, wherever it stands") {
    const Folder folder = with("sites:\n"
                               "  oakwood-teens: {site: Teens}\n"
                               "  oakwood: {site: Oakwood}\n");
    CHECK(at(folder, "oakwood-teens").site == "Teens");
    CHECK(at(folder, "oakwood-1").site == "Oakwood");
}

TEST_CASE("An address that is not to be shown somewhere is left empty there") {
    const Folder folder = with("sites:\n  oakwood:\n    address: ''\n");
    CHECK(at(folder, "oakwood").address.empty());
}

TEST_CASE("What is wrong with sites is said on its line") {
    CHECK(with("sites: oakwood\n").problems() ==
          Lines{"pack.yaml:1: error: \"sites\" needs names of desks below it, indented, each with "
                "what is otherwise there: site:, desk:, address:, notice: or contacts:."});
    CHECK(with("sites:\n  Oak wood: {site: Oakwood}\n").problems() ==
          Lines{"pack.yaml:2: error: \"Oak wood\" is no name of desks. Write the name that a desk "
                "has in its configuration (desk-name), or its beginning up to a hyphen: small "
                "letters, digits and hyphens."});
    CHECK(with("sites:\n  oakwood: ext. 7\n").problems() ==
          Lines{"pack.yaml:2: error: \"oakwood\" needs what is otherwise there below it, indented: "
                "site:, desk:, address:, notice: or contacts:."});
    CHECK(with("sites:\n  oakwood:\n    contacts: []\n").problems().size() == 1);
    CHECK(with("sites:\n  oakwood:\n    contacts:\n      - {who: Guard}\n").problems().size() == 1);
    CHECK(with("sites:\n  oakwood:\n    site: ''\n").problems() ==
          Lines{"pack.yaml:3: error: \"site\" has no text. Write the branch's name, or take the "
                "line out."});
    CHECK(with("sites:\n  oakwood:\n    board: [x]\n").problems().size() == 1);
}

TEST_CASE("Other desks wait for the day, those named first do not") {
    const cards::Pack pack =
        pack_of(with("rollout: {first: [riverside, oakwood-1], rest-from: 2026-12-01}\n"));
    CHECK_FALSE(cards::is_held_back(pack, "riverside-2", "2026-11-01"));
    CHECK_FALSE(cards::is_held_back(pack, "oakwood-1", "2026-11-01"));
    CHECK(cards::is_held_back(pack, "oakwood-2", "2026-11-30"));
    CHECK(cards::is_held_back(pack, "", "2026-11-30"));
    CHECK_FALSE(cards::is_held_back(pack, "oakwood-2", "2026-12-01"));
    CHECK_FALSE(cards::is_held_back(pack, "", "2027-01-01"));
}

TEST_CASE("Without a day the others wait for a later pack, and without a roll-out nobody waits") {
    const cards::Pack pack = pack_of(with("rollout: {first: riverside}\n"));
    CHECK(cards::is_held_back(pack, "oakwood", "2099-01-01"));
    CHECK_FALSE(cards::is_held_back(pack, "riverside", "2026-01-01"));
    CHECK_FALSE(cards::is_held_back(pack_of(small_pack()), "oakwood", "2026-01-01"));
}

TEST_CASE("What is wrong with a roll-out is said on its line") {
    CHECK(with("rollout: riverside\n").problems() ==
          Lines{"pack.yaml:1: error: \"rollout\" needs first: with the names of the desks that try "
                "the pack first, and rest-from: with the day for the others, below it, indented."});
    CHECK(with("rollout: {rest-from: soon}\n").problems().size() == 1);
    CHECK(with("rollout: {first: [River side]}\n").problems().size() == 1);
    CHECK(with("rollout: {first: []}\n").problems() ==
          Lines{"pack.yaml:1: error: \"rollout\" names nobody: write first: and the desks that try "
                "the pack first, or rest-from: and a day."});
}

TEST_CASE("Two hundred sites with all their contacts are read") {
    std::string sites = "sites:\n";
    for (int i = 0; i < 200; ++i) {
        sites += "  branch-" + std::to_string(i) + ":\n    site: Branch number " +
                 std::to_string(i) + "\n    address: " + std::to_string(i) +
                 " Long Street, Riverside\n    contacts:\n";
        for (const char* who :
             {"Security", "Supervisor", "Branch lead", "Police", "Social worker", "Facilities"}) {
            sites += std::string("      - {who: ") + who + ", call: ext. 1234567}\n";
        }
    }
    CHECK(with(sites).problems() == kNothing);
    CHECK(at(with(sites), "branch-199").contacts.size() == 6);
}
