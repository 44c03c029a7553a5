#include "packs/trust.h"

#include "i18n/message.h"
#include "packs/limits.h"
#include "packs/sums.h"
#include "platform/durable.h"

#include <algorithm>
#include <utility>

namespace packs {

namespace {

using i18n::tr;

std::unexpected<NoTrust> distrust(Distrust why, std::vector<std::string> sentences) {
    return std::unexpected(NoTrust{.why = why, .sentences = std::move(sentences)});
}

std::unexpected<NoTrust> distrust(Distrust why, const std::string& sentence) {
    return distrust(why, std::vector{sentence});
}

/// With what to do about it.
std::unexpected<NoTrust> sign_again(Distrust why, const std::string& sentence) {
    return distrust(why, sentence + " " +
                             tr("Ask whoever signs your cards to seal them again, or bring "
                                "them on a stick without SHA256SUMS and SHA256SUMS.minisig, and "
                                "use your PIN."));
}

std::unexpected<NoTrust> unknown_key(std::string_view signature, const Keys& keys) {
    const auto id = signing_key(signature);
    const std::string name = key_name(signature);
    if (id && std::ranges::find(keys.revoked, *id) != keys.revoked.end()) {
        return sign_again(
            Distrust::revoked_key,
            tr("The pack is signed with the key {0}, which this desk no longer trusts.", name));
    }
    return sign_again(
        Distrust::unknown_key,
        tr("The pack is signed with the key {0}, which this desk does not know.", name));
}

std::unexpected<NoTrust> bad_signature(SignatureFault fault, std::string_view signature,
                                       const Keys& keys) {
    switch (fault) {
    case SignatureFault::unknown_key: return unknown_key(signature, keys);
    case SignatureFault::legacy:
        return distrust(Distrust::legacy,
                        tr("SHA256SUMS.minisig is a signature of an old kind. Sign with minisign "
                           "0.6 or later, or with: deskcards seal --key"));
    case SignatureFault::bad_signature:
        return sign_again(Distrust::bad_signature,
                          tr("SHA256SUMS is not the list that was signed."));
    case SignatureFault::bad_trusted_comment:
        return sign_again(Distrust::bad_trusted_comment,
                          tr("The comment in SHA256SUMS.minisig was changed after it was signed."));
    case SignatureFault::malformed: break;
    }
    return sign_again(Distrust::malformed, tr("SHA256SUMS.minisig is not a signature."));
}

} // namespace

std::string key_name(std::string_view signature) {
    const auto id = signing_key(signature);
    return id ? to_string(*id) : "?";
}

platform::Result<Seal> read_seal(const std::vector<CopiedFile>& files,
                                 const platform::Folder& folder, const std::string& top) {
    Seal seal;
    for (const auto& [name, text] :
         {std::pair(kSumsFile, &seal.sums), std::pair(kSignatureFile, &seal.signature)}) {
        if (std::ranges::find(files, name, &CopiedFile::path) == files.end()) {
            continue;
        }
        auto bytes = folder.read(platform::join(top, name), kLargestSums);
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
        return signature ? std::expected<Trust, NoTrust>(sign_again(
                               Distrust::signature_alone,
                               tr("There is a signature, SHA256SUMS.minisig, but no SHA256SUMS "
                                  "that it could be for.")))
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
        differences.push_back(tr("If these changes are yours, seal the pack again, or remove "
                                 "SHA256SUMS and SHA256SUMS.minisig."));
        return distrust(Distrust::bad_sums, std::move(differences));
    }
    return trust;
}

} // namespace packs
