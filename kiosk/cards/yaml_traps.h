#pragma once

#include "cards/report.h"

#include <cstddef>
#include <string_view>

/// What yaml-cpp does not notice, or notices too late to say it well.
namespace cards {

/// True if so many brackets are open at once that no honest file has them. yaml-cpp looks far
/// ahead at an open bracket, so this is asked before it reads anything.
bool nests_too_deep(std::string_view text);

/// Warns where YAML takes the rest of a line as a remark that was hardly meant as one: "Print #2".
/// `line` is the file's line that the text begins on.
void warn_of_remarks(std::string_view text, int line, Report& report);

/// True if the text in quotation marks that begins at byte `at` never ends. yaml-cpp takes all the
/// rest of the file for it, and says nothing.
bool never_closes(std::string_view text, std::size_t at);

/// True if a tab stands before the first word of a line, which is counted from 0.
bool is_indented_by_tab(std::string_view text, int line);

} // namespace cards
