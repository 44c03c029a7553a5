#include "platform/priority.h"

#include <sys/resource.h>
#include <unistd.h>

namespace platform {

void work_behind_others() {
    constexpr int kNice = 19; // the last, and still a little when others want all of the processor
    // On Linux each thread has a priority of its own.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNice);
}

} // namespace platform
