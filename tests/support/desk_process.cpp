#include "support/desk_process.h"

#include "platform/instance.h"

#include <algorithm>
#include <csignal>
#include <stdexcept>
#include <utility>

namespace support {

Environment desk_environment(const std::string& display) {
    Environment environment{
        {"DISPLAY", display},
        {"WAYLAND_DISPLAY", std::nullopt},
        {"LC_ALL", "C"},
        // Otherwise a desk that is to speak would start the machine's own server, and leave it.
        {"SPEECHD_ADDRESS", "unix_socket:/nonexistent/speech"}};
#ifdef DESKCARDS_KEEP_LIBRARIES
    environment.insert({{"LD_PRELOAD", DESKCARDS_KEEP_LIBRARIES},
                        {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                        {"LSAN_OPTIONS", "print_suppressions=0:suppressions=" DESKCARDS_SOURCE_DIR
                                         "/tests/support/lsan.supp"}});
#endif
    return environment;
}

Ended run_deskcards(const std::vector<std::string>& arguments, const Environment& environment) {
    std::vector<std::string> command{DESKCARDS_BINARY};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_to_end(command, environment);
}

DeskProcess::DeskProcess(const std::string& display, const std::vector<std::string>& arguments,
                         const Environment& changes)
    : state_(folder_.path() / "state"), display_(display) {
    std::vector<std::string> command{DESKCARDS_BINARY};
    const auto own_state = std::ranges::find(arguments, "--state");
    if (own_state == arguments.end()) {
        command.insert(command.end(), {"--state", state_});
    } else {
        state_ = *std::next(own_state);
    }
    if (std::ranges::find(arguments, "--config") == arguments.end()) {
        // What the machine under test has in its own configuration is not what is tested, and a
        // clock would draw a frame whenever it is time.
        command.insert(command.end(),
                       {"--config", folder_.write("deskcards.yaml", "clock: off\n")});
    }
    command.insert(command.end(), arguments.begin(), arguments.end());
    Environment environment = changes;
    environment.merge(desk_environment(display));
    child_.emplace(command, environment);
    wait_for("a first frame", [](const Description& it) { return it.frames > 0; });
}

std::optional<Description> DeskProcess::try_to_look() const {
    const auto answer = platform::ask_running_desk(state(), "describe json");
    return answer ? std::optional(parse_description(*answer)) : std::nullopt;
}

Description DeskProcess::glance() {
    return wait_for("an answer", [](const Description&) { return true; });
}

Description DeskProcess::look() {
    // The first answer may be given before the desk has turned to its input, the second is not.
    int answers = 0;
    return wait_for("an answer", [&](const Description&) { return ++answers == 2; });
}

Description DeskProcess::settle() {
    // A desk draws after it has answered, so that what is drawn for the input that the second
    // answer knows of is counted by the third.
    constexpr int kEnough = 3;
    long frames = -1;
    int answers = 0;
    return wait_for("rest", [&](const Description& now) {
        answers = std::exchange(frames, now.frames) == now.frames ? answers + 1 : 1;
        return answers == kEnough;
    });
}

Description DeskProcess::wait_for(const std::string& what,
                                  const std::function<bool(const Description&)>& wanted) {
    std::optional<Description> last;
    const bool came = wait_until([&] {
        if (const auto code = child_->exit_code()) {
            throw std::runtime_error("Waiting for " + what + ", the desk ended with " +
                                     std::to_string(*code) + ". It said: " + child_->err());
        }
        last = try_to_look();
        return last && wanted(*last);
    });
    if (!came) {
        throw std::runtime_error("Waited for " + what + ", but there is " +
                                 (last ? last->summary() : "no answer"));
    }
    return *last;
}

void DeskProcess::pause() const {
    child_->signal(SIGSTOP);
}
void DeskProcess::go_on() const {
    child_->signal(SIGCONT);
}

Ended DeskProcess::close() {
    XHands(display_).ask_to_close(child_->pid());
    const auto code = child_->wait();
    if (!code) {
        throw std::runtime_error("The desk does not end when its window is closed");
    }
    return {.exit_code = *code, .out = child_->out(), .err = child_->err()};
}

} // namespace support
