#include "app/run.h"

#include "app/check.h"
#include "app/desk_loop.h"
#include "app/hand_out_command.h"
#include "app/languages.h"
#include "app/new_pack.h"
#include "app/note.h"
#include "app/pack_commands.h"
#include "app/pack_room.h"
#include "app/report_command.h"
#include "app/spool_command.h"
#include "platform/instance.h"
#include "platform/owner.h"
#include "platform/picture_child.h"

#include <iostream>
#include <type_traits>

namespace app {

namespace {

/// Sends a line to the running desk and prints its answer. An answer that begins with "!" is a
/// refusal.
int ask(const Options& options, const std::string& line) {
    const auto answer = platform::ask_running_desk(options.places.state, line);
    if (!answer) {
        return fail(answer.error().sentence);
    }
    if (answer->starts_with('!')) {
        return fail(answer->substr(1));
    }
    if (*answer != kDone) {
        std::cout << *answer;
    }
    return kOk;
}

/// Whether a command reads or writes what the desk keeps.
template <typename Command>
constexpr bool kUsesState = std::is_same_v<Command, RunDesk> || std::is_same_v<Command, Install> ||
                            std::is_same_v<Command, Packs> || std::is_same_v<Command, Rollback> ||
                            std::is_same_v<Command, SetPin> || std::is_same_v<Command, Report>;

int run_command(const Options& options, const Show& command) {
    return ask(options, "show " + command.what);
}
int run_command(const Options& options, const Hide&) {
    return ask(options, "hide");
}
int run_command(const Options& options, const Toggle&) {
    return ask(options, "toggle");
}
int run_command(const Options& options, const Describe& command) {
    return ask(options, command.json ? "describe json" : "describe text");
}
int run_command(const Options& options, const Check& command) {
    return check_pack(command.folder, command.json, std::cout, read_keys_of(options.places),
                      platform::this_program());
}
int run_command(const Options& options, const New& command) {
    return command.list ? list_templates(options, std::cout)
                        : make_new_pack(options, command, std::cout);
}
int run_command(const Options&, const Seal& command) {
    return seal_pack(command);
}
int run_command(const Options& options, const Install& command) {
    return install_pack(options, command, std::cout);
}
int run_command(const Options& options, const Packs&) {
    return list_packs(options, std::cout);
}
int run_command(const Options& options, const Rollback& command) {
    return roll_back(options, command, std::cout);
}
int run_command(const Options& options, const SetPin&) {
    return set_pin(options);
}
int run_command(const Options& options, const Report& command) {
    return write_report(options, command, std::cout);
}
int run_command(const Options&, const SpoolStick& command) {
    return spool_stick(command);
}
int run_command(const Options&, const HandOut& command) {
    return hand_out(command);
}

} // namespace

int run(const Options& options) {
    const Languages languages = Languages::in(options.places.data / "locale");
    languages.use_first_of({language_of_environment()});
    const auto run_it = [&]<typename Command>(const Command& command) {
        if constexpr (kUsesState<Command>) {
            if (const auto owned = platform::become_owner_of(options.places.state); !owned) {
                return fail(owned.error().sentence);
            }
        }
        if constexpr (std::is_same_v<Command, RunDesk>) {
            return run_desk(options, command, languages);
        } else {
            return run_command(options, command);
        }
    };
    return std::visit(run_it, options.command);
}

} // namespace app
