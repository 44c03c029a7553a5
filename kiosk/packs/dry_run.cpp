#include "packs/dry_run.h"

#include "i18n/message.h"
#include "packs/sums.h"
#include "packs/trust.h"

#include <utility>

namespace packs {

namespace {

using cards::Problem;
using i18n::tr;
using platform::Result;

/// A folder that keeps nothing.
class Nowhere final : public platform::Disk {
public:
    platform::EntryKind kind(const std::string&) const override {
        return platform::EntryKind::none;
    }
    Result<std::vector<platform::Entry>> list(const std::string&, std::size_t) const override {
        return std::vector<platform::Entry>{};
    }
    Result<std::string> read(const std::string&, std::size_t) const override {
        return std::string();
    }
    Result<void> write(const std::string&, std::string_view) override { return {}; }
    Result<void> make_folder(const std::string&) override { return {}; }
    Result<void> make_link(const std::string&, const std::string&) override { return {}; }
    Result<std::string> link_target(const std::string&) const override { return std::string(); }
    Result<void> rename(const std::string&, const std::string&) override { return {}; }
    Result<void> remove(const std::string&) override { return {}; }
    Result<void> sync(const std::string&) override { return {}; }
};

} // namespace

std::expected<CopiedPack, CopyFailure> dry_copy(const platform::Folder& folder,
                                                const std::string& from) {
    Nowhere nowhere;
    return copy_pack(folder, from, nowhere, "");
}

std::vector<Problem> check_seal(const CopiedPack& copy, const platform::Folder& folder,
                                const Keys& keys) {
    const auto seal = read_seal(copy.files, folder, "");
    if (!seal) {
        return {{.text = seal.error().sentence}};
    }
    std::vector<Problem> problems;
    auto trust = judge(copy.files, *seal, keys);
    if (!trust && trust.error().why == Distrust::unknown_key) {
        problems.push_back({.severity = cards::Severity::warning,
                            .file = std::string(kSignatureFile),
                            .text = tr("The signature is of the key {0}, which is not known "
                                       "here, and could not be checked.",
                                       key_name(*seal->signature))});
        trust = judge(copy.files, {.sums = seal->sums, .signature = {}}, keys);
    }
    if (!trust) {
        for (std::string& sentence : trust.error().sentences) {
            problems.push_back({.file = std::string(kSumsFile), .text = std::move(sentence)});
        }
    }
    return problems;
}

} // namespace packs
