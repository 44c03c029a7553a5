#include "cards/yaml_traps.h"

#include "i18n/message.h"

#include <algorithm>

namespace cards {
namespace {

constexpr std::size_t kMaxBrackets = 32; ///< Open at once.

} // namespace

bool nests_too_deep(std::string_view text) {
    std::size_t depth = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
        if (depth > kMaxBrackets) {
            return true;
        }
    }
    return false;
}

void warn_of_remarks(std::string_view text, int line, Report& report) {
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view row = text.substr(from, end - from);
        const std::size_t hash = row.find(" #");
        const bool glued = hash != std::string_view::npos && hash + 2 < row.size() &&
                           row[hash + 2] != ' ' && row[hash + 2] != '#';
        const std::string_view before = row.substr(0, glued ? hash : 0);
        if (before.find_first_of("\"'|>") == std::string_view::npos &&
            before.find_first_not_of(" -") != std::string_view::npos) {
            report.warning(
                line, i18n::tr("What follows the # is left out. If it belongs to the text, put "
                               "quotation marks around the whole text."));
        }
        from = end + 1;
    }
}

bool never_closes(std::string_view text, std::size_t at) {
    const char mark = at < text.size() ? text[at] : '\0';
    if (mark != '"' && mark != '\'') {
        return false;
    }
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\' && mark == '"') {
            ++i;
        } else if (text[i] == mark) {
            const bool doubled = mark == '\'' && i + 1 < text.size() && text[i + 1] == mark;
            if (!doubled) {
                return false;
            }
            ++i;
        }
    }
    return true;
}

bool is_indented_by_tab(std::string_view text, int line) {
    for (; line > 0 && !text.empty(); --line) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return text.substr(0, text.find_first_not_of(" \t")).contains('\t');
}

} // namespace cards
