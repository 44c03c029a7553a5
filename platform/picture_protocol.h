#pragma once

#include "platform/picture.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

/// What the desk and the child that decodes for it say to one another. Each takes any bytes from
/// the other.
///
/// A request is the largest width and height of the answer, four bytes each, the lowest first, and
/// the file. An answer is a byte, a width and a height: 0, the picture's size and its pixels; or 1
/// and a fault's number, the size that the file claims and nothing more.
namespace platform {

struct PictureRequest {
    PixelSize most;
    std::string_view file; ///< Inside the bytes that the request was read from.
};

using PictureAnswer = std::expected<Pixels, PictureRefusal>;

std::string write_request(const PictureRequest& request);

/// Nothing if it is no request, or asks for more than `kMostKeptSide` either way.
std::optional<PictureRequest> read_request(std::string_view bytes);

std::string write_answer(const PictureAnswer& answer);

/// Nothing if it is no answer to a request for at most `most`: it may be of another size, or
/// shorter or longer than its size makes it.
std::optional<PictureAnswer> read_answer(std::string_view bytes, PixelSize most);

/// How long the answer to a request for at most `most` can be.
std::size_t longest_answer(PixelSize most);

} // namespace platform
