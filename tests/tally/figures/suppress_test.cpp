#include "tally/suppress.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

using desk::Figure;
using tally::suppress;

namespace {

const Figure kSmall = Figure::under_five();
const Figure kWithheld = Figure::withheld();

Figure exact(int count) {
    return Figure::exact(count);
}

std::vector<Figure> shown(std::vector<int> parts) {
    return suppress(parts);
}

/// Calls `each` with all vectors of so many parts whose sum is `most` or less.
void enumerate(std::vector<int>& parts, std::size_t at, int most,
               const std::function<void()>& each) {
    if (at == parts.size()) {
        each();
        return;
    }
    for (int count = 0; count <= most; ++count) {
        parts[at] = count;
        enumerate(parts, at + 1, most - count, each);
    }
    parts[at] = 0;
}

/// What somebody sees who knows the whole: a number for each part, -1 for "under 5" and -2 for one
/// that is withheld.
using Seen = std::pair<int, std::vector<int>>;

Seen seen(const std::vector<int>& parts, const std::vector<Figure>& figures) {
    Seen it{std::accumulate(parts.begin(), parts.end(), 0), {}};
    for (const Figure& figure : figures) {
        it.second.push_back(figure.is_exact()                           ? figure.count()
                            : figure.kind() == Figure::Kind::under_five ? -1
                                                                        : -2);
    }
    return it;
}

struct Size {
    std::size_t parts;
    int most;
};

} // namespace

TEST_CASE("Whoever knows the rule and the whole cannot tell any part that is not exact") {
    const Size size = GENERATE(Size{2, 30}, Size{3, 24}, Size{4, 20}, Size{5, 23}, Size{6, 16});
    CAPTURE(size.parts, size.most);
    // Everything that looks the same from outside, with the counts that each part may then have.
    std::map<Seen, std::vector<std::set<int>>> possible;
    std::vector<int> parts(size.parts);
    enumerate(parts, 0, size.most, [&] {
        auto& counts = possible[seen(parts, suppress(parts))];
        counts.resize(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            counts[i].insert(parts[i]);
        }
    });
    int told = 0;
    for (const auto& [it, counts] : possible) {
        const auto& [whole, figures] = it;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            // A whole of less than 5 is not shown, and so not split.
            told += whole >= desk::kLeastShown && figures[i] < 0 && counts[i].size() < 2 ? 1 : 0;
        }
    }
    CHECK(told == 0);
}

TEST_CASE("What is exact is right, and never from 1 to 4") {
    const Size size = GENERATE(Size{1, 30}, Size{2, 30}, Size{3, 24}, Size{4, 20});
    std::vector<int> parts(size.parts);
    int wrong = 0;
    enumerate(parts, 0, size.most, [&] {
        const std::vector<Figure> figures = suppress(parts);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool small = parts[i] >= 1 && parts[i] < desk::kLeastShown;
            const bool is_right = figures[i].is_exact() ? !small && figures[i].count() == parts[i]
                                                        : figures[i] == kWithheld || small;
            wrong += is_right ? 0 : 1;
        }
    });
    CHECK(wrong == 0);
}

TEST_CASE("Parts that are all 0 or at least 5 are exact") {
    CHECK(shown({}).empty());
    CHECK(shown({0, 0}) == std::vector{exact(0), exact(0)});
    CHECK(shown({5, 0, 7}) == std::vector{exact(5), exact(0), exact(7)});
}

TEST_CASE("A part below 5 takes the last of those that are not with it, and none else") {
    CHECK(shown({20, 3, 30, 0}) == std::vector{exact(20), kSmall, kWithheld, exact(0)});
    CHECK(shown({3, 1, 30, 20}) == std::vector{kSmall, kSmall, exact(30), kWithheld});
    CHECK(shown({3, 3, 2, 2}) == std::vector{kSmall, kSmall, kSmall, kSmall});
}

TEST_CASE("Where the rule would give parts away all are withheld") {
    CHECK(shown({0, 1, 8}) == std::vector{kWithheld, kWithheld, kWithheld}); // Below 10.
    CHECK(shown({4, 4, 4}) == std::vector{kWithheld, kWithheld, kWithheld}); // The most possible.
    // The least: 7 hidden, where one is 5 or more and the others are 1 or more.
    CHECK(shown({9, 1, 1, 5}) == std::vector{kWithheld, kWithheld, kWithheld, kWithheld});
}

TEST_CASE("A number by itself is exact or under 5") {
    CHECK(suppress(0) == exact(0));
    CHECK(suppress(1) == kSmall);
    CHECK(suppress(4) == kSmall);
    CHECK(suppress(5) == exact(5));
}
