#pragma once

#include <cstdio>
#include <exception>

namespace bench {

/// Runs a benchmark; what goes wrong is said on standard error. Returns the exit code.
inline int run(const char* name, void (*measure)()) {
    try {
        measure();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", name, error.what());
        return 1;
    }
}

} // namespace bench
