#include "platform/owner.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <functional>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

constexpr uid_t kSomebody = 65534; // nobody, on every Debian

/// How a child ends that does this: it cannot become what it was again.
int in_child(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(work());
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST_CASE("root becomes whoever the folder belongs to, for good") {
    if (::geteuid() != 0) {
        SKIP("only root can become somebody else");
    }
    const support::TempFolder folder;
    REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
    const fs::path theirs = folder.path() / "state";
    fs::create_directory(theirs);
    REQUIRE(::chown(theirs.c_str(), kSomebody, kSomebody) == 0);
    const int ended = in_child([&] {
        if (!platform::become_owner_of(theirs) || ::getuid() != kSomebody) {
            return 1;
        }
        std::ofstream(theirs / "note") << "theirs";
        return ::setuid(0) == 0 ? 2 : 0;
    });
    CHECK(ended == 0);
    struct stat about{};
    REQUIRE(::stat((theirs / "note").c_str(), &about) == 0);
    CHECK(about.st_uid == kSomebody);
}

TEST_CASE("with a folder of one's own, or none, nothing changes") {
    const support::TempFolder folder;
    const uid_t before = ::getuid();
    CHECK(platform::become_owner_of(folder.path()).has_value());
    CHECK(platform::become_owner_of(folder.path() / "none").has_value());
    CHECK(::getuid() == before);
}
