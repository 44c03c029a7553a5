#include "cards/pack_reader.h"

#include "cards/limits.h"
#include "cards/pack_parts.h"
#include "cards/rules_reader.h"
#include "cards/sites_reader.h"
#include "cards/text.h"
#include "cards/yaml.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;

constexpr std::array<std::string_view, 15> kPackKeys{
    "format", "id",       "name",    "version", "rules", "locale", "site",   "desk",
    "notice", "contacts", "address", "codes",   "board", "sites",  "rollout"};

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// False if the pack is of a format that this program does not know.
bool read_format(Fields& fields, Report& report) {
    const std::string format = fields.required({.key = "format", .max = kMaxId, .example = "1"});
    if (format == "1") {
        return true;
    }
    if (!format.empty()) {
        report.error(fields.line_of("format"),
                     is_digits(format)
                         ? tr("This pack is of format {0}; this program reads format 1. Update "
                              "the program, or write format: 1.",
                              in_quotes(format))
                         : tr("The format should be 1; here it is {0}.", in_quotes(format)));
    }
    return false;
}

std::uint64_t read_version(Fields& fields, Report& report) {
    const std::string text = fields.required({.key = "version", .max = kMaxId, .example = "1"});
    if (text.empty()) {
        return 0;
    }
    std::uint64_t version = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    const bool whole = error == std::errc{} && stop == text.data() + text.size();
    if (whole && version >= 1 && version <= kMaxVersion) {
        return version;
    }
    report.error(fields.line_of("version"),
                 is_digits(text) && (!whole || version > 0)
                     ? tr("The version is too large. Use small numbers: 1, then 2, then 3.")
                     : tr("The version should be a whole number from 1 that grows with every "
                          "change; here it is {0}.",
                          in_quotes(text)));
    return 0;
}

void read_id(Fields& fields, PackDraft& draft) {
    draft.pack.id = fields.required({.key = "id", .max = kMaxId, .example = "riverside"});
    if (!draft.pack.id.empty() && !is_id(draft.pack.id)) {
        const std::string better = id_from(draft.pack.id);
        draft.report.error(fields.line_of("id"),
                           tr("The id may have small letters, digits and hyphens only; here it is "
                              "{0}.",
                              in_quotes(draft.pack.id)) +
                               (better.empty() ? "" : " " + tr("Write {0}.", in_quotes(better))));
    }
}

void read_locale(Fields& fields, PackDraft& draft) {
    draft.pack.locale = fields.required({.key = "locale", .max = kMaxSite, .example = "en-US"});
    if (!draft.pack.locale.empty() && !is_language_tag(draft.pack.locale)) {
        draft.report.error(fields.line_of("locale"),
                           tr("The locale is a language and a country, such as en-US; here it is "
                              "{0}.",
                              in_quotes(draft.pack.locale)));
    }
}

void read_board(Fields& fields, PackDraft& draft) {
    draft.board = fields.list("board", kMaxBoard, kMaxId);
    for (const Line& entry : draft.board) {
        if (std::ranges::find(draft.pack.board, entry.text) != draft.pack.board.end()) {
            draft.report.error(
                entry.line, tr("{0} is on the board twice. Take one out.", in_quotes(entry.text)));
        }
        draft.pack.board.push_back(entry.text);
    }
    if (draft.board.empty() && !draft.report.failed()) {
        draft.report.warning(fields.line_of("board"),
                             tr("The board is empty. Write board: and a list of up to twelve "
                                "cards, the most used first."));
    }
}

void read_keys(const YamlNode& map, PackDraft& draft) {
    Fields fields(map, draft.report);
    if (!read_format(fields, draft.report)) {
        return;
    }
    Pack& pack = draft.pack;
    read_id(fields, draft);
    pack.name =
        fields.required({.key = "name", .max = kMaxName, .example = message("Riverside cards")});
    pack.version = read_version(fields, draft.report);
    read_locale(fields, draft);
    pack.site = fields.required({.key = "site", .max = kMaxSite, .example = message("Riverside")});
    pack.desk = fields.optional({.key = "desk", .max = kMaxSite, .example = {}});
    pack.address = fields.optional({.key = "address", .max = kMaxAddress, .example = {}});
    pack.notice = fields.optional({.key = "notice", .max = kMaxNotice, .example = {}});
    read_contacts(map, draft);
    read_codes(map, draft);
    read_board(fields, draft);
    read_rules(map, draft);
    read_sites(map, draft);
    read_rollout(map, draft);
    fields.warn_of_unknown(kPackKeys);
}

} // namespace

PackDraft read_pack_file(const SourceFile& file) {
    PackDraft draft{.pack = {}, .framework_lines = {}, .board = {}, .report = Report(file.path)};
    if (const auto text = decode_text(file.bytes, draft.report)) {
        if (const auto map = parse_yaml(*text, 1, draft.report)) {
            read_keys(*map, draft);
        }
    }
    return draft;
}

} // namespace cards
