#include "cards/sites_reader.h"

#include "cards/limits.h"
#include "cards/pack_parts.h"
#include "i18n/message.h"

#include <array>
#include <utility>

namespace cards {

namespace {

using i18n::tr;

constexpr std::array<std::string_view, 5> kSiteKeys{"site", "desk", "address", "notice",
                                                    "contacts"};
constexpr std::array<std::string_view, 2> kRolloutKeys{"first", "rest-from"};

/// A name that no desk can have is reported.
bool is_name_of_desks(const std::string& name, int line, Report& report) {
    if (is_id(name)) {
        return true;
    }
    report.error(line, tr("{0} is no name of desks. Write the name that a desk has in its "
                          "configuration (desk-name), or its beginning up to a hyphen: small "
                          "letters, digits and hyphens.",
                          in_quotes(name)));
    return false;
}

SiteOverride read_site(const YamlNode& map, Report& report) {
    Fields fields(map, report);
    SiteOverride site{.desks = map.key, .contacts = {}};
    const auto read = [&](std::string_view key, std::size_t max, std::optional<std::string>& text) {
        if (map.find(key) != nullptr) {
            text = fields.optional({.key = key, .max = max, .example = {}});
        }
    };
    read("site", kMaxSite, site.site);
    read("desk", kMaxSite, site.desk);
    read("address", kMaxAddress, site.address);
    read("notice", kMaxNotice, site.notice);
    if (site.site && site.site->empty() && !report.failed()) {
        report.error(fields.line_of("site"),
                     tr("\"site\" has no text. Write the branch's name, or take the line out."));
    }
    if (const YamlNode* const contacts = map.find("contacts")) {
        site.contacts = read_contact_list(*contacts, report);
    }
    fields.warn_of_unknown(kSiteKeys);
    return site;
}

} // namespace

void read_sites(const YamlNode& map, PackDraft& draft) {
    const YamlNode* const sites = map.find("sites");
    if (sites == nullptr) {
        return;
    }
    if (sites->kind != YamlNode::Kind::map) {
        draft.report.error(sites->key_line,
                           // Translators: the words with a colon are the same everywhere.
                           tr("\"sites\" needs names of desks below it, indented, each with what "
                              "is otherwise there: site:, desk:, address:, notice: or contacts:."));
        return;
    }
    for (const YamlNode& item : sites->items) {
        if (!is_name_of_desks(item.key, item.key_line, draft.report)) {
            continue;
        }
        if (item.kind != YamlNode::Kind::map) {
            draft.report.error(item.key_line,
                               // Translators: the words with a colon are the same everywhere.
                               tr("{0} needs what is otherwise there below it, indented: site:, "
                                  "desk:, address:, notice: or contacts:.",
                                  in_quotes(item.key)));
            continue;
        }
        draft.pack.sites.push_back(read_site(item, draft.report));
    }
}

void read_rollout(const YamlNode& map, PackDraft& draft) {
    const YamlNode* const rollout = map.find("rollout");
    if (rollout == nullptr) {
        return;
    }
    if (rollout->kind != YamlNode::Kind::map) {
        draft.report.error(rollout->key_line,
                           // Translators: the words with a colon are the same everywhere.
                           tr("\"rollout\" needs first: with the names of the desks that try the "
                              "pack first, and rest-from: with the day for the others, below it, "
                              "indented."));
        return;
    }
    Fields fields(*rollout, draft.report);
    Rollout read{.first = {}, .rest_from = fields.date("rest-from")};
    for (const Line& name : fields.list("first", kMaxFirstDesks, kMaxId)) {
        if (is_name_of_desks(name.text, name.line, draft.report)) {
            read.first.push_back(name.text);
        }
    }
    fields.warn_of_unknown(kRolloutKeys);
    if (read.first.empty() && read.rest_from.empty() && !draft.report.failed()) {
        draft.report.error(rollout->key_line,
                           // Translators: the words with a colon are the same everywhere.
                           tr("\"rollout\" names nobody: write first: and the desks that try the "
                              "pack first, or rest-from: and a day."));
    }
    draft.pack.rollout = std::move(read);
}

} // namespace cards
