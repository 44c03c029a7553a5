// The test's hand inside, as root; it is in the image of the boot test and nowhere else. Reads "ID
// LENGTH\n" and a command of that many bytes from the machine's port, runs it in bash, and answers
// "ID STATUS LENGTH\n" and what it said.

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

constexpr const char* kPort = "/dev/virtio-ports/org.deskcards.test";

class Port {
public:
    explicit Port(int file) : file_(file) {}

    std::optional<std::string> line() {
        while (true) {
            if (const auto end = read_.find('\n'); end != std::string::npos) {
                return take(end + 1);
            }
            if (!more()) {
                return std::nullopt;
            }
        }
    }
    std::optional<std::string> bytes(std::size_t count) {
        while (read_.size() < count) {
            if (!more()) {
                return std::nullopt;
            }
        }
        return take(count);
    }
    bool write(const std::string& bytes) const {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t sent = ::write(file_, bytes.data() + done, bytes.size() - done);
            if (sent <= 0) {
                return false;
            }
            done += static_cast<std::size_t>(sent);
        }
        return true;
    }

private:
    std::string take(std::size_t count) {
        std::string taken = read_.substr(0, count);
        read_.erase(0, count);
        return taken;
    }
    bool more() {
        char buffer[4096];
        const ssize_t got = ::read(file_, buffer, sizeof buffer);
        if (got <= 0) {
            return false;
        }
        read_.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    int file_;
    std::string read_;
};

struct Ended {
    int status;
    std::string said;
};

Ended run(const std::string& command) {
    int out[2];
    if (::pipe2(out, O_CLOEXEC) != 0) {
        return {.status = 126, .said = "pipe"};
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(out[1], STDERR_FILENO);
        ::execl("/usr/bin/timeout", "timeout", "120", "/bin/bash", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(out[1]);
    Ended ended{.status = 126, .said = ""};
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(out[0], buffer, sizeof buffer)) > 0;) {
        ended.said.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(out[0]);
    int how = 0;
    if (::waitpid(child, &how, 0) == child) {
        ended.status = WIFEXITED(how) ? WEXITSTATUS(how) : 128;
    }
    return ended;
}

void serve(Port& port) {
    while (const auto head = port.line()) {
        unsigned long long id = 0;
        std::size_t length = 0;
        if (std::sscanf(head->c_str(), "%llu %zu", &id, &length) != 2) {
            continue; // the rest of something that nobody waits for
        }
        const auto command = port.bytes(length);
        if (!command) {
            return;
        }
        const Ended ended = run(*command);
        port.write(std::to_string(id) + " " + std::to_string(ended.status) + " " +
                   std::to_string(ended.said.size()) + "\n" + ended.said);
    }
}

} // namespace

int main() {
    while (true) {
        if (const int file = ::open(kPort, O_RDWR | O_CLOEXEC); file >= 0) {
            Port port(file);
            serve(port);
            ::close(file);
        }
        // Nobody is at the other end, or the port is not there yet.
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}
