#include "packs/sha256.h"

#include <sodium.h>

namespace packs {

Sha256 sha256(std::string_view bytes) {
    Sha256 sum{};
    // NOLINTNEXTLINE(*-reinterpret-cast): libsodium's bytes are unsigned
    crypto_hash_sha256(sum.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return sum;
}

std::string to_hex(const Sha256& sum) {
    std::string hex(sum.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), sum.data(), sum.size());
    hex.pop_back(); // the closing NUL
    return hex;
}

} // namespace packs
