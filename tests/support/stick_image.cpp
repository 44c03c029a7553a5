#include "support/stick_image.h"

#include "support/waiting.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace support {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kStickBytes = 96ULL << 20U;

void run(const std::vector<std::string>& command) {
    const Ended ended = run_to_end(command);
    if (ended.exit_code != 0) {
        throw std::runtime_error(command.front() + " failed: " + ended.err);
    }
}

/// An open file or folder.
struct File {
    int number;
    File(const char* path, int flags) : number(::open(path, flags | O_CLOEXEC)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    File(File&&) = delete;
    File& operator=(File&&) = delete;
    ~File() {
        if (number >= 0) {
            ::close(number);
        }
    }
};

/// A mounted folder is another file system than the one it lies in.
bool is_mounted(const fs::path& place) {
    struct stat inside{};
    struct stat around{};
    return ::stat(place.c_str(), &inside) == 0 &&
           ::stat(place.parent_path().c_str(), &around) == 0 && inside.st_dev != around.st_dev;
}

} // namespace

std::optional<std::string> enter_own_mount_table() {
    if (::unshare(CLONE_NEWNS) != 0) {
        return "no stick is mounted here: it takes root";
    }
    // In a changed root, "/" may be no mount that could be made private. Joining the table that it
    // is in already leads a process to the table's own root; from there it comes back.
    const File root("/", O_PATH | O_DIRECTORY);
    const File here(".", O_PATH | O_DIRECTORY);
    const File table("/proc/self/ns/mnt", O_RDONLY);
    if (::setns(table.number, CLONE_NEWNS) != 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::fchdir(root.number) != 0 || ::chroot(".") != 0 || ::fchdir(here.number) != 0) {
        throw std::runtime_error("a table of mounts was made, and could not be made private");
    }
    return fs::exists("/dev/fuse") ? std::nullopt
                                   : std::optional<std::string>("there is no /dev/fuse here");
}

StickImage make_stick_image(StickKind kind, const fs::path& content, fs::path file) {
    std::ofstream(file).close();
    fs::resize_file(file, kStickBytes);
    if (kind == StickKind::ext4) {
        run({"mke2fs", "-q", "-t", "ext4", "-d", content.string(), file.string()});
    } else {
        run({"mkfs.vfat", "-F", "32", file.string()});
        std::vector<std::string> copy{"mcopy", "-s", "-i", file.string()};
        for (const fs::directory_entry& entry : fs::directory_iterator(content)) {
            copy.push_back(entry.path().string());
        }
        copy.emplace_back("::");
        run(copy);
    }
    return {.file = std::move(file), .kind = kind};
}

PluggedStick::PluggedStick(const StickImage& image, fs::path place) : place_(std::move(place)) {
    fs::create_directories(place_);
    if (image.kind == StickKind::ext4) {
        run({"mount", "-t", "ext4", "-o", "loop,ro,nosuid,nodev,noexec,nosymfollow",
             image.file.string(), place_.string()});
        return;
    }
    driver_.emplace(std::vector<std::string>{"fusefat", "-f", "-o", "ro", image.file.string(),
                                             place_.string()});
    if (!wait_until([&] { return is_mounted(place_) || !driver_->running(); }) ||
        !driver_->running()) {
        throw std::runtime_error("fusefat did not mount: " + driver_->err());
    }
}

PluggedStick::~PluggedStick() {
    // Detached: whatever still has a file open must not keep the stick.
    ::umount2(place_.c_str(), MNT_DETACH);
    if (driver_) {
        driver_->signal(SIGKILL);
    }
}

void PluggedStick::freeze() const {
    driver_.value().signal(SIGSTOP);
}

void PluggedStick::pull_out() const {
    driver_.value().signal(SIGKILL);
}

} // namespace support
