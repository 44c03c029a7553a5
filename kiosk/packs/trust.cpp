#include "packs/trust.h"

#include "packs/sums.h"
#include "platform/durable.h"

#include <algorithm>
#include <utility>

namespace packs {

namespace {

std::unexpected<NoTrust> distrust(Distrust why, std::vector<std::string> sentences) {
    return std::unexpected(NoTrust{.why = why, .sentences = std::move(sentences)});
}

std::unexpected<NoTrust> distrust(Distrust why, const std::string& sentence) {
    return distrust(why, std::vector{sentence});
}

constexpr const char* kSignAgain =
    " Ask whoever signs your cards to seal them again, or remove SHA256SUMS and "
    "SHA256SUMS.minisig and use your PIN.";

std::unexpected<NoTrust> unknown_key(std::string_view signature, const Keys& keys) {
    const auto id = signing_key(signature);
    const std::string name = key_name(signature);
    if (id && std::ranges::find(keys.revoked, *id) != keys.revoked.end()) {
        return distrust(Distrust::revoked_key, "The pack is signed with the key " + name +
                                                   ", which this desk no longer trusts." +
                                                   kSignAgain);
    }
    return distrust(Distrust::unknown_key, "The pack is signed with the key " + name +
                                               ", which this desk does not know." + kSignAgain);
}

std::unexpected<NoTrust> bad_signature(SignatureFault fault, std::string_view signature,
                                       const Keys& keys) {
    switch (fault) {
    case SignatureFault::unknown_key: return unknown_key(signature, keys);
    case SignatureFault::legacy:
        return distrust(Distrust::legacy,
                        "SHA256SUMS.minisig is a signature of an old kind. Sign with minisign 0.6 "
                        "or later, or with: deskcards seal --key");
    case SignatureFault::bad_signature:
        return distrust(Distrust::bad_signature,
                        std::string("SHA256SUMS is not the list that was signed.") + kSignAgain);
    case SignatureFault::bad_trusted_comment:
        return distrust(Distrust::bad_trusted_comment,
                        std::string("The comment in SHA256SUMS.minisig was changed after it was "
                                    "signed.") +
                            kSignAgain);
    case SignatureFault::malformed: break;
    }
    return distrust(Distrust::malformed,
                    std::string("SHA256SUMS.minisig is not a signature.") + kSignAgain);
}

} // namespace

std::string key_name(std::string_view signature) {
    const auto id = signing_key(signature);
    return id ? to_string(*id) : "?";
}

platform::Result<Seal> read_seal(const std::vector<CopiedFile>& files,
                                 const platform::Folder& folder, const std::string& top) {
    constexpr std::size_t kLargest = 1UZ << 20U;
    Seal seal;
    for (const auto& [name, text] :
         {std::pair(kSumsFile, &seal.sums), std::pair(kSignatureFile, &seal.signature)}) {
        if (std::ranges::find(files, name, &CopiedFile::path) == files.end()) {
            continue;
        }
        auto bytes = folder.read(platform::join(top, name), kLargest);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        *text = std::move(*bytes);
    }
    return seal;
}

std::expected<Trust, NoTrust> judge(const std::vector<CopiedFile>& files, const Seal& seal,
                                    const Keys& keys) {
    const auto& [sums, signature] = seal;
    if (!sums) {
        return signature ? std::expected<Trust, NoTrust>(distrust(
                               Distrust::signature_alone,
                               std::string("There is a signature, SHA256SUMS.minisig, but no "
                                           "SHA256SUMS that it could be for.") +
                                   kSignAgain))
                         : Trust{};
    }
    // The signature first: a list that nobody vouches for is not worth comparing with.
    Trust trust;
    if (signature) {
        std::vector<PublicKey> known;
        known.reserve(keys.trusted.size());
        for (const TrustedKey& key : keys.trusted) {
            known.push_back(key.key);
        }
        const auto signed_by = verify(*sums, *signature, known);
        if (!signed_by) {
            return bad_signature(signed_by.error(), *signature, keys);
        }
        trust.signer = std::ranges::find(keys.trusted, signed_by->key, &TrustedKey::key)->name;
    }
    const auto listed = parse_sums(*sums);
    if (!listed) {
        return distrust(Distrust::bad_sums, listed.error().sentence);
    }
    auto differences = compare_sums(*listed, files);
    if (!differences.empty()) {
        differences.emplace_back("If these changes are yours, seal the pack again, or remove "
                                 "SHA256SUMS and SHA256SUMS.minisig.");
        return distrust(Distrust::bad_sums, std::move(differences));
    }
    return trust;
}

} // namespace packs
