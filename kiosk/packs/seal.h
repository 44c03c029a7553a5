#pragma once

#include "packs/copied_pack.h"
#include "packs/minisign.h"
#include "platform/disk.h"
#include "platform/result.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Seals packs, for those who bring them: the sums of their files, signed as minisign signs.
namespace packs {

/// A key to sign with. Its bytes are wiped when it goes.
class SecretKey {
public:
    /// Draws a new one.
    static SecretKey make();

    /// Reads a key file of minisign's. `ask_password` is called if the key is encrypted, and may
    /// take its time. Fails with a sentence.
    static platform::Result<SecretKey> parse(std::string_view text,
                                             const std::function<std::string()>& ask_password);

    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    SecretKey(SecretKey&&) noexcept = default;
    SecretKey& operator=(SecretKey&&) noexcept = default;
    ~SecretKey();

    PublicKey public_key() const;

    /// A .minisig file's text for a message: prehashed, with a trusted comment of one line.
    std::string sign(std::string_view message, std::string_view trusted_comment) const;

private:
    SecretKey() = default;

    KeyId id_{};
    std::array<std::uint8_t, 64> key_{};
};

/// A .pub file's text.
std::string to_text(const PublicKey& key);

/// The list of sums of the pack in a folder. Fails with a sentence if the folder holds what the
/// desk would refuse.
platform::Result<std::string> sums_of_folder(const platform::Folder& folder);

} // namespace packs
