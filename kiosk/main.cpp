#include "app/options.h"
#include "app/run.h"
#include "platform/picture_child.h"
#include "platform/places.h"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    if (platform::is_picture_child(argc, argv)) {
        platform::decode_for_parent();
    }
    try {
        const auto parsed = app::parse_options(argc, argv, platform::find_places());
        if (const int* exit_code = std::get_if<int>(&parsed)) {
            return *exit_code;
        }
        return app::run(std::get<app::Options>(parsed));
    } catch (const std::exception& error) {
        std::cerr << "deskcards: Something unforeseen happened (" << error.what()
                  << "). Start the desk again.\n";
        return app::kFailed;
    }
}
