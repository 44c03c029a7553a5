#include "packs/crypto.h"

#include <sodium.h>

namespace packs {

bool start_crypto() {
    return sodium_init() >= 0;
}

} // namespace packs
