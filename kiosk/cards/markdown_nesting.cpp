#include "cards/markdown_nesting.h"

#include "cards/limits.h"

#include <algorithm>

namespace cards {
namespace {

/// True if a line opens more quotes and lists.
bool opens_too_many(std::string_view line) {
    std::size_t marks = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool list = (c == '-' || c == '*' || c == '+' || c == '.' || c == ')') &&
                          i + 1 < line.size() && (line[i + 1] == ' ' || line[i + 1] == '\t');
        if (c == '>' || list) {
            ++marks;
        } else if (c != ' ' && c != '\t' && (c < '0' || c > '9')) {
            break;
        }
    }
    return marks > kMaxMarkdownDepth;
}

} // namespace

int first_line_too_deep(std::string_view text) {
    int line = 0;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view row = text.substr(from, end - from);
        const bool rule = row.find_first_not_of("-* \t") == std::string_view::npos;
        if (!rule && opens_too_many(row)) {
            return line;
        }
        from = end + 1;
    }
    return -1;
}

} // namespace cards
