#include "cards/desk_name.h"

#include <algorithm>

namespace cards {

namespace {

void replace(std::string& text, const std::optional<std::string>& other) {
    if (other) {
        text = *other;
    }
}

} // namespace

bool means_desk(std::string_view name, std::string_view desk) {
    return !name.empty() && desk.starts_with(name) &&
           (desk.size() == name.size() || desk[name.size()] == '-');
}

void suit_to_desk(Pack& pack, std::string_view desk) {
    std::vector<const SiteOverride*> meant;
    for (const SiteOverride& site : pack.sites) {
        if (means_desk(site.desks, desk)) {
            meant.push_back(&site);
        }
    }
    std::ranges::sort(meant, {}, [](const SiteOverride* site) { return site->desks.size(); });
    for (const SiteOverride* const site : meant) {
        replace(pack.site, site->site);
        replace(pack.desk, site->desk);
        replace(pack.address, site->address);
        replace(pack.notice, site->notice);
        if (!site->contacts.empty()) {
            pack.contacts = site->contacts;
        }
    }
}

bool is_held_back(const Pack& pack, std::string_view desk, std::string_view today) {
    if (!pack.rollout) {
        return false;
    }
    const bool first = std::ranges::any_of(
        pack.rollout->first, [&](const std::string& name) { return means_desk(name, desk); });
    const std::string& rest_from = pack.rollout->rest_from;
    return !first && (rest_from.empty() || today < rest_from);
}

} // namespace cards
