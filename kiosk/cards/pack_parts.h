#pragma once

#include "cards/draft.h"
#include "cards/yaml.h"

namespace cards {

/// Reads a list of whom to call. What is wrong with it is reported.
std::vector<Contact> read_contact_list(const YamlNode& contacts, Report& report);

/// Reads whom to call, from pack.yaml's map.
void read_contacts(const YamlNode& map, PackDraft& draft);

/// Reads what pack.yaml's map says of the four codes. What a code leaves out follows from its name
/// and its colour.
void read_codes(const YamlNode& map, PackDraft& draft);

} // namespace cards
