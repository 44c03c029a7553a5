#include "cards/pack_parts.h"

#include "cards/limits.h"
#include "i18n/message.h"

#include <array>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;
using i18n::tr_plural;

constexpr std::array<std::string_view, 6> kCodeKeys{"framework", "name",  "tab",
                                                    "colour",    "color", "link"};
constexpr std::array<std::string_view, 2> kContactKeys{"who", "call"};

std::string or_else(const std::string& text, const std::string& fallback) {
    return text.empty() ? fallback : text;
}

void read_code_info(const YamlNode& map, Code code, PackDraft& draft) {
    const auto index = static_cast<std::size_t>(code);
    CodeInfo& info = draft.pack.codes.at(index);
    if (map.kind != YamlNode::Kind::map) {
        draft.report.error(map.key_line,
                           tr("The code {0} needs at least a framework and a name below it, "
                              "indented.",
                              in_quotes(to_string(code))));
        return;
    }
    Fields fields(map, draft.report);
    const auto short_text = [&](std::string_view key) {
        return fields.optional({.key = key, .max = kMaxCodeName, .example = {}});
    };
    info.framework = fields.required({.key = "framework", .max = kMaxId, .example = "help"});
    info.name =
        fields.required({.key = "name", .max = kMaxCodeName, .example = message("Everyday")});
    info.tab = or_else(short_text("tab"), info.name);
    info.link = or_else(short_text("link"), info.name);
    info.colour = or_else(short_text("colour"), short_text("color"));
    draft.framework_lines.at(index) = fields.line_of("framework");
    fields.warn_of_unknown(kCodeKeys);
}

void no_contacts(int line, Report& report) {
    report.error(line,
                 // Translators: "who:" and "call:" are the same in every language.
                 tr("There are no contacts. Write whom to call, one to six, each with "
                    "who and call, as in - {{who: Security, call: ext. 199}}"));
}

} // namespace

std::vector<Contact> read_contact_list(const YamlNode& contacts, Report& report) {
    std::vector<Contact> read;
    if (contacts.items.empty() || contacts.kind != YamlNode::Kind::list) {
        no_contacts(contacts.key_line, report);
        return read;
    }
    if (contacts.items.size() > kMaxContacts) {
        report.error(contacts.key_line,
                     tr_plural("There is {0} contact; at most {1} fit. Keep those that "
                               "matter most.",
                               "There are {0} contacts; at most {1} fit. Keep those that "
                               "matter most.",
                               contacts.items.size(), kMaxContacts));
        return read;
    }
    for (const YamlNode& item : contacts.items) {
        if (item.kind != YamlNode::Kind::map) {
            report.error(item.line, tr("A contact needs who and call, as in - {{who: Security, "
                                       "call: ext. 199}}"));
            continue;
        }
        Fields fields(item, report);
        Contact contact;
        contact.who =
            fields.required({.key = "who", .max = kMaxContactWho, .example = message("Security")});
        contact.call = fields.required(
            {.key = "call", .max = kMaxContactCall, .example = message("ext. 199")});
        fields.warn_of_unknown(kContactKeys);
        read.push_back(std::move(contact));
    }
    return read;
}

void read_contacts(const YamlNode& map, PackDraft& draft) {
    if (const YamlNode* const contacts = map.find("contacts")) {
        draft.pack.contacts = read_contact_list(*contacts, draft.report);
    } else {
        no_contacts(map.line, draft.report);
    }
}

void read_codes(const YamlNode& map, PackDraft& draft) {
    const YamlNode* const codes = map.find("codes");
    if (codes == nullptr || codes->kind != YamlNode::Kind::map) {
        draft.report.error(codes == nullptr ? map.line : codes->key_line,
                           // Translators: the words with a colon are the same everywhere.
                           tr("There are no codes. Write codes: and below it, indented, green:, "
                              "yellow:, red: and blue:, each with a framework and a name."));
        return;
    }
    std::array<bool, kCodes.size()> seen{};
    for (const YamlNode& item : codes->items) {
        const std::optional<Code> code = parse_code(item.key);
        if (!code) {
            draft.report.error(item.key_line, tr("There is no code {0}. The four are green, "
                                                 "yellow, red and blue.",
                                                 in_quotes(item.key)));
        } else if (std::exchange(seen.at(static_cast<std::size_t>(*code)), true)) {
            draft.report.error(item.key_line,
                               tr("The code {0} is written twice. Keep one of the two.",
                                  in_quotes(to_string(*code))));
        } else {
            read_code_info(item, *code, draft);
        }
    }
    for (const Code code : kCodes) {
        if (!seen.at(static_cast<std::size_t>(code))) {
            draft.report.error(codes->key_line, tr("The code {0} is missing. All four are needed.",
                                                   in_quotes(to_string(code))));
        }
    }
}

} // namespace cards
