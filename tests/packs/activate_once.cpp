// Brings a pack of the version on the command line into the store in the folder on the command
// line: what the test of killed imports runs, and kills, over and over.

#include "store_support.h"

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 3) {
        return 2;
    }
    const auto disk = platform::RealFolder::open(argv[1]);
    if (!disk) {
        std::cerr << disk.error().sentence << '\n';
        return 1;
    }
    packs::Store store(**disk);
    return store.tidy_up() && packs_test::bring(store, **disk, std::strtoull(argv[2], nullptr, 10))
               ? 0
               : 1;
}
