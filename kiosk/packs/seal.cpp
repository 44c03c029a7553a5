#include "packs/seal.h"

#include "i18n/message.h"
#include "packs/dry_run.h"
#include "packs/sums.h"

#include <sodium.h>

#include <algorithm>
#include <span>
#include <vector>

namespace packs {

namespace {

using i18n::tr;
using platform::Failure;
using platform::Result;

constexpr i18n::Message kNoKey =
    i18n::message("This is not a secret key of minisign's. Give the file that minisign -G "
                  "has made, which ends in .key.");

const unsigned char* bytes_of(std::string_view text) {
    // NOLINTNEXTLINE(*-reinterpret-cast): libsodium's bytes are unsigned
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(std::span<const std::uint8_t> bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the closing NUL
    return text;
}

void append(std::vector<std::uint8_t>& to, std::span<const std::uint8_t> bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

/// Where things are in a secret key file (minisign's `SeckeyStruct`).
namespace at {
constexpr std::size_t kSignatureAlgorithm = 0; // "Ed"
constexpr std::size_t kKeyDerivation = 2;      // "Sc" (scrypt), or two NULs: not encrypted
constexpr std::size_t kChecksum = 4;           // "B2"
constexpr std::size_t kSalt = 6;
constexpr std::size_t kOperations = 38; // 64 bits, the smallest byte first
constexpr std::size_t kMemory = 46;
constexpr std::size_t kSecret = 54; // from here on encrypted: id, key, checksum
constexpr std::size_t kEnd = 158;
} // namespace at

std::uint64_t little_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 8; i > 0; --i) {
        value = value << 8U | bytes[i - 1];
    }
    return value;
}

using KeyFile = std::array<std::uint8_t, at::kEnd>;

bool decode(std::string_view text, KeyFile& file) {
    constexpr std::string_view kComment = "untrusted comment:";
    if (text.starts_with(kComment)) {
        text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    }
    const auto end = text.find_last_not_of("\r\n");
    text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    std::size_t length = 0;
    const char* stop = nullptr;
    return sodium_base642bin(file.data(), file.size(), text.data(), text.size(), nullptr, &length,
                             &stop, sodium_base64_VARIANT_ORIGINAL) == 0 &&
           length == file.size() && stop == text.data() + text.size() &&
           file[at::kSignatureAlgorithm] == 'E' && file[at::kSignatureAlgorithm + 1] == 'd' &&
           file[at::kChecksum] == 'B' && file[at::kChecksum + 1] == '2';
}

/// Takes the encryption off; false if there is not the memory for it.
bool decrypt(KeyFile& file, std::string password) {
    constexpr std::uint64_t kMostMemory = 1ULL << 31U; // twice what minisign asks for
    const std::span<const std::uint8_t> bytes(file);
    const auto memory = little_endian(bytes.subspan(at::kMemory));
    std::array<std::uint8_t, at::kEnd - at::kSecret> stream{};
    const bool derived =
        memory <= kMostMemory &&
        crypto_pwhash_scryptsalsa208sha256(
            stream.data(), stream.size(), password.data(), password.size(), &file[at::kSalt],
            little_endian(bytes.subspan(at::kOperations)), static_cast<std::size_t>(memory)) == 0;
    sodium_memzero(password.data(), password.size());
    for (std::size_t i = 0; i < stream.size(); ++i) {
        file[at::kSecret + i] ^= stream[i];
    }
    return derived;
}

using Checksum = std::array<std::uint8_t, crypto_generichash_BYTES>;

Checksum checksum_in(const KeyFile& file) {
    Checksum sum{};
    std::ranges::copy(std::span(file).last(sum.size()), sum.begin());
    return sum;
}

/// What minisign writes behind a key that it encrypts: only the right password gives the same.
Checksum checksum_of(const KeyId& id, std::span<const std::uint8_t> key) {
    std::vector<std::uint8_t> checked{'E', 'd'};
    append(checked, id);
    append(checked, key);
    Checksum sum{};
    crypto_generichash(sum.data(), sum.size(), checked.data(), checked.size(), nullptr, 0);
    sodium_memzero(checked.data(), checked.size());
    return sum;
}

/// Whether the second half of a secret key is the public key of the first.
bool is_pair(std::span<const std::uint8_t> key) {
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> public_part{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(public_part.data(), secret.data(), key.data());
    sodium_memzero(secret.data(), secret.size());
    return std::ranges::equal(public_part, key.last(public_part.size()));
}

} // namespace

SecretKey SecretKey::make() {
    SecretKey key;
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> public_part{};
    crypto_sign_keypair(public_part.data(), key.key_.data());
    randombytes_buf(key.id_.data(), key.id_.size());
    return key;
}

Result<SecretKey> SecretKey::parse(std::string_view text,
                                   const std::function<std::string()>& ask_password) {
    KeyFile file{};
    if (!decode(text, file)) {
        return std::unexpected(Failure{kNoKey});
    }
    const bool encrypted = file[at::kKeyDerivation] == 'S' && file[at::kKeyDerivation + 1] == 'c';
    if (encrypted && !decrypt(file, ask_password())) {
        return std::unexpected(Failure{tr("The key cannot be decrypted: that takes a gigabyte of "
                                          "memory. Close other programs, then try again.")});
    }
    SecretKey key;
    const auto secret = std::span<const std::uint8_t>(file).subspan(at::kSecret);
    std::ranges::copy(secret.first(key.id_.size()), key.id_.begin());
    std::ranges::copy(secret.subspan(key.id_.size(), key.key_.size()), key.key_.begin());
    const bool right =
        encrypted ? checksum_of(key.id_, key.key_) == checksum_in(file) : is_pair(key.key_);
    sodium_memzero(file.data(), file.size());
    if (!right) {
        return std::unexpected(
            Failure{encrypted ? tr("The password of the key is wrong.") : kNoKey.str()});
    }
    return key;
}

SecretKey::~SecretKey() {
    sodium_memzero(key_.data(), key_.size());
}

PublicKey SecretKey::public_key() const {
    PublicKey key{.id = id_, .key = {}, .comment = "minisign public key " + to_string(id_)};
    crypto_sign_ed25519_sk_to_pk(key.key.data(), key_.data());
    return key;
}

std::string SecretKey::sign(std::string_view message, std::string_view trusted_comment) const {
    std::array<std::uint8_t, crypto_generichash_BYTES_MAX> hash{}; // BLAKE2b-512
    crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), nullptr, 0);
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, hash.data(), hash.size(), key_.data());

    std::vector<std::uint8_t> vouched(signature.begin(), signature.end());
    append(vouched, {bytes_of(trusted_comment), trusted_comment.size()});
    std::array<std::uint8_t, crypto_sign_BYTES> comment_signature{};
    crypto_sign_detached(comment_signature.data(), nullptr, vouched.data(), vouched.size(),
                         key_.data());

    std::vector<std::uint8_t> whole{'E', 'D'};
    append(whole, id_);
    append(whole, signature);
    return "untrusted comment: signature from minisign secret key\n" + base64(whole) +
           "\ntrusted comment: " + std::string(trusted_comment) + "\n" + base64(comment_signature) +
           "\n";
}

std::string to_text(const PublicKey& key) {
    std::vector<std::uint8_t> whole{'E', 'd'};
    append(whole, key.id);
    append(whole, key.key);
    return "untrusted comment: " + key.comment + "\n" + base64(whole) + "\n";
}

Result<std::string> sums_of_folder(const platform::Folder& folder) {
    const auto pack = dry_copy(folder);
    if (!pack) {
        return std::unexpected(Failure{pack.error().sentence});
    }
    return write_sums(pack->files);
}

} // namespace packs
