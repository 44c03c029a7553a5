#include "../../support/in_language.h"
#include "made_up.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <span>
#include <string>

namespace {

int write(const tally::Report& report, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const cards::SourceFile& file : tally::write_report(report)) {
        std::ofstream out(folder / file.path, std::ios::binary);
        out << file.bytes;
        if (!out.flush()) {
            std::cerr << "sample_report: " << (folder / file.path) << " cannot be written\n";
            return 1;
        }
    }
    return 0;
}

/// As the program leaves it, with branches compared.
tally::Report joint() {
    tally::Report report = tally::merge(made_up::branches());
    report.evaluation.comparisons = 15;
    report.evaluation.findings = {{.what = desk::Compared::imposed,
                                   .card = "sleeping",
                                   .between_branches = true,
                                   .high = "Hill Branch",
                                   .high_of = 18,
                                   .high_count = 11,
                                   .low = "Riverside",
                                   .low_of = 106,
                                   .low_count = 21,
                                   .chi_squared = 14.2,
                                   .degrees = 1,
                                   .p = 0.00016,
                                   .p_adjusted = 0.0024}};
    return report;
}

} // namespace

/// sample_report busy|quiet|empty|branches FOLDER [LANGUAGE]
int main(int argc, char** argv) {
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 3) {
        std::cerr << "usage: sample_report busy|quiet|empty|branches FOLDER [LANGUAGE]\n";
        return 2;
    }
    const InLanguage language(arguments.size() > 3 ? arguments[3] : "en");
    const std::map<std::string, tally::Report> reports{{"busy", made_up::busy()},
                                                       {"quiet", made_up::quiet()},
                                                       {"empty", made_up::empty()},
                                                       {"branches", joint()}};
    const auto found = reports.find(arguments[1]);
    if (found == reports.end()) {
        std::cerr << "sample_report: there is no report of that name\n";
        return 2;
    }
    return write(found->second, arguments[2]);
}
