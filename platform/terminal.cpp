#include "platform/terminal.h"

#include "i18n/message.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace platform {

namespace {

using i18n::tr;

/// Shows nothing of what is typed until it goes.
class NoEcho {
public:
    NoEcho() : on_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (on_terminal_) {
            termios quiet = before_;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;
    NoEcho(NoEcho&&) = delete;
    NoEcho& operator=(NoEcho&&) = delete;
    ~NoEcho() {
        if (on_terminal_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
            std::cerr << '\n'; // the one that was typed was not shown
        }
    }
    bool on_terminal() const { return on_terminal_; }

private:
    termios before_{};
    bool on_terminal_;
};

} // namespace

std::optional<std::string> read_secret(const std::string& prompt) {
    const NoEcho quiet;
    if (quiet.on_terminal()) {
        // Translators: asks for {0}, such as a PIN, which is typed behind it.
        std::cerr << tr("{0}:", prompt) << ' ' << std::flush;
    }
    std::string line;
    if (!std::getline(std::cin, line)) {
        return std::nullopt;
    }
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

} // namespace platform
