#include "app/options.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>
#include <memory>

namespace app {

namespace {

namespace fs = std::filesystem;

/// "1024x600".
std::optional<std::array<int, 2>> parse_size(const std::string& text) {
    constexpr int kLeast = 320;
    constexpr int kMost = 16384;
    std::array<int, 2> size{};
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.at(0));
    if (width.ec != std::errc() || width.ptr == end || (*width.ptr != 'x' && *width.ptr != 'X')) {
        return std::nullopt;
    }
    const auto height = std::from_chars(width.ptr + 1, end, size.at(1));
    if (height.ec != std::errc() || height.ptr != end || size.at(0) < kLeast ||
        size.at(0) > kMost || size.at(1) < kLeast || size.at(1) > kMost) {
        return std::nullopt;
    }
    return size;
}

std::string size_error(const std::string& text) {
    return parse_size(text) ? "" : "Write the size as WIDTHxHEIGHT in pixels, such as 1024x600.";
}

std::string path_error(const std::string& path) {
    return path.empty() ? "The path is empty." : "";
}

/// Adds an option or argument for a folder.
CLI::Option* add_folder(CLI::App& app, const std::string& name, fs::path& folder,
                        const std::string& what) {
    return app.add_option(name, folder, what)->type_name("DIR")->check(path_error);
}

void add_desk(CLI::App& cli, Options& options, RunDesk& run) {
    cli.add_option_function<std::string>(
           "--config",
           [&](const std::string& path) {
               options.places.config = path;
               options.config_given = true;
           },
           "The configuration file")
        ->type_name("FILE")
        ->check(path_error);
    add_folder(cli, "--state", options.places.state, "The folder for what the desk writes");
    cli.add_option_function<std::string>(
           "--pack", [&](const std::string& path) { run.pack = path; },
           "Show the cards in this folder")
        ->type_name("DIR")
        ->check(path_error);
    cli.add_option_function<std::string>(
           "--window", [&](const std::string& size) { run.window = parse_size(size); },
           "Open in a window instead of full screen")
        ->type_name("WxH")
        ->check(size_error);
    cli.add_option_function<std::string>(
           "--spool", [&](const std::string& path) { run.spool = path; },
           "Take sticks from this folder, where the kiosk's service copies them")
        ->type_name("DIR")
        ->check(path_error);
    cli.add_option_function<std::string>(
           "--outgoing", [&](const std::string& path) { run.outgoing = path; },
           "Leave what goes onto sticks in this folder, for the kiosk's service")
        ->type_name("DIR")
        ->check(path_error);
    cli.add_option_function<std::string>(
           "--trace", [&](const std::string& path) { run.trace = path; },
           "Write how long everything takes into this file, as Chrome's trace viewer reads it")
        ->type_name("FILE")
        ->check(path_error);
    cli.add_flag("--behind", run.behind, "Start put away behind other programs, for the login");
}

/// Adds a command, which is what the command line asks for if it is named there. Returns it for its
/// own words, which go into `command`.
template <typename Command>
CLI::App& add_command(CLI::App& cli, Options& options, const std::shared_ptr<Command>& command,
                      const std::string& name, const std::string& what) {
    CLI::App* const added = cli.add_subcommand(name, what);
    added->callback([&options, command] { options.command = *command; });
    return *added;
}

void add_talk(CLI::App& cli, Options& options) {
    const auto show = std::make_shared<Show>();
    add_command(cli, options, show, "show", "Bring a running desk forward")
        .add_option("card", show->what, "A card's id, or home, or quiet")
        ->required()
        ->type_name("CARD");
    add_command(cli, options, std::make_shared<Hide>(), "hide", "Put a running desk away");
    add_command(cli, options, std::make_shared<Toggle>(), "toggle",
                "Bring a running desk forward, or put it away if it is in front");
    const auto describe = std::make_shared<Describe>();
    add_command(cli, options, describe, "describe", "Say what is on the glass now")
        .add_flag("--json", describe->json, "As JSON");
}

void add_new(CLI::App& cli, Options& options) {
    const auto fresh = std::make_shared<New>();
    CLI::App& making = add_command(cli, options, fresh, "new", "Make a pack to fill in");
    CLI::Option* const folder = add_folder(making, "folder", fresh->folder, "The folder to make");
    CLI::Option* const starter = making.add_flag(
        "--starter", fresh->starter, "With every card of the starter pack, to be changed");
    constexpr std::array kCodes{"--green", "--yellow", "--red", "--blue"};
    constexpr std::array kWhat{"Acronym for every day", "Acronym for when it gets tense",
                               "Acronym for danger", "Acronym for afterwards"};
    for (std::size_t i = 0; i < kCodes.size(); ++i) {
        making.add_option(kCodes.at(i), fresh->frameworks.at(i), kWhat.at(i))
            ->type_name("NAME")
            ->capture_default_str()
            ->excludes(starter);
    }
    CLI::Option* const list =
        making.add_flag("--list", fresh->list, "List the acronyms there are, with their sources");
    list->excludes(folder);
    making.callback([&options, fresh] {
        if (!fresh->list && fresh->folder.empty()) {
            throw CLI::RequiredError("folder");
        }
        options.command = *fresh;
    });
}

/// The commands for those who write cards.
void add_writing(CLI::App& cli, Options& options) {
    const auto check = std::make_shared<Check>();
    CLI::App& checking = add_command(cli, options, check, "check", "Say what is wrong with a pack");
    add_folder(checking, "folder", check->folder, "The pack's folder")->required();
    checking.add_flag("--json", check->json, "As JSON");

    add_new(cli, options);

    const auto seal = std::make_shared<Seal>();
    CLI::App& sealing =
        add_command(cli, options, seal, "seal", "Write a pack's sums, and sign them");
    add_folder(sealing, "folder", seal->folder, "The pack's folder")->required();
    sealing.add_option("--key", seal->key, "The secret key, as minisign makes it")
        ->type_name("FILE")
        ->check(path_error);
}

/// The commands for the packs on this desk.
void add_keeping(CLI::App& cli, Options& options) {
    const auto install = std::make_shared<Install>();
    add_folder(add_command(cli, options, install, "install", "Use a pack, as if from a stick"),
               "folder", install->folder, "The pack's folder")
        ->required();
    add_command(cli, options, std::make_shared<Packs>(), "packs", "List the packs on this desk");
    const auto rollback = std::make_shared<Rollback>();
    add_command(cli, options, rollback, "rollback", "Use an earlier pack again")
        .add_option("version", rollback->version, "Its version; the one before if left out");
    add_command(cli, options, std::make_shared<SetPin>(), "pin",
                "Set or change the manager's PIN, read from standard input");
}

void add_report(CLI::App& cli, Options& options) {
    const auto report = std::make_shared<Report>();
    CLI::App& reporting = add_command(cli, options, report, "report",
                                      "Write what was counted, as figures and a page to print");
    add_folder(reporting, "folder", report->folder, "Where to write it")->capture_default_str();
    reporting
        .add_option("--merge", report->merge,
                    "Join these reports of several branches, or what their desks sent")
        ->type_name("DIR")
        ->check(path_error);
}

/// What only services call.
void add_serving(CLI::App& cli, Options& options) {
    const auto spool = std::make_shared<SpoolStick>();
    CLI::App& spooling = add_command(cli, options, spool, "spool", "Copy a stick for the desk");
    add_folder(spooling, "spool", spool->spool, "The folder to copy into")->required();
    spooling.add_option("name", spool->name, "The stick's name")->required()->type_name("NAME");
    add_folder(spooling, "stick", spool->mounted, "Where it is; it was pulled out if left out");
    spooling.group("");
    const auto hand_out = std::make_shared<HandOut>();
    CLI::App& writing =
        add_command(cli, options, hand_out, "hand-out", "Write to a stick for the desk");
    add_folder(writing, "outgoing", hand_out->outgoing, "The folder with what is to be written")
        ->required();
    writing.add_option("name", hand_out->name, "The stick's name")->required()->type_name("NAME");
    add_folder(writing, "stick", hand_out->mounted, "Where it is; it is no longer if left out");
    writing.group("");
}

} // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv,
                                         const platform::Places& places) {
    CLI::App cli{"Acronym cards and words to say for service desks.", "deskcards"};
    cli.set_version_flag("--version", DESKCARDS_VERSION);
    cli.require_subcommand(0, 1);
    cli.fallthrough(); // commands take this over when they are added
    Options options{.command = RunDesk{}, .places = places, .config_given = false};
    RunDesk run;
    add_desk(cli, options, run);
    add_talk(cli, options);
    add_writing(cli, options);
    add_keeping(cli, options);
    add_report(cli, options);
    add_serving(cli, options);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = cli.exit(error, std::cout, std::cerr);
        return code == 0 ? kOk : kUsage;
    }
    if (std::holds_alternative<RunDesk>(options.command)) {
        options.command = run;
    } else if (auto* const report = std::get_if<Report>(&options.command)) {
        report->pack = run.pack;
    }
    return options;
}

} // namespace app
