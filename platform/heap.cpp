#include "platform/heap.h"

#include <malloc.h>

namespace platform {

void give_back_memory() {
    malloc_trim(0);
}

} // namespace platform
