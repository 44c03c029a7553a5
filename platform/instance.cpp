#include "platform/instance.h"

#include "i18n/message.h"
#include "platform/descriptor.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <span>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace platform {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using i18n::tr;

constexpr auto kPatience = 5s;
/// Whoever asks sends its line at once; one that is silent must not keep the others waiting.
constexpr auto kPatienceForALine = 500ms;
constexpr std::size_t kLongestLine = 4096;

std::string system_reason() {
    return std::generic_category().message(errno);
}

/// The socket's address by way of an open folder: a socket's path may have 107 bytes at most, and
/// state folders can be deeper than that.
sockaddr_un address_in(const Descriptor& folder) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = "/proc/self/fd/" + std::to_string(folder.get()) + "/desk.sock";
    std::memcpy(static_cast<char*>(address.sun_path), path.c_str(), path.size() + 1);
    return address;
}

const sockaddr* generic(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address); // NOLINT(*-reinterpret-cast): POSIX's way
}

Descriptor open_folder(const fs::path& folder) {
    return Descriptor{::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)};
}

timeval as_timeval(std::chrono::milliseconds time) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(time);
    return {.tv_sec = whole.count(), .tv_usec = std::chrono::microseconds(time - whole).count()};
}

void set_patience(int socket, std::chrono::milliseconds for_receiving) {
    const timeval receiving = as_timeval(for_receiving);
    const timeval sending = as_timeval(kPatience);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &receiving, sizeof receiving);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &sending, sizeof sending);
}

bool send_all(int socket, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// Everything until the other side stops sending; nothing if it falls silent or says too much.
std::optional<std::string> receive_all(int socket, std::size_t limit) {
    std::string text;
    std::array<char, 4096> chunk{};
    while (true) {
        const ssize_t got = ::recv(socket, chunk.data(), chunk.size(), 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0 || text.size() > limit) {
            return std::nullopt;
        }
        if (got == 0) {
            return text;
        }
        text.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

struct Instance::Impl {
    Descriptor lock;
    Descriptor folder;
    Descriptor listener;
    Descriptor stop_read;
    Descriptor stop_write;
    std::function<void(Request)> on_request;
    std::thread server;

    Impl(Descriptor lock_file, Descriptor state_folder, std::function<void(Request)> handler)
        : lock(std::move(lock_file)), folder(std::move(state_folder)),
          on_request(std::move(handler)) {}
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;

    ~Impl() {
        if (server.joinable()) {
            stop_write = Descriptor{};
            server.join();
            ::unlinkat(folder.get(), "desk.sock", 0);
        }
    }

    bool listen();
    void serve() const;
    void answer(const Descriptor& peer) const;
};

bool Instance::Impl::listen() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return false;
    }
    stop_read = Descriptor{ends.at(0)};
    stop_write = Descriptor{ends.at(1)};
    listener = Descriptor{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const sockaddr_un address = address_in(folder);
    // The lock is ours, so a socket that is still there belongs to a desk that died.
    ::unlinkat(folder.get(), "desk.sock", 0);
    if (::bind(listener.get(), generic(address), sizeof address) != 0 ||
        ::fchmodat(folder.get(), "desk.sock", S_IRUSR | S_IWUSR, 0) != 0 ||
        ::listen(listener.get(), 8) != 0) {
        return false;
    }
    server = std::thread([this] { serve(); });
    return true;
}

void Instance::Impl::serve() const {
    while (true) {
        std::array<pollfd, 2> waiting{{{.fd = listener.get(), .events = POLLIN, .revents = 0},
                                       {.fd = stop_read.get(), .events = POLLIN, .revents = 0}}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        if (waiting.at(1).revents != 0) {
            return;
        }
        if (waiting.at(0).revents != 0) {
            answer(Descriptor{::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC)});
        }
    }
}

void Instance::Impl::answer(const Descriptor& peer) const {
    set_patience(peer.get(), kPatienceForALine);
    auto line = receive_all(peer.get(), kLongestLine);
    if (!line) {
        return;
    }
    Request request{.line = std::move(*line), .answer = {}};
    auto reply = request.answer.get_future();
    on_request(std::move(request));
    if (reply.wait_for(kPatience) != std::future_status::ready) {
        return;
    }
    try {
        send_all(peer.get(), reply.get());
    } catch (const std::future_error&) {
        // The desk is closing and dropped the request; the asker sees that nothing came.
        return;
    }
}

Instance::Instance(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Instance::Instance(Instance&&) noexcept = default;
Instance& Instance::operator=(Instance&&) noexcept = default;
Instance::~Instance() = default;

Instance::Claim Instance::claim(const fs::path& state, std::function<void(Request)> on_request) {
    std::error_code error;
    fs::create_directories(state, error);
    Descriptor folder = open_folder(state);
    Descriptor lock{::open((state / "desk.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    if (folder.get() < 0 || lock.get() < 0) {
        return Failure{
            // Translators: {1} is the system's reason, here and in what follows.
            tr("The state folder \"{0}\" cannot be written ({1}). Give another with --state.",
               state.string(), system_reason())};
    }
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return AlreadyRunning{};
    }
    auto impl = std::make_unique<Impl>(std::move(lock), std::move(folder), std::move(on_request));
    if (!impl->listen()) {
        return Failure{
            tr("The desk cannot be spoken to in \"{0}\" ({1}). Give another state folder "
               "with --state.",
               state.string(), system_reason())};
    }
    return Instance{std::move(impl)};
}

Result<std::string> ask_running_desk(const fs::path& state, const std::string& line) {
    const Descriptor folder = open_folder(state);
    const Descriptor socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const sockaddr_un address = address_in(folder);
    if (folder.get() < 0 || ::connect(socket.get(), generic(address), sizeof address) != 0) {
        return std::unexpected(
            Failure{tr("No desk is running here (looked in \"{0}\"). Start one with: deskcards",
                       state.string())});
    }
    set_patience(socket.get(), kPatience);
    constexpr std::size_t kLongestAnswer = 16U << 20;
    if (send_all(socket.get(), line) && ::shutdown(socket.get(), SHUT_WR) == 0) {
        if (auto answer = receive_all(socket.get(), kLongestAnswer); answer && !answer->empty()) {
            return *answer;
        }
    }
    return std::unexpected(Failure{tr("The desk is running but gives no answer. Try again; if it "
                                      "stays so, start it anew.")});
}

} // namespace platform
