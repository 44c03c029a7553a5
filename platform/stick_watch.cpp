#include "platform/stick_watch.h"

#include "platform/descriptor.h"
#include "platform/mounts.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <map>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <thread>
#include <tuple>
#include <unistd.h>
#include <utility>

namespace platform {

namespace {

namespace fs = std::filesystem;
using Time = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

/// Whoever fills a folder is done when nothing has changed for so long.
constexpr milliseconds kRest{1000};
/// A drop folder that is not there yet is looked for again.
constexpr milliseconds kLookAgain = std::chrono::minutes(1);

std::string read_all(int file) {
    std::string text;
    std::array<char, 16384> chunk{};
    ::lseek(file, 0, SEEK_SET);
    while (true) {
        const ssize_t got = ::read(file, chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return text;
        }
        text.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

/// The spool's entries, as far as they are of sticks, by the sticks' names.
std::map<std::string, Spooled> list_spool(const fs::path& spool) {
    constexpr std::size_t kMost = 100; // a machine has a few ports
    std::map<std::string, Spooled> found;
    std::error_code error;
    auto it = fs::directory_iterator(spool, error);
    for (; !error && it != fs::directory_iterator() && found.size() < kMost; it.increment(error)) {
        const std::string name = it->path().filename();
        const std::string stick = name.substr(0, name.find('.'));
        if (!is_stick_name(stick)) {
            continue;
        }
        for (const Spooled state :
             {Spooled::reading, Spooled::failed, Spooled::crowded, Spooled::full, Spooled::whole}) {
            if (name == spool_name(stick, state)) {
                found[stick] = state;
            }
        }
    }
    return found;
}

bool is_below(const std::string& place, const std::string& root) {
    return place.size() > root.size() && place.starts_with(root) && place[root.size()] == '/';
}

} // namespace

bool is_stick_name(std::string_view name) {
    constexpr std::size_t kLongest = 32;
    return !name.empty() && name.size() <= kLongest && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string spool_name(std::string_view stick, Spooled state) {
    std::string name(stick);
    switch (state) {
    case Spooled::reading: name += ".reading"; break;
    case Spooled::failed: name += ".failed"; break;
    case Spooled::crowded: name += ".crowded"; break;
    case Spooled::full: name += ".full"; break;
    case Spooled::whole: break;
    }
    return name;
}

struct StickWatch::Impl {
    WatchedPlaces places;
    std::function<void(DropSighting)> on_sighting;
    Descriptor mounts{::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)};
    Descriptor changes{::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    Descriptor stop{::eventfd(0, EFD_CLOEXEC)};
    std::map<std::string, std::string> seen; ///< Devices by the places where they are mounted.
    struct WatchedFolder {
        int watch = -1;
        std::map<int, fs::path> below; ///< Watches of the folders in it.
        Time due = Time::max();        ///< When it counts as having come to rest.
        bool stale = false;            ///< There may be folders in it that are not watched yet.
    };
    std::map<fs::path, WatchedFolder> folders;
    int spool_watch = -1;
    std::map<std::string, Spooled> spooled;
    std::thread thread;

    void run();
    void look_at_mounts();
    void watch_spool();
    void look_at_spool();
    void look_at_folders();
    void watch_tree(const fs::path& folder, WatchedFolder& watched) const;
    void take_changes();
    void take_change(const fs::path& folder, WatchedFolder& watched, int watch,
                     std::uint32_t what) const;
    void report_rested();
    int time_to_sleep() const;
    bool is_stick(const Mount& mount) const;
};

bool StickWatch::Impl::is_stick(const Mount& mount) const {
    const bool placed = std::ranges::any_of(
        places.mount_roots, [&](const std::string& root) { return is_below(mount.place, root); });
    return placed && std::ranges::any_of(places.types, [&](const std::string& type) {
               return mount.type == type || (type == "fuse" && mount.type.starts_with("fuse"));
           });
}

void StickWatch::Impl::look_at_mounts() {
    std::map<std::string, std::string> now;
    for (const Mount& mount : parse_mountinfo(read_all(mounts.get()))) {
        if (is_stick(mount)) {
            now[mount.place] = mount.device;
        }
    }
    const auto before = std::exchange(seen, now);
    for (const auto& [place, device] : before) {
        const auto still = now.find(place);
        if (still == now.end() || still->second != device) {
            on_sighting(DropGone{place});
        }
    }
    for (const auto& [place, device] : now) {
        const auto old = before.find(place);
        if (old == before.end() || old->second != device) {
            on_sighting(DropAppeared{place});
        }
    }
}

/// Failures that were there before are old news.
void StickWatch::Impl::watch_spool() {
    if (!places.spool || spool_watch >= 0) {
        return;
    }
    spool_watch = ::inotify_add_watch(changes.get(), places.spool->c_str(),
                                      IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                          IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
    if (spool_watch >= 0) {
        for (const auto& [stick, state] : list_spool(*places.spool)) {
            if (state != Spooled::reading && state != Spooled::whole) {
                spooled.emplace(stick, state);
            }
        }
        look_at_spool();
    }
}

void StickWatch::Impl::look_at_spool() {
    const auto now = list_spool(*places.spool);
    const auto before = std::exchange(spooled, now);
    for (const auto& [stick, state] : before) {
        const auto still = now.find(stick);
        if (state == Spooled::whole && (still == now.end() || still->second != state)) {
            on_sighting(DropGone{*places.spool / stick});
        }
        if (state == Spooled::reading && still == now.end()) {
            on_sighting(DropFailed{.place = *places.spool / stick});
        }
    }
    for (const auto& [stick, state] : now) {
        const auto old = before.find(stick);
        if (old != before.end() && old->second == state) {
            continue;
        }
        const fs::path place = *places.spool / stick;
        switch (state) {
        case Spooled::reading: on_sighting(DropComing{place}); break;
        case Spooled::whole: on_sighting(DropAppeared{place}); break;
        case Spooled::failed:
        case Spooled::crowded:
        case Spooled::full: on_sighting(DropFailed{.place = place, .why = state}); break;
        }
    }
}

void StickWatch::Impl::watch_tree(const fs::path& folder, WatchedFolder& watched) const {
    // IN_MODIFY: a file that takes longer to write than kRest is not to be taken half written.
    constexpr std::uint32_t kChanges = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO |
                                       IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF |
                                       IN_ONLYDIR | IN_DONT_FOLLOW;
    constexpr int kDeepest = 4;
    constexpr std::size_t kMostWatches = 1000; // packs have a handful; the kernel's are shared
    const auto watch = [&](const fs::path& path) {
        const int id = ::inotify_add_watch(changes.get(), path.c_str(), kChanges);
        if (id >= 0) {
            watched.below[id] = path;
        }
        return id;
    };
    if (watched.watch < 0) {
        watched.watch = watch(folder);
    }
    watched.stale = false;
    std::error_code error;
    auto it = fs::recursive_directory_iterator(folder, error);
    for (;
         !error && it != fs::recursive_directory_iterator() && watched.below.size() < kMostWatches;
         it.increment(error)) {
        if (it->is_directory(error) && !it->is_symlink(error)) {
            watch(it->path());
        }
        if (it.depth() >= kDeepest) {
            it.disable_recursion_pending();
        }
    }
}

void StickWatch::Impl::look_at_folders() {
    for (auto& [folder, watched] : folders) {
        if (watched.watch < 0) {
            watch_tree(folder, watched);
            if (watched.watch >= 0) {
                watched.due = std::chrono::steady_clock::now() + kRest;
            }
        } else if (watched.stale) {
            watch_tree(folder, watched);
        }
    }
}

void StickWatch::Impl::take_changes() {
    alignas(inotify_event) std::array<char, 16384> buffer{};
    // Once only: poll says if there is more, and a folder that never rests must not keep the watch
    // from ending.
    const ssize_t got = ::read(changes.get(), buffer.data(), buffer.size());
    bool spool_changed = false;
    for (std::size_t at = 0; std::cmp_less(at, got);) {
        // NOLINTNEXTLINE(*-reinterpret-cast): inotify's way
        const auto* const event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        at += sizeof(inotify_event) + event->len;
        if (event->wd == spool_watch) {
            if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0) {
                spool_watch = -1;
            }
            spool_changed = true;
        }
        for (auto& [folder, watched] : folders) {
            if (watched.below.contains(event->wd) || (event->mask & IN_Q_OVERFLOW) != 0) {
                take_change(folder, watched, event->wd, event->mask);
            }
        }
    }
    if (spool_changed && places.spool) {
        look_at_spool();
    }
}

void StickWatch::Impl::take_change(const fs::path& folder, WatchedFolder& watched, int watch,
                                   std::uint32_t what) const {
    if (watch == watched.watch && (what & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0) {
        watched = {};
        on_sighting(DropGone{folder});
        return;
    }
    watched.due = std::chrono::steady_clock::now() + kRest;
    if ((what & IN_IGNORED) != 0) {
        watched.below.erase(watch);
    } else if ((what & (IN_ISDIR | IN_Q_OVERFLOW)) != 0) {
        watched.stale = true;
    }
}

void StickWatch::Impl::report_rested() {
    const Time now = std::chrono::steady_clock::now();
    for (auto& [folder, watched] : folders) {
        if (watched.due <= now) {
            watched.due = Time::max();
            on_sighting(DropAppeared{folder});
        }
    }
}

int StickWatch::Impl::time_to_sleep() const {
    constexpr int kUntilSomethingHappens = -1;
    std::optional<milliseconds> sleep;
    if (places.spool && spool_watch < 0) {
        sleep = kLookAgain;
    }
    for (const auto& [folder, watched] : folders) {
        milliseconds until = kLookAgain;
        if (watched.due != Time::max()) {
            until = std::chrono::ceil<milliseconds>(watched.due - std::chrono::steady_clock::now());
        } else if (watched.watch >= 0) {
            continue;
        }
        sleep = std::min(sleep.value_or(until), until);
    }
    return sleep ? static_cast<int>(std::max(sleep->count(), milliseconds::rep{0}))
                 : kUntilSomethingHappens;
}

void StickWatch::Impl::run() {
    if (!places.spool) {
        look_at_mounts();
    }
    while (true) {
        watch_spool();
        look_at_folders();
        std::array<pollfd, 3> waiting{{{.fd = stop.get(), .events = POLLIN, .revents = 0},
                                       // The kernel's word for "the table has changed".
                                       {.fd = mounts.get(), .events = POLLPRI, .revents = 0},
                                       {.fd = changes.get(), .events = POLLIN, .revents = 0}}};
        const int ready = ::poll(waiting.data(), waiting.size(), time_to_sleep());
        if ((ready < 0 && errno != EINTR) || waiting.at(0).revents != 0) {
            return;
        }
        if (waiting.at(1).revents != 0 && !places.spool) {
            look_at_mounts();
        }
        take_changes();
        report_rested();
    }
}

StickWatch::StickWatch(WatchedPlaces places, std::function<void(DropSighting)> on_sighting)
    : impl_(std::make_unique<Impl>()) {
    impl_->places = std::move(places);
    impl_->on_sighting = std::move(on_sighting);
    for (const fs::path& folder : impl_->places.folders) {
        impl_->folders.emplace(folder, Impl::WatchedFolder{});
    }
    impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

StickWatch::~StickWatch() {
    const std::uint64_t one = 1;
    std::ignore = ::write(impl_->stop.get(), &one, sizeof one);
    impl_->thread.join();
}

} // namespace platform
