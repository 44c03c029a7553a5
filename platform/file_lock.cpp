#include "platform/file_lock.h"

#include "i18n/message.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>

namespace platform {

using i18n::tr;

Result<FileLock> FileLock::take(const std::filesystem::path& path) {
    Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    int locked = -1;
    do {
        locked = ::flock(file.get(), LOCK_EX);
    } while (locked != 0 && errno == EINTR);
    if (locked != 0) {
        return std::unexpected(Failure{tr("\"{0}\" cannot be locked: {1}.", path.string(),
                                          std::generic_category().message(errno))});
    }
    return FileLock{std::move(file)};
}

} // namespace platform
