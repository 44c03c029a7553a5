#pragma once

#include <cstddef>

namespace platform {

/// How much a process that has nothing may still use.
struct SandboxLimits {
    /// Address space. The largest picture that is taken (40 megapixels, progressive JPEG) needs
    /// 480 MB besides the 150 MB that the program's libraries are mapped at. Not set in a build
    /// with AddressSanitizer, whose shadow is some terabytes of it.
    std::size_t memory_bytes = 768UZ << 20U;
    int cpu_seconds = 10;
};

/// Takes everything from this process, for as long as it lives, but its standard input, its
/// standard output and some memory: no files, no network, no other process, no new program. A
/// system call that is not one of these few kills the process at once. SANDBOX.md says more.
///
/// To be called first thing, with one thread. False if the kernel does not confine the process:
/// then it must not touch what it was to be confined for.
bool enter_sandbox(const SandboxLimits& limits = {});

/// What a process exits with when `enter_sandbox` returns false.
inline constexpr int kNotConfined = 97;

} // namespace platform
