#include "support/x_server.h"

#include <stdexcept>
#include <utility>

namespace support {

namespace {

std::vector<std::string> command_for(int width_px, int height_px,
                                     const std::vector<std::string>& arguments) {
    std::vector<std::string> command{
        "Xvfb",      "-displayfd",
        "1",         "-screen",
        "0",         std::to_string(width_px) + "x" + std::to_string(height_px) + "x24",
        "-nolisten", "tcp",
        "-noreset"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

/// What a program that could not do its work has to say, with the package that it comes from.
std::string why(const std::string& program, const std::string& package, int exit_code,
                const std::string& err) {
    return exit_code == 127
               ? program + " is not installed: these tests need the package " + package + "."
               : program + " failed: " + err;
}

Ended set_layout(const std::string& display, const std::string& layout,
                 const std::string& variant) {
    return run_to_end({"setxkbmap", "-display", display, "-layout", layout, "-variant", variant});
}

} // namespace

XServer::XServer(int width_px, int height_px, const std::vector<std::string>& arguments)
    : server_(command_for(width_px, height_px, arguments)) {
    const bool ready =
        wait_until([&] { return server_.out().ends_with('\n') || !server_.running(); });
    if (!ready || !server_.running()) {
        throw std::runtime_error(
            why("Xvfb", "xvfb", server_.exit_code().value_or(1), server_.err()));
    }
    const std::string number = server_.out();
    name_ = ":" + number.substr(0, number.find('\n'));
}

Layout::Layout(std::string display, const std::string& layout, const std::string& variant)
    : display_(std::move(display)) {
    const Ended ended = set_layout(display_, layout, variant);
    if (ended.exit_code != 0) {
        throw std::runtime_error(why("setxkbmap", "x11-xkb-utils", ended.exit_code, ended.err));
    }
}

Layout::~Layout() {
    try {
        set_layout(display_, "us", "");
    } catch (const std::exception&) {
        return; // the display is gone, and its layout with it
    }
}

} // namespace support
