#pragma once

#include "cards/problem.h"

#include <cstddef>
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

    /// What is still to be written: "what staff say", as the manager's file puts it. It is an error
    /// like any other, but `failed` does not count it: the rest can be read all the same. `more`
    /// are sentences to add.
    void to_do(int line, std::string what, std::string_view more = {});

    /// How often `to_do` was called.
    std::size_t to_dos() const { return to_dos_; }

    /// Lets `failed` be true without an error: too much is still to be written to read the rest.
    void fail() { failed_ = true; }

    /// True once an error was reported: what was read is not to be relied on.
    bool failed() const { return failed_; }

    /// Everything reported, with a closing line if some had to be left out.
    std::vector<Problem> take() &&;

private:
    void add(Severity severity, int line, std::string text);
    bool has_room_for(bool first_error);

    std::string file_;
    std::vector<Problem> problems_;
    std::size_t left_out_ = 0;
    std::size_t to_dos_ = 0;
    bool failed_ = false;
};

/// The text in quotation marks, cut to a length that fits a sentence.
std::string in_quotes(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words);

} // namespace cards
