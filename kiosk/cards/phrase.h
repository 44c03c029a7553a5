#pragma once

#include "cards/code.h"

#include <string>
#include <string_view>
#include <vector>

/// Words that staff show to the person across the desk, in that person's language.
namespace cards {

struct Pack;

/// A language: its BCP 47 tag, and what its speakers call it.
struct Language {
    std::string tag;  ///< "zh-Hans".
    std::string name; ///< "简体中文".
    friend bool operator==(const Language&, const Language&) = default;
};

/// What a phrase says in one language.
struct Wording {
    Language language;
    std::string words;    ///< UTF-8 without line breaks.
    bool checked = false; ///< Somebody who speaks the language has checked it.
    int line = 0;         ///< Of its heading, in the phrase's file.
};

/// Words to show to the person across the desk.
struct Phrase {
    std::string id;             ///< The file's name without folder and ending.
    std::string title;          ///< In the language of the staff: "An interpreter is coming".
    std::vector<Code> codes;    ///< Where it is needed most; empty: everywhere alike.
    std::vector<Wording> texts; ///< In the file's order; each language once.
    std::string file;           ///< Path inside the pack: "phrases/interpreter.md".

    /// What it says in the language of that tag, or null.
    const Wording* in(std::string_view language) const;
};

/// The languages of a pack's phrases, each once, in the order in which they are first written.
std::vector<Language> languages_of(const Pack& pack);

/// True for the language that a pack's staff speak: that of its locale, whatever the region.
bool is_language_of_staff(const Pack& pack, const Language& language);

/// What no speaker has checked yet: the languages, with the phrases of each. The language of the
/// staff needs no check.
struct Unchecked {
    Language language;
    std::vector<const Phrase*> phrases; ///< Never null; of the pack that was asked.
};
std::vector<Unchecked> unchecked_phrases(const Pack& pack);

} // namespace cards
