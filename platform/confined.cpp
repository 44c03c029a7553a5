#include "platform/confined.h"

#include "platform/descriptor.h"
#include "platform/sandbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace platform {

namespace {

using Clock = std::chrono::steady_clock;

/// Moved out of the way of a child's standard streams, where the desk was started without them.
Descriptor above_streams(int fd) {
    const Descriptor given(fd);
    return Descriptor(fd < 0 ? -1 : ::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

/// The bytes as a file in memory that nobody can change any more. A pipe would have to be fed while
/// the answer comes, and would raise SIGPIPE here when the child dies.
Descriptor sealed(std::string_view bytes) {
    Descriptor file = above_streams(::memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    while (file.get() >= 0 && !bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return {};
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    const bool kept = ::fcntl(file.get(), F_ADD_SEALS,
                              F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) == 0 &&
                      ::lseek(file.get(), 0, SEEK_SET) == 0;
    return kept ? std::move(file) : Descriptor();
}

/// A child of ours: killed and waited for at the latest when this object goes.
class Child {
public:
    Child(const ConfinedWork& work, int in, int out);
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    Child(Child&&) = delete;
    Child& operator=(Child&&) = delete;
    ~Child() { end(); }

    bool started() const { return pid_ > 0 && ended_.get() >= 0; }
    /// Can be read from, as poll sees it, once the child has ended.
    int ended() const { return ended_.get(); }
    /// Kills it if it still runs, and says how it ended, as waitpid does.
    int end();

private:
    pid_t pid_ = -1;
    int status_ = 0;
    Descriptor ended_;
};

Child::Child(const ConfinedWork& work, int in, int out) {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    sigset_t none{};
    sigset_t restored{};
    ::sigemptyset(&none);
    ::sigemptyset(&restored);
    ::sigaddset(&restored, SIGPIPE);
    ::sigaddset(&restored, SIGXCPU);
    std::string name = "deskcards";
    std::string argument = work.argument;
    const std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
    const std::array<char*, 1> nothing{nullptr};
    const bool ready =
        ::posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO) == 0 &&
        ::posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO) == 0 &&
        ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
        ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1) == 0 &&
        ::posix_spawnattr_setsigmask(&attributes, &none) == 0 &&
        ::posix_spawnattr_setsigdefault(&attributes, &restored) == 0 &&
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) ==
            0;
    if (ready && ::posix_spawn(&pid_, work.program.c_str(), &files, &attributes, arguments.data(),
                               nothing.data()) != 0) {
        pid_ = -1;
    }
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    if (pid_ > 0) {
        // By number: the header of glibc 2.36 cannot be used from C++.
        ended_ = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    }
}

int Child::end() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL); // does nothing to one that has ended
        while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
    }
    return status_;
}

/// What a child says until it ends, or why it must not go on.
std::expected<std::string, ConfinedFault>
listen(const Child& child, int from, const ConfinedWork& work, const std::stop_token& stop) {
    constexpr std::chrono::milliseconds kBetweenLooks{50}; // at `stop`
    constexpr std::size_t kChunk = 1UZ << 16U;
    const auto deadline = Clock::now() + work.deadline;
    std::string said;
    std::string chunk(kChunk, '\0');
    bool listening = true;
    bool running = true;
    while (listening || running) {
        if (stop.stop_requested()) {
            return std::unexpected(ConfinedFault::stopped);
        }
        if (Clock::now() >= deadline) {
            return std::unexpected(ConfinedFault::too_slow);
        }
        std::array<pollfd, 2> waiting{
            {{.fd = listening ? from : -1, .events = POLLIN, .revents = 0},
             {.fd = running ? child.ended() : -1, .events = POLLIN, .revents = 0}}};
        ::poll(waiting.data(), waiting.size(), static_cast<int>(kBetweenLooks.count()));
        running = running && waiting[1].revents == 0;
        if (waiting[0].revents != 0) {
            const ssize_t got = ::read(from, chunk.data(), chunk.size());
            listening = got > 0 || (got < 0 && errno == EINTR);
            said.append(chunk, 0, got > 0 ? static_cast<std::size_t>(got) : 0);
            if (said.size() > work.most_output) {
                return std::unexpected(ConfinedFault::said_too_much);
            }
        }
    }
    return said;
}

/// Nothing if it did its work.
std::optional<ConfinedFault> fault_of(int status) {
    if (WIFSIGNALED(status)) {
        switch (WTERMSIG(status)) {
        case SIGSYS: return ConfinedFault::reached_out;
        case SIGXCPU: return ConfinedFault::too_slow;
        default: return ConfinedFault::crashed;
        }
    }
    switch (WEXITSTATUS(status)) {
    case 0: return std::nullopt;
    case kNotConfined: return ConfinedFault::not_confined;
    default: return ConfinedFault::gave_up;
    }
}

} // namespace

std::expected<std::string, ConfinedFault>
run_confined(const ConfinedWork& work, std::string_view input, const std::stop_token& stop) {
    const Descriptor in = sealed(input);
    std::array<int, 2> ends{-1, -1};
    if (in.get() < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::unexpected(ConfinedFault::not_started);
    }
    const Descriptor from = above_streams(ends[0]);
    Descriptor out = above_streams(ends[1]);
    Child child(work, in.get(), out.get());
    out = {}; // so that reading ends when the child does
    if (!child.started()) {
        return std::unexpected(ConfinedFault::not_started);
    }
    auto said = listen(child, from.get(), work, stop);
    const auto fault = fault_of(child.end());
    if (said && fault) {
        return std::unexpected(*fault);
    }
    return said;
}

} // namespace platform
