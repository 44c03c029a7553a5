#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Comma-separated values as RFC 4180 has them, in a form that spreadsheets open without harm.
namespace tally {

/// Without it, Excel takes UTF-8 for an old Windows encoding.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

inline constexpr std::size_t kMaxCsvBytes = 16UZ * 1024UZ * 1024UZ;
inline constexpr std::size_t kMaxCsvRows = 200'000;
inline constexpr std::size_t kMaxCsvField = 1000; ///< Bytes.

/// Adds a line, ended by CR LF. A field that a spreadsheet would take for a formula gets an
/// apostrophe in front.
void append_csv(std::string& out, std::span<const std::string> fields);

/// What is wrong with a file, and where.
struct CsvError {
    std::size_t line = 0; ///< From 1.
    std::string text;     ///< A sentence in the language in use.
};

/// One line of a file; its fields are what `append_csv` was given.
struct CsvRecord {
    std::size_t line = 0; ///< From 1: where it begins.
    std::vector<std::string> fields;
};

/// Reads untrusted bytes line by line, and holds no more than one of them.
class CsvReader {
public:
    /// `columns` are the names that the first line has to have. The bytes have to outlive it.
    CsvReader(std::string_view bytes, std::span<const std::string_view> columns);

    /// The next line after that of the names; nothing at the end. Lines may end with CR LF or LF,
    /// the mark of the byte order may be missing, and any field may be quoted. Not to be called
    /// again after an error.
    std::expected<std::optional<CsvRecord>, CsvError> next();

private:
    std::expected<void, CsvError> check_names();
    std::expected<CsvRecord, CsvError> record();
    std::expected<std::string, CsvError> field();
    std::expected<std::string, CsvError> quoted_field();
    bool take_line_end();
    std::unexpected<CsvError> error(std::string text) const;

    std::string_view bytes_;
    std::span<const std::string_view> columns_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t rows_ = 0;
    bool begun_ = false;
};

} // namespace tally
