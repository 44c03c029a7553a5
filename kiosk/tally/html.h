#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The few pieces of HTML that a report is made of. "Text" is plain, and escaped here; "HTML" is
/// what these functions gave.
namespace tally::html {

/// A text as it may stand between tags, and in an attribute's quotation marks.
std::string escaped(std::string_view text);

/// `<name attributes>HTML</name>`; the attributes are written as they are.
std::string element(std::string_view name, std::string_view inside,
                    std::string_view attributes = {});

/// `<name>text</name>`.
std::string text_element(std::string_view name, std::string_view text,
                         std::string_view attributes = {});

/// `name="text"`.
std::string attribute(std::string_view name, std::string_view text);

/// A paragraph of text.
std::string paragraph(std::string_view text);

/// A list of texts.
std::string list(const std::vector<std::string>& texts, bool numbered = false);

/// A table whose lines begin with what they are of.
struct Table {
    std::string caption;                         ///< Text.
    std::vector<std::string> heads;              ///< HTML, one a column.
    std::vector<std::vector<std::string>> lines; ///< HTML.
    std::string kind;                            ///< Its class in the page's style.
    std::size_t names = 0;                       ///< The column of what a line is of.
};

/// Nothing if it has no lines. A short one is not broken between pages.
std::string table(const Table& table);

/// A section: its heading and first words, which stay together with the beginning of the rest.
std::string section(std::string_view title, std::string_view lead, std::string_view rest = {});

} // namespace tally::html
