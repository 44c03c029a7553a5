#include "platform/speech.h"

#include "i18n/message.h"
#include "platform/result.h"

#include <libspeechd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <sys/time.h>

namespace platform {

namespace {

/// A server that takes longer to answer has gone, as far as anybody who listens can tell.
constexpr std::chrono::seconds kPatience{3};
/// A server that could not be started will not be started by trying again at once.
constexpr std::chrono::seconds kBetweenStarts{10};

constexpr i18n::Message kNoServer =
    i18n::message("No speech server answers. Install the package speech-dispatcher, or start it.");
constexpr i18n::Message kNoVoice = i18n::message(
    "The speech server has no voice. Install the package speech-dispatcher-espeak-ng.");

struct Close {
    void operator()(SPDConnection* connection) const { spd_close(connection); }
};
using Connection = std::unique_ptr<SPDConnection, Close>;

/// Nobody is asked to wait for longer than this from here on.
void limit_waiting(const SPDConnection& connection) {
    const timeval limit{.tv_sec = kPatience.count(), .tv_usec = 0};
    ::setsockopt(connection.socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(connection.socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

/// A write to a server that has died is a failure, not the end of the program.
void leave_broken_pipes_to_results() {
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

/// Opens a connection; null if there is none. `start_server`: start the server if none runs.
Connection open_connection(bool start_server) {
    char* problem = nullptr;
    SPDConnectionAddress* const address = spd_get_default_address(&problem);
    if (address == nullptr) {
        std::free(problem); // NOLINT: that is how the library hands it over
        return nullptr;
    }
    Connection connection(spd_open2("deskcards", "desk", nullptr, SPD_MODE_SINGLE, address,
                                    start_server ? 1 : 0, &problem));
    std::free(problem); // NOLINT
    SPDConnectionAddress__free(address);
    if (connection != nullptr) {
        limit_waiting(*connection);
    }
    return connection;
}

/// The same on a thread that is left to itself when it takes too long: a server that accepts and
/// then says nothing would hold it for good.
Connection open_within_patience(bool start_server) {
    auto promise = std::make_shared<std::promise<Connection>>();
    std::future<Connection> opened = promise->get_future();
    std::thread([promise, start_server] {
        leave_broken_pipes_to_results();
        promise->set_value(open_connection(start_server));
    }).detach();
    return opened.wait_for(kPatience) == std::future_status::ready ? opened.get() : nullptr;
}

/// A text as the server takes it: in one line.
std::string in_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

} // namespace

struct Speaker::Impl {
    explicit Impl(Outcome to_tell) : outcome(std::move(to_tell)) {
        thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    void run(const std::stop_token& stop);
    /// An empty sentence if the server has taken it.
    std::string say_now(const Utterance& utterance);
    bool send(const Utterance& utterance);
    bool connect();

    Outcome outcome;
    Connection connection;
    std::string language; ///< As the server knows them, once connected.
    std::optional<int> volume;
    std::chrono::steady_clock::time_point next_start; ///< No server is started before this.
    bool failed = false;

    std::mutex mutex;
    std::condition_variable_any has_work;
    std::vector<Utterance> to_say;
    bool to_stop = false;
    std::jthread thread; ///< Last: it uses all of the above.
};

void Speaker::Impl::run(const std::stop_token& stop) {
    leave_broken_pipes_to_results();
    while (!stop.stop_requested()) {
        std::vector<Utterance> utterances;
        bool quiet_first = false;
        {
            std::unique_lock lock(mutex);
            if (!has_work.wait(lock, stop, [this] { return to_stop || !to_say.empty(); })) {
                break;
            }
            utterances = std::exchange(to_say, {});
            quiet_first = std::exchange(to_stop, false);
        }
        if (quiet_first && connection != nullptr && spd_cancel(connection.get()) != 0) {
            connection.reset(); // whatever was said has ended with the server
        }
        for (const Utterance& utterance : utterances) {
            const std::string fault = say_now(utterance);
            if (!fault.empty() || failed) {
                outcome(fault);
            }
            failed = !fault.empty();
        }
    }
    // Otherwise the server would finish what it has begun.
    if (connection != nullptr) {
        spd_cancel(connection.get());
    }
}

std::string Speaker::Impl::say_now(const Utterance& utterance) {
    const bool was_connected = connection != nullptr;
    if (!was_connected && !connect()) {
        return kNoServer;
    }
    if (send(utterance)) {
        return {};
    }
    connection.reset();
    // One that worked before may have been started anew since.
    if (was_connected && connect()) {
        if (send(utterance)) {
            return {};
        }
        connection.reset();
    }
    return was_connected ? kNoServer : kNoVoice;
}

bool Speaker::Impl::connect() {
    // Whoever gives the address of a server starts it, too.
    const bool may_start = std::getenv("SPEECHD_ADDRESS") == nullptr;
    const auto now = std::chrono::steady_clock::now();
    const bool start = may_start && now >= next_start;
    if (start) {
        next_start = now + kBetweenStarts;
    }
    connection = open_within_patience(start);
    language.clear();
    volume.reset();
    return connection != nullptr;
}

bool Speaker::Impl::send(const Utterance& utterance) {
    SPDConnection* const server = connection.get();
    if (utterance.language != language && !utterance.language.empty()) {
        // A language that it does not know is read in the one that it does.
        spd_set_language(server, utterance.language.c_str());
        language = utterance.language;
    }
    if (volume != utterance.volume) {
        spd_set_volume(server, std::clamp(utterance.volume, -100, 100));
        volume = utterance.volume;
    }
    // A message waits for the one before it, which a text would end.
    return spd_say(server, SPD_MESSAGE, in_one_line(utterance.text).c_str()) >= 0;
}

Speaker::Speaker(Outcome outcome) : impl_(std::make_unique<Impl>(std::move(outcome))) {}

Speaker::~Speaker() {
    impl_->thread.request_stop();
    impl_->has_work.notify_all();
}

void Speaker::say(Utterance utterance) {
    {
        const std::scoped_lock lock(impl_->mutex);
        if (!utterance.patient) {
            impl_->to_say.clear();
            impl_->to_stop = true;
        }
        impl_->to_say.push_back(std::move(utterance));
    }
    impl_->has_work.notify_all();
}

void Speaker::stop() {
    {
        const std::scoped_lock lock(impl_->mutex);
        impl_->to_say.clear();
        impl_->to_stop = true;
    }
    impl_->has_work.notify_all();
}

} // namespace platform
