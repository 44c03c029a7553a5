// Counts visits in the ledger on the command line, one after the other, and after each that is said
// to be counted prints a letter: what the test of killed desks runs, and kills.
//
// count_on FILE NAME ROUNDS: in each round a card of its own, "NAME-0", "NAME-1"…, with several
// rows ('o'), and one that all share, "shared" ('s').

#include "ledger_support.h"

#include <cstdlib>
#include <iostream>

#include <unistd.h>

namespace {

/// At once: what stays in a buffer would be lost with the process.
bool say(char letter) {
    return ::write(STDOUT_FILENO, &letter, 1) == 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        return 2;
    }
    auto opened = tally::Ledger::open(argv[1]);
    if (!opened || !opened->notice.empty()) {
        std::cerr << (opened ? opened->notice : opened.error().sentence) << '\n';
        return 1;
    }
    const std::string name = argv[2];
    const long rounds = std::strtol(argv[3], nullptr, 10);
    for (long i = 0; i < rounds; ++i) {
        for (const auto& [visit, letter] :
             {std::pair(tally_test::long_visit(name + "-" + std::to_string(i)), 'o'),
              std::pair(tally_test::visit("shared"), 's')}) {
            if (const auto recorded = opened->ledger.record(visit); !recorded) {
                std::cerr << recorded.error().sentence << '\n';
                return 1;
            }
            if (!say(letter)) {
                return 1;
            }
        }
    }
    return 0;
}
