#include "app/drop_worker.h"

#include "app/note.h"
#include "platform/priority.h"

#include <chrono>
#include <utility>

namespace app {

DropWorker::DropWorker(Setup setup, std::function<void(desk::Event)> post)
    : lock_(std::move(setup.lock)), reception_(std::move(setup.reception), std::move(post)) {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    if (setup.places) {
        watch_.emplace(std::move(*setup.places),
                       [this](platform::DropSighting sighting) { put(std::move(sighting)); });
    }
}

DropWorker::~DropWorker() {
    watch_.reset(); // first: it calls us
    thread_.request_stop();
    thread_.join();
}

void DropWorker::put(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    has_job_.notify_one();
}

void DropWorker::take(const desk::Effect& effect) {
    std::visit(
        [this](const auto& it) {
            if constexpr (std::is_constructible_v<Job, decltype(it)>) {
                put(it);
            }
        },
        effect);
}

void DropWorker::reload() {
    put(Reception::Reload{});
}

void DropWorker::hand_out_report(std::string made, std::vector<cards::SourceFile> files) {
    put(Reception::HandOutReport{.made = std::move(made), .files = std::move(files)});
}

void DropWorker::note_good_start() {
    put(Reception::GoodStart{});
}

void DropWorker::run(const std::stop_token& stop) {
    platform::work_behind_others();
    {
        const auto alone = lock_packs();
        reception_.begin();
    }
    const auto has_job = [this] { return !jobs_.empty(); };
    while (true) {
        std::unique_lock lock(mutex_);
        const auto due = reception_.next_look();
        const bool woken = due == DropFolders::Time::max()
                               ? has_job_.wait(lock, stop, has_job)
                               : has_job_.wait_until(lock, stop, due, has_job);
        if (!woken && stop.stop_requested()) {
            return;
        }
        if (!woken) {
            lock.unlock();
            const auto alone = lock_packs();
            reception_.look_again_where_due(stop);
            continue;
        }
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        const auto alone = lock_packs();
        std::visit([&](const auto& it) { reception_.act(it, stop); }, job);
    }
}

std::optional<platform::FileLock> DropWorker::lock_packs() const {
    auto alone = platform::FileLock::take(lock_);
    if (!alone) {
        note(alone.error().sentence); // going on: the disk will say what is wrong
        return std::nullopt;
    }
    return std::move(*alone);
}

} // namespace app
