#include "packs/hand_out.h"

#include "i18n/message.h"
#include "packs/limits.h"

#include <string_view>
#include <tuple>

namespace packs {

namespace {

using i18n::tr;
using platform::Disk;
using platform::EntryKind;
using platform::Failure;
using platform::Folder;
using platform::Result;

constexpr std::size_t kLargestFile = 16UZ << 20U;

constexpr i18n::Message kHowTo = i18n::message(
    // Translators: a text file; deskcards, pack.yaml, situations, frameworks stay as they are.
    "How to change the cards\n"
    "=======================\n"
    "\n"
    "The folder beside this file holds all cards as plain text. Any editor will do.\n"
    "\n"
    "1. Copy the folder to your computer and work there.\n"
    "2. Each card is a file in \"situations\" or \"frameworks\". A line that begins with > is\n"
    "   something to say, one that begins with - something to do. Save as plain text.\n"
    "3. In pack.yaml, make the version one higher. Phone numbers and the address are there, "
    "too.\n"
    "4. Copy the folder back to the stick and call it deskcards.\n"
    "5. Plug the stick into the desk. It shows what is new and asks for your PIN, unless the\n"
    "   folder is signed. You can pull the stick out as soon as the desk says so.\n");

/// With the line ends that every editor knows.
std::string for_windows(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') {
            lines += '\r';
        }
        lines += c;
    }
    return lines;
}

struct CopyingOut {
    const Folder* source;
    Disk* target;

    Result<void> folder(const std::string& from, const std::string& to, int depth) const;
    Result<void> file(const std::string& from, const std::string& to) const;
};

std::string below(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

Result<void> CopyingOut::file(const std::string& from, const std::string& to) const {
    const auto bytes = source->read(from, kLargestFile);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (auto written = target->write(to, *bytes); !written) {
        return written;
    }
    return target->sync(to);
}

Result<void> CopyingOut::folder(const std::string& from, const std::string& to, int depth) const {
    const auto entries = source->list(from, kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    if (!to.empty()) {
        if (auto made = target->make_folder(to); !made) {
            return made;
        }
    }
    for (const platform::Entry& entry : *entries) {
        Result<void> copied;
        // A seal is for the words as they were: whoever changes them makes a new one.
        if (entry.name.starts_with('.') || entry.name.starts_with("SHA256SUMS")) {
            continue;
        }
        if (entry.kind == EntryKind::file) {
            copied = file(below(from, entry.name), below(to, entry.name));
        } else if (entry.kind == EntryKind::folder && depth < kDeepest) {
            copied = folder(below(from, entry.name), below(to, entry.name), depth + 1);
        }
        if (!copied) {
            return copied;
        }
    }
    return target->sync(to);
}

void take_away(Disk& disk, const std::string& path) {
    if (disk.kind(path) == EntryKind::folder) {
        if (const auto entries = disk.list(path, kMostEntries)) {
            for (const platform::Entry& entry : *entries) {
                take_away(disk, below(path, entry.name));
            }
        }
    }
    std::ignore = disk.remove(path); // the failure that led here is the one to tell of
}

Result<std::string> free_name(const Disk& stick, const std::string& wanted) {
    constexpr int kMost = 99;
    for (int i = 1; i <= kMost; ++i) {
        std::string name = i == 1 ? wanted : wanted + "-" + std::to_string(i);
        if (stick.kind(name) == EntryKind::none) {
            return name;
        }
    }
    return std::unexpected(Failure{tr("There are too many folders called {0} on the stick. Remove "
                                      "the old ones, then try again.",
                                      wanted)});
}

/// A stick that has a file of that name keeps its own.
Result<void> put_beside(Disk& stick, const std::string& name, std::string_view bytes) {
    if (stick.kind(name) != EntryKind::none) {
        return {};
    }
    auto written = stick.write(name, bytes);
    return written ? stick.sync(name) : written;
}

} // namespace

Result<void> copy_out(const Folder& source, const std::string& from, Disk& target,
                      const std::string& to) {
    auto copied = CopyingOut{&source, &target}.folder(from, to, 0);
    if (!copied) {
        take_away(target, to);
    }
    return copied;
}

Result<std::string> hand_out(const Folder& source, const std::string& from, Disk& stick) {
    auto name = free_name(stick, "deskcards");
    if (!name) {
        return name;
    }
    if (auto copied = copy_out(source, from, stick, *name); !copied) {
        return std::unexpected(Failure{
            // Translators: {0} is a sentence that says why.
            tr("The cards could not be copied to the stick: {0}", copied.error().sentence)});
    }
    if (auto written = put_beside(stick, "deskcards-how-to.txt", for_windows(kHowTo)); !written) {
        return std::unexpected(written.error());
    }
    if (auto synced = stick.sync(""); !synced) {
        return std::unexpected(synced.error());
    }
    return name;
}

Result<std::string> hand_out_files(std::span<const cards::SourceFile> files,
                                   const std::string& folder, Disk& stick) {
    auto name = free_name(stick, folder);
    if (!name) {
        return name;
    }
    Result<void> done = stick.make_folder(*name);
    for (const cards::SourceFile& file : files) {
        const std::string path = below(*name, file.path);
        if (done) {
            done = stick.write(path, file.bytes);
        }
        if (done) {
            done = stick.sync(path);
        }
    }
    for (const std::string& synced : {*name, std::string()}) {
        if (done) {
            done = stick.sync(synced);
        }
    }
    if (!done) {
        take_away(stick, *name);
        return std::unexpected(done.error());
    }
    return name;
}

Result<std::string> pass_on(const Folder& made, Disk& stick) {
    const auto entries = made.list("", kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    Result<std::string> name = std::unexpected(Failure{tr("There is nothing to be written.")});
    for (const platform::Entry& entry : *entries) {
        if (entry.kind != EntryKind::folder) {
            continue;
        }
        name = free_name(stick, entry.name);
        const auto copied = name ? copy_out(made, entry.name, stick, *name) : Result<void>();
        if (!copied) {
            return std::unexpected(copied.error());
        }
    }
    for (const platform::Entry& entry : *entries) {
        if (!name || entry.kind != EntryKind::file) {
            continue;
        }
        const auto bytes = made.read(entry.name, kLargestFile);
        const auto put = bytes ? put_beside(stick, entry.name, *bytes)
                               : Result<void>(std::unexpected(bytes.error()));
        if (!put) {
            return std::unexpected(put.error());
        }
    }
    const auto synced = stick.sync("");
    return synced ? name : Result<std::string>(std::unexpected(synced.error()));
}

} // namespace packs
