#pragma once

#include "cards/card.h"
#include "cards/problem.h"
#include "cards/reader.h"

#include <span>
#include <string>
#include <vector>

namespace cards {

/// A file that holds a card.
struct CardFile {
    const SourceFile* file = nullptr;
    Card::Kind kind = Card::Kind::situation;
    std::string id;
};

/// A file that holds a phrase.
struct PhraseFile {
    const SourceFile* file = nullptr;
    std::string id;
};

/// A file that holds a practice.
struct PracticeFile {
    const SourceFile* file = nullptr;
    std::string id;
};

/// A pack's files, told apart by their names. Points into the files it was made from.
struct Inventory {
    const SourceFile* pack_file = nullptr; ///< Null if there is none; that is reported.
    const SourceFile* plan = nullptr;      ///< The planning page; null if there is none.
    std::vector<CardFile> cards;           ///< By path; every id is well made and there once.
    std::vector<PhraseFile> phrases;       ///< As `cards`.
    std::vector<PracticeFile> practices;   ///< As `cards`.
    std::vector<std::string> pictures;     ///< The paths of those in the folder images, in order.
    std::vector<Problem> problems;
};

/// Tells which file is what. Reports a missing pack.yaml, names that make no id, an id that is
/// there twice, and files that look like cards but will not be read.
Inventory take_inventory(std::span<const SourceFile> files);

} // namespace cards
