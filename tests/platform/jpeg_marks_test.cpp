#include "platform/jpeg_marks.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>

using namespace std::string_literals;
using platform::jpeg_orientation;
using platform::JpegShape;
using platform::shape_of_jpeg;

namespace {

std::string segment(char mark, const std::string& body) {
    const auto length = static_cast<unsigned>(body.size() + 2);
    return "\xFF"s + mark + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xFFU) +
           body;
}

/// A table of one code: its number says whether it is for the first coefficients (0x0…) or the
/// others (0x1…), and which of those it is.
std::string table(char number) {
    return segment('\xC4', number + "\1"s + std::string(15, '\0') + "v"s);
}
const std::string kBothTables = table('\x00') + table('\x10');

/// A JPEG file's beginning with EXIF of one entry, the lowest byte first.
std::string little(char orientation) {
    return "\xFF\xD8"s + segment('\xE0', "JFIF\0"s) +
           segment('\xE1', "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation +
                               "\0\0\0\0\0\0\0"s);
}

} // namespace

TEST_CASE("The orientation is read in both byte orders") {
    CHECK(jpeg_orientation(little('\6')) == 6);
    CHECK(jpeg_orientation("\xFF\xD8"s +
                           segment('\xE1', "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"
                                           "\x08\0\0\0\0\0\0"s)) == 8);
}

TEST_CASE("A file that gives no orientation, or none that there is, is left as it is") {
    CHECK(jpeg_orientation("") == 1);
    CHECK(jpeg_orientation("\xFF\xD8"s) == 1);
    CHECK(jpeg_orientation(little('\0')) == 1);
    CHECK(jpeg_orientation(little('\x09')) == 1);
    CHECK(jpeg_orientation(little('\xFF')) == 1);
    CHECK(jpeg_orientation("not a JPEG, Exif\0\0II*\0"s) == 1);
}

TEST_CASE("An EXIF part that is cut anywhere does no harm") {
    const std::string whole = little('\6');
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CHECK(jpeg_orientation(std::string_view(whole).substr(0, length)) == 1);
    }
}

TEST_CASE("An EXIF part that points outside itself does no harm") {
    std::string far = little('\6');
    const std::size_t offset = far.find("\x08\0\0\0"s);
    far.replace(offset, 4, "\xFF\xFF\xFF\xFF");
    CHECK(jpeg_orientation(far) == 1);
    std::string many = little('\1');
    many.replace(many.find("\x01\0\x12"s), 1, "\xFF");
    CHECK(jpeg_orientation(many) == 1);
}

TEST_CASE("A JPEG's end counts only after its beginning") {
    const std::string scan = "\xFF\xD8"s + segment('\xE1', "a small picture \xFF\xD9"s) +
                             kBothTables + segment('\xDA', "\1\1\0\0\x3F\0"s) +
                             "data \xFF\0 and \xFF\xD0 data"s;
    CHECK(shape_of_jpeg(scan) == JpegShape::cut_short);
    CHECK(shape_of_jpeg(scan + "\xFF\xD9") == JpegShape::whole);
    CHECK(shape_of_jpeg(scan + "\xFF\xFF\xD9 and what some cameras add") == JpegShape::whole);
    CHECK(shape_of_jpeg("") == JpegShape::broken);
    CHECK(shape_of_jpeg("\xFF\xD8\xFF garbage") == JpegShape::broken);
    CHECK(shape_of_jpeg("\xFF\xD8\xFF\xD9") == JpegShape::broken);
}

TEST_CASE("A table of more codes than there can be is never given to the decoder") {
    const auto with_table = [](char codes_of_16_bits, std::size_t values) {
        const std::string codes = segment('\xC4', "\0"s + std::string(15, '\x10') +
                                                      codes_of_16_bits + std::string(values, 'v'));
        return "\xFF\xD8"s + kBothTables + codes + segment('\xDA', "\1\1\0\0\x3F\0"s) + "\xFF\xD9";
    };
    CHECK(shape_of_jpeg(with_table('\x10', 256)) == JpegShape::whole);
    CHECK(shape_of_jpeg(with_table('\x11', 257)) == JpegShape::broken);
    CHECK(shape_of_jpeg(with_table('\x10', 255)) == JpegShape::broken); // one is missing
    CHECK(shape_of_jpeg("\xFF\xD8"s + segment('\xC4', "\x10\1"s) + "\xFF\xD9") ==
          JpegShape::broken);
}

TEST_CASE("A scan that names a table of codes which was not given never gets to the decoder") {
    const auto shape = [](char kind, const std::string& tables, const std::string& scan) {
        return shape_of_jpeg("\xFF\xD8"s + segment(kind, "size"s) + tables + segment('\xDA', scan) +
                             "\xFF\xD9");
    };
    constexpr char kBaseline = '\xC0';
    constexpr char kProgressive = '\xC2';
    const std::string all = "\1\1\0\0\x3F\0"s;
    CHECK(shape(kBaseline, kBothTables, all) == JpegShape::whole);
    CHECK(shape(kBaseline, table('\x00'), all) == JpegShape::broken);
    CHECK(shape(kBaseline, table('\x10'), all) == JpegShape::broken);
    CHECK(shape(kBaseline, kBothTables, "\1\1\x01\0\x3F\0"s) == JpegShape::broken);
    CHECK(shape(kBaseline, kBothTables, "\2\1\0\2\x10\0\x3F\0"s) == JpegShape::broken);
    const std::string firsts = "\1\1\0\0\0\0"s;
    const std::string others = "\1\1\0\1\x3F\0"s;
    CHECK(shape(kProgressive, table('\x00'), firsts) == JpegShape::whole);
    CHECK(shape(kProgressive, table('\x10'), firsts) == JpegShape::broken);
    CHECK(shape(kProgressive, table('\x10'), others) == JpegShape::whole);
    CHECK(shape(kProgressive, table('\x00'), others) == JpegShape::broken);
    CHECK(shape(kBaseline, table('\x00'), firsts) == JpegShape::broken);
    CHECK(shape(kBaseline, kBothTables, "\1\1\0\0\x3F"s) == JpegShape::broken); // it is cut
}
