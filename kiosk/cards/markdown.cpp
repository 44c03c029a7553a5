#include "cards/markdown.h"

#include "cards/entity.h"
#include "cards/limits.h"
#include "cards/markdown_nesting.h"
#include "cards/text.h"
#include "cards/utf8.h"
#include "i18n/message.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;
using i18n::tr;

constexpr Message kTooNested =
    message("Quotes or lists are nested too deep here. Write each thing to say or do on a line of "
            "its own.");

bool nests(MD_BLOCKTYPE type) {
    return type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL ||
           type == MD_BLOCK_LI;
}

/// Collects md4c's events as flat blocks.
class BlockBuilder {
public:
    BlockBuilder(std::string_view source, int first_line, Report& report)
        : source_(source), line_(first_line), report_(&report) {}

    bool enter(MD_BLOCKTYPE type, const void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter_span(MD_SPANTYPE type, const void* detail);
    void leave_span(MD_SPANTYPE type);
    void add_text(MD_TEXTTYPE type, std::string_view text);

    std::vector<Block> take() && { return std::move(blocks_); }

private:
    void begin(Block::Kind kind, int level);
    void end();
    void end_text();
    Block::Kind kind_here() const;
    void follow(std::string_view piece);
    void find_empty_heading();
    void make_safe(Block& block);

    std::string_view source_;
    int line_;              ///< The file's line at `at_`.
    std::size_t at_ = 0;    ///< How far into the source the lines are counted.
    Report* report_;        ///< Never null.
    std::size_t depth_ = 0; ///< Quotes, lists and items around this place.
    std::size_t quotes_ = 0;
    std::size_t items_ = 0;
    std::size_t pictures_ = 0; ///< Pictures around this place; the outermost has all the words.
    std::vector<Block> seen_;  ///< Pictures in the block that is being filled.
    bool open_ = false;        ///< A block is being filled: the last of `blocks_`.
    std::vector<Block> blocks_;
};

Block::Kind BlockBuilder::kind_here() const {
    if (quotes_ > 0) {
        return Block::Kind::quote;
    }
    return items_ > 0 ? Block::Kind::item : Block::Kind::paragraph;
}

void BlockBuilder::begin(Block::Kind kind, int level) {
    end();
    blocks_.push_back({.kind = kind, .level = level, .text = {}, .line = 0});
    open_ = true;
}

void BlockBuilder::end() {
    if (open_) {
        end_text();
    }
    for (Block& picture : seen_) {
        picture.line = picture.line > 0 ? picture.line : line_;
        picture.text = one_line(picture.text);
        make_safe(picture);
        blocks_.push_back(std::move(picture));
    }
    seen_.clear();
}

void BlockBuilder::end_text() {
    open_ = false;
    Block& block = blocks_.back();
    block.text = one_line(block.text);
    if (block.text.empty() && block.kind != Block::Kind::heading) {
        blocks_.pop_back();
        return;
    }
    if (block.line == 0) {
        find_empty_heading();
        block.line = line_;
    }
    make_safe(block);
}

/// Entities such as "&#x202E;" bring in what the file's text was already checked for.
void BlockBuilder::make_safe(Block& block) {
    if (const auto bad = find_bad_character(block.text)) {
        // Translators: {0} is such as "a control character (U+0007)".
        report_->error(block.line, tr("This line holds {0}. Take it out.", describe(*bad)));
        block.text = printable(block.text);
    }
}

/// Counts the lines up to a place in the source; other places are md4c's own and tell nothing.
void BlockBuilder::follow(std::string_view piece) {
    const std::less<> before;
    const char* const begin = source_.data();
    const char* const position = piece.data();
    if (before(position, begin + at_) || !before(position, begin + source_.size())) {
        return;
    }
    const auto offset = static_cast<std::size_t>(position - begin);
    line_ += static_cast<int>(std::ranges::count(source_.substr(at_, offset - at_), '\n'));
    at_ = offset;
    if (open_ && blocks_.back().line == 0) {
        blocks_.back().line = line_;
    }
}

/// Goes on to the next line that has hashes and nothing else, for md4c gives no place for it.
void BlockBuilder::find_empty_heading() {
    int line = line_;
    for (std::size_t from = at_; from < source_.size(); ++line) {
        const std::size_t end = std::min(source_.find('\n', from), source_.size());
        const std::string_view row = source_.substr(from, end - from);
        if (row.contains('#') && row.find_first_not_of("# \t>-") == std::string_view::npos) {
            line_ = line;
            at_ = end;
            return;
        }
        from = end + 1;
    }
}

bool BlockBuilder::enter(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_H) {
        begin(Block::Kind::heading,
              static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
    } else if (type == MD_BLOCK_P || type == MD_BLOCK_CODE) {
        begin(kind_here(), 0);
    }
    if (!nests(type)) {
        return true;
    }
    end();
    quotes_ += type == MD_BLOCK_QUOTE ? 1U : 0U;
    items_ += type == MD_BLOCK_LI ? 1U : 0U;
    if (++depth_ > kMaxMarkdownDepth) {
        report_->error(line_, kTooNested);
        return false;
    }
    return true;
}

void BlockBuilder::leave(MD_BLOCKTYPE type) {
    end();
    if (nests(type)) {
        --depth_;
    }
    quotes_ -= type == MD_BLOCK_QUOTE ? 1U : 0U;
    items_ -= type == MD_BLOCK_LI ? 1U : 0U;
}

void BlockBuilder::enter_span(MD_SPANTYPE type, const void* detail) {
    if (type != MD_SPAN_IMG || ++pictures_ > 1) {
        return;
    }
    const MD_ATTRIBUTE& source = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
    follow({source.text, source.size});
    seen_.push_back({.kind = Block::Kind::picture,
                     .level = 0,
                     .text = {},
                     .line = 0,
                     .file = source.size == 0 ? "" : std::string(source.text, source.size)});
}

void BlockBuilder::leave_span(MD_SPANTYPE type) {
    pictures_ -= type == MD_SPAN_IMG ? 1U : 0U;
}

void BlockBuilder::add_text(MD_TEXTTYPE type, std::string_view text) {
    if (pictures_ == 0 && !open_) {
        begin(kind_here(), 0); // More words of an item after a list inside it.
    }
    follow(text);
    if (pictures_ > 0 && seen_.back().line == 0) {
        seen_.back().line = line_;
    }
    std::string& out = pictures_ > 0 ? seen_.back().text : blocks_.back().text;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        out += ' ';
    } else if (type == MD_TEXT_ENTITY) {
        out += decode_entity(text);
    } else {
        out += text;
    }
}

// md4c's callbacks: 0 goes on, below 0 stops. (It does not pass on what is above 0.)

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* builder) {
    return static_cast<BlockBuilder*>(builder)->enter(type, detail) ? 0 : -1;
}

int on_leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* builder) {
    static_cast<BlockBuilder*>(builder)->leave(type);
    return 0;
}

int on_enter_span(MD_SPANTYPE type, void* detail, void* builder) {
    static_cast<BlockBuilder*>(builder)->enter_span(type, detail);
    return 0;
}

int on_leave_span(MD_SPANTYPE type, void* /*detail*/, void* builder) {
    static_cast<BlockBuilder*>(builder)->leave_span(type);
    return 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* builder) {
    static_cast<BlockBuilder*>(builder)->add_text(type, {text, size});
    return 0;
}

} // namespace

std::vector<Block> parse_markdown(std::string_view text, int first_line, Report& report) {
    if (text.size() > kMaxBodyBytes) {
        report.error(first_line, tr("This text is far longer than a card. Is it the right file?"));
        return {};
    }
    if (const int line = first_line_too_deep(text); line >= 0) {
        report.error(first_line + line, kTooNested);
        return {};
    }
    BlockBuilder builder(text, first_line, report);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_PERMISSIVEATXHEADERS |
                   MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML;
    parser.enter_block = on_enter_block;
    parser.leave_block = on_leave_block;
    parser.enter_span = on_enter_span;
    parser.leave_span = on_leave_span;
    parser.text = on_text;
    const int result = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &builder);
    if (result != 0) {
        if (!report.failed()) {
            report.error(first_line, tr("This text cannot be read as Markdown."));
        }
        return {};
    }
    return std::move(builder).take();
}

} // namespace cards
