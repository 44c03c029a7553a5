#include "tally/csv.h"

#include "i18n/message.h"

#include <algorithm>

namespace tally {

namespace {

using i18n::tr;

/// True if a spreadsheet would take the text for a formula, or if it would look like one that was
/// made harmless.
bool is_risky(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r\n").contains(text[first]);
}

void append_field(std::string& out, std::string_view field) {
    const bool quoted = field.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) {
        out += '"';
    }
    if (is_risky(field)) {
        out += '\'';
    }
    for (const char c : field) {
        if (c == '"') {
            out += '"';
        }
        out += c;
    }
    if (quoted) {
        out += '"';
    }
}

} // namespace

void append_csv(std::string& out, std::span<const std::string> fields) {
    bool first = true;
    for (const std::string& field : fields) {
        if (!first) {
            out += ',';
        }
        first = false;
        append_field(out, field);
    }
    out += "\r\n";
}

CsvReader::CsvReader(std::string_view bytes, std::span<const std::string_view> columns)
    : bytes_(bytes), columns_(columns) {
    if (bytes_.starts_with(kByteOrderMark)) {
        bytes_.remove_prefix(kByteOrderMark.size());
    }
}

std::unexpected<CsvError> CsvReader::error(std::string text) const {
    return std::unexpected(CsvError{.line = line_, .text = std::move(text)});
}

std::expected<std::optional<CsvRecord>, CsvError> CsvReader::next() {
    if (!begun_) {
        if (const auto checked = check_names(); !checked) {
            return std::unexpected(checked.error());
        }
        begun_ = true;
    }
    if (at_ == bytes_.size()) {
        return std::nullopt;
    }
    if (++rows_ > kMaxCsvRows) {
        return error(i18n::tr_plural("The file has more than {0} line.",
                                     "The file has more than {0} lines.", kMaxCsvRows));
    }
    return record();
}

std::expected<void, CsvError> CsvReader::check_names() {
    if (bytes_.size() > kMaxCsvBytes) {
        return error(tr("The file is larger than {0} MB.", kMaxCsvBytes / (1024UZ * 1024UZ)));
    }
    const auto names = record();
    if (names && std::ranges::equal(names->fields, columns_)) {
        return {};
    }
    std::string wanted;
    for (const std::string_view name : columns_) {
        wanted.append(wanted.empty() ? "" : ",").append(name);
    }
    return std::unexpected(
        CsvError{.line = 1, .text = tr("The first line has to be: {0}", wanted)});
}

std::expected<CsvRecord, CsvError> CsvReader::record() {
    CsvRecord record{.line = line_, .fields = {}};
    record.fields.reserve(columns_.size());
    while (true) {
        auto read = field();
        if (!read) {
            return std::unexpected(std::move(read.error()));
        }
        if (is_risky(*read) && read->starts_with('\'')) {
            read->erase(0, 1);
        }
        record.fields.push_back(std::move(*read));
        const bool more = at_ < bytes_.size() && bytes_[at_] == ',';
        const std::size_t fields = record.fields.size() + (more ? 1 : 0);
        if (fields > columns_.size() || (!more && fields < columns_.size())) {
            return error(tr("This line has to have {0} fields.", columns_.size()));
        }
        if (!more) {
            break;
        }
        ++at_;
    }
    if (at_ < bytes_.size() && !take_line_end()) {
        return error(tr("After a quotation mark that ends a field comes a comma or a new line."));
    }
    return record;
}

std::expected<std::string, CsvError> CsvReader::field() {
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
        return quoted_field();
    }
    // One more than is allowed shows that it is too long.
    const std::string_view rest = bytes_.substr(at_, kMaxCsvField + 1);
    const std::size_t length = std::min(rest.find_first_of(",\"\r\n"), rest.size());
    if (length > kMaxCsvField) {
        return error(tr("A field is longer than {0} bytes.", kMaxCsvField));
    }
    at_ += length;
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
        return error(tr("A quotation mark stands inside a field without them around it."));
    }
    if (at_ < bytes_.size() && bytes_[at_] == '\r' && !bytes_.substr(at_).starts_with("\r\n")) {
        return error(tr("A line ends in half: with CR, and without LF."));
    }
    return std::string(rest.substr(0, length));
}

std::expected<std::string, CsvError> CsvReader::quoted_field() {
    std::string text;
    for (++at_; at_ < bytes_.size(); ++at_) {
        const char c = bytes_[at_];
        if (c == '\r' || c == '\n') {
            break;
        }
        if (c == '"') {
            ++at_;
            if (at_ == bytes_.size() || bytes_[at_] != '"') {
                return text;
            }
        }
        if (text.size() == kMaxCsvField) {
            return error(tr("A field is longer than {0} bytes.", kMaxCsvField));
        }
        text += c;
    }
    return error(tr("The quotation mark that ends a field is missing on this line."));
}

bool CsvReader::take_line_end() {
    const std::string_view rest = bytes_.substr(at_);
    const std::size_t size = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
    at_ += size;
    line_ += size > 0 ? 1 : 0;
    return size > 0;
}

} // namespace tally
