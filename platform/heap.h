#pragma once

namespace platform {

/// Gives memory that was freed back to the system. Takes some milliseconds.
void give_back_memory();

} // namespace platform
