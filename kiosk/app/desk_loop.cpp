#include "app/desk_loop.h"

#include "app/describe.h"
#include "app/drawing.h"
#include "app/drop_worker.h"
#include "app/health.h"
#include "app/inbox.h"
#include "app/keeper.h"
#include "app/note.h"
#include "app/opening.h"
#include "app/outbox.h"
#include "app/tally_worker.h"
#include "app/wall_clock.h"
#include "i18n/message.h"
#include "platform/compose_table.h"
#include "platform/display_power.h"
#include "platform/heap.h"
#include "platform/hotkey.h"
#include "platform/moment.h"
#include "platform/speech.h"
#include "platform/stop_signals.h"
#include "platform/supervisor.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>

namespace app {

namespace {

using i18n::tr;
using platform::Instance;
using platform::Result;
using platform::Window;

/// The desk looks up at least this often, so that nothing it waits for can be missed for good.
constexpr platform::Moment kLongestSleep = std::chrono::minutes(10);

look::Panel panel_of(const platform::Glass& glass, const Config& config) {
    return look::find_panel({.window_width_px = glass.width_px,
                             .window_height_px = glass.height_px,
                             .monitor_width_px = glass.panel_width_px,
                             .monitor_height_px = glass.panel_height_px,
                             .monitor_width_mm = glass.panel_width_mm,
                             .monitor_height_mm = glass.panel_height_mm,
                             .configured_width_mm = config.panel_width_mm});
}

/// A volume of the desk's as Speech Dispatcher counts, from -100 to 100.
int server_volume(int volume) {
    constexpr int kWhole = 200;
    return volume * kWhole / desk::kMostVolume - kWhole / 2;
}

/// The desk with its window.
class Desk {
public:
    Desk(Window window, Session session, Letters letters, Config config,
         const std::filesystem::path& state_folder, Inbox& inbox, DropWorker& drop,
         TallyWorker& tally, Outbox& outbox, platform::Speaker& speaker,
         const platform::ComposeTable& compose)
        : window_(std::move(window)), session_(std::move(session)),
          drawing_(window_, std::move(letters), state_folder), config_(std::move(config)),
          inbox_(&inbox), drop_(&drop), tally_(&tally), outbox_(&outbox), speaker_(&speaker),
          compose_(&compose), keeper_(state_folder) {}

    void run() {
        // The screen was expected to be this one.
        session_.use_panel(panel_of(window_.glass(), config_));
        const platform::StopSignals signals([this] {
            asked_to_stop_ = true;
            Window::wake();
        });
        while (!window_.close_requested() && !asked_to_stop_) {
            const auto began = std::chrono::steady_clock::now();
            tick();
            take_input();
            read_letters();
            session_.set_away(window_.away());
            pass_on_effects();
            draw_if_changed();
            light_display();
            keep();
            supervisor_.alive();
            const std::chrono::duration<double, std::milli> busy =
                std::chrono::steady_clock::now() - began;
            work_.longest_ms = std::max(work_.longest_ms, busy.count());
            window_.wait(time_to_sleep());
        }
        session_.finish();
        pass_on_effects();
        keep();
    }

private:
    void tick() {
        const WallClock clock = wall_clock();
        session_.post(desk::Tick{
            .now = platform::now(), .minute_of_day = clock.minute_of_day, .today = clock.today});
    }

    void take_input() {
        const auto inputs = window_.take_input();
        for (const platform::Input& input : inputs) {
            if (std::holds_alternative<platform::Exposed>(input)) {
                if (drawing_.show_again()) {
                    session_.use_panel(panel_of(window_.glass(), config_));
                }
            }
            session_.take(input);
        }
        if (!inputs.empty()) {
            session_.use_number_row(window_.number_row());
            window_.show_pointer(session_.pointer_visible());
        }
    }

    void read_letters() {
        for (Inbox::Letter& letter : inbox_->take()) {
            if (auto* request = std::get_if<platform::Request>(&letter)) {
                request->answer.set_value(answer(request->line));
            } else {
                session_.post(std::get<desk::Event>(letter));
            }
        }
    }

    void pass_on_effects() {
        for (const desk::Effect& effect : session_.take_effects()) {
            carry_out(effect);
        }
    }

    void carry_out(const desk::Effect& effect) {
        if (const auto* speak = std::get_if<desk::Speak>(&effect)) {
            speaker_->say({.text = speak->text,
                           .language = speak->language,
                           .volume = server_volume(speak->volume),
                           .patient = speak->patient});
        } else if (const auto* settings = std::get_if<desk::KeepSettings>(&effect)) {
            keeper_.take(*settings);
        } else if (const auto* times = std::get_if<desk::KeepFound>(&effect)) {
            keeper_.take(*times);
        } else if (const auto* reviews = std::get_if<desk::KeepFairness>(&effect)) {
            keeper_.take(*reviews);
        } else if (std::holds_alternative<desk::StopSpeaking>(effect)) {
            speaker_->stop();
        } else if (const auto* light = std::get_if<desk::LightDisplay>(&effect)) {
            light_ = light->on;
        } else if (std::holds_alternative<desk::ComeForward>(effect)) {
            window_.raise();
        } else {
            drop_->take(effect);
            tally_->take(effect);
        }
    }

    /// After the cover has been drawn, or what is under it: nothing of before is seen on the way.
    void light_display() {
        if (std::exchange(lit_, light_) != light_) {
            display_power_.light(light_);
        }
    }

    /// After it has been shown.
    void keep() {
        // Not the cards that are only looked at, before they are used.
        const desk::State& state = session_.state();
        const desk::LibraryPtr& library = state.kept_back ? state.kept_back : state.library;
        if (std::exchange(in_use_, library) != library) {
            supervisor_.tell(tr("Version {0} is in use.", library->pack.version));
            keeper_.take(library);
            outbox_->use(library);
        }
        keeper_.keep();
    }

    std::string answer(const std::string& line) {
        if (line == "describe json") {
            std::string description = describe_json(session_, work_);
            work_.longest_ms = 0;
            return description;
        }
        if (line == "describe text") {
            return describe_text(session_);
        }
        if (line == "reload") {
            drop_->reload();
            return kDone;
        }
        if (line == "raise") {
            window_.raise();
            return kDone;
        }
        if (line == "hide") {
            return hide();
        }
        if (line == "toggle") {
            return toggle();
        }
        constexpr std::string_view kShow = "show ";
        if (line.starts_with(kShow)) {
            return show(line.substr(kShow.size()));
        }
        return "!" + tr("The desk does not know what to do with that.");
    }

    std::string hide() {
        session_.post(desk::Touched{});
        return window_.put_away()
                   ? kDone
                   : "!" + tr("There is nothing behind the desk to be seen instead.");
    }

    std::string toggle() {
        if (window_.in_front()) {
            return hide();
        }
        session_.post(desk::Touched{});
        window_.raise();
        return kDone;
    }

    std::string show(const std::string& what) {
        pass_on_effects(); // so that what follows is what came of this alone
        session_.post(desk::Touched{});
        session_.post(desk::ShowOnRequest{what});
        std::string reply = kDone;
        for (const desk::Effect& effect : session_.take_effects()) {
            if (const auto* refusal = std::get_if<desk::Refuse>(&effect)) {
                reply = "!" + refusal->sentence;
            } else {
                carry_out(effect);
            }
        }
        return reply;
    }

    void draw_if_changed() {
        if (!lit_ && !light_) {
            return; // a display that is off may keep whoever draws on it waiting
        }
        std::vector<std::string> complaints;
        if (drawing_.draw(session_, complaints) && ++work_.frames == 1) {
            drop_->note_good_start();
            supervisor_.ready();
            compose_->keep();
            platform::give_back_memory(); // that the start alone has needed
        }
        for (const std::string& complaint : complaints) {
            note(complaint);
        }
    }

    platform::Moment time_to_sleep() const {
        const auto next = desk::next_tick(session_.state(), wall_clock().to_next_minute);
        const platform::Moment until = next ? *next - platform::now() : kLongestSleep;
        // A little late rather than early: waking before the minute would only wake again.
        constexpr platform::Moment kMargin{5};
        const platform::Moment longest = supervisor_.patience().value_or(kLongestSleep);
        return std::clamp(until + kMargin, platform::Moment{1}, std::min(longest, kLongestSleep));
    }

    Window window_;
    Session session_;
    Drawing drawing_;
    Config config_;
    Inbox* inbox_;
    DropWorker* drop_;
    TallyWorker* tally_;
    Outbox* outbox_;
    platform::Speaker* speaker_;
    const platform::ComposeTable* compose_;
    Keeper keeper_;
    platform::DisplayPower display_power_;
    bool light_ = true;       ///< Whether the display is to be on.
    bool lit_ = true;         ///< Whether it was, last.
    desk::LibraryPtr in_use_; ///< What it was, last.
    platform::Supervisor supervisor_;
    std::atomic<bool> asked_to_stop_{false};
    Work work_;
};

std::optional<platform::WatchedPlaces>
watched_places(const DropHabits& habits, const std::optional<std::filesystem::path>& spool) {
    if (!habits.on) {
        return std::nullopt;
    }
    platform::WatchedPlaces places;
    places.folders = habits.folders;
    places.spool = spool;
    return places;
}

/// Lets the hotkey do what `deskcards toggle` does; null if there is none.
std::unique_ptr<platform::Hotkey> listen_for(const std::optional<platform::Chord>& chord,
                                             Inbox& inbox) {
    if (!chord) {
        return nullptr;
    }
    return std::make_unique<platform::Hotkey>(
        *chord, [&inbox] { inbox.put(platform::Request{.line = "toggle", .answer = {}}); },
        [&inbox](const std::string& fault) {
            if (!fault.empty()) {
                note(fault);
            }
            inbox.put(desk::Event{desk::HotkeyNews{fault}});
        });
}

Result<platform::Trace> open_trace(const RunDesk& run) {
    return run.trace ? platform::Trace::to(*run.trace) : platform::Trace();
}

/// The desk before it has its window.
struct Begun {
    Opening with;
    Session session;
    Letters letters;
};

/// Makes the first screen once the cards have been read.
Result<Begun> begin(std::future<Result<Opening>> reading, const platform::Glass& glass,
                    const Languages& languages, const platform::Trace& trace) {
    auto opening = reading.get();
    if (!opening) {
        return std::unexpected(opening.error());
    }
    const desk::LibraryPtr& library = opening->cards.library;
    if (!opening->cards.rest) { // else they are noted with the rest
        note(library->problems);
    }
    const auto span = trace.span("make the first screen");
    const Config& config = opening->config;
    auto session = Session::start(library, config.habits, panel_of(glass, config), config.comfort,
                                  config.speech, languages);
    if (!session) {
        return std::unexpected(session.error());
    }
    session->use_viewing_distance(config.viewing_distance_mm);
    session->post(desk::FoundNews{std::move(opening->found)});
    session->post(desk::FairnessNews{std::move(opening->reviews)});
    Letters letters = make_letters(*session);
    return Begun{
        .with = std::move(*opening), .session = std::move(*session), .letters = std::move(letters)};
}

int leave_to_running(const Options& options, const RunDesk& run) {
    if (run.behind) {
        note(tr("A desk is already running here."));
        return kOk;
    }
    note(tr("A desk is already running here; it has been brought to the front."));
    const auto answer = platform::ask_running_desk(options.places.state, "raise");
    return answer ? kOk : fail(answer.error().sentence);
}

} // namespace

int run_desk(const Options& options, const RunDesk& run, const Languages& languages) {
    platform::use_characters_of_machine();
    const platform::ComposeTable compose(options.places.state);
    const auto trace = open_trace(run);
    if (!trace) {
        return fail(trace.error().sentence);
    }
    Inbox inbox;
    auto claim = Instance::claim(options.places.state, [&inbox](platform::Request request) {
        inbox.put(std::move(request));
    });
    if (std::holds_alternative<Instance::AlreadyRunning>(claim)) {
        return leave_to_running(options, run);
    }
    if (const auto* failure = std::get_if<platform::Failure>(&claim)) {
        return fail(failure->sentence);
    }
    // Two threads, as the cards need no window and OpenGL takes its time.
    auto opening = std::async(std::launch::async, [&] {
        const auto span = trace->span("read the cards");
        return open_desk(options, run, languages);
    });
    auto screen = platform::Screen::find(
        {.title = "Deskcards", .size_px = run.window, .behind = run.behind}, *trace);
    if (!screen) {
        return fail(screen.error().sentence);
    }
    auto beginning = std::async(std::launch::async, begin, std::move(opening), screen->glass(),
                                std::cref(languages), std::cref(*trace));
    auto window = Window::open(std::move(*screen), *trace);
    if (!window) {
        return fail(window.error().sentence);
    }
    auto begun = beginning.get();
    if (!begun) {
        return fail(begun.error().sentence);
    }
    Opening& with = begun->with;
    begun->session.use_number_row(window->number_row());
    const auto health_disk = platform::RealFolder::open(options.places.state);
    if (!health_disk) {
        return fail(health_disk.error().sentence);
    }
    HealthRecord health(**health_disk);
    const desk::LibraryPtr in_use = with.cards.library;
    DropWorker drop({.reception = {.room = std::move(with.room),
                                   .habits = with.config.drop,
                                   .ask_for_first_pin = with.config.drop.ask_for_first_pin.value_or(
                                       options.places.installed()),
                                   .writer = StickWriter(run.spool, run.outgoing),
                                   .cards = {.library = in_use,
                                             .rest = std::move(with.cards.rest),
                                             .places = std::move(with.places)},
                                   .health = &health},
                     .lock = options.places.state / kPacksLock,
                     .places = watched_places(with.config.drop, run.spool)},
                    [&](desk::Event event) { inbox.put(std::move(event)); });
    TallyWorker tally(
        {.ledger = options.places.state / tally::kLedgerFile,
         .config = with.config,
         .today = wall_clock().today},
        [&](desk::Event event) { inbox.put(std::move(event)); },
        [&](std::string made, std::vector<cards::SourceFile> files) {
            drop.hand_out_report(std::move(made), std::move(files));
        });
    Outbox outbox({.ledger = options.places.state / tally::kLedgerFile,
                   .config = with.config,
                   .health = &health,
                   .library = in_use});
    platform::Speaker speaker(
        [&](const std::string& fault) { inbox.put(desk::Event{desk::SpeechNews{fault}}); });
    const auto hotkey = listen_for(with.config.hotkey, inbox);
    Desk(std::move(*window), std::move(begun->session), std::move(begun->letters), with.config,
         options.places.state, inbox, drop, tally, outbox, speaker, compose)
        .run();
    return kOk;
}

} // namespace app
