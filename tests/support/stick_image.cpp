#include "support/stick_image.h"

#include "support/waiting.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <string_view>
#include <sys/mount.h>
#include <sys/stat.h>
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

/// A mounted folder is another file system than the one it lies in.
bool is_mounted(const fs::path& place) {
    struct stat inside{};
    struct stat around{};
    return ::stat(place.c_str(), &inside) == 0 &&
           ::stat(place.parent_path().c_str(), &around) == 0 && inside.st_dev != around.st_dev;
}

} // namespace

bool enter_own_mount_table() {
    // NOLINTNEXTLINE(*-mt-unsafe): nothing here changes the environment
    const char* const refused = std::getenv("DESKCARDS_NO_MOUNTS");
    if (refused != nullptr && std::string_view(refused) == "1") {
        return false;
    }
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        !fs::exists("/dev/fuse")) {
        throw std::runtime_error(
            "This process may not mount: it takes root, and /dev/fuse. Run the test as root, or "
            "set DESKCARDS_NO_MOUNTS=1 to go without real sticks.");
    }
    return true;
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
