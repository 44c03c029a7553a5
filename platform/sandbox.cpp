#include "platform/sandbox.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <memory>

#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DESKCARDS_WITH_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define DESKCARDS_WITH_ASAN 1
#endif

namespace platform {

namespace {

#ifdef DESKCARDS_WITH_ASAN
constexpr bool kWithAsan = true;
#else
constexpr bool kWithAsan = false;
#endif

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
    const rlimit wanted{.rlim_cur = soft, .rlim_max = hard};
    return ::setrlimit(resource, &wanted) == 0;
}

bool set_limits(const SandboxLimits& limits) {
    const auto seconds = static_cast<rlim_t>(std::max(limits.cpu_seconds, 1));
    return (kWithAsan || limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)) &&
           limit(RLIMIT_CPU, seconds, seconds + 1) && // SIGXCPU first, which tells why it ended
           limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, 0, 0) && limit(RLIMIT_NPROC, 0, 0) &&
           limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_MEMLOCK, 0, 0);
}

/// The call, if a numbered argument has one of the bits of `mask` only where `value` has it.
bool allow_if(scmp_filter_ctx filter, int call, std::initializer_list<scmp_arg_cmp> conditions) {
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call,
                                  static_cast<unsigned>(conditions.size()),
                                  conditions.begin()) == 0;
}

bool allow(scmp_filter_ctx filter, std::initializer_list<int> calls) {
    return std::ranges::all_of(calls, [&](int call) {
        return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 0, nullptr) == 0;
    });
}

scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
    return {.arg = argument, .op = SCMP_CMP_EQ, .datum_a = value, .datum_b = 0};
}

scmp_arg_cmp has_bits(unsigned argument, std::uint64_t mask, std::uint64_t bits) {
    return {.arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = bits};
}

/// Reading the one, writing the other, and memory that is nobody else's and holds no code.
bool allow_work(scmp_filter_ctx filter) {
    const auto no_code = has_bits(2, PROT_EXEC, 0);
    return allow_if(filter, SCMP_SYS(read), {equals(0, STDIN_FILENO)}) &&
           allow_if(filter, SCMP_SYS(write), {equals(0, STDOUT_FILENO)}) &&
           allow_if(filter, SCMP_SYS(mmap), {no_code, has_bits(3, MAP_ANONYMOUS, MAP_ANONYMOUS)}) &&
           allow_if(filter, SCMP_SYS(mprotect), {no_code}) &&
           allow(filter, {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
                          SCMP_SYS(exit), SCMP_SYS(exit_group)});
}

/// What AddressSanitizer does besides while it hands out memory. None of it opens anything.
bool allow_asan(scmp_filter_ctx filter) {
    return allow(filter,
                 {SCMP_SYS(futex), SCMP_SYS(gettid), SCMP_SYS(getpid), SCMP_SYS(sched_yield),
                  SCMP_SYS(sigaltstack), SCMP_SYS(rt_sigprocmask), SCMP_SYS(prctl)});
}

bool filter_calls() {
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(
        seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
    return filter != nullptr &&
           seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
           allow_work(filter.get()) && (!kWithAsan || allow_asan(filter.get())) &&
           seccomp_load(filter.get()) == 0;
}

} // namespace

bool enter_sandbox(const SandboxLimits& limits) {
    // An empty world of its own where the system lets one be made. It is not relied on: the filter
    // lets the process reach for nothing in any world.
    ::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS);
    return ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::prctl(PR_SET_DUMPABLE, 0) == 0 &&
           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && set_limits(limits) && filter_calls();
}

} // namespace platform
