#pragma once

#include "cards/card.h"

#include <string_view>

/// What of a pack is for which desk. A desk has a name that whoever installed it gave:
/// "riverside-circulation". A pack names desks by their names or by their beginnings, up to a
/// hyphen: "riverside" means that desk and all others of Riverside.
namespace cards {

/// Whether `name`, as a pack writes it, means the desk called `desk`. A desk without a name is
/// meant by none.
bool means_desk(std::string_view name, std::string_view desk);

/// Puts what the pack says for that desk in place of what it says for all. Where several entries
/// mean the desk, the longer name has the last word, for each thing by itself.
void suit_to_desk(Pack& pack, std::string_view desk);

/// Whether a desk is to wait with the pack on a day (ISO): others try it first.
bool is_held_back(const Pack& pack, std::string_view desk, std::string_view today);

} // namespace cards
