#pragma once

#include "cards/card.h"
#include "cards/problem.h"
#include "cards/progress.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cards {

/// One file of a pack, as it came: nothing is known of its bytes.
struct SourceFile {
    std::string path; ///< Inside the pack, with '/' between its parts.
    std::string bytes;
};

/// What came of reading a pack: the pack if it can be used, and everything noticed on the way.
struct Reading {
    std::optional<Pack> pack;         ///< Empty exactly if `problems` holds an error.
    std::vector<Problem> problems;    ///< By file and line.
    std::optional<Progress> progress; ///< With its plan, if it has one; also if it cannot be used.
};

/// Reads a pack from its files, in any order. Of its pictures only the paths are asked: their bytes
/// may be left out. Takes any bytes; touches no disk.
///
/// `pack.yaml` describes the pack, `frameworks/*.md` and `situations/*.md` hold a card each. A
/// situation's step replaces its framework's step of the same title, or else of the same first
/// letter; the parts (say, do, avoid) that it leaves out, and the steps that it does not write,
/// come from the framework.
///
/// `phrases/*.md` hold words to show to a patron, one phrase each in any number of languages.
///
/// `practice/*.md` hold a practice each, as turns and replies.
///
/// `plan.md` is the library's planning page: what situations it lists, and which have a card. What
/// is still to be written there or anywhere else (to_do.h) is an error.
///
/// `images/*.png` and `*.jpg` are pictures. A card that shows one which is not there is an error.
Reading read_pack(std::span<const SourceFile> files);

} // namespace cards
