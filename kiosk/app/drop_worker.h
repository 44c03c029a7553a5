#pragma once

#include "app/reception.h"
#include "desk/effect.h"
#include "desk/event.h"
#include "platform/file_lock.h"
#include "platform/stick_watch.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace app {

/// Brings packs to the desk, on a thread of its own: has the reception take in what sticks and drop
/// folders hold, and do what the desk decides.
class DropWorker {
public:
    struct Setup {
        Reception::Setup reception;
        std::filesystem::path lock; ///< The file that is locked while packs are changed.
        /// Where sticks are looked for; nothing is watched if it is empty.
        std::optional<platform::WatchedPlaces> places;
    };

    /// `post` is called on threads of the worker, until it is destroyed.
    DropWorker(Setup setup, std::function<void(desk::Event)> post);
    DropWorker(const DropWorker&) = delete;
    DropWorker& operator=(const DropWorker&) = delete;
    DropWorker(DropWorker&&) = delete;
    DropWorker& operator=(DropWorker&&) = delete;
    ~DropWorker();

    /// Does what the desk asks for, when it comes to it. Effects that are not about packs are
    /// passed over.
    void take(const desk::Effect& effect);

    /// The desk has drawn its first frame: its cards let it start.
    void note_good_start();

    /// Puts the files of a report that was made on that day (ISO) onto a stick. From any thread.
    void hand_out_report(std::string made, std::vector<cards::SourceFile> files);

    /// Other cards were put into use by another process.
    void reload();

private:
    using Job = std::variant<platform::DropSighting, desk::TakeDrop, desk::ForgetDrop,
                             desk::CloseNews, desk::GoBackTo, desk::CopyOut, desk::SetFirstPin,
                             desk::OfferNoPin, desk::LetManagerIn, Reception::HandOutReport,
                             Reception::Reload, Reception::GoodStart>;

    void run(const std::stop_token& stop);
    /// Holds the lock of whoever changes packs.
    std::optional<platform::FileLock> lock_packs() const;
    void put(Job job);

    std::filesystem::path lock_;
    Reception reception_;

    std::mutex mutex_;
    std::condition_variable_any has_job_;
    std::deque<Job> jobs_;
    std::jthread thread_;
    std::optional<platform::StickWatch> watch_;
};

} // namespace app
