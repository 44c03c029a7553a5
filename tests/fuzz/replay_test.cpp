#include "targets.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

/// Feeds a target with every file of its corpus; returns how many there were.
int replay(std::string_view corpus, void (*target)(std::string_view)) {
    const auto root =
        std::filesystem::path(DESKCARDS_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / corpus;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        INFO(entry.path());
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        target(bytes);
        ++files;
    }
    return files;
}

} // namespace

TEST_CASE("The corpus of card files is read without harm") {
    CHECK(replay("card_file", fuzz::card_file) > 0);
}

TEST_CASE("The corpus of pack files is read without harm") {
    CHECK(replay("pack_file", fuzz::pack_file) > 0);
}

TEST_CASE("The corpus of plans is read without harm") {
    CHECK(replay("plan_file", fuzz::plan_file) > 0);
}

TEST_CASE("The corpus of phrase files is read without harm") {
    CHECK(replay("phrase_file", fuzz::phrase_file) > 0);
}

TEST_CASE("The corpus of branches' figures is read without harm") {
    CHECK(replay("figures_file", fuzz::figures_file) > 0);
}

TEST_CASE("The corpus of desks' months is read without harm") {
    CHECK(replay("month_file", fuzz::month_file) > 0);
}

TEST_CASE("The corpus of practice files is read without harm") {
    CHECK(replay("practice_file", fuzz::practice_file) > 0);
}

TEST_CASE("The corpus of texts is decoded without harm") {
    CHECK(replay("text", fuzz::text) > 0);
}

TEST_CASE("The corpus of queries is answered without harm") {
    CHECK(replay("query", fuzz::query) > 0);
}

TEST_CASE("The corpus of pictures is decoded or refused without harm") {
    CHECK(replay("picture", fuzz::picture) > 0);
}

TEST_CASE("The corpus of the picture child's protocol is read without harm") {
    CHECK(replay("picture_protocol", fuzz::picture_protocol) > 0);
}

TEST_CASE("The corpus of lists of sums is read without harm") {
    CHECK(replay("sums", fuzz::sums) > 0);
}

TEST_CASE("The corpus of signatures is read without harm") {
    CHECK(replay("signature", fuzz::signature) > 0);
}

TEST_CASE("The corpus of public keys is read without harm") {
    CHECK(replay("public_key", fuzz::public_key) > 0);
}

TEST_CASE("The corpus of lists of revocations is read without harm") {
    CHECK(replay("revocations", fuzz::revocations) > 0);
}
