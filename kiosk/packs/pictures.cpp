#include "packs/pictures.h"

#include "packs/picture_problem.h"
#include "platform/durable.h"
#include "platform/picture_child.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace packs {

namespace {

using cards::Problem;
using platform::join;
using platform::Pixels;

/// Enough to see what is wrong, and an end to what a hostile pack can cost.
constexpr std::size_t kMostProblems = 10;
constexpr std::chrono::seconds kMostTime{120};

constexpr std::size_t kWorkers = 2;
constexpr std::size_t kMostKeptBytes = (4UZ << 20U);

std::string made_name(const std::string& path) {
    return join("made", path) + ".ppm";
}

/// Reads pictures, two at a time.
class Readers {
public:
    /// `keep` is called with each picture and its number, in no order and on several threads, and
    /// with what it has to hold while it uses the disk. What it returns is a problem.
    using Keep = std::function<std::optional<Problem>(std::size_t, const Pixels&, std::mutex&)>;

    Readers(const platform::Folder& folder, std::string files,
            const std::vector<std::string>& paths, const PictureReading& how, Keep keep)
        : folder_(&folder), files_(std::move(files)), paths_(&paths), how_(&how),
          keep_(std::move(keep)) {}

    /// What was wrong, in the order of the paths.
    std::vector<Problem> read_all();

private:
    void work();
    bool enough() const;
    std::optional<Problem> read_one(std::size_t number);
    void note(std::size_t number, std::optional<Problem> problem);

    const platform::Folder* folder_;
    std::string files_;
    const std::vector<std::string>* paths_;
    const PictureReading* how_;
    Keep keep_;
    std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + kMostTime;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::size_t> faults_ = 0;
    std::mutex mutex_; ///< For what follows, and for the disk.
    std::size_t done_ = 0;
    std::vector<std::pair<std::size_t, Problem>> problems_;
};

std::vector<Problem> Readers::read_all() {
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < std::min(kWorkers, paths_->size()); ++i) {
            workers.emplace_back([this] { work(); });
        }
    }
    std::ranges::sort(problems_, {}, &std::pair<std::size_t, Problem>::first);
    std::vector<Problem> problems;
    problems.reserve(problems_.size() + 1);
    for (auto& [number, problem] : problems_) {
        problems.push_back(std::move(problem));
    }
    if (faults_ == 0 && done_ < paths_->size()) {
        problems.push_back({.text = "The pictures take too long to read. Make them smaller."});
    }
    return problems;
}

bool Readers::enough() const {
    return how_->stop.stop_requested() || faults_ >= kMostProblems ||
           std::chrono::steady_clock::now() >= end_;
}

void Readers::work() {
    while (!enough()) {
        const std::size_t number = next_++;
        if (number >= paths_->size()) {
            return;
        }
        note(number, read_one(number));
    }
}

std::optional<Problem> Readers::read_one(std::size_t number) {
    const std::string& path = paths_->at(number);
    const auto problem = [&](std::string text) {
        return Problem{.file = path, .text = std::move(text)};
    };
    platform::Result<std::string> bytes;
    {
        const std::scoped_lock lock(mutex_);
        bytes = folder_->read(join(files_, path), platform::kMostPictureBytes);
    }
    if (!bytes) {
        return problem(bytes.error().over_limit
                           ? "This picture's file is larger than " +
                                 std::to_string(platform::kMostPictureBytes >> 20U) +
                                 " MiB. Make it smaller."
                           : bytes.error().sentence);
    }
    const auto pixels = platform::decode_confined(how_->program, *bytes, kPictureSize, how_->stop);
    if (!pixels) {
        return problem(sentence_for(pixels.error()));
    }
    return keep_(number, *pixels, mutex_);
}

void Readers::note(std::size_t number, std::optional<Problem> problem) {
    const std::scoped_lock lock(mutex_);
    if (problem) {
        ++faults_;
        problems_.emplace_back(number, std::move(*problem));
    }
    ++done_;
    if (how_->progress) {
        how_->progress(done_, paths_->size());
    }
}

std::optional<Problem> too_many(const std::vector<std::string>& paths) {
    if (paths.size() <= kMostPictures) {
        return std::nullopt;
    }
    return Problem{.text = "The cards show " + std::to_string(paths.size()) +
                           " pictures. The desk takes " + std::to_string(kMostPictures) +
                           " at most: take some out."};
}

/// The folders that files are in, in an order in which they can be made.
std::set<std::string> folders_of(const std::vector<std::string>& paths) {
    std::set<std::string> folders{"made"};
    for (const std::string& path : paths) {
        for (std::string folder = platform::folder_of(made_name(path)); !folder.empty();
             folder = platform::folder_of(folder)) {
            folders.insert(folder);
        }
    }
    return folders;
}

Problem no_room(const platform::Failure& failure) {
    return {.text = "The pictures could not be kept on the desk. " + failure.sentence};
}

} // namespace

std::expected<std::vector<CopiedFile>, std::vector<Problem>>
make_pictures(platform::Disk& disk, const std::string& incoming,
              const std::vector<std::string>& paths, const PictureReading& how) {
    if (auto problem = too_many(paths)) {
        return std::unexpected(std::vector{std::move(*problem)});
    }
    for (const std::string& folder : folders_of(paths)) {
        if (const auto made = disk.make_folder(join(incoming, folder)); !made) {
            return std::unexpected(std::vector{no_room(made.error())});
        }
    }
    std::vector<CopiedFile> files(paths.size());
    const auto keep = [&](std::size_t number, const Pixels& pixels,
                          std::mutex& mutex) -> std::optional<Problem> {
        const std::string ppm = platform::to_ppm(pixels);
        const std::string name = made_name(paths[number]);
        files[number] = {.path = name, .size = ppm.size(), .sum = sha256(ppm)};
        const std::scoped_lock lock(mutex);
        const auto written = disk.write(join(incoming, name), ppm);
        return written ? std::nullopt : std::optional(no_room(written.error()));
    };
    Readers readers(disk, join(incoming, "files"), paths, how, keep);
    if (auto problems = readers.read_all(); !problems.empty()) {
        return std::unexpected(std::move(problems));
    }
    return files;
}

std::vector<Problem> check_pictures(const platform::Folder& folder, const std::string& files,
                                    const std::vector<std::string>& paths,
                                    const PictureReading& how) {
    if (auto problem = too_many(paths)) {
        return {std::move(*problem)};
    }
    const auto keep_none = [](std::size_t, const Pixels&, std::mutex&) {
        return std::optional<Problem>();
    };
    return Readers(folder, files, paths, how, keep_none).read_all();
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
    return std::unexpected(platform::Failure{"\"" + path + "\" is not as the desk made it."});
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
            platform::Failure{"\"" + path + "\": " + sentence_for(pixels.error())});
    }
    return *std::move(pixels);
}

} // namespace packs
