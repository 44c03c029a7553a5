#pragma once

#include <string_view>

namespace cards {

/// The first line of a Markdown text that opens more than `kMaxMarkdownDepth` quotes and lists,
/// counted from 0; -1 if there is none. Asked before md4c reads anything: its time grows with the
/// depth of every line. A row of hyphens or stars with spaces between them is a line across the
/// page, and fine.
int first_line_too_deep(std::string_view text);

} // namespace cards
