#pragma once

#include "platform/picture_child.h"

#include <string>

namespace packs {

/// Why a picture is not shown and what to do about it, in a sentence or two for the manager whose
/// picture it is.
std::string sentence_for(const platform::NoPicture& why);

} // namespace packs
