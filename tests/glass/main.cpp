#include "support/x_server.h"

#include <catch2/catch_session.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    try {
        Catch::Session session;
        if (const int wrong = session.applyCommandLine(argc, argv); wrong != 0) {
            return wrong;
        }
        const Catch::ConfigData& asked = session.configData();
        if (asked.showHelp || asked.listTests || asked.listTags || asked.listReporters) {
            return session.run();
        }
        const support::XServer server(1920, 1080);
        ::setenv("DISPLAY", server.name().c_str(), 1);
        return session.run();
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
