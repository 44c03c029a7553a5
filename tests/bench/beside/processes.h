#pragma once

#include <sys/types.h>

namespace beside {

/// What a process and all that it has started use.
struct Usage {
    double pss_mib = 0; ///< Memory; what is shared counts in proportion (smaps_rollup).
    double cpu_ms = 0;  ///< Processor time until now, without that of processes that have ended.
    int processes = 0;
};

/// Of the processes that run now, `root` and its descendants.
Usage usage_of_tree(pid_t root);

} // namespace beside
