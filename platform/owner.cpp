#include "platform/owner.h"

#include "i18n/message.h"

#include <cstdlib>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace platform {

Result<void> become_owner_of(const std::filesystem::path& folder) {
    struct stat about{};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &about) != 0 || about.st_uid == 0) {
        return {};
    }
    const passwd* const owner = ::getpwuid(about.st_uid);
    const gid_t group = owner != nullptr ? owner->pw_gid : about.st_gid;
    const bool groups =
        owner != nullptr ? ::initgroups(owner->pw_name, group) == 0 : ::setgroups(0, nullptr) == 0;
    if (!groups || ::setgid(group) != 0 || ::setuid(about.st_uid) != 0) {
        return std::unexpected(Failure{
            i18n::tr("The folder {0} belongs to another user, and this cannot be done as them.",
                     folder.string())});
    }
    return {};
}

} // namespace platform
