#pragma once

#include "screens/stage.h"

#include <string>
#include <string_view>
#include <vector>

namespace cards {
struct Problem;
}

namespace screens {

/// A paragraph of a page to read: a term in bold and what it means, or either alone.
struct Entry {
    std::string term;
    std::string text;
};

/// How entries are set: term above text, or beside it where there is room.
struct Columns {
    look::Style term;
    look::Style text;
    float term_w = 0; ///< 0: the term stands above.
};

Columns columns_of(const look::Look& look, const std::vector<Entry>& entries, float width,
                   bool large);

/// How high an entry is, px.
float entry_height(const look::Look& look, const Entry& entry, const Columns& columns, float width);

void put_entry(Stage& stage, const Entry& entry, const Columns& columns, look::Rect room);

/// Entries by page: as many as fit on each; one that is longer than a page goes on on the next. At
/// least one page.
std::vector<std::vector<Entry>> paginate(const look::Look& look, const std::vector<Entry>& entries,
                                         const Columns& columns, const look::Rect& room);

/// Puts entries on a sheet in `area`, as many as fit, with a button to turn the page at its lower
/// right if they take more than one; says on the screen which page of how many it is, and plans the
/// keys that turn it.
void put_entries(Stage& stage, const std::vector<Entry>& entries, look::Rect area, int wanted,
                 bool large);

/// The keys that turn the pages of a screen, round and round.
void plan_pages(Stage& stage, int page, int pages);

/// What is wrong in a pack, as an entry: where, and what.
Entry entry_of(const cards::Problem& problem);

} // namespace screens
