#include "platform/instance.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using platform::ask_running_desk;
using platform::Instance;
using platform::Request;
using support::TempFolder;

namespace {

void repeat_it(Request request) {
    request.answer.set_value("You said " + request.line);
}

Instance claim(const fs::path& state, std::function<void(Request)> on_request = repeat_it) {
    auto claim = Instance::claim(state, std::move(on_request));
    REQUIRE(std::holds_alternative<Instance>(claim));
    return std::get<Instance>(std::move(claim));
}

bool taken(const fs::path& state) {
    return std::holds_alternative<Instance::AlreadyRunning>(Instance::claim(state, repeat_it));
}

std::string ask(const fs::path& state, const std::string& line) {
    const auto answer = ask_running_desk(state, line);
    return answer ? *answer : "failure: " + answer.error().sentence;
}

std::string nobody_in(const fs::path& state) {
    return "failure: No desk is running here (looked in \"" + state.string() +
           "\"). Start one with: deskcards";
}

const std::string kNoAnswer = "failure: The desk is running but gives no answer. Try again; if it "
                              "stays so, start it anew.";

/// Another process that claims the folder and is then killed, as when the power fails.
void claim_and_die(const fs::path& state) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto claim = Instance::claim(state, repeat_it);
        ::kill(::getpid(), SIGKILL);
        ::_exit(1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
}

} // namespace

TEST_CASE("A desk makes the state folder that it claims") {
    const TempFolder folder;
    const Instance desk = claim(folder.path() / "a/b/state");
    CHECK(fs::is_directory(folder.path() / "a/b/state"));
}

TEST_CASE("A folder has one desk at a time, and is free when it has closed") {
    const TempFolder folder;
    {
        const Instance desk = claim(folder.path());
        CHECK(taken(folder.path()));
        CHECK(taken(folder.path()));
        CHECK(ask(folder.path(), "still here?") == "You said still here?");
    }
    CHECK_FALSE(taken(folder.path()));
}

TEST_CASE("Desks on different folders do not know of each other") {
    const TempFolder one;
    const TempFolder other;
    const Instance first = claim(one.path());
    const Instance second =
        claim(other.path(), [](Request request) { request.answer.set_value("second"); });
    CHECK(ask(one.path(), "hello") == "You said hello");
    CHECK(ask(other.path(), "hello") == "second");
}

TEST_CASE("What is asked and answered arrives whole") {
    const TempFolder folder;
    const std::string long_answer(3'000'000, 'x');
    const Instance desk = claim(folder.path(), [&](Request request) {
        request.answer.set_value(request.line == "much" ? long_answer : "You said " + request.line);
    });
    CHECK(ask(folder.path(), "show café\nand more") == "You said show café\nand more");
    CHECK(ask(folder.path(), std::string(4000, 'q')) == "You said " + std::string(4000, 'q'));
    CHECK(ask(folder.path(), "much") == long_answer);
    CHECK(ask(folder.path(), "") == "You said ");
}

TEST_CASE("A line that is far too long gets no answer, and the next one does") {
    const TempFolder folder;
    const Instance desk = claim(folder.path());
    CHECK(ask(folder.path(), std::string(100'000, 'q')) == kNoAnswer);
    CHECK(ask(folder.path(), "hello") == "You said hello");
}

TEST_CASE("Many who ask at once get each their own answer") {
    const TempFolder folder;
    const Instance desk = claim(folder.path());
    std::vector<std::future<bool>> askers;
    constexpr int kAskers = 8;
    askers.reserve(kAskers);
    for (int asker = 0; asker < kAskers; ++asker) {
        askers.push_back(std::async(std::launch::async, [&folder, asker] {
            bool right = true;
            for (int i = 0; i < 20; ++i) {
                const std::string line = std::to_string(asker) + "/" + std::to_string(i);
                const auto answer = ask_running_desk(folder.path(), line);
                right = right && answer && *answer == "You said " + line;
            }
            return right;
        }));
    }
    for (auto& asker : askers) {
        CHECK(asker.get());
    }
}

TEST_CASE("One who connects and says nothing keeps nobody waiting for long") {
    const TempFolder folder;
    const Instance desk = claim(folder.path());
    const int silent = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    REQUIRE(silent >= 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder.path() / "desk.sock";
    REQUIRE(path.size() < sizeof address.sun_path);
    path.copy(static_cast<char*>(address.sun_path), path.size());
    // NOLINTNEXTLINE(*-reinterpret-cast): POSIX's way
    REQUIRE(::connect(silent, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const auto before = std::chrono::steady_clock::now();
    CHECK(ask(folder.path(), "hello") == "You said hello");
    CHECK(std::chrono::steady_clock::now() - before < 3s);
    ::close(silent);
}

TEST_CASE("Where no desk runs, whoever asks is told so") {
    const TempFolder folder;
    CHECK(ask(folder.path(), "hello") == nobody_in(folder.path()));
    CHECK(ask(folder.path() / "none", "hello") == nobody_in(folder.path() / "none"));
    {
        const Instance desk = claim(folder.path());
    }
    CHECK(ask(folder.path(), "hello") == nobody_in(folder.path()));
}

TEST_CASE("A request that the desk drops is told at once to have no answer") {
    const TempFolder folder;
    const Instance desk = claim(folder.path(), [](const Request&) {});
    const auto before = std::chrono::steady_clock::now();
    CHECK(ask(folder.path(), "hello") == kNoAnswer);
    CHECK(std::chrono::steady_clock::now() - before < 4s);
}

TEST_CASE("An empty answer counts as none") {
    const TempFolder folder;
    const Instance desk =
        claim(folder.path(), [](Request request) { request.answer.set_value(""); });
    CHECK(ask(folder.path(), "hello") == kNoAnswer);
}

TEST_CASE("A desk that closes over an open request neither hangs nor leaves the asker hanging") {
    const TempFolder folder;
    std::promise<Request> arrived;
    auto waiting = arrived.get_future();
    std::optional<Instance> desk =
        claim(folder.path(), [&](Request request) { arrived.set_value(std::move(request)); });
    auto answer = std::async(std::launch::async, [&] { return ask(folder.path(), "hello"); });
    const Request held = waiting.get();
    const auto before = std::chrono::steady_clock::now();
    desk.reset();
    CHECK(answer.get() == kNoAnswer);
    CHECK(std::chrono::steady_clock::now() - before < 8s);
    CHECK_FALSE(fs::exists(folder.path() / "desk.sock"));
}

TEST_CASE("A desk that is not asked anything closes at once") {
    const TempFolder folder;
    std::optional<Instance> desk = claim(folder.path());
    const auto before = std::chrono::steady_clock::now();
    desk.reset();
    CHECK(std::chrono::steady_clock::now() - before < 2s);
}

TEST_CASE("A state folder may be deeper than a socket's path may be long") {
    const TempFolder folder;
    const fs::path deep = folder.path() / (std::string(60, 'a') + "/" + std::string(60, 'b') + "/" +
                                           std::string(60, 'c'));
    const Instance desk = claim(deep);
    CHECK(fs::is_socket(deep / "desk.sock"));
    CHECK(ask(deep, "hello") == "You said hello");
    CHECK(taken(deep));
}

TEST_CASE("What a desk left behind when it was killed is no hindrance to the next") {
    const TempFolder folder;
    claim_and_die(folder.path());
    CHECK(fs::is_socket(folder.path() / "desk.sock"));
    CHECK(ask(folder.path(), "hello") == nobody_in(folder.path()));
    const Instance desk = claim(folder.path());
    CHECK(ask(folder.path(), "hello") == "You said hello");
}

TEST_CASE("Only its own user can speak to a desk") {
    const TempFolder folder;
    const mode_t old = ::umask(0);
    const Instance desk = claim(folder.path());
    ::umask(old);
    for (const char* name : {"desk.sock", "desk.lock"}) {
        CAPTURE(name);
        CHECK(fs::status(folder.path() / name).permissions() ==
              (fs::perms::owner_read | fs::perms::owner_write));
    }
}

TEST_CASE("A desk that closes takes its socket away") {
    const TempFolder folder;
    {
        const Instance desk = claim(folder.path());
        CHECK(fs::is_socket(folder.path() / "desk.sock"));
    }
    CHECK_FALSE(fs::exists(folder.path() / "desk.sock"));
}

TEST_CASE("A failed claim leaves the running desk's socket alone") {
    const TempFolder folder;
    const Instance desk = claim(folder.path());
    CHECK(taken(folder.path()));
    CHECK(fs::is_socket(folder.path() / "desk.sock"));
}

TEST_CASE("A desk that was moved goes on answering") {
    const TempFolder folder;
    Instance desk = claim(folder.path());
    const Instance moved = std::move(desk);
    CHECK(ask(folder.path(), "hello") == "You said hello");
}

TEST_CASE("A state folder that cannot be made is a failure that says what to do") {
    const TempFolder folder;
    const fs::path file = folder.write("file", "x");
    const auto claim = Instance::claim(file / "state", repeat_it);
    const auto* failure = std::get_if<platform::Failure>(&claim);
    REQUIRE(failure != nullptr);
    CHECK(failure->sentence == "The state folder \"" + (file / "state").string() +
                                   "\" cannot be written (Not a directory). Give another with "
                                   "--state.");
}
