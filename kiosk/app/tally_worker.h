#pragma once

#include "app/config.h"
#include "desk/effect.h"
#include "desk/event.h"
#include "tally/ledger.h"
#include "tally/report.h"

#include <chrono>
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

/// Counts what the desk says that it has seen, on a thread of its own: the medium may take its
/// time. Whatever goes wrong with it is told to the manager and to the journal, and stops nothing.
class TallyWorker {
public:
    struct Setup {
        std::filesystem::path ledger; ///< The file of the counts.
        Config config;
        std::chrono::year_month_day today{}; ///< At the start: what is too old then is forgotten.
    };
    /// What is done with a report's files.
    using HandOver = std::function<void(std::string made, std::vector<cards::SourceFile> files)>;

    /// `post` and `hand_over` are called on the worker's thread, until it is destroyed.
    TallyWorker(Setup setup, std::function<void(desk::Event)> post, HandOver hand_over);
    TallyWorker(const TallyWorker&) = delete;
    TallyWorker& operator=(const TallyWorker&) = delete;
    TallyWorker(TallyWorker&&) = delete;
    TallyWorker& operator=(TallyWorker&&) = delete;
    /// Counts first what it was told to.
    ~TallyWorker();

    /// Does what the desk asks for, when it comes to it. Effects that are not about counts are
    /// passed over.
    void take(const desk::Effect& effect);

private:
    using Job = std::variant<desk::Count, desk::Evaluate, desk::WriteReport>;

    void run(const std::stop_token& stop);
    void act(const desk::Count& job);
    void act(const desk::Evaluate& job);
    void act(const desk::WriteReport& job);

    bool open_ledger();
    void forget_old(std::chrono::year_month month);
    tally::Counts read_counts();
    void complain(const std::string& sentence);

    Setup setup_;
    std::function<void(desk::Event)> post_;
    HandOver hand_over_;
    std::optional<tally::Ledger> ledger_;
    std::string notice_;                               ///< For the manager; may be empty.
    std::optional<std::chrono::year_month> forgot_in_; ///< The month in which it last forgot.

    std::mutex mutex_;
    std::condition_variable_any has_job_;
    std::deque<Job> jobs_;
    std::jthread thread_;
};

} // namespace app
