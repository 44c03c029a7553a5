#pragma once

#include "cards/problem.h"
#include "packs/copied_pack.h"
#include "platform/disk.h"
#include "platform/pixels.h"
#include "platform/result.h"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
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
    std::function<void(std::size_t done, std::size_t of)> progress; ///< May be empty.
    std::stop_token stop;
};

/// Makes of each of a pack's pictures what the desk shows. The pack lies in the folder "files" of
/// `incoming`, `paths` are the pictures' in there; each goes as "made/PATH.ppm" into `incoming`,
/// and is returned by that name. What cannot be read is a problem each, ten at most; what the disk
/// cannot take is one without a file. Whoever asked it to stop is told nothing of use.
std::expected<std::vector<CopiedFile>, std::vector<cards::Problem>>
make_pictures(platform::Disk& disk, const std::string& incoming,
              const std::vector<std::string>& paths, const PictureReading& how);

/// The same problems, for the pictures of a pack in a folder, of which nothing is kept.
std::vector<cards::Problem> check_pictures(const platform::Folder& folder, const std::string& files,
                                           const std::vector<std::string>& paths,
                                           const PictureReading& how);

/// A picture that `make_pictures` made, of the pack whose folder "made" is at `made`. Fails with a
/// sentence.
platform::Result<platform::Pixels>
read_made_picture(const platform::Folder& folder, const std::string& made, const std::string& path);

/// A picture of a pack in a folder that somebody named to the desk, decoded now, by a child. Fails
/// with a sentence.
platform::Result<platform::Pixels> read_picture(const platform::Folder& folder,
                                                const std::string& path,
                                                const std::filesystem::path& program);

} // namespace packs
