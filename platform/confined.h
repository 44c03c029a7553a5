#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

namespace platform {

/// Work for a child: a program that calls `enter_sandbox` when it is given this argument.
struct ConfinedWork {
    std::filesystem::path program;
    std::string argument;
    std::size_t most_output = 0; ///< In bytes: it is killed if it says more.
    /// Killed when it takes longer, whatever it waits for.
    std::chrono::milliseconds deadline{20'000};
};

/// Why there is no answer.
enum class ConfinedFault : std::uint8_t {
    not_started,  ///< The program could not be started.
    not_confined, ///< The kernel gave it no sandbox, so that it did nothing.
    reached_out,  ///< It made a system call that it must not make.
    crashed,      ///< It died otherwise.
    too_slow,     ///< It was over its deadline, or its time on the processor.
    said_too_much,
    gave_up, ///< It ended by itself, and said that it failed.
    stopped, ///< Whoever asked no longer wants the answer.
};

/// Runs a child that has nothing: no environment, no open file but its standard input, which reads
/// `input`, its standard output, which is the answer, and a standard error that goes nowhere. Waits
/// for its end. May be called from several threads at once.
std::expected<std::string, ConfinedFault>
run_confined(const ConfinedWork& work, std::string_view input, const std::stop_token& stop = {});

} // namespace platform
