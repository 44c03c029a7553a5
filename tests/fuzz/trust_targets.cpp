#include "demand.h"
#include "targets.h"

#include "cards/text.h"
#include "packs/keys.h"
#include "packs/minisign.h"
#include "packs/revocations.h"
#include "packs/sums.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace fuzz {
namespace {

/// What somebody reads is one line, whatever the bytes that it speaks of.
void check_sentence(const std::string& sentence) {
    demand(!sentence.empty() && cards::printable(sentence) == sentence);
}

/// A key whose secret nobody has.
std::vector<packs::PublicKey> some_keys() {
    return {packs::PublicKey{
        .id = {0xDB, 0xED, 0x40, 0x24, 0xEC, 0xED, 0xDF, 0xB9}, .key = {}, .comment = {}}};
}

} // namespace

void sums(std::string_view bytes) {
    const auto listed = packs::parse_sums(bytes);
    if (!listed) {
        check_sentence(listed.error().sentence);
        return;
    }
    std::vector<packs::CopiedFile> files;
    std::set<std::string> paths;
    for (const packs::ListedSum& sum : *listed) {
        demand(!sum.path.empty() && sum.line > 0);
        if (sum.path != packs::kSumsFile && sum.path != packs::kSignatureFile &&
            paths.insert(sum.path).second) {
            files.push_back({.path = sum.path, .size = 0, .sum = sum.sum});
        }
    }
    // Whatever is listed twice, or is the list itself, is wrong with any files.
    const auto wrong = packs::compare_sums(*listed, files);
    demand(wrong.empty() == (files.size() == listed->size()));
    std::ranges::for_each(wrong, check_sentence);
    std::ranges::for_each(packs::compare_sums(*listed, {}), check_sentence);
    // No file of a pack has a name that ends like a line of Windows does.
    if (std::ranges::none_of(paths, [](const std::string& it) { return it.ends_with('\r'); })) {
        const auto again = packs::parse_sums(packs::write_sums(files));
        demand(again && packs::compare_sums(*again, files).empty());
    }
}

void signature(std::string_view bytes) {
    const auto parsed = packs::parse_signature(bytes);
    const auto verdict = packs::verify("message", bytes, some_keys());
    demand(!verdict.has_value()); // nobody has that key's secret
    demand(parsed.has_value() == (verdict.error() != packs::SignatureFault::malformed));
    demand(!parsed || packs::signing_key(bytes) == parsed->key_id);
}

void public_key(std::string_view bytes) {
    if (const auto key = packs::parse_public_key(bytes)) {
        demand(packs::parse_key_id(packs::to_string(key->id)) == key->id);
    }
}

void revocations(std::string_view bytes) {
    const auto read = packs::parse_revocations(bytes);
    if (!read) {
        check_sentence(read.error().sentence);
        return;
    }
    const auto again = packs::parse_revocations(packs::to_text(*read));
    demand(again && *again == *read);
    packs::Revocations twice = *read;
    demand(!twice.add(*read));
    for (const packs::PackVersion& pack : read->packs) {
        demand(read->has(pack.id, pack.version));
    }
}

} // namespace fuzz
