#pragma once

#include <optional>
#include <string>

namespace platform {

/// Reads a line from standard input without showing what is typed, after a prompt on standard error
/// if somebody sits there. Nothing if there is no line.
std::optional<std::string> read_secret(const std::string& prompt);

} // namespace platform
