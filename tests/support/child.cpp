#include "support/child.h"

#include <array>
#include <csignal>
#include <stdexcept>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

namespace {

std::vector<std::string> changed_environment(const Environment& changes) {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string text = *variable;
        if (!changes.contains(text.substr(0, text.find('=')))) {
            variables.push_back(text);
        }
    }
    for (const auto& [name, value] : changes) {
        if (value) {
            variables.push_back(name + "=" + *value);
        }
    }
    return variables;
}

/// As exec wants them; the texts must outlive the pointers.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

std::string read_all(int file) {
    std::string text;
    std::array<char, 4096> chunk{};
    while (true) {
        const ssize_t got =
            ::pread(file, chunk.data(), chunk.size(), static_cast<off_t>(text.size()));
        if (got <= 0) {
            return text;
        }
        text.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

Child::Child(const std::vector<std::string>& command, const Environment& changes)
    : out_(::memfd_create("out", MFD_CLOEXEC)), err_(::memfd_create("err", MFD_CLOEXEC)) {
    std::vector<std::string> words = command;
    std::vector<std::string> variables = changed_environment(changes);
    const std::vector<char*> argv = pointers_to(words);
    const std::vector<char*> envp = pointers_to(variables);
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) { // from here to exec only what is safe after a fork
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() == parent && ::dup2(out_, STDOUT_FILENO) >= 0 &&
            ::dup2(err_, STDERR_FILENO) >= 0) {
            ::execvpe(argv.front(), argv.data(), envp.data());
        }
        ::_exit(127);
    }
    if (pid_ < 0) {
        throw std::runtime_error("No process could be started for " + command.front());
    }
}

Child::~Child() {
    if (running()) {
        signal(SIGTERM);
        signal(SIGCONT);
        if (!wait(std::chrono::seconds(2))) {
            signal(SIGKILL);
            wait();
        }
    }
    ::close(out_);
    ::close(err_);
}

std::optional<int> Child::exit_code() {
    int status = 0;
    if (!exit_code_ && ::waitpid(pid_, &status, WNOHANG) == pid_) {
        exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return exit_code_;
}

std::optional<int> Child::wait(Milliseconds patience) {
    wait_until([&] { return !running(); }, patience);
    return exit_code_;
}

void Child::signal(int number) const {
    if (!exit_code_) {
        ::kill(pid_, number);
    }
}

std::string Child::out() const {
    return read_all(out_);
}
std::string Child::err() const {
    return read_all(err_);
}

Ended run_to_end(const std::vector<std::string>& command, const Environment& changes) {
    Child child(command, changes);
    const auto exit_code = child.wait();
    if (!exit_code) {
        throw std::runtime_error(command.front() + " does not end. It has said: " + child.err());
    }
    return {.exit_code = *exit_code, .out = child.out(), .err = child.err()};
}

} // namespace support
