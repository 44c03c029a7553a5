#include "packs/pictures.h"

#include "i18n/message.h"
#include "packs/picture_problem.h"
#include "platform/durable.h"
#include "platform/picture_child.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace packs {

namespace {

using cards::Problem;
using i18n::tr;
using platform::join;
using platform::Pixels;

/// Enough to see what is wrong, and an end to what a hostile pack can cost.
constexpr std::size_t kMostProblems = 10;
constexpr std::chrono::seconds kMostTime{120};

constexpr std::size_t kWorkers = 2;
constexpr std::size_t kMostKeptBytes = (4UZ << 20U);

std::optional<Problem> too_many(std::size_t pictures) {
    if (pictures <= kMostPictures) {
        return std::nullopt;
    }
    return Problem{.text = tr("The cards have more than {0} pictures, which is all that the desk "
                              "takes. Take some out.",
                              kMostPictures)};
}

std::string made_name(const std::string& path) {
    return join("made", path) + ".ppm";
}

/// Reads pictures as they come, two at a time.
class Readers {
public:
    /// `keep` is called with each picture and its path, in no order and on several threads, and
    /// with what it has to hold while it uses the disk. What it returns is a problem.
    using Keep =
        std::function<std::optional<Problem>(const std::string& path, const Pixels&, std::mutex&)>;

    Readers(const platform::Folder& folder, std::string files, PictureReading how, Keep keep)
        : folder_(&folder), files_(std::move(files)), how_(std::move(how)), keep_(std::move(keep)),
          asked_to_stop_(how_.stop, GiveUp{given_up_}) {}
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;
    Readers(Readers&&) = delete;
    Readers& operator=(Readers&&) = delete;
    ~Readers() {
        given_up_.request_stop();
        finish();
    }

    void add(const std::string& path);

    /// What was wrong, in the order in which the pictures came.
    std::vector<Problem> finish();

private:
    struct GiveUp {
        std::stop_source source;
        void operator()() const { source.request_stop(); }
    };

    void work();
    struct Numbered {
        std::size_t number = 0;
        std::string path;
    };
    std::optional<Numbered> next();
    bool enough() const;
    std::optional<Problem> read_one(const std::string& path);

    const platform::Folder* folder_;
    std::string files_;
    PictureReading how_;
    Keep keep_;
    std::stop_source given_up_;
    std::stop_callback<GiveUp> asked_to_stop_;

    std::mutex disk_mutex_;
    std::mutex mutex_; ///< For what follows.
    std::condition_variable_any more_;
    std::vector<std::string> paths_;
    std::size_t begun_ = 0;
    std::size_t done_ = 0;
    bool closed_ = false;
    std::optional<std::chrono::steady_clock::time_point> end_;
    std::map<std::size_t, Problem> problems_;
    std::vector<std::jthread> workers_;
};

void Readers::add(const std::string& path) {
    const std::scoped_lock lock(mutex_);
    if (paths_.size() <= kMostPictures) { // one too many is enough to know
        paths_.push_back(path);
    }
    if (workers_.size() < std::min(kWorkers, paths_.size())) {
        workers_.emplace_back([this] { work(); });
    }
    more_.notify_one();
}

std::vector<Problem> Readers::finish() {
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        end_ = std::chrono::steady_clock::now() + kMostTime;
    }
    more_.notify_all();
    workers_.clear(); // waits for them
    if (auto problem = too_many(paths_.size())) {
        return {std::move(*problem)};
    }
    std::vector<Problem> problems;
    problems.reserve(problems_.size() + 1);
    for (auto& [number, problem] : problems_) {
        problems.push_back(std::move(problem));
    }
    if (problems.empty() && done_ < paths_.size()) {
        problems.push_back({.text = tr("The pictures take too long to read. Make them smaller.")});
    }
    return problems;
}

/// With `mutex_` held.
bool Readers::enough() const {
    return given_up_.stop_requested() || problems_.size() >= kMostProblems ||
           paths_.size() > kMostPictures || (end_ && std::chrono::steady_clock::now() >= *end_);
}

/// Waits for the next picture; nothing if there is none any more.
std::optional<Readers::Numbered> Readers::next() {
    std::unique_lock lock(mutex_);
    more_.wait(lock, given_up_.get_token(),
               [this] { return begun_ < paths_.size() || closed_ || enough(); });
    if (begun_ == paths_.size() || enough()) {
        return std::nullopt;
    }
    const std::size_t number = begun_++;
    return Numbered{.number = number, .path = paths_[number]};
}

void Readers::work() {
    while (const auto picture = next()) {
        auto problem = read_one(picture->path);
        const std::scoped_lock lock(mutex_);
        if (problem) {
            problems_.emplace(picture->number, std::move(*problem));
        }
        ++done_;
    }
}

std::optional<Problem> Readers::read_one(const std::string& path) {
    const auto problem = [&](std::string text) {
        return Problem{.file = path, .text = std::move(text)};
    };
    platform::Result<std::string> bytes;
    {
        const std::scoped_lock lock(disk_mutex_);
        bytes = folder_->read(join(files_, path), platform::kMostPictureBytes);
    }
    if (!bytes) {
        return problem(bytes.error().over_limit
                           ? tr("This picture's file is larger than {0} MiB. Make it smaller.",
                                platform::kMostPictureBytes >> 20U)
                           : bytes.error().sentence);
    }
    const auto pixels =
        platform::decode_confined(how_.program, *bytes, kPictureSize, given_up_.get_token());
    if (!pixels) {
        return problem(sentence_for(pixels.error()));
    }
    return keep_(path, *pixels, disk_mutex_);
}

} // namespace

class PictureMaking::Impl {
public:
    Impl(platform::Disk& disk, std::string incoming, PictureReading how)
        : disk_(&disk), incoming_(std::move(incoming)),
          readers_(disk, join(incoming_, "files"), std::move(how),
                   [this](const std::string& path, const Pixels& pixels, std::mutex& mutex) {
                       return keep(path, pixels, mutex);
                   }) {}

    void add(const std::string& path) { readers_.add(path); }

    std::expected<std::vector<CopiedFile>, std::vector<Problem>> finish() {
        if (auto problems = readers_.finish(); !problems.empty()) {
            return std::unexpected(std::move(problems));
        }
        std::ranges::sort(made_, {}, &CopiedFile::path);
        return std::move(made_);
    }

private:
    /// Makes a folder and those that it is in, once each.
    platform::Result<void> make_folder(const std::string& folder) {
        if (folder.empty() || folders_.contains(folder)) {
            return {};
        }
        if (auto around = make_folder(platform::folder_of(folder)); !around) {
            return around;
        }
        folders_.insert(folder);
        return disk_->make_folder(join(incoming_, folder));
    }

    std::optional<Problem> keep(const std::string& path, const Pixels& pixels, std::mutex& mutex) {
        const std::string ppm = platform::to_ppm(pixels);
        const std::string name = made_name(path);
        CopiedFile file{.path = name, .size = ppm.size(), .sum = sha256(ppm)};
        const std::scoped_lock lock(mutex);
        auto kept = make_folder(platform::folder_of(name));
        if (kept) {
            kept = disk_->write(join(incoming_, name), ppm);
        }
        if (!kept) {
            // Translators: {0} is a sentence that says why.
            return Problem{.text = tr("The pictures could not be kept on the desk. {0}",
                                      kept.error().sentence)};
        }
        made_.push_back(std::move(file));
        return std::nullopt;
    }

    platform::Disk* disk_;
    std::string incoming_;
    std::set<std::string> folders_;
    std::vector<CopiedFile> made_;
    Readers readers_; // last: it is done with the others before they go
};

PictureMaking::PictureMaking(platform::Disk& disk, std::string incoming, PictureReading how)
    : impl_(std::make_unique<Impl>(disk, std::move(incoming), std::move(how))) {}
PictureMaking::~PictureMaking() = default;

void PictureMaking::add(const std::string& path) {
    impl_->add(path);
}

std::expected<std::vector<CopiedFile>, std::vector<Problem>> PictureMaking::finish() {
    return impl_->finish();
}

std::vector<Problem> check_pictures(const platform::Folder& folder, const std::string& files,
                                    const std::vector<std::string>& paths,
                                    const PictureReading& how) {
    if (auto problem = too_many(paths.size())) {
        return {std::move(*problem)};
    }
    Readers readers(folder, files, how, [](const std::string&, const Pixels&, std::mutex&) {
        return std::optional<Problem>();
    });
    std::ranges::for_each(paths, [&](const std::string& path) { readers.add(path); });
    return readers.finish();
}

platform::Result<Pixels> read_made_picture(const platform::Folder& folder, const std::string& made,
                                           const std::string& path) {
    const auto ppm = folder.read(join(made, path) + ".ppm", kMostKeptBytes);
    if (!ppm) {
        return std::unexpected(ppm.error());
    }
    if (auto pixels = platform::from_ppm(*ppm)) {
        return *std::move(pixels);
    }
    return std::unexpected(platform::Failure{tr("\"{0}\" is not as the desk made it.", path)});
}

platform::Result<Pixels> read_picture(const platform::Folder& folder, const std::string& path,
                                      const std::filesystem::path& program) {
    const auto bytes = folder.read(path, platform::kMostPictureBytes);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto pixels = platform::decode_confined(program, *bytes, kPictureSize);
    if (!pixels) {
        return std::unexpected(
            // Translators: {0} is a picture's file, {1} a sentence that says what is wrong with it.
            platform::Failure{tr("\"{0}\": {1}", path, sentence_for(pixels.error()))});
    }
    return *std::move(pixels);
}

} // namespace packs
