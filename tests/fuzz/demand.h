#pragma once

#include <cstdlib>

namespace fuzz {

/// Ends the fuzzer's run with a finding if a promise was not kept.
inline void demand(bool kept) {
    if (!kept) {
        std::abort();
    }
}

} // namespace fuzz
