#include "cards/yaml.h"

#include "cards/limits.h"
#include "cards/text.h"
#include "cards/utf8.h"
#include "cards/yaml_sentence.h"
#include "cards/yaml_traps.h"
#include "i18n/message.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <utility>

namespace cards {
namespace {

using i18n::tr;

constexpr std::size_t kMaxKeys = 200; ///< In one map; a pack's largest has about a dozen.

/// Stops yaml-cpp; the builder that throws it has the reason.
class Refused : public std::exception {};

/// Builds the tree from yaml-cpp's events, and refuses what a pack may not use.
class TreeBuilder : public YAML::EventHandler {
public:
    explicit TreeBuilder(int first_line) : first_line_(first_line) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (root_) {
            refuse(mark,
                   tr("A second document begins here (---): keep one document in this file."));
        }
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        OnScalar(mark, "", anchor, "");
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, kNeedsQuotes); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, YamlNode::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, YamlNode::Kind::map);
    }
    void OnMapEnd() override { close(); }

    const std::optional<YamlNode>& root() const { return root_; }
    int last_line() const { return last_line_; }

    /// Where in the text the last value in quotation marks began, and on which line.
    std::optional<std::size_t> last_quote() const { return last_quote_; }
    int last_quote_line() const { return last_quote_line_; }
    const std::string& reason() const { return reason_; }

private:
    /// A list or map being filled; in a map, the key whose value comes next.
    struct Open {
        YamlNode node;
        std::optional<YamlNode> key;
    };

    [[noreturn]] void refuse(const YAML::Mark& mark, std::string_view why);
    void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YamlNode::Kind kind);
    void close();
    void place(YamlNode node);
    void take_key(const YAML::Mark& mark, YamlNode key);
    bool expects_key() const;

    int first_line_;
    int last_line_ = 0;
    int last_quote_line_ = 0;
    std::optional<std::size_t> last_quote_;
    std::vector<Open> stack_;
    std::optional<YamlNode> root_;
    std::string reason_;
};

void TreeBuilder::refuse(const YAML::Mark& mark, std::string_view why) {
    last_line_ = first_line_ + std::max(mark.line, 0);
    reason_ = why;
    throw Refused();
}

void TreeBuilder::check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    last_line_ = first_line_ + mark.line;
    const bool plain_or_quoted = tag.empty() || tag == "?" || tag == "!";
    if (anchor != YAML::NullAnchor || !plain_or_quoted) {
        refuse(mark, kNeedsQuotes);
    }
}

bool TreeBuilder::expects_key() const {
    return !stack_.empty() && stack_.back().node.kind == YamlNode::Kind::map && !stack_.back().key;
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
    check(mark, tag, anchor);
    if (tag == "!") {
        last_quote_ = static_cast<std::size_t>(std::max(mark.pos, 0));
        last_quote_line_ = last_line_;
    }
    // Escapes such as "\u202E" bring in what the file's text was already checked for.
    if (const auto bad = find_bad_character(value)) {
        refuse(mark, tr("This text holds {0}. Take it out.", describe(*bad)));
    }
    YamlNode node;
    node.line = last_line_;
    node.text = one_line(value);
    if (expects_key()) {
        take_key(mark, std::move(node));
    } else {
        place(std::move(node));
    }
}

void TreeBuilder::take_key(const YAML::Mark& mark, YamlNode key) {
    const YamlNode& map = stack_.back().node;
    if (const YamlNode* const first = map.find(key.text)) {
        refuse(mark, tr("{0} is already written on line {1}. Keep one of the two.",
                        in_quotes(key.text), first->key_line));
    }
    if (map.items.size() >= kMaxKeys) {
        refuse(mark, tr("There are too many keys here. Is this the right file?"));
    }
    stack_.back().key = std::move(key);
}

void TreeBuilder::open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YamlNode::Kind kind) {
    check(mark, tag, anchor);
    if (expects_key()) {
        refuse(mark, kNeedsQuotes);
    }
    if (stack_.size() >= kMaxYamlDepth) {
        refuse(mark, kTooDeep);
    }
    YamlNode node;
    node.kind = kind;
    node.line = last_line_;
    stack_.push_back({.node = std::move(node), .key = std::nullopt});
}

void TreeBuilder::close() {
    YamlNode node = std::move(stack_.back().node);
    stack_.pop_back();
    place(std::move(node));
}

void TreeBuilder::place(YamlNode node) {
    if (stack_.empty()) {
        root_ = std::move(node);
        return;
    }
    Open& parent = stack_.back();
    if (parent.key) {
        node.key = std::move(parent.key->text);
        node.key_line = parent.key->line;
        parent.key.reset();
    }
    parent.node.items.push_back(std::move(node));
}

/// Reports what yaml-cpp could not read.
void report_complaint(const YAML::Exception& problem, std::string_view text, int first_line,
                      int last_line, Report& report) {
    const int line = std::max(problem.mark.line, 0);
    const bool tab = is_indented_by_tab(text, line);
    const YamlComplaint complaint =
        sentence_for(tab ? YAML::ErrorMsg::TAB_IN_INDENTATION : std::string_view(problem.msg));
    report.error(complaint.at_last_key && last_line > 0 ? last_line : first_line + line,
                 complaint.sentence);
}

/// Runs yaml-cpp over the text. No exception leaves it.
std::optional<YamlNode> build_tree(std::string_view text, int first_line, Report& report) {
    TreeBuilder builder(first_line);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        if (builder.last_quote() && never_closes(text, *builder.last_quote())) {
            report.error(builder.last_quote_line(),
                         sentence_for(YAML::ErrorMsg::EOF_IN_SCALAR).sentence);
            return std::nullopt;
        }
    } catch (const Refused&) {
        report.error(builder.last_line(), builder.reason());
        return std::nullopt;
    } catch (const YAML::Exception& problem) {
        report_complaint(problem, text, first_line, builder.last_line(), report);
        return std::nullopt;
    } catch (const std::exception&) {
        report.error(builder.last_line(), tr("This part of the file cannot be read."));
        return std::nullopt;
    }
    return builder.root();
}

} // namespace

const YamlNode* YamlNode::find(std::string_view name) const {
    const auto found = std::ranges::find(items, name, &YamlNode::key);
    return kind != Kind::map || found == items.end() ? nullptr : &*found;
}

std::optional<YamlNode> parse_yaml(std::string_view text, int first_line, Report& report) {
    if (text.size() > kMaxYamlBytes) {
        report.error(first_line,
                     tr("This part of the file is far too long. Is it the right file?"));
        return std::nullopt;
    }
    if (nests_too_deep(text)) {
        report.error(first_line, kTooDeep);
        return std::nullopt;
    }
    std::optional<YamlNode> root = build_tree(text, first_line, report);
    if (!root) {
        if (!report.failed()) {
            report.error(first_line,
                         tr("Nothing is written here. Write a key, a colon, a space and "
                            "a text, as in title: Fine dispute."));
        }
        return std::nullopt;
    }
    if (root->kind != YamlNode::Kind::map) {
        report.error(root->line, sentence_for("").sentence);
        return std::nullopt;
    }
    warn_of_remarks(text, first_line, report);
    return root;
}

} // namespace cards
