#include "cards/pack_parts.h"

#include "cards/limits.h"

#include <array>
#include <utility>

namespace cards {
namespace {

constexpr std::array<std::string_view, 6> kCodeKeys{"framework", "name",  "tab",
                                                    "colour",    "color", "link"};
constexpr std::array<std::string_view, 2> kContactKeys{"who", "call"};

std::string or_else(const std::string& text, const std::string& fallback) {
    return text.empty() ? fallback : text;
}

/// "green" as "Green".
std::string colour_word(Code code) {
    std::string word(to_string(code));
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

void read_code_info(const YamlNode& map, Code code, PackDraft& draft) {
    const auto index = static_cast<std::size_t>(code);
    CodeInfo& info = draft.pack.codes.at(index);
    if (map.kind != YamlNode::Kind::map) {
        draft.report.error(map.key_line,
                           "The code " + in_quotes(to_string(code)) +
                               " needs at least a framework and a name below it, indented.");
        return;
    }
    Fields fields(map, draft.report);
    const auto short_text = [&](std::string_view key) {
        return fields.optional({.key = key, .max = kMaxCodeName, .example = {}});
    };
    info.framework = fields.required({.key = "framework", .max = kMaxId, .example = "help"});
    info.name = fields.required({.key = "name", .max = kMaxCodeName, .example = "Everyday"});
    info.tab = or_else(short_text("tab"), info.name);
    info.link = or_else(short_text("link"), info.name);
    info.colour = or_else(or_else(short_text("colour"), short_text("color")), colour_word(code));
    draft.framework_lines.at(index) = fields.line_of("framework");
    fields.warn_of_unknown(kCodeKeys);
}

} // namespace

void read_contacts(const YamlNode& map, PackDraft& draft) {
    const YamlNode* const contacts = map.find("contacts");
    if (contacts == nullptr || contacts->items.empty() || contacts->kind != YamlNode::Kind::list) {
        draft.report.error(contacts == nullptr ? map.line : contacts->key_line,
                           "There are no contacts. Write whom to call, one to six, each with who "
                           "and call, as in - {who: Security, call: ext. 199}");
        return;
    }
    if (contacts->items.size() > kMaxContacts) {
        draft.report.error(contacts->key_line,
                           "There are " + std::to_string(contacts->items.size()) +
                               " contacts; at most " + std::to_string(kMaxContacts) +
                               " fit. Keep those that matter most.");
        return;
    }
    for (const YamlNode& item : contacts->items) {
        if (item.kind != YamlNode::Kind::map) {
            draft.report.error(item.line, "A contact needs who and call, as in - {who: Security, "
                                          "call: ext. 199}");
            continue;
        }
        Fields fields(item, draft.report);
        Contact contact;
        contact.who = fields.required({.key = "who", .max = kMaxContactWho, .example = "Security"});
        contact.call =
            fields.required({.key = "call", .max = kMaxContactCall, .example = "ext. 199"});
        fields.warn_of_unknown(kContactKeys);
        draft.pack.contacts.push_back(std::move(contact));
    }
}

void read_codes(const YamlNode& map, PackDraft& draft) {
    const YamlNode* const codes = map.find("codes");
    if (codes == nullptr || codes->kind != YamlNode::Kind::map) {
        draft.report.error(codes == nullptr ? map.line : codes->key_line,
                           "There are no codes. Write codes: and below it, indented, green:, "
                           "yellow:, red: and blue:, each with a framework and a name.");
        return;
    }
    std::array<bool, kCodes.size()> seen{};
    for (const YamlNode& item : codes->items) {
        const std::optional<Code> code = parse_code(item.key);
        if (!code) {
            draft.report.error(item.key_line, "There is no code " + in_quotes(item.key) +
                                                  ". The four are green, yellow, red and blue.");
        } else if (std::exchange(seen.at(static_cast<std::size_t>(*code)), true)) {
            draft.report.error(item.key_line, "The code " + in_quotes(to_string(*code)) +
                                                  " is written twice. Keep one of the two.");
        } else {
            read_code_info(item, *code, draft);
        }
    }
    for (const Code code : kCodes) {
        if (!seen.at(static_cast<std::size_t>(code))) {
            draft.report.error(codes->key_line, "The code " + in_quotes(to_string(code)) +
                                                    " is missing. All four are needed.");
        }
    }
}

} // namespace cards
