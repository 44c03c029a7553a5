#include "platform/moment.h"

namespace platform {

Moment now() {
    return std::chrono::duration_cast<Moment>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace platform
