#include "platform/places.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include <unistd.h>

namespace fs = std::filesystem;
using platform::find_places;

namespace {

/// An environment variable with another value, or none, until the test ends.
class Environment {
public:
    Environment(const char* name, const char* value) : name_(name) {
        if (const char* old = std::getenv(name); old != nullptr) {
            old_ = old;
        }
        set(value);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    Environment(Environment&&) = delete;
    Environment& operator=(Environment&&) = delete;
    ~Environment() { set(old_ ? old_->c_str() : nullptr); }

private:
    void set(const char* value) const {
        if (value != nullptr) {
            ::setenv(name_, value, 1);
        } else {
            ::unsetenv(name_);
        }
    }
    const char* name_;
    std::optional<std::string> old_;
};

/// On a machine where the desk is installed for good, its state is there whatever is set.
bool installed_here() {
    return ::access("/var/lib/deskcards", W_OK | X_OK) == 0;
}

} // namespace

TEST_CASE("The configuration is the machine's") {
    CHECK(find_places().config == "/etc/deskcards/deskcards.yaml");
}

TEST_CASE("The state is where XDG says, in a folder of its own") {
    const Environment state("XDG_STATE_HOME", "/somewhere/else");
    CHECK(find_places().state ==
          (installed_here() ? "/var/lib/deskcards" : "/somewhere/else/deskcards"));
}

TEST_CASE("Without XDG, or with a path that is not whole, the state is below the home folder") {
    const Environment home("HOME", "/home/ana");
    for (const char* value : {static_cast<const char*>(nullptr), "", "relative/path"}) {
        const Environment state("XDG_STATE_HOME", value);
        CHECK(find_places().state ==
              (installed_here() ? "/var/lib/deskcards" : "/home/ana/.local/state/deskcards"));
    }
}

TEST_CASE("Without a home in the environment the user's own is taken") {
    const Environment state("XDG_STATE_HOME", nullptr);
    for (const char* value : {static_cast<const char*>(nullptr), ""}) {
        const Environment home("HOME", value);
        const fs::path found = find_places().state;
        CHECK(found.is_absolute());
        CHECK(found.filename() == "deskcards");
    }
}

TEST_CASE("What was installed is beside the program, or above it, or where packages put it") {
    const fs::path here = fs::read_symlink("/proc/self/exe").parent_path();
    const fs::path beside = here / "share/deskcards";
    const fs::path above = here.parent_path() / "share/deskcards";
    REQUIRE_FALSE(fs::exists(beside));
    REQUIRE_FALSE(fs::exists(above));
    CHECK(find_places().data == "/usr/share/deskcards");
    fs::create_directories(above);
    CHECK(find_places().data == above);
    fs::create_directories(beside);
    CHECK(find_places().data == beside);
    fs::remove_all(here / "share");
    fs::remove_all(here.parent_path() / "share");
}
