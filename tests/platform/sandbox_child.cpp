// A program that enters the sandbox and then does what its argument says, for tests to see what
// becomes of it. It also decodes pictures, as the desk's own program does.
#include "platform/picture_child.h"
#include "platform/sandbox.h"

#include <csignal>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

constexpr int kSurvived = 0;

void say(std::string_view text) {
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) {
        ::_exit(1);
    }
}

void allocate() {
    constexpr std::size_t kPiece = 16UZ << 20U;
    while (true) {
        auto* const piece = static_cast<volatile char*>(std::malloc(kPiece));
        if (piece == nullptr) {
            say("no more");
            ::_exit(kSurvived);
        }
        piece[0] = 1; // it is there; touching all of it takes a slow machine longer than it has
    }
}

void flood() {
    const std::string much(1UZ << 20U, 'x');
    while (true) {
        say(much);
    }
}

void make_code() {
    if (::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0) == MAP_FAILED) {
        say("refused");
    }
}

/// What it has when it is confined, as far as it can be seen from before: "0 1 2", and how much
/// environment there is.
void tell_possessions() {
    std::string open;
    for (int fd = 0; fd < 1024; ++fd) {
        open += ::fcntl(fd, F_GETFD) >= 0 ? std::to_string(fd) + " " : "";
    }
    say(open + (environ == nullptr || *environ == nullptr ? "no environment" : "environment"));
}

using Deed = void (*)();

const std::map<std::string_view, Deed> kDeeds{
    {"nothing", [] {}},
    {"echo",
     [] {
         std::string text(4096, '\0');
         const ssize_t got = ::read(STDIN_FILENO, text.data(), text.size());
         say(std::string_view(text).substr(0, got > 0 ? static_cast<std::size_t>(got) : 0));
     }},
    {"open", [] { ::open("/etc/passwd", O_RDONLY); }},
    {"write-file", [] { ::open("/tmp/deskcards-escaped", O_WRONLY | O_CREAT, 0600); }},
    {"socket", [] { ::socket(AF_INET, SOCK_STREAM, 0); }},
    {"fork", [] { ::fork(); }},
    {"exec", [] { ::execl("/bin/true", "true", nullptr); }},
    {"kill-parent", [] { ::kill(::getppid(), 0); }},
    {"trace", [] { ::syscall(SYS_ptrace, 0, 0, 0, 0); }},
    {"make-code", make_code},
    {"read-other",
     [] {
         char byte = 0;
         (void)!::read(STDERR_FILENO, &byte, 1);
     }},
    {"unknown-call", [] { ::syscall(100000); }},
    {"allocate", allocate},
    {"loop",
     [] {
         volatile bool on = true;
         while (on) {
         }
     }},
    {"flood", flood},
    {"crash", [] { std::raise(SIGSEGV); }},
    {"exit-early", [] { ::_exit(3); }},
};

} // namespace

int main(int argc, char** argv) {
    if (platform::is_picture_child(argc, argv)) {
        platform::decode_for_parent();
    }
    const std::string_view deed = argc == 2 ? argv[1] : "";
    if (deed == "possessions") { // to be looked at from before the sandbox, which hides it
        tell_possessions();
        return kSurvived;
    }
    if (deed == "sleep") { // without a sandbox, since waiting takes a call
        ::pause();
    }
    if (deed == "false-answer") { // what a decoder might say that somebody else has taken over
        say(std::string(2, '\0') + std::string("\xFF\xFF\0\0\xFF\xFF\0\0 and no pixels", 23));
        return kSurvived;
    }
    if (!platform::enter_sandbox({.memory_bytes = 256UZ << 20U, .cpu_seconds = 1})) {
        return platform::kNotConfined;
    }
    const auto found = kDeeds.find(deed);
    if (found == kDeeds.end()) {
        ::_exit(2);
    }
    found->second();
    ::_exit(kSurvived);
}
