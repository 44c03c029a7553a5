#pragma once

#include "cards/report.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A Markdown text as a flat list of what it says.
namespace cards {

/// One heading, paragraph, quotation paragraph or list item, reduced to plain text on one line:
/// emphasis, links and code leave their words, entities become their characters, HTML stays as it
/// is written. A picture is a block of its own, after the one that it stands in.
struct Block {
    enum class Kind : std::uint8_t { heading, paragraph, quote, item, picture };

    Kind kind = Kind::paragraph;
    int level = 0;    ///< Of a heading: 1 to 6.
    std::string text; ///< Of a picture: its words for those who do not see it.
    int line = 0;     ///< In the file.
    std::string file; ///< Of a picture: what it names, as it is written.
};

/// Reads Markdown. `first_line` is the file's line that the text begins on. A list inside a quote
/// counts as quoted; a nested list's items come after one another. Blocks without words are left
/// out, headings and pictures excepted. Nesting deeper than `kMaxMarkdownDepth` or more than
/// `kMaxBodyBytes` is an error, and gives nothing.
std::vector<Block> parse_markdown(std::string_view text, int first_line, Report& report);

} // namespace cards
