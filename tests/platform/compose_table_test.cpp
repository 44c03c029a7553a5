#include "platform/compose_table.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using platform::ComposeTable;
using support::TempFolder;

namespace {

constexpr const char* kVariable = "XCOMPOSECACHE";

/// The folder that Xlib is told of.
fs::path told() {
    const char* const folder = std::getenv(kVariable);
    REQUIRE(folder != nullptr);
    return folder;
}

struct Unset {
    Unset() { ::unsetenv(kVariable); }
    Unset(const Unset&) = delete;
    Unset& operator=(const Unset&) = delete;
    Unset(Unset&&) = delete;
    Unset& operator=(Unset&&) = delete;
    ~Unset() { ::unsetenv(kVariable); }
};

} // namespace

TEST_CASE("A table of dead keys that Xlib has made is there at the next start") {
    const TempFolder state;
    {
        const Unset before;
        const ComposeTable table(state.path());
        const fs::path place = told();
        REQUIRE(fs::is_directory(place));
        state.write(place / "made", "keys");
        table.keep();
        CHECK_FALSE(fs::exists(place));
    }
    const Unset before;
    const ComposeTable table(state.path());
    CHECK(told() == state.path() / "compose");
    CHECK(fs::exists(state.path() / "compose/made"));
    table.keep();
    CHECK(fs::exists(state.path() / "compose/made"));
}

TEST_CASE("A table of dead keys that was left half made is not used") {
    const TempFolder state;
    const Unset before;
    state.write("compose-new/made", "ke");
    const ComposeTable table(state.path());
    CHECK(fs::is_empty(told()));
}

TEST_CASE("Where Xlib makes no table of dead keys, nothing is left") {
    const TempFolder state;
    const Unset before;
    const ComposeTable table(state.path());
    table.keep();
    CHECK(fs::is_empty(state.path()));
}

TEST_CASE("A place for the table of dead keys that somebody has chosen stays") {
    const TempFolder state;
    const Unset before;
    ::setenv(kVariable, "/elsewhere", 1);
    const ComposeTable table(state.path());
    CHECK(told() == "/elsewhere");
    table.keep();
    CHECK(fs::is_empty(state.path()));
}

TEST_CASE("Without a folder to keep things in nobody is told of a table of dead keys") {
    const Unset before;
    const ComposeTable table("/nowhere/at/all");
    CHECK(std::getenv(kVariable) == nullptr);
    table.keep();
}
