#include "platform/trace.h"

#include "i18n/message.h"

#include <cerrno>
#include <cstdio>
#include <fmt/format.h>
#include <mutex>
#include <system_error>
#include <tuple>
#include <unistd.h>

namespace platform {

namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr int kMostSpans = 100'000;

struct Closer {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};

} // namespace

struct Trace::File {
    std::unique_ptr<std::FILE, Closer> out;
    std::mutex mutex;
    int spans = 0;

    /// The format's list may lack its end, and viewers do not mind a comma before it.
    void add(std::string_view name, Clock::time_point begin, Clock::time_point end) {
        const std::lock_guard lock(mutex);
        if (spans == kMostSpans) {
            return;
        }
        ++spans;
        const std::string line =
            fmt::format("{{\"name\":\"{}\",\"ph\":\"X\",\"pid\":{},\"tid\":{},\"ts\":{:.1f},"
                        "\"dur\":{:.1f}}},\n",
                        name, getpid(), gettid(), Microseconds(begin.time_since_epoch()).count(),
                        Microseconds(end - begin).count());
        // A trace that cannot be written does not stop the desk.
        std::ignore = std::fputs(line.c_str(), out.get());
        std::ignore = std::fflush(out.get());
    }
};

Trace::Trace() = default;
Trace::Trace(std::unique_ptr<File> file) : file_(std::move(file)) {}
Trace::Trace(Trace&&) noexcept = default;
Trace& Trace::operator=(Trace&&) noexcept = default;
Trace::~Trace() = default;

Result<Trace> Trace::to(const std::filesystem::path& file) {
    auto made = std::make_unique<File>();
    made->out.reset(std::fopen(file.c_str(), "we"));
    if (made->out == nullptr || std::fputs("[\n", made->out.get()) == EOF) {
        return std::unexpected(Failure{i18n::tr("\"{0}\" cannot be written: {1}.", file.string(),
                                                std::generic_category().message(errno))});
    }
    return Trace(std::move(made));
}

Trace::Span::Span(const Trace& trace, std::string_view name)
    : trace_(&trace), name_(name),
      begin_(trace.file_ != nullptr ? Clock::now() : Clock::time_point{}) {}

Trace::Span::~Span() {
    if (trace_->file_ != nullptr) {
        trace_->file_->add(name_, begin_, Clock::now());
    }
}

} // namespace platform
