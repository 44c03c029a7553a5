#pragma once

#include "platform/confined.h"
#include "platform/picture.h"

#include <expected>
#include <filesystem>
#include <stop_token>
#include <string_view>
#include <variant>

namespace platform {

/// The first argument by which a program is asked to decode a picture instead of what it does
/// otherwise. No command line shows it.
inline constexpr const char* kDecodePicture = "--decode-picture";

/// True if a program was started in order to decode a picture: it then has to do nothing before
/// `decode_for_parent`, and nothing after it.
bool is_picture_child(int argc, const char* const* argv);

/// Gives up everything, reads a request from standard input, decodes, and answers on standard
/// output. Never returns. Without a sandbox it decodes nothing.
[[noreturn]] void decode_for_parent();

/// No picture's file may be larger.
inline constexpr std::size_t kMostPictureBytes = 16UZ << 20U;

/// The program that runs now, to be started again.
std::filesystem::path this_program();

/// Why there are no pixels: the file, or what became of the child.
using NoPicture = std::variant<PictureRefusal, ConfinedFault>;

/// Decodes a picture in a child that has nothing: `program`, started with `kDecodePicture`. The
/// file may be any bytes, `kMostPictureBytes` at most. Takes a few hundredths of a second, and may
/// be called from several threads at once.
std::expected<Pixels, NoPicture> decode_confined(const std::filesystem::path& program,
                                                 std::string_view file, PixelSize most,
                                                 const std::stop_token& stop = {});

} // namespace platform
