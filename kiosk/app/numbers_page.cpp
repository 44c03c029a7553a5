#include "app/numbers_page.h"

#include "i18n/message.h"
#include "platform/durable.h"

namespace app {

std::string numbers_page(const cards::Pack& pack) {
    using i18n::tr;
    std::string page = tr("The cards cannot be shown just now. Call for help:") + "\n\n";
    for (const cards::Contact& contact : pack.contacts) {
        page += contact.who + "\n    " + contact.call + "\n\n";
    }
    if (!pack.address.empty()) {
        page += tr("This is:") + "\n    " + pack.address + "\n\n";
    }
    page += tr("Tell whoever looks after this desk.") + "\n";
    return page;
}

platform::Result<void> keep_numbers(platform::Disk& disk, const cards::Pack& pack) {
    constexpr std::size_t kLargest = 64UZ << 10U;
    const std::string page = numbers_page(pack);
    const auto kept = disk.read(kNumbersFile, kLargest);
    return kept && *kept == page ? platform::Result<void>()
                                 : platform::save(disk, kNumbersFile, page);
}

} // namespace app
