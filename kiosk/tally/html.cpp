#include "tally/html.h"

#include "cards/text.h"

namespace tally::html {

namespace {

/// So few lines would look lost if they were parted by the end of a page.
constexpr std::size_t kShortTable = 6;

std::string opening(std::string_view name, std::string_view attributes) {
    std::string tag("<");
    tag.append(name);
    if (!attributes.empty()) {
        tag.append(" ").append(attributes);
    }
    return tag += '>';
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : cards::printable(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view inside, std::string_view attributes) {
    return opening(name, attributes).append(inside).append("</").append(name).append(">");
}

std::string text_element(std::string_view name, std::string_view text,
                         std::string_view attributes) {
    return element(name, escaped(text), attributes);
}

std::string attribute(std::string_view name, std::string_view text) {
    return std::string(name).append("=\"").append(escaped(text)).append("\"");
}

std::string paragraph(std::string_view text) {
    return text_element("p", text) + "\n";
}

std::string list(const std::vector<std::string>& texts, bool numbered) {
    std::string items;
    for (const std::string& text : texts) {
        items += text_element("li", text) + "\n";
    }
    return items.empty() ? items : element(numbered ? "ol" : "ul", items) + "\n";
}

std::string table(const Table& table) {
    if (table.lines.empty()) {
        return {};
    }
    std::string heads;
    for (const std::string& head : table.heads) {
        heads += element("th", head, "scope=\"col\"");
    }
    std::string lines;
    for (const std::vector<std::string>& line : table.lines) {
        std::string cells;
        for (std::size_t i = 0; i < line.size(); ++i) {
            cells +=
                i == table.names ? element("th", line[i], "scope=\"row\"") : element("td", line[i]);
        }
        lines += element("tr", cells) + "\n";
    }
    const std::string kind = table.lines.size() <= kShortTable ? table.kind + " short" : table.kind;
    return element("table",
                   text_element("caption", table.caption) + "\n" +
                       element("thead", element("tr", heads)) + "\n" + element("tbody", lines),
                   attribute("class", kind)) +
           "\n";
}

std::string section(std::string_view title, std::string_view lead, std::string_view rest) {
    const std::string first = text_element("h2", title) + "\n" + std::string(lead);
    return element("section", element("div", first, "class=\"lead\"") + "\n" + std::string(rest)) +
           "\n";
}

} // namespace tally::html
