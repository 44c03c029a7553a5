#include "cards/figures.h"
#include "support.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using cards::Figures;
using cards::figures_of;
using cards_test::pack_of;
using cards_test::small_pack;
using Catch::Approx;

TEST_CASE("Cards, phrases and steps are counted") {
    const Figures figures = figures_of(pack_of(
        small_pack()
            .write("phrases/wait.md", "---\ntitle: Wait\nchecked: no\n---\n## es\nEspere.\n")
            .write("frameworks/go.md", "---\ntitle: GO\ncode: green\nreviewed: 2026-11-01\n"
                                       "review-by: 2027-11-01\nreviewer: Ana\n---\n"
                                       "## Greet\n- Smile.\n\n## Open\n- Ask.\n")));
    CHECK(figures.cards == 7);
    CHECK(figures.situations == 2);
    CHECK(figures.frameworks == 5);
    CHECK(figures.phrases == 1);
    CHECK(figures.fewest_steps == 2);
    CHECK(figures.most_steps == 4);
}

TEST_CASE("Each line to say is measured once, at the file that writes it") {
    // HELP has lines of 4, 3, 6 and 6 words, CALM of 5, 7 and 7, SAFE of 4, REST of 3, the
    // situations one of 5.
    const Figures figures = figures_of(pack_of(small_pack()));
    CHECK(figures.say_lines == 10);
    CHECK(figures.words_a_say_line.median == 5);
    CHECK(figures.words_a_say_line.maximum == 7);
}

TEST_CASE("The median of an even number of lines is between the two in the middle") {
    // 2, 3, 3, 4, 4, 5, 6, 6, 7 and 7 words.
    const Figures figures = figures_of(pack_of(
        small_pack().replace("situations/fine-dispute.md", "Tell me about the fine.", "Tell me.")));
    CHECK(figures.words_a_say_line.median == 4.5);
}

TEST_CASE("The reading grade is measured line by line and card by card") {
    const Figures figures = figures_of(pack_of(small_pack()));
    REQUIRE(figures.grade_of_say_lines);
    REQUIRE(figures.grade_of_cards);
    // "Tell me about the fine." and "I can see this matters." have 6 syllables in 5 words; "We can
    // go on now, or tomorrow." 9 in 7.
    CHECK(figures.grade_of_say_lines->median == Approx(0.39 * 5 + 11.8 * 6 / 5 - 15.59));
    CHECK(figures.grade_of_say_lines->maximum == Approx(0.39 * 7 + 11.8 * 9 / 7 - 15.59));
    // The cards' grades are -2.6 (REST), -0.7 (HELP), 0.5 (the situation), 0.7 (SAFE) and that of
    // CALM: 19 words in 3 sentences, 24 syllables.
    CHECK(figures.grade_of_cards->median == Approx(0.39 * 5 + 11.8 * 6 / 5 - 15.59));
    CHECK(figures.grade_of_cards->maximum == Approx(0.39 * 19 / 3 + 11.8 * 24 / 19 - 15.59));
}

TEST_CASE("A pack in another language has no reading grade, and one without cards no figures") {
    const Figures french =
        figures_of(pack_of(small_pack().replace("pack.yaml", "locale: en-US", "locale: fr-CA")));
    CHECK_FALSE(french.grade_of_say_lines);
    CHECK_FALSE(french.grade_of_cards);
    CHECK(french.say_lines == 10);

    const Figures none = figures_of({});
    CHECK(none.say_lines == 0);
    CHECK(none.words_a_say_line.maximum == 0);
    CHECK_FALSE(none.grade_of_say_lines);
    CHECK(none.most_steps == 0);
}
