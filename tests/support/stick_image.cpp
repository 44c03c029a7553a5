#include "support/stick_image.h"

#include <csignal>
#include <stdexcept>

#include <sys/mount.h>

namespace support {

StickImage::StickImage() {
    std::filesystem::create_directory(place());
}

void StickImage::run(const std::vector<std::string>& command) const {
    const Ended ended = run_to_end(command);
    if (ended.exit_code != 0) {
        throw std::runtime_error("No stick could be made: " + command.front() +
                                 " said: " + ended.out + ended.err);
    }
}

std::unique_ptr<StickImage> StickImage::fat(const std::filesystem::path& content) {
    std::unique_ptr<StickImage> stick(new StickImage);
    stick->run({"truncate", "-s", "64M", stick->image()});
    stick->run({"mkfs.vfat", "-n", "CARDS", stick->image()});
    stick->run({"sh", "-c",
                "cd '" + content.string() + "' && mcopy -s -i '" + stick->image() + "' * ::/"});
    stick->driver_ = std::make_unique<Child>(
        std::vector<std::string>{"fusefat", "-f", "-o", "ro", stick->image(), stick->place()});
    stick->mounted_ = wait_until(
        [&] { return !std::filesystem::is_empty(stick->place()) || !stick->driver_->running(); });
    if (!stick->driver_->running()) {
        throw std::runtime_error("No stick could be mounted: fusefat said: " +
                                 stick->driver_->err());
    }
    return stick;
}

std::unique_ptr<StickImage> StickImage::ext4(const std::filesystem::path& content) {
    std::unique_ptr<StickImage> stick(new StickImage);
    stick->run({"truncate", "-s", "64M", stick->image()});
    stick->run({"mke2fs", "-q", "-t", "ext4", "-d", content, stick->image()});
    stick->run({"mount", "-o", "ro,loop,nosuid,nodev,noexec", stick->image(), stick->place()});
    stick->mounted_ = true;
    return stick;
}

void StickImage::pull() {
    if (driver_) {
        driver_->signal(SIGKILL);
        driver_->wait();
    }
}

StickImage::~StickImage() {
    if (mounted_) {
        ::umount2(place().c_str(), MNT_DETACH);
    }
}

} // namespace support
