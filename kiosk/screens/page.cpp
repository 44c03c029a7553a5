#include "screens/entries.h"
#include "screens/frame.h"
#include "screens/menu.h"
#include "screens/pieces.h"
#include "screens/title_row.h"
#include "screens/words.h"

namespace screens {

using look::Rect;

namespace {

std::string title_of(desk::Topic topic) {
    switch (topic) {
    case desk::Topic::menu: return words::kMenu;
    case desk::Topic::comfort: return words::kComfort;
    case desk::Topic::contacts: return words::kContacts;
    case desk::Topic::keys: return words::kKeys;
    case desk::Topic::about: return words::kAbout;
    case desk::Topic::problems: return words::kProblems;
    case desk::Topic::sound: return words::kSound;
    }
    return words::kMenu;
}

/// How many phrases there are, and which languages no speaker has checked in all of them.
Entry about_phrases(const cards::Pack& pack) {
    Entry entry{.term = words::kPhrases,
                .text = words::phrases_and_languages(pack.phrases.size(),
                                                     cards::languages_of(pack).size())};
    std::string unchecked;
    for (const cards::Unchecked& it : cards::unchecked_phrases(pack)) {
        unchecked += (unchecked.empty() ? "" : ", ") + it.language.name + " (" +
                     std::to_string(it.phrases.size()) + ")";
    }
    if (!unchecked.empty()) {
        entry.text += " " + words::labelled(words::kUnchecked, unchecked) + ".";
    }
    return entry;
}

std::vector<Entry> about(const cards::Pack& pack) {
    std::vector<Entry> entries{
        {.term = pack.name, .text = words::version_and_cards(pack.version, pack.cards.size())}};
    if (!pack.notice.empty()) {
        entries.push_back({.term = {}, .text = pack.notice});
    }
    if (!pack.phrases.empty()) {
        entries.push_back(about_phrases(pack));
    }
    return entries;
}

std::vector<Entry> entries_of(const Stage& stage, desk::Topic topic) {
    const cards::Pack& pack = stage.pack();
    std::vector<Entry> entries;
    switch (topic) {
    case desk::Topic::menu:
    case desk::Topic::comfort:
    case desk::Topic::sound: break;
    case desk::Topic::contacts:
        for (const cards::Contact& contact : pack.contacts) {
            entries.push_back({.term = contact.call, .text = contact.who});
        }
        if (!pack.address.empty()) {
            entries.push_back({.term = pack.address, .text = words::kAddress});
        }
        break;
    case desk::Topic::keys:
        for (const auto& [key, meaning] : words::kKeyHelp) {
            entries.push_back({.term = key, .text = meaning});
        }
        break;
    case desk::Topic::about: entries = about(pack); break;
    case desk::Topic::problems:
        for (const cards::Problem& problem : desk::problems_of(stage.state())) {
            entries.push_back(entry_of(problem));
        }
        if (entries.empty()) {
            entries.push_back({.term = {}, .text = words::kNoProblems});
        }
        break;
    }
    return entries;
}

std::string_view name_of(desk::Topic topic) {
    switch (topic) {
    case desk::Topic::menu: return "menu";
    case desk::Topic::comfort: return "comfort";
    case desk::Topic::contacts: return "contacts";
    case desk::Topic::keys: return "keys";
    case desk::Topic::about: return "about";
    case desk::Topic::problems: return "problems";
    case desk::Topic::sound: return "sound";
    }
    return "menu";
}

} // namespace

void put_page(Stage& stage, const desk::PageView& view) {
    stage.screen().name = name_of(view.topic);
    Frame frame(stage, true);
    Rect area = frame.content();
    put_title_row(stage, area,
                  {.back_label = words::kHome,
                   .back_key = words::kKeyEscape,
                   .back_event = desk::GoHome{},
                   .title = title_of(view.topic),
                   .below = {},
                   .badge = {},
                   .badge_code = {}});
    if (view.topic == desk::Topic::menu) {
        put_menu(stage, area, view.page);
    } else if (view.topic == desk::Topic::comfort) {
        put_comfort(stage, area, view.page);
    } else if (view.topic == desk::Topic::sound) {
        put_sound(stage, area);
    } else {
        put_entries(stage, entries_of(stage, view.topic), area, view.page,
                    view.topic == desk::Topic::contacts);
    }
    frame.put();
}

} // namespace screens
