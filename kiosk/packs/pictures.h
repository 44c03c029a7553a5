#pragma once

#include "cards/problem.h"
#include "packs/copied_pack.h"
#include "platform/disk.h"
#include "platform/pixels.h"
#include "platform/result.h"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

/// The pictures of a pack. The desk never decodes one: a child that has nothing does, once, when
/// the pack comes in, and what the desk shows is the pixels that it gave back.
namespace packs {

/// A picture is kept at most this large: half of a 1920 × 1080 panel, which is all that it gets
/// beside a step's words. In its file it takes 2.4 MB.
inline constexpr platform::PixelSize kPictureSize{.width = 1024, .height = 768};

/// How many pictures a pack may show.
inline constexpr std::size_t kMostPictures = 300;

/// How pictures are read.
struct PictureReading {
    std::filesystem::path program; ///< Decodes when started with `platform::kDecodePicture`.
    std::stop_token stop;
};

/// Makes of each of a pack's pictures what the desk shows, two at a time, beside whatever else is
/// being done: a stick takes longer to give a file than the desk to wait for it. The pack lies in
/// the folder "files" of `incoming`; each picture goes as "made/PATH.ppm" into `incoming`. Only
/// `RealFolder` may be used for something else meanwhile.
class PictureMaking {
public:
    PictureMaking(platform::Disk& disk, std::string incoming, PictureReading how);
    PictureMaking(const PictureMaking&) = delete;
    PictureMaking& operator=(const PictureMaking&) = delete;
    PictureMaking(PictureMaking&&) = delete;
    PictureMaking& operator=(PictureMaking&&) = delete;
    ~PictureMaking(); ///< Gives up what is not done.

    /// A picture is there, by its path in "files".
    void add(const std::string& path);

    /// There are no more. Waits for those that there are, and returns what they are kept as. What
    /// cannot be read is a problem each, ten at most; what the disk cannot take is one without a
    /// file. Whoever asked it to stop is told nothing of use. To be called once.
    std::expected<std::vector<CopiedFile>, std::vector<cards::Problem>> finish();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// The same problems, for the pictures of a pack in the folder `files`, of which nothing is kept.
std::vector<cards::Problem> check_pictures(const platform::Folder& folder, const std::string& files,
                                           const std::vector<std::string>& paths,
                                           const PictureReading& how);

/// A picture that `PictureMaking` made, of the pack whose folder "made" is at `made`. Fails with a
/// sentence.
platform::Result<platform::Pixels>
read_made_picture(const platform::Folder& folder, const std::string& made, const std::string& path);

/// A picture of a pack in a folder that somebody named to the desk, decoded now, by a child. Fails
/// with a sentence.
platform::Result<platform::Pixels> read_picture(const platform::Folder& folder,
                                                const std::string& path,
                                                const std::filesystem::path& program);

} // namespace packs
