#pragma once

#include <string_view>
#include <vector>

namespace packs {

/// A line of a list that people write, without blanks around it and without its remark.
struct RemarkLine {
    int number = 0; ///< From 1.
    std::string_view text;
};

/// The lines of a list that say something. What follows a # is a remark.
std::vector<RemarkLine> remark_lines(std::string_view list);

} // namespace packs
