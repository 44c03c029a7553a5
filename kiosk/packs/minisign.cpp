#include "packs/minisign.h"

#include <sodium.h>

#include <algorithm>
#include <ranges>

namespace packs {

namespace {

constexpr std::string_view kTrustedComment = "trusted comment: ";
constexpr std::string_view kUntrustedComment = "untrusted comment: ";
/// The one line of a signature that is not signed. minisign writes this one unless it is told
/// otherwise, and no other is taken: then no bit of a signed pack can change unnoticed.
constexpr std::string_view kUsualComment = "untrusted comment: signature from minisign secret key";
constexpr std::size_t kLargestFile = 8192; ///< Far more than minisign ever writes.

const unsigned char* bytes_of(std::string_view text) {
    // NOLINTNEXTLINE(*-reinterpret-cast): libsodium's bytes are unsigned
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// The lines of a small text file, whichever way it ends them; nothing if it is too large.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty() && text.size() <= kLargestFile) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.push_back(line);
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

/// Base64 of exactly N bytes.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> decode(std::string_view text) {
    // libsodium takes some bytes beyond ASCII for letters that differ from them in one bit.
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        return std::nullopt;
    }
    std::array<std::uint8_t, N> bytes{};
    std::size_t length = 0;
    const char* end = nullptr;
    const bool good =
        sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                          &end, sodium_base64_VARIANT_ORIGINAL) == 0 &&
        length == N && end == text.data() + text.size();
    return good ? std::optional(bytes) : std::nullopt;
}

/// The parts of an array of bytes, one after the other.
class Parts {
public:
    explicit Parts(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    template <std::size_t N>
    void take(std::array<std::uint8_t, N>& part) {
        std::ranges::copy(bytes_.first(N), part.begin());
        bytes_ = bytes_.subspan(N);
    }

private:
    std::span<const std::uint8_t> bytes_;
};

using Algorithm = std::array<std::uint8_t, 2>;
constexpr Algorithm kEd25519{'E', 'd'};
constexpr Algorithm kPrehashed{'E', 'D'};

} // namespace

std::string to_string(const KeyId& id) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const std::uint8_t byte : std::views::reverse(id)) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0xFU];
    }
    return text;
}

std::optional<KeyId> parse_key_id(std::string_view text) {
    KeyId id{};
    std::size_t length = 0;
    if (text.size() != 2 * id.size() ||
        sodium_hex2bin(id.data(), id.size(), text.data(), text.size(), nullptr, &length, nullptr) !=
            0 ||
        length != id.size()) {
        return std::nullopt;
    }
    std::ranges::reverse(id);
    return id;
}

std::optional<PublicKey> parse_public_key(std::string_view text) {
    const auto lines = lines_of(text);
    const bool commented = lines.size() == 2 && lines.front().starts_with(kUntrustedComment);
    if (lines.size() != 1 && !commented) {
        return std::nullopt;
    }
    const auto bytes = decode<42>(lines.back());
    if (!bytes) {
        return std::nullopt;
    }
    PublicKey key;
    Algorithm algorithm{};
    Parts parts(*bytes);
    parts.take(algorithm);
    parts.take(key.id);
    parts.take(key.key);
    if (commented) {
        key.comment = lines.front().substr(kUntrustedComment.size());
    }
    return algorithm == kEd25519 ? std::optional(key) : std::nullopt;
}

std::optional<Signature> parse_signature(std::string_view text) {
    const auto lines = lines_of(text);
    if (lines.size() != 4 || lines[0] != kUsualComment || !lines[2].starts_with(kTrustedComment)) {
        return std::nullopt;
    }
    const auto bytes = decode<74>(lines[1]);
    const auto comment_signature = decode<64>(lines[3]);
    if (!bytes || !comment_signature) {
        return std::nullopt;
    }
    Signature signature{.trusted_comment = std::string(lines[2].substr(kTrustedComment.size())),
                        .comment_signature = *comment_signature};
    Algorithm algorithm{};
    Parts parts(*bytes);
    parts.take(algorithm);
    parts.take(signature.key_id);
    parts.take(signature.signature);
    signature.prehashed = algorithm == kPrehashed;
    return signature.prehashed || algorithm == kEd25519 ? std::optional(signature) : std::nullopt;
}

std::expected<SignedBy, SignatureFault>
verify(std::string_view message, std::string_view signature_text, std::span<const PublicKey> keys) {
    const auto signature = parse_signature(signature_text);
    if (!signature) {
        return std::unexpected(SignatureFault::malformed);
    }
    if (!signature->prehashed) {
        return std::unexpected(SignatureFault::legacy);
    }
    const auto key = std::ranges::find(keys, signature->key_id, &PublicKey::id);
    if (key == keys.end()) {
        return std::unexpected(SignatureFault::unknown_key);
    }
    std::array<std::uint8_t, crypto_generichash_BYTES_MAX> hash{}; // BLAKE2b-512
    crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), nullptr, 0);
    if (crypto_sign_verify_detached(signature->signature.data(), hash.data(), hash.size(),
                                    key->key.data()) != 0) {
        return std::unexpected(SignatureFault::bad_signature);
    }
    std::string vouched(signature->signature.begin(), signature->signature.end());
    vouched += signature->trusted_comment;
    if (crypto_sign_verify_detached(signature->comment_signature.data(), bytes_of(vouched),
                                    vouched.size(), key->key.data()) != 0) {
        return std::unexpected(SignatureFault::bad_trusted_comment);
    }
    return SignedBy{.key = *key, .trusted_comment = signature->trusted_comment};
}

std::optional<KeyId> signing_key(std::string_view signature_text) {
    const auto signature = parse_signature(signature_text);
    return signature ? std::optional(signature->key_id) : std::nullopt;
}

} // namespace packs
