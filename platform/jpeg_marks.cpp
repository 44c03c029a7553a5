#include "platform/jpeg_marks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

namespace platform {

namespace {

constexpr std::uint32_t kProgressive = 0xC2;
constexpr std::uint32_t kTables = 0xC4; // "define Huffman tables"
constexpr std::uint32_t kEnd = 0xD9;
constexpr std::uint32_t kStartOfScan = 0xDA;
constexpr std::uint32_t kApp1 = 0xE1;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// A part of the file that begins with a mark.
struct Segment {
    std::uint32_t mark = 0;
    std::string_view body; ///< Without its length.
};

/// True for what begins no segment: a byte of the picture's data, a restart in them, the end.
bool stands_alone(std::uint32_t mark) {
    return mark == 0 || (mark >= 0xD0 && mark <= 0xD7) || mark == kEnd;
}

/// Takes everything up to the next mark and what follows it off the front; nothing if there is no
/// mark any more, or not all that follows it.
std::optional<Segment> take_segment(std::string_view& bytes) {
    constexpr char kBefore = '\xFF'; // each mark, once or more
    bytes.remove_prefix(std::min(bytes.find(kBefore), bytes.size()));
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kBefore), bytes.size()));
    if (bytes.empty()) {
        return std::nullopt;
    }
    const std::uint32_t mark = byte_at(bytes, 0);
    bytes.remove_prefix(1);
    if (stands_alone(mark)) {
        return Segment{.mark = mark, .body = {}};
    }
    if (bytes.size() < 2) {
        return std::nullopt;
    }
    const std::size_t length = (byte_at(bytes, 0) << 8U) | byte_at(bytes, 1); // counts itself
    if (length < 2 || length > bytes.size()) {
        return std::nullopt;
    }
    const Segment segment{.mark = mark, .body = bytes.substr(2, length - 2)};
    bytes.remove_prefix(length);
    return segment;
}

/// The tables of Huffman codes that a file has given so far.
class CodeTables {
public:
    /// Takes what a segment defines. False if a table has more codes than it may, or is none.
    bool take(std::string_view body) {
        constexpr std::size_t kHead = 17; // which table it is, and how many codes of each length
        constexpr std::size_t kMostCodes = 256;
        while (!body.empty()) {
            if (body.size() < kHead) {
                return false;
            }
            std::size_t codes = 0;
            for (std::size_t i = 1; i < kHead; ++i) {
                codes += byte_at(body, i);
            }
            if (codes > kMostCodes || codes > body.size() - kHead) {
                return false;
            }
            given_.insert(byte_at(body, 0));
            body.remove_prefix(kHead + codes);
        }
        return true;
    }

    /// True if a scan, by the segment that begins it, needs none that was not given.
    bool suffice(std::string_view scan, bool progressive) const {
        const std::size_t components = scan.empty() ? 0 : byte_at(scan, 0);
        const std::size_t after = 1 + 2 * components;
        if (scan.size() < after + 3) {
            return false;
        }
        // A progressive scan has either the first coefficients or a run of the others.
        const bool firsts = byte_at(scan, after) == 0;
        const bool others = !progressive || byte_at(scan, after + 1) > 0;
        for (std::size_t i = 0; i < components; ++i) {
            const std::uint32_t tables = byte_at(scan, 2 + 2 * i);
            if ((firsts && !given_.contains(tables >> 4U)) ||
                (others && !given_.contains(kOthers | (tables & 0xFU)))) {
                return false;
            }
        }
        return true;
    }

private:
    static constexpr std::uint32_t kOthers = 0x10; ///< In the number of a table for them.
    std::set<std::uint32_t> given_;
};

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

/// Takes the mark with which every JPEG file begins off the front.
bool take_start(std::string_view& file) {
    constexpr std::string_view kStart = "\xFF\xD8";
    if (!file.starts_with(kStart)) {
        return false;
    }
    file.remove_prefix(kStart.size());
    return true;
}

} // namespace

int jpeg_orientation(std::string_view file) {
    constexpr std::string_view kExif{"Exif\0\0", 6};
    if (!take_start(file)) {
        return 1;
    }
    while (const auto segment = take_segment(file)) {
        if (segment->mark == kStartOfScan) {
            break; // what describes the picture comes before it
        }
        if (segment->mark == kApp1 && segment->body.starts_with(kExif)) {
            return tiff_orientation(segment->body.substr(kExif.size())).value_or(1);
        }
    }
    return 1;
}

JpegShape shape_of_jpeg(std::string_view file) {
    if (!take_start(file)) {
        return JpegShape::broken;
    }
    bool begun = false;
    bool progressive = false;
    CodeTables tables;
    while (const auto segment = take_segment(file)) {
        if (segment->mark == kEnd) {
            return begun ? JpegShape::whole : JpegShape::broken;
        }
        progressive = progressive || segment->mark == kProgressive;
        begun = begun || segment->mark == kStartOfScan;
        if ((segment->mark == kTables && !tables.take(segment->body)) ||
            (segment->mark == kStartOfScan && !tables.suffice(segment->body, progressive))) {
            return JpegShape::broken;
        }
    }
    return begun ? JpegShape::cut_short : JpegShape::broken;
}

} // namespace platform
