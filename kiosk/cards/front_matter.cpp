#include "cards/front_matter.h"

#include "i18n/message.h"

#include <algorithm>

namespace cards {
namespace {

using i18n::Message;
using i18n::message;

/// What to say where the lines of hyphens are not as they should be.
struct Complaints {
    Message empty;
    Message no_begin;
    Message near_end;
    Message no_end;
};

constexpr Complaints kOfCard{
    .empty = message("This file is empty. Write the card in it, or take the file out."),
    .no_begin = message("A card begins with a line of three hyphens (---). Put one above its "
                        "title, and another below the last of its keys."),
    .near_end = message("This line must be exactly three hyphens (---) to end the card's keys; "
                        "the editor may have made a dash of them."),
    .no_end = message("The card's keys have no end. Put a line of three hyphens (---) between "
                      "them and the words of the card."),
};
constexpr Complaints kOfPhrase{
    .empty = message("This file is empty. Write the phrase in it, or take the file out."),
    .no_begin = message("A phrase begins with a line of three hyphens (---). Put one above its "
                        "title, and another below the last of its keys."),
    .near_end = message("This line must be exactly three hyphens (---) to end the phrase's keys; "
                        "the editor may have made a dash of them."),
    .no_end = message("The phrase's keys have no end. Put a line of three hyphens (---) between "
                      "them and the words of the phrase."),
};

constexpr Complaints kOfPractice{
    .empty = message("This file is empty. Write the practice in it, or take the file out."),
    .no_begin = message("A practice begins with a line of three hyphens (---). Put one above its "
                        "title, and another below the last of its keys."),
    .near_end = message("This line must be exactly three hyphens (---) to end the practice's keys; "
                        "the editor may have made a dash of them."),
    .no_end = message("The practice's keys have no end. Put a line of three hyphens (---) between "
                      "them and the first turn."),
};

const Complaints& complaints_of(Holds what) {
    switch (what) {
    case Holds::card: return kOfCard;
    case Holds::phrase: return kOfPhrase;
    case Holds::practice: return kOfPractice;
    }
    return kOfCard;
}

/// Walks over a text's lines.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;
    int line = 1;

    bool done() const { return at >= text.size(); }
    std::size_t end() const { return std::min(text.find('\n', at), text.size()); }

    /// This line without the spaces at its end.
    std::string_view row() const {
        std::string_view row = text.substr(at, end() - at);
        while (row.ends_with(' ') || row.ends_with('\t')) {
            row.remove_suffix(1);
        }
        return row;
    }

    void next() {
        at = std::min(end() + 1, text.size());
        ++line;
    }
};

/// True for what editors make of "---" on their own: dashes, or the wrong number of hyphens.
bool is_near_fence(std::string_view row) {
    const bool hyphens = row.size() >= 2 && row.find_first_not_of('-') == std::string_view::npos;
    return (hyphens && row != "---") || row.starts_with("\u2013") || row.starts_with("\u2014");
}

} // namespace

std::optional<SplitCard> split_front_matter(std::string_view text, Holds what, Report& report) {
    const Complaints& complaints = complaints_of(what);
    Cursor cursor{.text = text};
    while (!cursor.done() && cursor.row().empty()) {
        cursor.next();
    }
    if (cursor.done()) {
        report.error(0, complaints.empty);
        return std::nullopt;
    }
    if (cursor.row() != "---") {
        report.error(cursor.line,
                     is_near_fence(cursor.row())
                         ? message("The first line must be exactly three hyphens (---); the "
                                   "editor may have made a dash of them.")
                         : complaints.no_begin);
        return std::nullopt;
    }
    const int opened_on = cursor.line;
    cursor.next();
    SplitCard card{.front = {}, .front_line = cursor.line, .body = {}, .body_line = 0};
    const std::size_t begin = cursor.at;
    int near_fence = 0;
    for (; !cursor.done(); cursor.next()) {
        if (cursor.row() == "---") {
            card.front = text.substr(begin, cursor.at - begin);
            cursor.next();
            card.body = text.substr(cursor.at);
            card.body_line = cursor.line;
            return card;
        }
        if (near_fence == 0 && is_near_fence(cursor.row())) {
            near_fence = cursor.line;
        }
    }
    report.error(near_fence > 0 ? near_fence : opened_on,
                 near_fence > 0 ? complaints.near_end : complaints.no_end);
    return std::nullopt;
}

} // namespace cards
