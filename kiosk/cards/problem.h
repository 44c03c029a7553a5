#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cards {

/// An error keeps a pack from being used; a warning does not.
enum class Severity : std::uint8_t { error, warning };

/// Something in a pack that its manager should look at, in words that she understands.
struct Problem {
    Severity severity = Severity::error;
    std::string file; ///< Path inside the pack; empty if it is about the pack as a whole.
    int line = 0;     ///< From 1; 0 if it is about the whole file.
    std::string text; ///< One plain sentence: what is wrong, and what to do.
    /// What is still to be written there, if nothing is wrong but that: "what staff say". `text` is
    /// a sentence about it, and the severity error.
    std::string to_do;
};

/// "situations/x.md:12: warning: text", as compilers write it.
std::string to_string(const Problem& problem);

/// Puts problems in the order in which a manager would work through them: by file and line, errors
/// before warnings.
void sort_problems(std::vector<Problem>& problems);

/// The same, but all errors before all warnings.
void sort_errors_first(std::vector<Problem>& problems);

bool has_errors(const std::vector<Problem>& problems);

} // namespace cards
