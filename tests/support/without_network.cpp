/// without_network PROGRAM [ARGUMENT]…: runs a program which, with all that it starts, is killed at
/// once if it asks the kernel for a socket that reaches beyond this machine.

#include <array>
#include <cstdio>
#include <memory>
#include <span>

#include <seccomp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// Only sockets with a path in the file system are left; io_uring would make others unseen.
bool forbid_network() {
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW),
                                                                   &seccomp_release);
    if (filter == nullptr) {
        return false;
    }
    const auto kill_if = [&](int call, std::span<const scmp_arg_cmp> conditions) {
        return seccomp_rule_add_array(filter.get(), SCMP_ACT_KILL_PROCESS, call,
                                      static_cast<unsigned>(conditions.size()),
                                      conditions.data()) == 0;
    };
    const std::array other_than_unix{
        scmp_arg_cmp{.arg = 0, .op = SCMP_CMP_NE, .datum_a = AF_UNIX, .datum_b = 0}};
    return seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
           kill_if(SCMP_SYS(socket), other_than_unix) && kill_if(SCMP_SYS(io_uring_setup), {}) &&
           seccomp_load(filter.get()) == 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2 || !forbid_network()) {
        std::fputs("without_network: cannot forbid the network\n", stderr);
        return 2;
    }
    ::execvp(argv[1], argv + 1); // NOLINT(*-pointer-arithmetic)
    std::perror("without_network");
    return 127;
}
