#include "app/tally_worker.h"

#include "app/note.h"
#include "app/reporting.h"
#include "platform/priority.h"

#include <memory>
#include <type_traits>
#include <utility>

namespace app {

namespace {

/// The month in which something was counted.
std::chrono::year_month month_of(const desk::Count& count) {
    if (const auto* const missed = std::get_if<desk::MissedSearch>(&count.what)) {
        return missed->month;
    }
    const auto* const visit = std::get_if<desk::Visit>(&count.what);
    return visit != nullptr ? visit->when.month : std::get<desk::Ended>(count.what).when.month;
}

} // namespace

TallyWorker::TallyWorker(Setup setup, std::function<void(desk::Event)> post, HandOver hand_over)
    : setup_(std::move(setup)), post_(std::move(post)), hand_over_(std::move(hand_over)) {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

TallyWorker::~TallyWorker() {
    thread_.request_stop();
    has_job_.notify_one();
    thread_.join();
}

void TallyWorker::take(const desk::Effect& effect) {
    std::visit(
        [this](const auto& it) {
            if constexpr (std::is_constructible_v<Job, decltype(it)>) {
                {
                    const std::scoped_lock lock(mutex_);
                    jobs_.emplace_back(it);
                }
                has_job_.notify_one();
            }
        },
        effect);
}

void TallyWorker::run(const std::stop_token& stop) {
    platform::work_behind_others();
    if (open_ledger()) {
        forget_old(setup_.today.year() / setup_.today.month());
    }
    while (true) {
        std::unique_lock lock(mutex_);
        has_job_.wait(lock, stop, [this] { return !jobs_.empty(); });
        if (jobs_.empty()) {
            return; // asked to stop, and all is counted
        }
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        std::visit([this](const auto& it) { act(it); }, job);
    }
}

void TallyWorker::complain(const std::string& sentence) {
    if (sentence != notice_) {
        note(sentence);
    }
    notice_ = sentence;
}

bool TallyWorker::open_ledger() {
    if (ledger_) {
        return true;
    }
    std::error_code error;
    if (!setup_.config.habits.counting && !std::filesystem::exists(setup_.ledger, error)) {
        return false; // where nothing is counted, no file appears
    }
    auto opened = tally::Ledger::open(setup_.ledger);
    if (!opened) {
        complain(opened.error().sentence);
        return false;
    }
    if (!opened->notice.empty()) {
        complain(opened->notice);
    }
    ledger_.emplace(std::move(opened->ledger));
    return true;
}

void TallyWorker::forget_old(std::chrono::year_month month) {
    if (forgot_in_ && *forgot_in_ >= month) {
        return;
    }
    forgot_in_ = month;
    const auto forgot =
        ledger_->forget_before(first_kept_month(setup_.config, month / std::chrono::day(1)));
    if (!forgot) {
        complain(forgot.error().sentence);
    }
}

void TallyWorker::act(const desk::Count& job) {
    if (!open_ledger()) {
        return;
    }
    const auto recorded =
        std::visit([this](const auto& it) { return ledger_->record(it); }, job.what);
    if (!recorded) {
        complain(recorded.error().sentence);
        return;
    }
    forget_old(month_of(job));
}

tally::Counts TallyWorker::read_counts() {
    if (!open_ledger()) {
        return {};
    }
    auto counts = ledger_->read();
    if (!counts) {
        complain(counts.error().sentence);
        return {};
    }
    return std::move(*counts);
}

void TallyWorker::act(const desk::Evaluate& job) {
    const tally::Counts counts = read_counts();
    const ReportFacts facts{
        .pack = &job.library->pack, .today = job.today, .reviews = {}, .notice = notice_};
    post_(desk::EvaluationNews{
        .evaluation = std::make_shared<desk::Evaluation>(evaluate(counts, setup_.config, facts)),
        .plan = plan_status(job.library->pack)});
}

void TallyWorker::act(const desk::WriteReport& job) {
    const tally::Counts counts = read_counts();
    const tally::Report report = make_report(counts, setup_.config,
                                             {.pack = &job.library->pack,
                                              .today = job.today,
                                              .reviews = job.reviews,
                                              .notice = notice_});
    hand_over_(report.made, tally::write_report(report));
}

} // namespace app
