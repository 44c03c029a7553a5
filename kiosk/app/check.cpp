#include "app/check.h"

#include "app/options.h"
#include "cards/rules.h"
#include "packs/folder.h"
#include "packs/pictures.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace app {

namespace {

using nlohmann::ordered_json;

std::string as_json(const cards::Reading& reading) {
    ordered_json json{{"usable", reading.pack.has_value()},
                      {"cards", reading.pack ? reading.pack->cards.size() : 0},
                      {"problems", ordered_json::array()}};
    for (const cards::Problem& problem : reading.problems) {
        json["problems"].push_back(
            {{"severity", problem.severity == cards::Severity::error ? "error" : "warning"},
             {"file", problem.file},
             {"line", problem.line},
             {"text", problem.text}});
    }
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// Tries every picture in the folder, shown or not: a pack comes in with all of them or not at all.
void check_pictures_of(const std::filesystem::path& folder, const std::filesystem::path& program,
                       cards::Reading& reading) {
    const auto pictures = packs::pictures_in(folder);
    const auto files = platform::RealFolder::open(folder);
    if (pictures.empty() || !files) {
        return;
    }
    const auto noticed =
        packs::check_pictures(**files, "", pictures, {.program = program, .stop = {}});
    reading.problems.insert(reading.problems.end(), noticed.begin(), noticed.end());
    cards::sort_problems(reading.problems);
    if (cards::has_errors(noticed)) {
        reading.pack.reset();
    }
}

} // namespace

int check_pack(const std::filesystem::path& folder, bool json, std::ostream& out,
               const std::filesystem::path& program) {
    cards::Reading reading = packs::read_folder(folder);
    if (reading.pack) {
        const auto noticed = cards::check_rules(*reading.pack);
        reading.problems.insert(reading.problems.end(), noticed.begin(), noticed.end());
        check_pictures_of(folder, program, reading);
    }
    if (json) {
        out << as_json(reading);
    } else {
        for (const cards::Problem& problem : reading.problems) {
            out << cards::to_string(problem) << '\n';
        }
    }
    return cards::has_errors(reading.problems) ? kFailed : kOk;
}

} // namespace app
