#include "cards/yaml_sentence.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;

struct Translation {
    std::string_view theirs; ///< The beginning of yaml-cpp's.
    YamlComplaint complaint;
};

constexpr Message kBackslash =
    message("A backslash has a meaning of its own between double quotation marks. Use single "
            "quotation marks, or take the backslash out.");
constexpr Message kBracket =
    message("A bracket [ or a brace { is opened and not closed, or the other way round. Close it, "
            "or put quotation marks around the text.");
constexpr Message kColumn =
    message("This line does not fit the lines above it. Write a key, a colon, a space and a text, "
            "and let keys that belong together begin in the same column.");
constexpr Message kQuote =
    message("A quotation mark begins a text here and none ends it. Put one at the end, or put "
            "quotation marks of the other kind around the whole text.");

namespace yaml_says = YAML::ErrorMsg;

const std::array kTranslations{
    Translation{yaml_says::TAB_IN_INDENTATION,
                {message("A tab is used for indenting here. Use spaces instead."), false}},
    Translation{yaml_says::MAP_VALUE,
                {message("A colon with a space after it stands inside a text, or this line is "
                         "indented where it should not be. Put quotation marks around the whole "
                         "text."),
                 false}},
    Translation{yaml_says::EOF_IN_SCALAR, {kQuote, true}},
    Translation{yaml_says::DOC_IN_SCALAR, {kQuote, true}},
    Translation{yaml_says::END_OF_SEQ_FLOW, {kBracket, true}},
    Translation{yaml_says::END_OF_MAP_FLOW, {kBracket, true}},
    Translation{yaml_says::FLOW_END, {kBracket, false}},
    Translation{yaml_says::END_OF_MAP, {kColumn, false}},
    Translation{yaml_says::END_OF_SEQ, {kColumn, false}},
    Translation{yaml_says::MAP_KEY, {kColumn, false}},
    Translation{yaml_says::BLOCK_ENTRY,
                {message("A hyphen begins a list here where none fits. Write the list on lines of "
                         "its own under its key."),
                 false}},
    Translation{yaml_says::UNKNOWN_TOKEN, {kNeedsQuotes, false}},
    Translation{yaml_says::CHAR_IN_ALIAS, {kNeedsQuotes, false}},
    Translation{yaml_says::CHAR_IN_ANCHOR, {kNeedsQuotes, false}},
    Translation{yaml_says::ALIAS_NOT_FOUND, {kNeedsQuotes, false}},
    Translation{yaml_says::ANCHOR_NOT_FOUND, {kNeedsQuotes, false}},
    Translation{yaml_says::UNKNOWN_ANCHOR, {kNeedsQuotes, false}},
    Translation{yaml_says::ALIAS_CONTENT, {kNeedsQuotes, false}},
    Translation{yaml_says::CHAR_IN_TAG_HANDLE, {kNeedsQuotes, false}},
    Translation{yaml_says::TAG_WITH_NO_SUFFIX, {kNeedsQuotes, false}},
    Translation{yaml_says::END_OF_VERBATIM_TAG, {kNeedsQuotes, false}},
    Translation{yaml_says::INVALID_ESCAPE, {kBackslash, false}},
    Translation{yaml_says::INVALID_UNICODE, {kBackslash, false}},
    Translation{yaml_says::INVALID_HEX, {kBackslash, false}},
};

} // namespace

YamlComplaint sentence_for(std::string_view theirs) {
    const auto* const found = std::ranges::find_if(
        kTranslations, [&](const Translation& known) { return theirs.starts_with(known.theirs); });
    if (found != kTranslations.end()) {
        return found->complaint;
    }
    return {.sentence = kColumn, .at_last_key = false};
}

} // namespace cards
