#include "views.h"

#include "evaluation.h"
#include "packs/folder.h"

#include <cmath>
#include <stdexcept>

namespace {

desk::LibraryPtr read_starter_pack() {
    cards::Reading reading = packs::read_folder(DESKCARDS_SOURCE_DIR "/content");
    if (!reading.pack) {
        throw std::runtime_error("the starter pack cannot be read: " +
                                 cards::to_string(reading.problems.front()));
    }
    return std::make_shared<desk::Library>(std::move(*reading.pack));
}

} // namespace

desk::LibraryPtr starter_library() {
    static const desk::LibraryPtr library = read_starter_pack();
    return library;
}

const std::vector<PanelKind>& panel_kinds() {
    static const std::vector<PanelKind> kinds{
        {800, 480, 7},      {1024, 600, 7},     {1024, 600, 10.1},  {1280, 800, 10.1},
        {1280, 800, 12.1},  {1366, 768, 11.6},  {1366, 768, 14},    {1366, 768, 15.6},
        {1920, 1080, 13.3}, {1920, 1080, 15.6}, {1920, 1080, 21.5}, {1920, 1080, 23.8},
        {1920, 1080, 27},   {3840, 2160, 15.6}, {3840, 2160, 27},   {3840, 2160, 43},
        {1080, 1920, 15.6}, {1080, 1920, 21.5}, {1080, 1920, 27}};
    return kinds;
}

std::vector<PanelKind> panels_to_sweep(std::size_t nth) {
#ifdef __SANITIZE_ADDRESS__
    nth *= 5;
#endif
    std::vector<PanelKind> some;
    for (std::size_t i = 0; i < panel_kinds().size(); i += nth) {
        some.push_back(panel_kinds().at(i));
    }
    return some;
}

look::Panel panel_of(const PanelKind& kind) {
    const double diagonal_px = std::hypot(kind.width_px, kind.height_px);
    return {.width_px = kind.width_px,
            .height_px = kind.height_px,
            .px_per_mm = diagonal_px / (kind.inches * 25.4)};
}

std::string name_of(const PanelKind& kind) {
    std::string inches = std::to_string(kind.inches);
    inches.resize(inches.find('.') + 2);
    return std::to_string(kind.width_px) + "x" + std::to_string(kind.height_px) + " " + inches +
           "\"";
}

Bench::Bench(desk::LibraryPtr library, const look::Panel& panel, const desk::Comfort& comfort)
    : library_(std::move(library)), comfort_(comfort) {
    context_.look.panel = panel;
    screens::suit(context_.look, comfort, look::usual_viewing_distance_mm(panel));
    context_.number_row = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "="};
    context_.languages = {"en", "es", "fr"};
    auto fonts = look::Fonts::open(panel, context_.look.type);
    if (!fonts) {
        throw std::runtime_error(fonts.error().sentence);
    }
    fonts_ = std::make_unique<look::Fonts>(std::move(*fonts));
    context_.look.fonts = fonts_.get();
}

desk::State Bench::after(std::vector<desk::Event> events) const {
    desk::State state = start();
    for (const desk::Event& event : events) {
        state = desk::update(std::move(state), event).state;
    }
    return state;
}

std::vector<desk::State> Bench::all_views() const {
    std::vector<desk::State> states;
    for (const desk::Tab& tab : desk::all_tabs()) {
        states.push_back(after({desk::OpenTab{tab}}));
    }
    for (const cards::Card& card : library_->pack.cards) {
        states.push_back(after({desk::OpenCard{card.id}}));
        for (int step = 0; std::cmp_less(step, card.steps.size()); ++step) {
            states.push_back(after({desk::OpenCard{card.id}, desk::OpenStep{.step = step}}));
        }
    }
    for (const char* query : {"", "s", "screming", "book", "xyzzy", "911",
                              "a patron has been shouting at me for ten minutes now"}) {
        states.push_back(after({desk::StartSearch{}, desk::Type{query}}));
    }
    states.push_back(after({desk::StartSearch{}, desk::OpenGroup{5}}));
    for (const desk::Topic topic :
         {desk::Topic::menu, desk::Topic::comfort, desk::Topic::contacts, desk::Topic::keys,
          desk::Topic::about, desk::Topic::problems, desk::Topic::sound}) {
        states.push_back(after({desk::OpenPage{topic}}));
    }
    states.push_back(after({desk::BeQuiet{}}));
    states.push_back(after({desk::OpenPractices{}}));
    if (!library_->pack.practices.empty()) {
        const desk::StartPractice start{library_->pack.practices.back().id};
        states.push_back(after({start}));
        states.push_back(after({start, desk::ChooseReply{0}}));
    }
    const std::string found = library_->pack.cards.back().id;
    states.push_back(after({desk::NameCard{found}}));
    states.push_back(after({desk::NameCard{found}, desk::StartDrill{}}));
    states.push_back(after({desk::NameCard{found}, desk::StartDrill{}, desk::OpenCard{found}}));
    for (const auto& more : {patron_views(), manager_views()}) {
        states.insert(states.end(), more.begin(), more.end());
    }
    return states;
}

std::vector<desk::State> Bench::manager_views() const {
    using Part = desk::ManagerView::Part;
    const cards::Pack& pack = library_->pack;
    const std::string card = pack.cards.back().id;
    std::vector<desk::ManagerView> views;
    for (const Part part : {Part::overview, Part::opened, Part::worse, Part::endings, Part::reach,
                            Part::findings, Part::fairness, Part::plan}) {
        views.push_back({.part = part});
    }
    views.push_back({.part = Part::opened, .quarter = 3});
    views.push_back({.part = Part::endings, .card = card});
    for (int question = 0; std::cmp_less_equal(question, cards::kFairQuestions); ++question) {
        views.push_back({.part = Part::fairness, .card = card, .question = question});
    }
    std::vector<desk::State> states{after({desk::OpenManager{}, desk::ManagerNews{}})};
    for (const desk::ManagerView& view : views) {
        states.push_back(after(to_manager(pack, view)));
    }
    const desk::OpenFramework rest{cards::Code::blue};
    states.push_back(after({rest, desk::OpenEnding{}}));
    states.push_back(after({desk::OpenCard{card}, rest, desk::OpenEnding{}, desk::TellHelp{true}}));
    states.push_back(
        after({rest, desk::OpenEnding{}, desk::TellEnding{desk::Ending::agreed_to_differ}}));
    return states;
}

std::vector<desk::State> Bench::patron_views() const {
    std::vector<desk::State> states;
    if (library_->pack.phrases.empty()) {
        return states;
    }
    const std::string card = library_->pack.cards.front().id;
    states.push_back(after({desk::OpenPhrases{}}));
    states.push_back(after({desk::OpenPhrases{}, desk::ChooseLanguage{}}));
    states.push_back(after({desk::OpenCard{card}, desk::OpenStep{.step = 1}, desk::OpenPhrases{}}));
    for (const cards::Language& language : cards::languages_of(library_->pack)) {
        const std::vector<desk::Event> way{desk::OpenCard{card}, desk::OpenPhrases{},
                                           desk::UseLanguage{language.tag}};
        states.push_back(after(way));
        for (const cards::Phrase& phrase : library_->pack.phrases) {
            std::vector<desk::Event> further = way;
            further.emplace_back(desk::ShowPhrase{phrase.id});
            states.push_back(after(further));
            further.emplace_back(desk::ChooseLanguage{});
            states.push_back(after(further));
        }
    }
    return states;
}

std::vector<screens::Screen> Bench::pages_of(desk::State state) const {
    std::vector<screens::Screen> pages{compose(state)};
    const int count = pages.front().pages;
    for (int page = 1; page < count; ++page) {
        const desk::Event* next = pages.back().tap("page/next");
        if (next == nullptr) {
            next = pages.back().tap("next"); // a step's pages are turned by its way onward
        }
        state = desk::update(std::move(state), *next).state;
        pages.push_back(compose(state));
    }
    return pages;
}
