#include "platform/jpeg_marks.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace platform {

namespace {

constexpr std::uint32_t kStartOfScan = 0xDA;
constexpr std::uint32_t kApp1 = 0xE1;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// One of the segments that a file begins with.
struct Segment {
    std::uint32_t mark = 0;
    std::string_view body; ///< Without its length.
};

/// Takes the next segment off the front; nothing if there is none that is whole.
std::optional<Segment> take_segment(std::string_view& bytes) {
    constexpr std::uint32_t kFill = 0xFF;
    while (bytes.size() >= 2 && byte_at(bytes, 0) == kFill && byte_at(bytes, 1) == kFill) {
        bytes.remove_prefix(1);
    }
    constexpr std::size_t kHead = 4; // 0xFF, the mark, and a length that counts itself
    if (bytes.size() < kHead || byte_at(bytes, 0) != kFill) {
        return std::nullopt;
    }
    const std::uint32_t mark = byte_at(bytes, 1);
    const std::size_t length = (byte_at(bytes, 2) << 8U) | byte_at(bytes, 3);
    if (length < 2 || length + 2 > bytes.size()) {
        return std::nullopt;
    }
    const Segment segment{.mark = mark, .body = bytes.substr(kHead, length - 2)};
    bytes.remove_prefix(length + 2);
    return segment;
}

/// Numbers of a TIFF file, whose first bytes say in which order each has its bytes.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

    std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || size > bytes_.size() - at) {
            return std::nullopt;
        }
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < size; ++i) {
            number = (number << 8U) | byte_at(bytes_, at + (little_ ? size - 1 - i : i));
        }
        return number;
    }

private:
    std::string_view bytes_;
    bool little_;
};

std::optional<int> tiff_orientation(std::string_view bytes) {
    constexpr std::uint32_t kOrientation = 0x0112;
    constexpr std::uint32_t kShort = 3; // the type of two bytes
    constexpr std::size_t kEntryBytes = 12;
    const Tiff tiff(bytes);
    if ((!bytes.starts_with("II") && !bytes.starts_with("MM")) || tiff.number(2, 2) != 42U) {
        return std::nullopt;
    }
    const auto directory = tiff.number(4, 4);
    const auto entries = directory ? tiff.number(*directory, 2) : std::nullopt;
    for (std::size_t i = 0; entries && i < *entries; ++i) {
        const std::size_t at = *directory + 2UZ + i * kEntryBytes;
        const auto tag = tiff.number(at, 2);
        if (!tag) {
            return std::nullopt;
        }
        if (*tag == kOrientation && tiff.number(at + 2, 2) == kShort) {
            const auto value = tiff.number(at + 8, 2);
            return value && *value >= 1 && *value <= 8 ? std::optional(static_cast<int>(*value))
                                                       : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Calls `see` with each segment before the picture's data, until it says that it has seen enough.
/// Returns what is left of the file then.
template <typename See>
std::string_view walk(std::string_view file, const See& see) {
    constexpr std::string_view kStart = "\xFF\xD8";
    if (!file.starts_with(kStart)) {
        return {};
    }
    file.remove_prefix(kStart.size());
    while (const auto segment = take_segment(file)) {
        if (see(*segment) || segment->mark == kStartOfScan) {
            return file;
        }
    }
    return {};
}

} // namespace

int jpeg_orientation(std::string_view file) {
    constexpr std::string_view kExif{"Exif\0\0", 6};
    std::optional<int> orientation;
    walk(file, [&](const Segment& segment) {
        if (segment.mark == kApp1 && segment.body.starts_with(kExif)) {
            orientation = tiff_orientation(segment.body.substr(kExif.size()));
        }
        return orientation.has_value();
    });
    return orientation.value_or(1);
}

bool has_jpeg_end(std::string_view file) {
    constexpr std::string_view kEnd = "\xFF\xD9";
    return walk(file, [](const Segment&) { return false; }).contains(kEnd);
}

} // namespace platform
