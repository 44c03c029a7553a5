#include "cards/card_body.h"

#include "cards/fold.h"
#include "cards/limits.h"
#include "cards/nearest.h"
#include "cards/pictures.h"
#include "cards/quotation.h"
#include "cards/to_do.h"
#include "i18n/message.h"

#include <utility>

namespace cards {
namespace {

using i18n::message;
using i18n::tr;
using i18n::tr_plural;

/// Puts one block after another where it belongs.
class BodyReader {
public:
    explicit BodyReader(CardDraft& draft) : draft_(&draft) {}

    void read(const Block& block);
    void finish();

private:
    void read_heading(const Block& block);
    void begin_step(const Block& block);
    void begin_part(const Block& block);
    void read_picture_block(const Block& block);
    void read_before_steps(const Block& block);
    void read_in_step(const Block& block);
    void add(WrittenPart& part, std::string_view text, int line, std::size_t max);

    CardDraft* draft_;
    bool in_step_ = false;
    bool avoiding_ = false;
    bool full_ = false; ///< This step already has more of something than fits.
};

void BodyReader::read(const Block& block) {
    const bool step = block.kind == Block::Kind::heading && block.level == 2;
    if (auto mark = step ? std::nullopt : find_to_do(block.text)) {
        draft_->report.to_do(block.line, std::move(mark->what));
    } else if (block.kind == Block::Kind::heading) {
        read_heading(block);
    } else if (block.kind == Block::Kind::picture) {
        read_picture_block(block);
    } else if (!in_step_) {
        read_before_steps(block);
    } else {
        read_in_step(block);
    }
}

void BodyReader::read_heading(const Block& block) {
    if (block.level == 2) {
        begin_step(block);
    } else if (block.level == 3 && in_step_) {
        begin_part(block);
    } else if (block.level == 1 && !in_step_ && same_words(block.text, draft_->card.title)) {
        draft_->report.warning(block.line, tr("The title is already among the keys above. This "
                                              "heading is left out."));
    } else {
        draft_->report.error(block.line, tr("A step's heading begins with two hashes, as in ## "
                                            "Hear them out; this one has {0}.",
                                            block.level));
    }
}

void BodyReader::begin_step(const Block& block) {
    in_step_ = true;
    avoiding_ = false;
    full_ = false;
    WrittenStep step;
    step.line = block.line;
    if (auto mark = find_to_do(block.text)) {
        draft_->report.to_do(block.line, std::move(mark->what));
        step.title = std::move(mark->before); // "L TODO: what the L stands for" has its letter.
    } else if (fold_words(block.text).empty()) {
        draft_->report.error(block.line, tr("This step has no name. Write one after the ##."));
    } else {
        step.title = block.text;
    }
    check_length({.text = step.title, .line = block.line}, message("The step's name"),
                 kMaxStepTitle, draft_->report);
    draft_->steps.push_back(std::move(step));
}

void BodyReader::begin_part(const Block& block) {
    if (same_words(block.text, "avoid")) {
        avoiding_ = true;
        return;
    }
    draft_->report.error(block.line,
                         // Translators: "### Avoid" is the same in every language.
                         tr("Under a step only the heading ### Avoid is known; this one is {0}. "
                            "Begin a step with ##, something to say with >, and something to do "
                            "with a hyphen.",
                            in_quotes(block.text)));
}

void BodyReader::read_picture_block(const Block& block) {
    std::optional<Picture>& place = in_step_ ? draft_->steps.back().picture : draft_->card.picture;
    auto picture = read_picture(block, draft_->report);
    if (!picture) {
        return;
    }
    if (place) {
        draft_->report.error(
            block.line, in_step_ ? tr("This step has two pictures, and one is shown. Take one out.")
                                 : tr("There are two pictures before the first step, and one is "
                                      "shown. Take one out, or put it below a step's heading."));
        return;
    }
    place = std::move(picture);
}

void BodyReader::read_before_steps(const Block& block) {
    if (block.kind != Block::Kind::paragraph) {
        draft_->report.error(block.line, tr("This line comes before the first step. Put it below a "
                                            "step's heading, as in ## Hear them out."));
        return;
    }
    Card& card = draft_->card;
    if (card.summary.empty()) {
        card.lines.summary = block.line;
    } else {
        card.summary += ' ';
    }
    card.summary += block.text;
}

void BodyReader::read_in_step(const Block& block) {
    WrittenStep& step = draft_->steps.back();
    if (block.kind == Block::Kind::paragraph) {
        draft_->report.error(block.line,
                             tr("This line is neither to say nor to do. Begin it with > "
                                "if staff say it, or with a hyphen if they do it."));
    } else if (avoiding_) {
        add(step.avoid, block.text, block.line, kMaxAction);
    } else if (block.kind == Block::Kind::quote) {
        add(step.say, unquoted(block.text), block.line, kMaxSay);
    } else {
        add(step.actions, block.text, block.line, kMaxAction);
    }
}

void BodyReader::add(WrittenPart& part, std::string_view text, int line, std::size_t max) {
    if (!check_length({.text = std::string(text), .line = line}, message("This line"), max,
                      draft_->report) ||
        full_) {
        return;
    }
    if (part.lines.size() >= kMaxLinesPerPart) {
        full_ = true;
        draft_->report.error(line, tr_plural("This step has more than {0} line of one kind. Keep "
                                             "those that matter most.",
                                             "This step has more than {0} lines of one kind. Keep "
                                             "those that matter most.",
                                             kMaxLinesPerPart));
        return;
    }
    part.texts.push_back(text);
    part.lines.push_back(line);
}

void BodyReader::finish() {
    const Card& card = draft_->card;
    check_length({.text = card.summary, .line = card.lines.summary},
                 message("The text before the first step"), kMaxSummary, draft_->report);
}

} // namespace

void read_body(std::span<const Block> blocks, CardDraft& draft) {
    BodyReader reader(draft);
    for (const Block& block : blocks) {
        reader.read(block);
    }
    reader.finish();
}

} // namespace cards
