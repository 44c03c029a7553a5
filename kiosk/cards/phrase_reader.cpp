#include "cards/phrase_reader.h"

#include "cards/fields.h"
#include "cards/fold.h"
#include "cards/front_matter.h"
#include "cards/languages.h"
#include "cards/limits.h"
#include "cards/markdown.h"
#include "cards/nearest.h"
#include "cards/text.h"
#include "cards/to_do.h"
#include "cards/yaml.h"
#include "i18n/message.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;
using i18n::tr_plural;

constexpr std::array<std::string_view, 3> kKeys{"title", "for", "checked"};

void read_codes(Fields& fields, PhraseDraft& draft) {
    for (const Line& word : fields.list("for", kCodes.size(), kMaxId)) {
        if (const auto code = parse_code(word.text)) {
            draft.phrase.codes.push_back(*code);
        } else {
            draft.report.error(word.line,
                               tr("There is no code {0}. The four are green, yellow, red and blue.",
                                  in_quotes(word.text)));
        }
    }
}

std::string unknown_language(std::string_view word) {
    return tr("There is no language {0} here.", in_quotes(word)) +
           did_you_mean(word, language_names()) + " " +
           tr("Write its name in English or its tag; for a language that is not known, its own "
              "name and the tag in brackets, as in Diné bizaad (nv).");
}

/// `checked`: languages, or "no" for none of them.
std::vector<Line> read_checked(Fields& fields) {
    std::vector<Line> checked = fields.list("checked", kMaxLanguages, kMaxLanguageName);
    if (checked.size() == 1 && fold(checked.front().text) == "no") {
        checked.clear();
    }
    return checked;
}

/// Puts one block after another where it belongs.
class PhraseReader {
public:
    explicit PhraseReader(PhraseDraft& draft) : draft_(&draft) {}

    void read(const Block& block);
    void finish();

private:
    void begin_language(const Block& block);
    void add_words(const Block& block);
    bool is_new(const Language& language, int line);

    PhraseDraft* draft_;
    bool begun_ = false; ///< A heading has come, whether its language is known or not.
    bool known_ = false; ///< The words here belong to the last of the phrase's texts.
};

void PhraseReader::read(const Block& block) {
    if (block.kind == Block::Kind::heading && block.level == 2) {
        begin_language(block);
    } else if (block.kind == Block::Kind::heading) {
        draft_->report.error(block.line,
                             // Translators: a language's name in English or its own, after "##".
                             tr("A language's heading begins with two hashes, as in ## Spanish; "
                                "this one has {0}.",
                                block.level));
    } else if (block.kind == Block::Kind::paragraph || block.kind == Block::Kind::quote) {
        add_words(block);
    } else {
        draft_->report.error(block.line, tr("A phrase has words alone, without lists and "
                                            "pictures. Write what the patron is to read as a plain "
                                            "line."));
    }
}

bool PhraseReader::is_new(const Language& language, int line) {
    const Wording* const there = draft_->phrase.in(language.tag);
    if (there != nullptr) {
        draft_->report.error(line, tr("{0} is already written on line {1}. Keep one of the two.",
                                      language.name, there->line));
    }
    return there == nullptr;
}

void PhraseReader::begin_language(const Block& block) {
    begun_ = true;
    known_ = false;
    if (auto mark = find_to_do(block.text)) {
        draft_->report.to_do(block.line, std::move(mark->what));
        return;
    }
    const auto language = find_language(block.text);
    if (!language) {
        draft_->report.error(block.line, block.text.empty()
                                             ? tr("This heading names no language. Write one "
                                                  "after the ##, as in ## Spanish.")
                                             : unknown_language(block.text));
    } else if (check_length({.text = language->name, .line = block.line},
                            message("The language's name"), kMaxLanguageName, draft_->report) &&
               is_new(*language, block.line)) {
        draft_->phrase.texts.push_back({.language = *language, .words = {}, .line = block.line});
        known_ = true;
    }
}

void PhraseReader::add_words(const Block& block) {
    if (!begun_) {
        draft_->report.error(block.line, tr("This line comes before the first language. Put it "
                                            "below a heading such as ## Spanish."));
        return;
    }
    if (auto mark = find_to_do(block.text)) {
        draft_->report.to_do(block.line, std::move(mark->what));
    }
    if (known_) {
        std::string& words = draft_->phrase.texts.back().words;
        words += (words.empty() ? "" : " ") + block.text;
    }
}

void PhraseReader::finish() {
    const std::vector<Wording>& texts = draft_->phrase.texts;
    if (!begun_) {
        draft_->report.error(0, tr("This phrase is in no language. Write a heading for each, as in "
                                   "## Spanish, and the words below it."));
    }
    if (texts.size() > kMaxLanguages) {
        draft_->report.error(0, tr_plural("This phrase is in {0} language; at most {1} fit.",
                                          "This phrase is in {0} languages; at most {1} fit.",
                                          texts.size(), kMaxLanguages));
    }
    for (const Wording& wording : texts) {
        if (wording.words.empty()) {
            draft_->report.error(wording.line, tr("There are no words below this heading. Write "
                                                  "them, or take the heading out."));
        }
        check_length({.text = wording.words, .line = wording.line},
                     tr("What it says in {0}", wording.language.name), kMaxPhrase, draft_->report);
    }
}

void mark_checked(const std::vector<Line>& checked, PhraseDraft& draft) {
    for (const Line& word : checked) {
        const auto language = find_language(word.text);
        const auto wording = std::ranges::find_if(draft.phrase.texts, [&](const Wording& it) {
            return language && it.language.tag == language->tag;
        });
        if (!language) {
            draft.report.error(word.line, unknown_language(word.text));
        } else if (wording == draft.phrase.texts.end()) {
            draft.report.warning(
                word.line, tr("\"checked\" names {0}, and the phrase is not in that language.",
                              language->name));
        } else {
            wording->checked = true;
        }
    }
}

} // namespace

PhraseDraft read_phrase(const SourceFile& file, std::string id) {
    PhraseDraft draft{.phrase = {}, .report = Report(file.path)};
    draft.phrase.id = std::move(id);
    draft.phrase.file = file.path;
    const auto text = decode_text(file.bytes, draft.report);
    const auto split = text ? split_front_matter(*text, Holds::phrase, draft.report) : std::nullopt;
    if (!split) {
        return draft;
    }
    std::vector<Line> checked;
    if (const auto map = parse_yaml(split->front, split->front_line, draft.report)) {
        Fields fields(*map, draft.report);
        draft.phrase.title = fields.required(
            {.key = "title", .max = kMaxTitle, .example = message("An interpreter is coming")});
        read_codes(fields, draft);
        checked = read_checked(fields);
        fields.warn_of_unknown(kKeys);
    }
    PhraseReader reader(draft);
    for (const Block& block : parse_markdown(split->body, split->body_line, draft.report)) {
        reader.read(block);
    }
    reader.finish();
    mark_checked(checked, draft);
    return draft;
}

} // namespace cards
