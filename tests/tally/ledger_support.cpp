#include "ledger_support.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tally_test {

namespace fs = std::filesystem;

desk::Visit visit(const std::string& card) {
    using namespace std::chrono;
    return {.card = card,
            .code = cards::Code::green,
            .when = {.month = year(2026) / November, .band = "evening"},
            .way = desk::Way::tile};
}

desk::Visit long_visit(const std::string& card) {
    desk::Visit it = visit(card);
    it.took = std::chrono::milliseconds(3517);
    it.worse = true;
    it.after = true;
    it.steps = {0, 2};
    return it;
}

std::int64_t n_of(const tally::Counts& counts, const std::string& card, tally::What what,
                  const std::string& detail) {
    std::int64_t n = 0;
    for (const tally::Count& count : counts.counts) {
        if (count.card == card && count.what == what && count.detail == detail) {
            n += count.n;
        }
    }
    return n;
}

tally::Ledger open(const fs::path& file) {
    auto opened = tally::Ledger::open(file);
    if (!opened) {
        throw std::runtime_error("not opened: " + opened.error().sentence);
    }
    if (!opened->notice.empty()) {
        throw std::runtime_error("set aside: " + opened->notice);
    }
    return std::move(opened->ledger);
}

tally::Counts counts_in(const fs::path& file) {
    auto counts = open(file).read();
    if (!counts) {
        throw std::runtime_error("not read: " + counts.error().sentence);
    }
    return std::move(*counts);
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    if (!out.flush()) {
        throw std::runtime_error("not written: " + file.string());
    }
}

std::string all_bytes_in(const fs::path& folder) {
    std::string bytes;
    for (const auto& entry : fs::directory_iterator(folder)) {
        bytes += bytes_of(entry.path());
    }
    return bytes;
}

} // namespace tally_test
