#include "platform/heap.h"

#include <malloc.h>
#include <tuple>

namespace platform {

void give_back_memory() {
    std::ignore = malloc_trim(0); // whether there was any
}

} // namespace platform
