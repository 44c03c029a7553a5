#include "platform/stop_signals.h"

#include "platform/descriptor.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <thread>

namespace platform {

namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};

// A handler is given nothing of ours; this is what it writes to.
std::atomic<int> to_tell{-1}; // NOLINT(*-avoid-non-const-global-variables)

void handle(int /*signal*/) {
    const int before = errno;
    const std::uint64_t one = 1;
    static_cast<void>(::write(to_tell.load(), &one, sizeof one));
    errno = before;
}

void set_handlers(void (*handler)(int)) {
    struct sigaction action{};
    action.sa_handler = handler; // NOLINT(*-union-access): the system's way
    action.sa_flags = SA_RESTART;
    for (const int signal : kSignals) {
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace

struct StopSignals::Impl {
    Descriptor told{::eventfd(0, EFD_CLOEXEC)};
    std::atomic<bool> over{false};
    std::thread thread;
};

StopSignals::StopSignals(std::function<void()> on_stop) : impl_(std::make_unique<Impl>()) {
    impl_->thread = std::thread([impl = impl_.get(), on_stop = std::move(on_stop)] {
        std::uint64_t times = 0;
        while (::read(impl->told.get(), &times, sizeof times) > 0 || errno == EINTR) {
            if (impl->over) {
                return;
            }
            on_stop();
        }
    });
    to_tell = impl_->told.get();
    set_handlers(handle);
}

StopSignals::~StopSignals() {
    set_handlers(SIG_DFL); // NOLINT(*-int-to-ptr, *-cstyle-cast): the system's constant
    impl_->over = true;
    const std::uint64_t one = 1;
    static_cast<void>(::write(impl_->told.get(), &one, sizeof one));
    impl_->thread.join();
}

} // namespace platform
