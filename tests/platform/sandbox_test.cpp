#include "platform/confined.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using platform::ConfinedFault;
using platform::ConfinedWork;
using platform::run_confined;

namespace {

ConfinedWork work(const std::string& deed, std::chrono::milliseconds deadline = 20s) {
    return {.program = DESKCARDS_SANDBOX_CHILD,
            .argument = deed,
            .most_output = 8UZ << 20U,
            .deadline = deadline};
}

/// How a child ends that does a deed in the sandbox; `said_too_much` and the like. Fails if it
/// comes through.
ConfinedFault fault_of(const std::string& deed) {
    INFO(deed);
    const auto said = run_confined(work(deed), "");
    REQUIRE_FALSE(said.has_value());
    return said.error();
}

/// A script that starts the child in some other way.
fs::path script(const support::TempFolder& folder, const std::string& text) {
    const fs::path path = folder.write("child", "#!/bin/sh\n" + text + "\n");
    fs::permissions(path, fs::perms::owner_all);
    return path;
}

} // namespace

TEST_CASE("A child in the sandbox reads what it is given and answers") {
    CHECK(run_confined(work("echo"), "the words") == "the words");
    CHECK(run_confined(work("nothing"), "") == "");
}

TEST_CASE("A child in the sandbox that opens a file is killed") {
    CHECK(fault_of("open") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox that makes a file is killed, and there is no file") {
    const fs::path escaped = "/tmp/deskcards-escaped";
    fs::remove(escaped);
    CHECK(fault_of("write-file") == ConfinedFault::reached_out);
    CHECK_FALSE(fs::exists(escaped));
}

TEST_CASE("A child in the sandbox that opens a socket is killed") {
    CHECK(fault_of("socket") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox that starts another process is killed") {
    CHECK(fault_of("fork") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox that starts another program is killed") {
    CHECK(fault_of("exec") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox that reaches for its parent is killed") {
    CHECK(fault_of("kill-parent") == ConfinedFault::reached_out);
    CHECK(fault_of("trace") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox that makes memory for code is killed") {
    CHECK(fault_of("make-code") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox reads nothing but its standard input") {
    CHECK(fault_of("read-other") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox that makes a system call nobody knows is killed") {
    CHECK(fault_of("unknown-call") == ConfinedFault::reached_out);
}

TEST_CASE("A child in the sandbox gets no more memory than its limit") {
#ifdef __SANITIZE_ADDRESS__
    SKIP("AddressSanitizer needs the address space: in its builds there is no limit.");
#endif
    CHECK(run_confined(work("allocate"), "") == "no more");
}

TEST_CASE("A child in the sandbox that never ends is ended by its time on the processor") {
    const auto start = std::chrono::steady_clock::now();
    CHECK(fault_of("loop") == ConfinedFault::too_slow);
    CHECK(std::chrono::steady_clock::now() - start < 15s);
}

TEST_CASE("A child that only waits is ended by the deadline") {
    const auto start = std::chrono::steady_clock::now();
    const auto said = run_confined(work("sleep", 300ms), "");
    CHECK(said == std::unexpected(ConfinedFault::too_slow));
    CHECK(std::chrono::steady_clock::now() - start < 5s);
}

TEST_CASE("A child that says too much is ended") {
    CHECK(fault_of("flood") == ConfinedFault::said_too_much);
}

TEST_CASE("A child that crashes is told from one that gives up") {
    CHECK(fault_of("exit-early") == ConfinedFault::gave_up);
    CHECK(fault_of("crash") != ConfinedFault::gave_up);
}

TEST_CASE("A program that is not there is a fault of its own") {
    ConfinedWork nowhere = work("echo");
    nowhere.program = "/nowhere/at-all";
    CHECK(run_confined(nowhere, "") == std::unexpected(ConfinedFault::not_started));
}

TEST_CASE("A child is ended when nobody wants its answer any more") {
    std::stop_source stop;
    const std::jthread later([&] {
        std::this_thread::sleep_for(100ms);
        stop.request_stop();
    });
    CHECK(run_confined(work("sleep"), "", stop.get_token()) ==
          std::unexpected(ConfinedFault::stopped));
}

TEST_CASE("A child inherits no file and no environment") {
    const int leaking = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC
    REQUIRE(leaking >= 0);
    CHECK(run_confined(work("possessions"), "") == "0 1 2 no environment");
    ::close(leaking);
}

TEST_CASE("Children that run at once leave each other alone") {
    std::vector<std::jthread> threads;
    std::vector<int> right(4, 0);
    for (std::size_t i = 0; i < right.size(); ++i) {
        threads.emplace_back([&right, i] {
            for (int n = 0; n < 10; ++n) {
                const std::string words = std::to_string(i) + "-" + std::to_string(n);
                right[i] += run_confined(work("echo"), words) == words ? 1 : 0;
            }
        });
    }
    threads.clear();
    CHECK(right == std::vector<int>(4, 10));
}

TEST_CASE("Where the kernel has no filter for system calls, a child does nothing") {
#ifdef __SANITIZE_ADDRESS__
    SKIP("AddressSanitizer does not start under strace.");
#endif
    const support::TempFolder folder;
    ConfinedWork without = work("echo");
    without.program =
        script(folder, "exec /usr/bin/strace -qqq -o /dev/null -e trace=seccomp,prctl "
                       "-e inject=seccomp:error=EINVAL '" DESKCARDS_SANDBOX_CHILD "' \"$@\"");
    CHECK(run_confined(without, "words") == std::unexpected(ConfinedFault::not_confined));
}
