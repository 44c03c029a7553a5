#pragma once

#include "cards/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace cards {

/// Collects what is wrong with one file. Beyond `kMaxProblemsPerFile` it only counts, so that a
/// hostile file cannot make a list longer than anybody reads.
class Report {
public:
    /// `file` is its path inside the pack; characters that would spoil a line of output are
    /// replaced.
    explicit Report(std::string_view file);

    /// `line` is from 1, or 0 for the whole file.
    void error(int line, std::string text);
    void warning(int line, std::string text);

    /// True once an error was reported.
    bool failed() const { return failed_; }

    /// Everything reported, with a closing line if some had to be left out.
    std::vector<Problem> take() &&;

private:
    void add(Severity severity, int line, std::string text);

    std::string file_;
    std::vector<Problem> problems_;
    std::size_t left_out_ = 0;
    bool failed_ = false;
};

/// The text in quotation marks, cut to a length that fits a sentence.
std::string in_quotes(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

} // namespace cards
