#include "targets.h"

#include <cstddef>
#include <cstdint>

/// libFuzzer's entry, built once for each target; FUZZ_TARGET names it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
