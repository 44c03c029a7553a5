#include "simulated.h"
#include "support/filled_ledger.h"
#include "tally/ledger.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>

/// Fills a desk's state folder with the counts of two years that were never worked, to look at what
/// the manager is shown of them: two_years FOLDER [INTERACTIONS]

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: two_years FOLDER [INTERACTIONS]\n");
        return 2;
    }
    try {
        simulated::Settings settings{.seed = 1, .unfair = true};
        if (argc > 2) {
            settings.interactions = std::stoi(argv[2]);
        }
        const std::filesystem::path folder = argv[1];
        std::filesystem::create_directories(folder);
        support::fill_ledger(folder / tally::kLedgerFile, simulated::counts(settings));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "two_years: %s\n", error.what());
        return 1;
    }
}
