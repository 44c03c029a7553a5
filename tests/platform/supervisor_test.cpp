#include "platform/supervisor.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

/// The service manager's end of what a process tells it.
class Manager {
public:
    explicit Manager(const std::string& watchdog_us) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = folder_.path() / "notify";
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        // NOLINTNEXTLINE(*-reinterpret-cast): the system's way
        const auto* const at = reinterpret_cast<const sockaddr*>(&address);
        REQUIRE(::bind(socket_, at, sizeof address) == 0);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
        ::setenv("WATCHDOG_USEC", watchdog_us.c_str(), 1);
        ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
    }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;
    Manager(Manager&&) = delete;
    Manager& operator=(Manager&&) = delete;
    ~Manager() {
        for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}) {
            ::unsetenv(name);
        }
        ::close(socket_);
    }

    /// The next thing that it was told; empty if there is nothing.
    std::string heard() const {
        std::array<char, 256> text{};
        const ssize_t got = ::recv(socket_, text.data(), text.size(), MSG_DONTWAIT);
        return got > 0 ? std::string(text.data(), static_cast<std::size_t>(got)) : "";
    }

private:
    support::TempFolder folder_;
    int socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
};

} // namespace

TEST_CASE("the manager hears that the start is over, and that the process is not stuck") {
    const Manager manager("400000");
    platform::Supervisor supervisor;
    CHECK(supervisor.patience() == 200ms);
    supervisor.ready();
    CHECK(manager.heard() == "READY=1");
    supervisor.alive();
    CHECK(manager.heard() == "WATCHDOG=1");

    supervisor.alive(); // too early to say it again
    CHECK(manager.heard().empty());
    std::this_thread::sleep_for(110ms);
    supervisor.alive();
    CHECK(manager.heard() == "WATCHDOG=1");

    supervisor.tell("Showing the board");
    CHECK(manager.heard() == "STATUS=Showing the board");
}

TEST_CASE("without a manager nothing is said to anybody") {
    platform::Supervisor supervisor;
    CHECK_FALSE(supervisor.patience().has_value());
    supervisor.ready();
    supervisor.alive();
}
