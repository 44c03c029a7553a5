#include "desk.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <ctime>
#include <stdexcept>
#include <thread>

using glass_test::Desk;

namespace {

/// What all threads of a process have computed since its start.
std::chrono::nanoseconds cpu_time(pid_t process) {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
        throw std::runtime_error("The processor time of the desk cannot be read");
    }
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

TEST_CASE("a desk that nobody touches draws nothing and computes nothing", "[idle]") {
    const support::TempFolder folder;
    Desk desk({"--config", folder.write("desk.yaml", "clock: on\n")});
    desk.go_to("card");
    const long frames = desk.settle().frames;
    const auto before = cpu_time(desk.process.child().pid());
    std::this_thread::sleep_for(std::chrono::seconds(10));
    const auto used = cpu_time(desk.process.child().pid()) - before;
    // At once: whoever asks wakes the desk, and then the clock may show a new minute.
    CHECK(desk.process.glance().frames == frames);
    CHECK(used < std::chrono::milliseconds(2));
}

TEST_CASE("looking from outside draws nothing", "[idle]") {
    Desk desk;
    const long frames = desk.settle().frames;
    for (int i = 0; i < 50; ++i) {
        desk.look();
    }
    CHECK(desk.settle().frames == frames);
}
