#include "packs/board_first.h"

#include "cards/card_reader.h"
#include "cards/inventory.h"
#include "cards/pack_reader.h"
#include "cards/reader.h"
#include "packs/folder.h"
#include "packs/limits.h"
#include "packs/sha256.h"
#include "platform/durable.h"

#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace packs {

namespace {

using cards::CardFile;
using cards::SourceFile;

/// The bytes of a pack's file; nothing if it is not as it should be.
using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

/// Reads some of a pack's files, card by card along their links.
class SomeOfPack {
public:
    SomeOfPack(const std::vector<CardFile>& cards, ReadFile read) : read_(std::move(read)) {
        for (const CardFile& card : cards) {
            if (card.kind == cards::Card::Kind::framework) {
                wanted_.push_back(card.id);
            }
            unread_.emplace(card.id, &card);
        }
    }

    /// False if there is no such file, or it cannot be read.
    bool add(const SourceFile* file);
    /// The cards on the board that this file tells of will be wanted.
    bool add_about(const SourceFile* file);
    /// Every card that is wanted, and every one that those lead to; false if that goes too far.
    bool add_wanted_cards();

    std::vector<SourceFile> take() { return std::move(sources_); }

private:
    ReadFile read_;
    std::map<std::string, const CardFile*> unread_; ///< By id.
    std::vector<std::string> wanted_;               ///< Ids; some may have been read meanwhile.
    std::vector<SourceFile> sources_;
};

bool SomeOfPack::add(const SourceFile* file) {
    auto bytes = file != nullptr ? read_(file->path) : std::nullopt;
    if (bytes) {
        sources_.push_back({.path = file->path, .bytes = std::move(*bytes)});
    }
    return bytes.has_value();
}

bool SomeOfPack::add_about(const SourceFile* file) {
    if (!add(file)) {
        return false;
    }
    for (const cards::Line& entry : cards::read_pack_file(sources_.back()).board) {
        wanted_.push_back(entry.text);
    }
    return true;
}

bool SomeOfPack::add_wanted_cards() {
    while (!wanted_.empty()) {
        const auto card = unread_.extract(wanted_.back());
        wanted_.pop_back();
        if (card.empty()) {
            continue;
        }
        const auto& [file, kind, id] = *card.mapped();
        if (sources_.size() > kLargePack || !add(file)) {
            return false;
        }
        const cards::Card read = cards::read_card(sources_.back(), id, kind).card;
        wanted_.push_back(read.worse);
        wanted_.push_back(read.after);
    }
    return true;
}

std::optional<cards::Pack> read_board(const platform::Folder& disk, const std::string& top,
                                      const ReadFile& read) {
    const auto names = names_in(disk, top);
    if (!names || names->size() <= kLargePack) {
        return std::nullopt;
    }
    std::vector<SourceFile> files;
    files.reserve(names->size());
    for (const std::string& name : *names) {
        files.push_back({.path = name, .bytes = {}});
    }
    const cards::Inventory inventory = cards::take_inventory(files);
    SomeOfPack some(inventory.cards, read);
    if (!some.add_about(inventory.pack_file) || !some.add_wanted_cards()) {
        return std::nullopt;
    }
    for (const cards::PhraseFile& phrase : inventory.phrases) {
        if (!some.add(phrase.file)) {
            return std::nullopt;
        }
    }
    std::vector<SourceFile> sources = some.take();
    for (const std::string& picture : inventory.pictures) {
        sources.push_back({.path = picture, .bytes = {}});
    }
    return cards::read_pack(sources).pack;
}

} // namespace

std::optional<cards::Pack> read_board_first(const platform::Folder& disk, const std::string& path) {
    return read_board(disk, path, [&](const std::string& file) {
        const auto bytes = disk.read(platform::join(path, file), kLargestText);
        return bytes ? std::optional(*bytes) : std::nullopt;
    });
}

std::optional<cards::Pack> read_board_first(const platform::Folder& disk, const Store& store,
                                            const StoredPack& pack) {
    const auto listed = store.sums_of(pack);
    if (!listed) {
        return std::nullopt;
    }
    std::map<std::string_view, const Sha256*> sums;
    for (const ListedSum& entry : *listed) {
        sums.emplace(entry.path, &entry.sum);
    }
    const std::string files = "files/";
    return read_board(disk, pack.files(), [&](const std::string& file) {
        const auto bytes = disk.read(platform::join(pack.files(), file), kLargestText);
        const auto sum = sums.find(files + file);
        return bytes && sum != sums.end() && sha256(*bytes) == *sum->second ? std::optional(*bytes)
                                                                            : std::nullopt;
    });
}

} // namespace packs
