#include "app/options.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>

namespace app {

namespace {

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

} // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv,
                                         const platform::Places& places) {
    CLI::App cli{"Acronym cards and words to say for service desks.", "deskcards"};
    cli.set_version_flag("--version", DESKCARDS_VERSION);
    std::string pack;
    std::string window;
    std::string config;
    std::string state;
    cli.add_option("--config", config, "The configuration file")
        ->type_name("FILE")
        ->check(path_error);
    cli.add_option("--state", state, "The folder for what the desk writes")
        ->type_name("DIR")
        ->check(path_error);
    cli.add_option("--pack", pack, "Show the cards in this folder")
        ->type_name("DIR")
        ->check(path_error);
    cli.add_option("--window", window, "Open in a window instead of full screen")
        ->type_name("WxH")
        ->check(size_error);
    cli.require_subcommand(0, 1);
    cli.fallthrough();

    std::string what;
    CLI::App* show = cli.add_subcommand("show", "Bring a running desk forward");
    show->add_option("card", what, "A card's id, or home, or quiet")->required()->type_name("CARD");

    bool json = false;
    CLI::App* describe = cli.add_subcommand("describe", "Say what is on the glass now");
    describe->add_flag("--json", json, "As JSON");

    std::string folder;
    CLI::App* check = cli.add_subcommand("check", "Say what is wrong with a pack");
    check->add_option("folder", folder, "The pack's folder")
        ->required()
        ->type_name("DIR")
        ->check(path_error);
    check->add_flag("--json", json, "As JSON");

    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = cli.exit(error, std::cout, std::cerr);
        return code == 0 ? kOk : kUsage;
    }

    Options options{.command = RunDesk{}, .places = places, .config_given = !config.empty()};
    if (!config.empty()) {
        options.places.config = config;
    }
    if (!state.empty()) {
        options.places.state = state;
    }
    if (*show) {
        options.command = Show{what};
    } else if (*describe) {
        options.command = Describe{json};
    } else if (*check) {
        options.command = Check{.folder = folder, .json = json};
    } else {
        RunDesk run{.pack = std::nullopt, .window = parse_size(window)};
        if (!pack.empty()) {
            run.pack = pack;
        }
        options.command = run;
    }
    return options;
}

} // namespace app
