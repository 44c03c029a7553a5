#include "tally/csv.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

namespace {

constexpr std::array<std::string_view, 2> kColumns{"a", "b"};

std::string written(const std::vector<std::string>& fields) {
    std::string text;
    tally::append_csv(text, fields);
    return text;
}

std::expected<std::vector<tally::CsvRecord>, tally::CsvError> read(std::string_view bytes) {
    tally::CsvReader reader(bytes, kColumns);
    std::vector<tally::CsvRecord> records;
    while (true) {
        auto record = reader.next();
        if (!record) {
            return std::unexpected(record.error());
        }
        if (!*record) {
            return records;
        }
        records.push_back(std::move(**record));
    }
}

} // namespace

TEST_CASE("A line ends with CR LF, and quotes what it has to") {
    CHECK(written({"x", "y"}) == "x,y\r\n");
    CHECK(written({"x,y", "say \"hello\""}) == "\"x,y\",\"say \"\"hello\"\"\"\r\n");
    CHECK(written({"", ""}) == ",\r\n");
}

TEST_CASE("What a spreadsheet would take for a formula gets an apostrophe") {
    for (const std::string text : {"=1+1", "+1", "-1", "@sum", "\tx", "'=1", "''@"}) {
        CHECK(written({text}) == "'" + text + "\r\n");
    }
    CHECK(written({"'tis", "a=b"}) == "'tis,a=b\r\n");
}

TEST_CASE("Whatever fits on a line is read as it was written") {
    for (const std::string text : {"", "plain", "=1+1", "'=1", "''=1", "'", "''", "'tis", "-", "@",
                                   "a\"b", "\"", ",", "\"\"", "=\"x\",y", "Straße, Köln", "\t"}) {
        const auto records = read("a,b\r\n" + written({text, "end"}));
        REQUIRE(records);
        REQUIRE(records->size() == 1);
        CHECK(records->front().fields == std::vector<std::string>{text, "end"});
        CHECK(records->front().line == 2);
    }
}

TEST_CASE("A file that a spreadsheet has saved again is read, too") {
    CHECK(read("\xEF\xBB\xBF"
               "a,b\r\n1,2\r\n")
              ->size() == 1);
    CHECK(read("\"a\",\"b\"\n\"1\",\"2\"\n")->front().fields == std::vector<std::string>{"1", "2"});
    CHECK(read("a,b\n1,2")->size() == 1);
    CHECK(read("a,b")->empty());
}

TEST_CASE("What is no such file is an error with its line") {
    struct Case {
        std::string bytes;
        std::size_t line;
        std::string words; ///< In the sentence.
    };
    const std::array cases{
        Case{"", 1, "The first line has to be: a,b"},
        Case{"a;b\r\n", 1, "The first line has to be"},
        Case{"b,a\r\n", 1, "The first line has to be"},
        Case{"a,b\r\n1\r\n", 2, "has to have 2 fields"},
        Case{"a,b\r\n1,2\r\n1,2,3\r\n", 3, "has to have 2 fields"},
        Case{"a,b\r\n\r\n", 2, "has to have 2 fields"},
        Case{"a,b\r\n1,\"2\r\n", 2, "is missing"},
        Case{"a,b\r\n1,\"2", 2, "is missing"},
        Case{"a,b\r\n1,\"2\"3\r\n", 2, "comes a comma or a new line"},
        Case{"a,b\r\n1,2\"3\"\r\n", 2, "A quotation mark stands inside"},
        Case{"a,b\r\n1,2\r3,4\r\n", 2, "A line ends in half"},
        Case{"a,b\r\n1,\"" + std::string(tally::kMaxCsvField + 1, 'x') + "\"\r\n", 2,
             "longer than"},
        Case{"a,b\r\n1," + std::string(tally::kMaxCsvField + 1, 'x') + "\r\n", 2, "longer than"},
    };
    for (const Case& it : cases) {
        CAPTURE(it.bytes.substr(0, 60));
        const auto records = read(it.bytes);
        REQUIRE_FALSE(records);
        CHECK(records.error().line == it.line);
        CAPTURE(records.error().text);
        CHECK(records.error().text.contains(it.words));
    }
}

TEST_CASE("A file may not be larger, nor have more lines, than is said") {
    std::string many = "a,b\n";
    for (std::size_t i = 0; i < tally::kMaxCsvRows; ++i) {
        many += "1,\n";
    }
    CHECK(read(many));
    many += "1,\n";
    REQUIRE_FALSE(read(many));
    CHECK(read(many).error().line == tally::kMaxCsvRows + 2);
    CHECK_FALSE(read("a,b\n" + std::string(tally::kMaxCsvBytes, '\n')));
}
