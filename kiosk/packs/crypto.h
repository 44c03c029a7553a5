#pragma once

namespace packs {

/// Makes libsodium ready; before anything else of this folder, and as often as one likes. False if
/// the machine gives no random numbers.
bool start_crypto();

} // namespace packs
