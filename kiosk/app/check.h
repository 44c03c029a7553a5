#pragma once

#include "packs/keys.h"

#include <filesystem>
#include <iosfwd>

namespace app {

/// Prints what is wrong with the pack in a folder and what is still to do: a line for each problem,
/// the to-dos of one card in one (cards/to_do.h), and how far its plan is (cards/progress.h); or
/// JSON, which has the pack's figures, too (cards/figures.h). Returns the exit code: 0 if it can be
/// used (there may be warnings), 1 if not. A seal is judged by `keys`; pictures are decoded by
/// `program`, started with `platform::kDecodePicture`.
int check_pack(const std::filesystem::path& folder, bool json, std::ostream& out,
               const packs::Keys& keys, const std::filesystem::path& program);

} // namespace app
