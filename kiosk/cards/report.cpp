#include "cards/report.h"

#include "cards/limits.h"
#include "cards/text.h"
#include "cards/utf8.h"

#include <utility>

namespace cards {
namespace {

constexpr std::size_t kMaxShownPath = 200;
constexpr std::size_t kMaxQuoted = 60;

} // namespace

Report::Report(std::string_view file) : file_(shorten(printable(file), kMaxShownPath)) {}

void Report::error(int line, std::string text) {
    add(Severity::error, line, std::move(text));
}

void Report::warning(int line, std::string text) {
    add(Severity::warning, line, std::move(text));
}

void Report::add(Severity severity, int line, std::string text) {
    const bool first_error = severity == Severity::error && !failed_;
    failed_ = failed_ || severity == Severity::error;
    // The first error is always kept: a list without one would say that the file is fine.
    if (problems_.size() >= kMaxProblemsPerFile && !first_error) {
        ++left_out_;
        return;
    }
    problems_.push_back(
        {.severity = severity, .file = file_, .line = line, .text = std::move(text)});
}

std::vector<Problem> Report::take() && {
    if (left_out_ > 0) {
        problems_.push_back(
            {.severity = Severity::warning,
             .file = file_,
             .line = 0,
             .text = "There is more to look at in this file: " + counted(left_out_, "problem") +
                     " not shown. Mend these first, then check again."});
    }
    return std::move(problems_);
}

std::string in_quotes(std::string_view text) {
    return '"' + shorten(printable(text), kMaxQuoted) + '"';
}

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            out += i + 1 == words.size() ? " and " : ", ";
        }
        out += words[i];
    }
    return out;
}

std::string counted(std::size_t count, std::string_view word) {
    std::string out = std::to_string(count) + ' ' + std::string(word);
    if (count != 1) {
        out += 's';
    }
    return out;
}

} // namespace cards
