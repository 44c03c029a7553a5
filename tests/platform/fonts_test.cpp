#include "platform/fonts.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using platform::find_font;
using platform::find_font_with;
using platform::Weight;

TEST_CASE("An installed family is found, in each weight its own file") {
    const auto regular = find_font("Atkinson Hyperlegible", Weight::regular);
    const auto bold = find_font("Atkinson Hyperlegible", Weight::bold);
    REQUIRE(regular.has_value());
    REQUIRE(bold.has_value());
    CHECK(*regular != *bold);
    CHECK(std::filesystem::is_regular_file(regular->path));
    CHECK(regular->path.filename().string().contains("Regular"));
    CHECK(bold->path.filename().string().contains("Bold"));
    CHECK_FALSE(bold->path.filename().string().contains("Italic"));
}

TEST_CASE("The letter case of a family does not matter") {
    CHECK(find_font("atkinson hyperlegible", Weight::bold) ==
          find_font("Atkinson Hyperlegible", Weight::bold));
}

TEST_CASE("A family that is not installed is not replaced by another") {
    CHECK_FALSE(find_font("No Such Family", Weight::regular).has_value());
    CHECK_FALSE(find_font("", Weight::regular).has_value());
    CHECK_FALSE(find_font("Atkinson", Weight::regular).has_value());
}

TEST_CASE("A font is found for the characters of other scripts") {
    for (const char32_t character : {U'س', U'ж', U'ก', U'ב'}) {
        for (const Weight weight : {Weight::regular, Weight::bold}) {
            const auto file = find_font_with(character, weight);
            CAPTURE(static_cast<unsigned>(character));
            REQUIRE(file.has_value());
            CHECK(std::filesystem::is_regular_file(file->path));
            CHECK(file->index >= 0);
        }
    }
}

TEST_CASE("The Noto family is asked first") {
    const auto file = find_font_with(U'ж', Weight::regular);
    REQUIRE(file.has_value());
    CHECK(file->path.filename().string().starts_with("NotoSans"));
}

TEST_CASE("No font is found for a character that none has") {
    CHECK_FALSE(find_font_with(0x10FFFD, Weight::regular).has_value());
    CHECK_FALSE(find_font_with(0x10FFFD, Weight::bold).has_value());
}
