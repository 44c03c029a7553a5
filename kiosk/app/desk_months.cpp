#include "app/desk_months.h"

#include "app/note.h"
#include "i18n/message.h"
#include "platform/disk.h"
#include "platform/durable.h"
#include "tally/csv.h"
#include "tally/month_file.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

using i18n::tr;
using platform::Entry;
using platform::EntryKind;
using platform::Failure;
using platform::RealFolder;
using platform::Result;

constexpr int kDeepest = 3;
constexpr std::size_t kMostEntries = 100'000; ///< Of a folder.

/// Takes what is in one of the folders.
class Search {
public:
    Search(const RealFolder& disk, std::string name, JoinedMonths& joined)
        : disk_(disk), name_(std::move(name)), joined_(joined) {}

    void look(const std::string& folder, int depth) {
        auto entries = disk_.list(folder, kMostEntries);
        if (!entries) {
            leave_out(entries.error().sentence);
            return;
        }
        // So that of two files of one month the same is taken each time.
        std::ranges::sort(*entries, {}, &Entry::name);
        for (const Entry& entry : *entries) {
            const std::string path = platform::join(folder, entry.name);
            if (entry.kind == EntryKind::folder && depth < kDeepest &&
                !entry.name.starts_with('.')) {
                look(path, depth + 1);
            } else if (const auto month = tally::parse_month_file_name(entry.name);
                       month && entry.kind == EntryKind::file) {
                take(path, *month);
            }
        }
    }

private:
    void take(const std::string& path, std::chrono::year_month named) {
        const auto bytes = disk_.read(path, tally::kMaxCsvBytes);
        if (!bytes) {
            leave_out(bytes.error().sentence);
            return;
        }
        const auto month = tally::read_month(*bytes);
        const auto taken = !month ? std::unexpected(month.error())
                           : month->head.month != named
                               ? std::unexpected(tr("It is of another month than its name says."))
                               : joined_.joint.add(*month);
        if (!taken) {
            // Translators: {0} is a file, {1} says why.
            leave_out(tr("\"{0}\" is left out: {1}", platform::join(name_, path), taken.error()));
        }
    }

    void leave_out(const std::string& sentence) {
        ++joined_.left_out;
        note(sentence);
    }

    const RealFolder& disk_;
    std::string name_; ///< For sentences.
    JoinedMonths& joined_;
};

} // namespace

Result<JoinedMonths> join_months(std::span<const std::filesystem::path> folders,
                                 std::chrono::year_month_day today) {
    JoinedMonths joined{.joint = tally::Joint(today)};
    for (const std::filesystem::path& folder : folders) {
        const auto disk = RealFolder::open(folder);
        if (!disk) {
            return std::unexpected(disk.error());
        }
        Search(**disk, folder.string(), joined).look("", 0);
    }
    if (joined.joint.empty()) {
        return std::unexpected(Failure{
            tr("There is no report of a branch and no desk's counts of a month to be joined.")});
    }
    return joined;
}

} // namespace app
