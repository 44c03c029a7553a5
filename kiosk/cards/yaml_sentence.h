#pragma once

#include "i18n/message.h"

#include <string_view>

namespace cards {

inline constexpr i18n::Message kNeedsQuotes =
    i18n::message("A text that begins with *, &, !, @, %, ?, [, { or ` needs quotation marks "
                  "around it.");
inline constexpr i18n::Message kTooDeep =
    i18n::message("Lists or keys are nested too deep here. Use the same layout as the starter "
                  "pack.");

/// What to tell a manager about something that yaml-cpp could not read.
struct YamlComplaint {
    i18n::Message sentence;
    bool at_last_key = false; ///< yaml-cpp notices too late; it begins where it last read well.
};

/// The sentence for yaml-cpp's own message; one that fits everything if the message is not known.
YamlComplaint sentence_for(std::string_view theirs);

} // namespace cards
