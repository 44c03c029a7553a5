#include "cards/problem.h"

#include <algorithm>
#include <tuple>

namespace cards {

std::string to_string(const Problem& problem) {
    std::string out;
    if (!problem.file.empty()) {
        out += problem.file + ":";
        if (problem.line > 0) {
            out += std::to_string(problem.line) + ":";
        }
        out += " ";
    }
    out += problem.severity == Severity::error ? "error: " : "warning: ";
    return out + problem.text;
}

void sort_problems(std::vector<Problem>& problems) {
    std::ranges::sort(problems, {}, [](const Problem& problem) {
        return std::tie(problem.file, problem.line, problem.severity, problem.text);
    });
}

void sort_errors_first(std::vector<Problem>& problems) {
    std::ranges::sort(problems, {}, [](const Problem& problem) {
        return std::tie(problem.severity, problem.file, problem.line, problem.text);
    });
}

bool has_errors(const std::vector<Problem>& problems) {
    return std::ranges::any_of(
        problems, [](const Problem& problem) { return problem.severity == Severity::error; });
}

} // namespace cards
