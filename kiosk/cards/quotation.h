#pragma once

#include <string_view>

namespace cards {

/// The text without the quotation marks that a manager may have put around the whole of it; a view
/// into it.
std::string_view unquoted(std::string_view text);

} // namespace cards
