#pragma once

#include "cards/card.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <string>

namespace app {

/// In the state folder: what a kiosk shows plainly while the desk itself does not start.
inline constexpr const char* kNumbersFile = "numbers.txt";

/// Whom to call and where this is, as lines of plain text for a console.
std::string numbers_page(const cards::Pack& pack);

/// Keeps that page of a pack, unless it is there already.
platform::Result<void> keep_numbers(platform::Disk& disk, const cards::Pack& pack);

} // namespace app
