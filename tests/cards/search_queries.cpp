#include "search_queries.h"

#include <algorithm>
#include <fstream>
#include <ranges>
#include <stdexcept>
#include <string_view>

namespace search_queries {
namespace {

constexpr std::size_t kOnTheGlass = 4;

/// The query in a line; empty if the line does not have the form of one.
Query query_in(const std::string& line) {
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string::npos || tab + 1 == line.size()) {
        return {};
    }
    Query query{.typed = line.substr(0, tab), .wanted = {}};
    for (const auto id : std::views::split(std::string_view(line).substr(tab + 1), ',')) {
        query.wanted.emplace_back(id.begin(), id.end());
    }
    return query;
}

std::vector<std::string> found(const cards::SearchIndex& index, const std::string& typed) {
    std::vector<std::string> ids;
    for (const cards::Hit& hit : index.find(typed, kOnTheGlass)) {
        ids.push_back(hit.card);
    }
    return ids;
}

std::string listed(const std::vector<std::string>& ids) {
    std::string line;
    for (const std::string& id : ids) {
        line += ' ' + id;
    }
    return line;
}

std::string missed(const Query& query, const std::vector<std::string>& ids) {
    return query.typed + ':' + listed(ids) + " instead of" + listed(query.wanted);
}

double percent(std::size_t part, std::size_t all) {
    return all == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

} // namespace

Halves read(const std::filesystem::path& file) {
    std::ifstream in(file);
    Halves halves;
    std::vector<Query>* half = nullptr;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        if (line == "[tuning]") {
            half = &halves.tuning;
        } else if (line == "[measuring]") {
            half = &halves.measuring;
        } else if (Query query = query_in(line); half != nullptr && !query.typed.empty()) {
            half->push_back(std::move(query));
        } else {
            throw std::runtime_error(file.string() + ':' + std::to_string(number) +
                                     ": neither a query nor the beginning of a half");
        }
    }
    return halves;
}

Outcome measure(const cards::SearchIndex& index, const std::vector<Query>& queries) {
    std::size_t first = 0;
    std::size_t in_four = 0;
    Outcome outcome{.all = queries.size()};
    for (const Query& query : queries) {
        const std::vector<std::string> ids = found(index, query.typed);
        const auto at = std::ranges::find_first_of(ids, query.wanted);
        if (at == ids.end()) {
            outcome.misses += missed(query, ids) + " (not there)\n";
            continue;
        }
        ++in_four;
        if (at == ids.begin()) {
            ++first;
        } else {
            outcome.misses += missed(query, ids) + '\n';
        }
    }
    outcome.first = percent(first, queries.size());
    outcome.in_four = percent(in_four, queries.size());
    return outcome;
}

} // namespace search_queries
