#include "platform/picture_protocol.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace platform {

namespace {

constexpr std::size_t kSizeBytes = 8;
constexpr std::size_t kAnswerHead = 2 + kSizeBytes;
constexpr std::array kFaults{PictureFault::not_a_picture, PictureFault::cut_short,
                             PictureFault::too_large, PictureFault::too_heavy};

void write_number(std::string& bytes, int number) {
    const auto value = static_cast<std::uint32_t>(number);
    for (unsigned shift = 0; shift < 32U; shift += 8U) {
        bytes.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
}

std::int64_t read_number(std::string_view bytes) {
    std::int64_t number = 0;
    for (std::size_t i = 4; i-- > 0;) {
        number = number * 256 + static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

void write_size(std::string& bytes, PixelSize size) {
    write_number(bytes, size.width);
    write_number(bytes, size.height);
}

/// The size, if it is no larger than `most` either way and no less than `least`.
std::optional<PixelSize> read_size(std::string_view bytes, int least, PixelSize most) {
    const std::int64_t width = read_number(bytes);
    const std::int64_t height = read_number(bytes.substr(4));
    if (width < least || width > most.width || height < least || height > most.height) {
        return std::nullopt;
    }
    return PixelSize{.width = static_cast<int>(width), .height = static_cast<int>(height)};
}

std::optional<PictureAnswer> read_refusal(std::string_view bytes) {
    constexpr PixelSize kAny{.width = std::numeric_limits<int>::max(),
                             .height = std::numeric_limits<int>::max()};
    const auto fault = static_cast<unsigned char>(bytes[1]);
    const auto size = read_size(bytes.substr(2), 0, kAny);
    if (bytes.size() != kAnswerHead || fault >= kFaults.size() || !size) {
        return std::nullopt;
    }
    return std::unexpected(PictureRefusal{.fault = kFaults.at(fault), .size = *size});
}

} // namespace

std::string write_request(const PictureRequest& request) {
    std::string bytes;
    bytes.reserve(kSizeBytes + request.file.size());
    write_size(bytes, request.most);
    bytes += request.file;
    return bytes;
}

std::optional<PictureRequest> read_request(std::string_view bytes) {
    constexpr PixelSize kMost{.width = kMostKeptSide, .height = kMostKeptSide};
    if (bytes.size() < kSizeBytes) {
        return std::nullopt;
    }
    const auto most = read_size(bytes, 1, kMost);
    if (!most) {
        return std::nullopt;
    }
    return PictureRequest{.most = *most, .file = bytes.substr(kSizeBytes)};
}

std::string write_answer(const PictureAnswer& answer) {
    std::string bytes(1, answer ? '\0' : '\1');
    const auto* const fault =
        answer ? kFaults.begin() : std::ranges::find(kFaults, answer.error().fault);
    bytes.push_back(static_cast<char>(fault - kFaults.begin()));
    write_size(bytes, answer ? answer->size : answer.error().size);
    if (answer) {
        bytes += answer->rgb;
    }
    return bytes;
}

std::optional<PictureAnswer> read_answer(std::string_view bytes, PixelSize most) {
    if (bytes.size() < kAnswerHead) {
        return std::nullopt;
    }
    if (bytes[0] == '\1') {
        return read_refusal(bytes);
    }
    const auto size = read_size(bytes.substr(2), 1, most);
    if (bytes[0] != '\0' || bytes[1] != '\0' || !size ||
        bytes.size() != kAnswerHead + bytes_of(*size)) {
        return std::nullopt;
    }
    return Pixels{.size = *size, .rgb = std::string(bytes.substr(kAnswerHead))};
}

std::size_t longest_answer(PixelSize most) {
    return kAnswerHead + bytes_of(most);
}

} // namespace platform
