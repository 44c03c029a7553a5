#pragma once

/// Who goes first.
namespace platform {

/// Lets every other thread of this machine go before the one that calls, and before those and the
/// processes that it starts: what is drawn for somebody who waits comes first. If the system does
/// not let it, nothing changes.
void work_behind_others();

} // namespace platform
