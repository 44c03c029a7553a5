#include "cards/report.h"

#include "cards/limits.h"
#include "cards/text.h"
#include "cards/utf8.h"
#include "i18n/message.h"

#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;
using i18n::tr_plural;

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

void Report::to_do(int line, std::string what, std::string_view more) {
    const bool first = to_dos_++ == 0 && !failed_;
    if (!has_room_for(first)) {
        return;
    }
    // Translators: {0} is what somebody has yet to write, such as "what staff say".
    std::string text = tr("Still to do: {0}.", what);
    text += more;
    problems_.push_back({.severity = Severity::error,
                         .file = file_,
                         .line = line,
                         .text = std::move(text),
                         .to_do = std::move(what)});
}

/// The first error is always kept: a list without one would say that the file is fine.
bool Report::has_room_for(bool first_error) {
    const bool room = problems_.size() < kMaxProblemsPerFile || first_error;
    left_out_ += room ? 0U : 1U;
    return room;
}

void Report::add(Severity severity, int line, std::string text) {
    const bool first_error = severity == Severity::error && !failed_;
    failed_ = failed_ || severity == Severity::error;
    if (has_room_for(first_error)) {
        problems_.push_back(
            {.severity = severity, .file = file_, .line = line, .text = std::move(text)});
    }
}

std::vector<Problem> Report::take() && {
    if (left_out_ > 0) {
        problems_.push_back(
            {.severity = Severity::warning,
             .file = file_,
             .line = 0,
             .text = tr_plural("There is more to look at in this file: {0} problem not shown. "
                               "Mend these first, then check again.",
                               "There is more to look at in this file: {0} problems not shown. "
                               "Mend these first, then check again.",
                               left_out_)});
    }
    return std::move(problems_);
}

std::string in_quotes(std::string_view text) {
    // Translators: the quotation marks around a name or a word.
    return tr("\"{0}\"", shorten(printable(text), kMaxQuoted));
}

std::string listed(const std::vector<std::string>& words) {
    if (words.empty()) {
        return {};
    }
    std::string out = words.front();
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        // Translators: between the entries of a list.
        out += message(", ") + words[i];
    }
    // Translators: the end of a list; {0} may be several entries.
    return words.size() == 1 ? out : tr("{0} and {1}", out, words.back());
}

} // namespace cards
