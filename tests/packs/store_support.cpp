#include "store_support.h"

#include "packs/copy.h"
#include "packs/sums.h"
#include "platform/durable.h"
#include "support/memory_disk.h"

#include <algorithm>
#include <stdexcept>

namespace packs_test {

namespace {

/// A framework whose steps spell its name.
std::string framework(const std::string& name, const std::string& code, const std::string& worse) {
    std::string text =
        "---\ntitle: " + name + "\ncode: " + code + "\n" +
        (worse.empty() ? "" : "worse: " + worse + "\n") +
        "reviewed: 2026-11-01\nreview-by: 2027-11-01\nreviewer: Test\n---\nA test.\n";
    for (const char letter : name) {
        text += std::string("\n## ") + letter +
                "o this first\n\n> Let us see.\n\n- Call 911 if in "
                "danger.\n";
    }
    return text;
}

} // namespace

Files small_pack(std::uint64_t version, const std::string& id) {
    return {{"pack.yaml", "format: 1\nid: " + id +
                              "\nname: Small cards\nversion: " + std::to_string(version) +
                              "\nlocale: en-US\nsite: Riverside\ncontacts:\n"
                              "  - who: Emergency\n    call: \"911\"\n"
                              "codes:\n"
                              "  green: {framework: help, name: Everyday}\n"
                              "  yellow: {framework: calm, name: Tense}\n"
                              "  red: {framework: safe, name: Unsafe}\n"
                              "  blue: {framework: rest, name: Afterwards}\n"
                              "board: [help]\n"},
            {"frameworks/help.md", framework("HELP", "green", "calm")},
            {"frameworks/calm.md", framework("CALM", "yellow", "safe")},
            {"frameworks/safe.md", framework("SAFE", "red", "")},
            {"frameworks/rest.md", framework("REST", "blue", "")}};
}

std::string situation(int number, const std::string& links) {
    return "---\ntitle: Number " + std::to_string(number) + "\ncode: green\nframework: help\n" +
           links + "reviewed: 2026-11-01\nreview-by: 2027-11-01\nreviewer: Test\n---\nA test.\n";
}

Files large_pack(std::uint64_t version, int situations) {
    Files files = small_pack(version);
    const std::string board = "board: [help]";
    std::string& about = files.at("pack.yaml");
    about.replace(about.find(board), board.size(), "board: [number-0, number-1]");
    const auto put = [&](int number, const std::string& links) {
        files["situations/number-" + std::to_string(number) + ".md"] = situation(number, links);
    };
    for (int i = 0; i < situations; ++i) {
        put(i, "");
    }
    put(0, "worse: number-200\n");
    put(200, "after: number-201\n");
    return files;
}

const packs::SecretKey& key() {
    static const packs::SecretKey made = packs::SecretKey::make();
    return made;
}

packs::Keys keys() {
    return {.trusted = {{.name = "head-office", .key = key().public_key()}},
            .revoked = {},
            .revokers = {},
            .problems = {}};
}

Files sealed(Files files) {
    std::vector<packs::CopiedFile> listed;
    for (const auto& [path, bytes] : files) {
        listed.push_back({.path = path, .size = bytes.size(), .sum = packs::sha256(bytes)});
    }
    const std::string sums = packs::write_sums(listed);
    files["SHA256SUMS"] = sums;
    files["SHA256SUMS.minisig"] = key().sign(sums, "timestamp:0\tfile:SHA256SUMS\thashed");
    return files;
}

void put(platform::Disk& disk, const std::string& folder, const Files& files) {
    for (const auto& [path, bytes] : files) {
        const std::string whole = platform::join(folder, path);
        for (auto slash = whole.find('/'); slash != std::string::npos;
             slash = whole.find('/', slash + 1)) {
            static_cast<void>(disk.make_folder(whole.substr(0, slash)));
        }
        if (const auto written = disk.write(whole, bytes); !written) {
            throw std::runtime_error(written.error().sentence);
        }
    }
}

std::expected<packs::Offer, packs::Refused> examine(packs::Store& store, platform::Disk& disk,
                                                    const Files& files, const packs::Keys& keys) {
    return examine({.keys = keys, .store = &store}, store, disk, files);
}

std::expected<packs::Offer, packs::Refused> examine(const packs::Standing& standing,
                                                    packs::Store& store, platform::Disk& disk,
                                                    const Files& files) {
    support::MemoryDisk stick;
    put(stick, "deskcards", files);
    const auto refuse = [](const std::string& sentence) {
        return std::unexpected(packs::Refused{.headline = sentence, .problems = {}});
    };
    const auto incoming = store.make_incoming();
    if (!incoming) {
        return refuse(incoming.error().sentence);
    }
    if (const auto made = disk.make_folder(*incoming + "/files"); !made) {
        return refuse(made.error().sentence);
    }
    const auto copy = packs::copy_pack(stick, "deskcards", disk, *incoming + "/files");
    if (!copy) {
        return refuse(copy.error().sentence);
    }
    packs::PictureMaking none(disk, *incoming, {});
    return packs::examine(*copy, *incoming, disk, standing, none);
}

bool bring(packs::Store& store, platform::Disk& disk, std::uint64_t version) {
    return bring(store, disk, small_pack(version));
}

bool bring(packs::Store& store, platform::Disk& disk, const Files& files) {
    const auto offer = examine(store, disk, sealed(files));
    const auto verified = offer ? packs::VerifiedPack::accept(*offer) : std::nullopt;
    return verified && store.activate(*verified);
}

bool is_whole(const platform::Disk& disk, const packs::StoredPack& pack) {
    return std::ranges::all_of(small_pack(pack.version), [&](const auto& file) {
        const auto kept = disk.read(pack.files() + "/" + file.first, 1UZ << 20U);
        return kept && *kept == file.second;
    });
}

} // namespace packs_test
