#pragma once

#include "platform/result.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string_view>

namespace platform {

/// Writes down how long things take, for viewers of Chrome's trace format: ui.perfetto.dev,
/// chrome://tracing. Any thread may use it.
class Trace {
public:
    /// Writes nothing, and costs next to nothing.
    Trace();
    /// Into a file, which is made anew. It is whole after every span, and takes no more than the
    /// first 100,000. Fails with a sentence.
    static Result<Trace> to(const std::filesystem::path& file);
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;
    Trace(Trace&&) noexcept;
    Trace& operator=(Trace&&) noexcept;
    ~Trace();

    /// Something that lasts as long as this object.
    class Span {
    public:
        Span(const Trace& trace, std::string_view name);
        Span(const Span&) = delete;
        Span& operator=(const Span&) = delete;
        Span(Span&&) = delete;
        Span& operator=(Span&&) = delete;
        ~Span();

    private:
        const Trace* trace_;
        std::string_view name_;
        std::chrono::steady_clock::time_point begin_;
    };

    /// `name` outlives the span; it is plain ASCII without quotation marks.
    [[nodiscard]] Span span(std::string_view name) const { return {*this, name}; }

private:
    struct File;
    explicit Trace(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

} // namespace platform
