#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Signatures in minisign's format, checked in memory: bytes in, a verdict out. The format is
/// described at https://jedisct1.github.io/minisign/ ("Signature format").
namespace packs {

/// Which of many keys: eight bytes that `minisign -G` draws.
using KeyId = std::array<std::uint8_t, 8>;

/// As minisign prints it: sixteen large hexadecimal digits, the last byte first.
std::string to_string(const KeyId& id);
std::optional<KeyId> parse_key_id(std::string_view text);

struct PublicKey {
    KeyId id{};
    std::array<std::uint8_t, 32> key{}; ///< Ed25519.
    std::string comment;                ///< What stands above it; nobody vouches for it.
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

struct Signature {
    /// Whether the message was hashed first ("ED"), rather than signed as it is ("Ed").
    bool prehashed = false;
    KeyId key_id{};
    std::array<std::uint8_t, 64> signature{};
    std::string trusted_comment;
    std::array<std::uint8_t, 64> comment_signature{}; ///< Of the signature and the trusted comment.
};

/// Reads a .pub file: a comment and the key, or the key alone. Nothing if it is none.
std::optional<PublicKey> parse_public_key(std::string_view text);

/// Reads a .minisig file. Nothing if it is none, or if its untrusted comment is not the one that
/// minisign writes when it is given none.
std::optional<Signature> parse_signature(std::string_view text);

/// Why a signature says nothing.
enum class SignatureFault : std::uint8_t {
    malformed,           ///< It is no signature at all.
    legacy,              ///< Of the kind that minisign made before 0.6: not prehashed.
    unknown_key,         ///< Of a key that is not among those given.
    bad_signature,       ///< The bytes are not those that were signed.
    bad_trusted_comment, ///< The trusted comment is not the one that was signed.
};

/// What a good signature says.
struct SignedBy {
    PublicKey key;
    std::string trusted_comment;
};

/// Checks a .minisig file's text over the bytes that it is to be for.
std::expected<SignedBy, SignatureFault>
verify(std::string_view message, std::string_view signature_text, std::span<const PublicKey> keys);

/// Reads no more of the file than its key's id: to say whose a signature is that cannot be checked.
std::optional<KeyId> signing_key(std::string_view signature_text);

} // namespace packs
