#include "tally/csv.h"
#include "tally/month_file.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace std::chrono_literals;
using tally::What;

namespace {

constexpr auto kOctober = 2026y / std::chrono::October;

tally::MonthHead head() {
    return {.month = kOctober,
            .site = "Riverside",
            .desk = "riverside-circulation",
            .name = "Circulation, \"main\"",
            .bands = {"opening", "evening"},
            .cards = {{.id = "sleeping", .title = "Sleeping", .code = cards::Code::green},
                      {.id = "fight", .title = "Fight", .code = cards::Code::red}}};
}

tally::Count count(std::string band, std::string card, What what, std::string detail, int n) {
    return {.month = kOctober,
            .band = std::move(band),
            .card = std::move(card),
            .code = cards::Code::green,
            .what = what,
            .detail = std::move(detail),
            .n = n};
}

/// In the order of the fields.
tally::Counts counts() {
    tally::Counts all;
    tally::Count before = count("opening", "sleeping", What::opened, "tile", 900);
    before.month = 2026y / std::chrono::August;
    all.counts = {before,
                  count("evening", "gone", What::opened, "key", 1),
                  count("evening", "sleeping", What::opened, "tile", 7),
                  count("evening", "sleeping", What::reached, "tile under-2-s", 3),
                  count("evening", "sleeping", What::worse, "", 1),
                  count("evening", "sleeping", What::step, "12", 2),
                  count("evening", "sleeping", What::ended, "asked-to-leave", 4),
                  count("evening", "sleeping", What::help, "", 1),
                  count("night", "sleeping", What::after, "", 2)};
    all.missed = {{.month = kOctober, .words = "", .n = 4},
                  {.month = kOctober, .words = "charger laptop", .n = 2}};
    return all;
}

/// The file's lines after those of the names and of whose it is, each without its month.
std::string file(std::string_view lines) {
    std::string text = "month,band,card,code,what,detail,count\r\n"
                       "2026-10,,,,site,Riverside,\r\n"
                       "2026-10,,,,desk,riverside-circulation,\r\n"
                       "2026-10,,,,name,Circulation desk,\r\n";
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        text.append("2026-10,").append(lines.substr(0, end)).append("\r\n");
        lines.remove_prefix(end + 1);
    }
    return text;
}

constexpr std::string_view kBegun = "evening,,,band,,\n,sleeping,green,card,Sleeping,\n";

std::string error_of(std::string_view bytes) {
    const auto read = tally::read_month(bytes);
    return read ? "" : read.error();
}

std::string error_after(std::string_view lines) {
    return error_of(file(std::string(kBegun).append(lines)));
}

} // namespace

TEST_CASE("A month's file is read as it was written, with bands and cards that are only counted") {
    const auto read = tally::read_month(month_csv(counts(), head()));
    if (!read) {
        FAIL(read.error());
    }
    tally::MonthHead expected = head();
    expected.bands = {"opening", "evening", "night"};
    expected.cards = {{.id = "fight", .title = "Fight", .code = cards::Code::red},
                      {.id = "gone", .title = "gone", .code = cards::Code::green},
                      {.id = "sleeping", .title = "Sleeping", .code = cards::Code::green}};
    CHECK(read->head == expected);
    tally::Counts month = counts();
    month.counts.erase(month.counts.begin());
    CHECK(read->counts == month);
}

TEST_CASE("Counts in another order make the same file") {
    tally::Counts turned = counts();
    std::ranges::reverse(turned.counts);
    std::ranges::reverse(turned.missed);
    CHECK(month_csv(turned, head()) == month_csv(counts(), head()));
}

TEST_CASE("A month's file says these lines and no others") {
    tally::MonthHead few = head();
    few.cards.pop_back();
    tally::Counts one;
    one.counts = {count("evening", "sleeping", What::opened, "tile", 7)};
    one.missed = {{.month = kOctober, .words = "charger", .n = 2}};
    CHECK(month_csv(one, few) == std::string(tally::kByteOrderMark) +
                                     "month,band,card,code,what,detail,count\r\n"
                                     "2026-10,,,,site,Riverside,\r\n"
                                     "2026-10,,,,desk,riverside-circulation,\r\n"
                                     "2026-10,,,,name,\"Circulation, \"\"main\"\"\",\r\n"
                                     "2026-10,opening,,,band,,\r\n"
                                     "2026-10,evening,,,band,,\r\n"
                                     "2026-10,,sleeping,green,card,Sleeping,\r\n"
                                     "2026-10,evening,sleeping,green,opened,tile,7\r\n"
                                     "2026-10,,,,missed,charger,2\r\n");
}

TEST_CASE("The months that are over follow one another, whether something was counted or not") {
    CHECK(months_over(counts(), 2026y / std::chrono::December) ==
          std::vector{2026y / std::chrono::August, 2026y / std::chrono::September, kOctober,
                      2026y / std::chrono::November});
    CHECK(months_over(counts(), 2026y / std::chrono::August).empty());
    CHECK(tally::months_over({}, 2026y / std::chrono::August).empty());
    tally::Counts odd = counts();
    odd.counts.front().month = 1y / std::chrono::January;
    CHECK(months_over(odd, kOctober).size() == 120);
}

TEST_CASE("Files of other names are no months") {
    CHECK(tally::month_file_name(kOctober) == "counts-2026-10.csv");
    CHECK(tally::parse_month_file_name("counts-2026-10.csv") == kOctober);
    for (const char* name :
         {"counts-2026-10.sync-conflict-20261104-101112-ABCDEFG.csv", "counts-2026-13.csv",
          "counts-2026-1.csv", "counts-.csv", "counts-2026-10.csv.tmp", ".counts-2026-10.csv",
          "Counts-2026-10.csv", "counts-2026-10~20261104-101112.csv", ""}) {
        CAPTURE(name);
        CHECK_FALSE(tally::parse_month_file_name(name));
    }
}

TEST_CASE("Words that are not on the list count as others, whoever wrote them down") {
    const auto read = tally::read_month(
        file(std::string(kBegun) +
             ",,,missed,,4\n,,,missed,charger,2\n,,,missed,jonathan qwertysmith,3\n"));
    REQUIRE(read);
    CHECK(read->counts.missed ==
          std::vector<tally::MissedCount>{{.month = kOctober, .words = "", .n = 7},
                                          {.month = kOctober, .words = "charger", .n = 2}});
}

TEST_CASE("A file without counts is a month in which nothing was counted") {
    const auto read = tally::read_month(month_csv({}, head()));
    REQUIRE(read);
    CHECK(read->counts == tally::Counts{});
    CHECK(read->head.cards.size() == 2);
}

TEST_CASE("Whatever a month's file may not say is refused, with its line") {
    CHECK(error_of("").starts_with("line 1: "));
    CHECK(error_of("month,band\r\n").starts_with("line 1: "));
    CHECK(error_of(file("").substr(0, 67)).starts_with("line 2: "));
    CHECK(error_of("month,band,card,code,what,detail,count\r\n2026-13,,,,site,x,\r\n") ==
          "line 2: “2026-13” is nothing that the column “month” may say here.");
    CHECK(error_after("").empty());
    CHECK(error_after("evening,sleeping,green,opened,tile,7\n").empty());
    // Line 7 is the first after those that begin.
    for (const char* line : {
             "evening,sleeping,green,opened,tile,0",
             "evening,sleeping,green,opened,tile,-1",
             "evening,sleeping,green,opened,tile,1000001",
             "evening,sleeping,green,opened,tile,07",
             "evening,sleeping,green,opened,tile,",
             "evening,sleeping,green,opened,foot,7",
             "evening,sleeping,green,opened,,7",
             "evening,sleeping,green,reached,tile,7",
             "evening,sleeping,green,reached,tile soon,7",
             "evening,sleeping,green,step,0,7",
             "evening,sleeping,green,step,100,7",
             "evening,sleeping,green,ended,happily,7",
             "evening,sleeping,green,worse,much,7",
             "evening,sleeping,Green,worse,,7",
             "evening,sleeping,,worse,,7",
             "evening,awake,green,worse,,7",
             "evening,,green,worse,,7",
             "night,sleeping,green,worse,,7",
             ",sleeping,green,worse,,7",
             "evening,sleeping,green,visited,,7",
             "evening,,,band,,",
             "night,,,band,,",
             ",fight,red,card,Fight,", // Out of order.
             ",Sleep ing,green,card,A,",
             ",zeal,green,card,,",
             ",zeal,green,card,a\tb,",
             ",zeal,green,card,A,3",
             ",,,site,Riverside,",
             ",,,missed,charger,0",
             "evening,,,missed,charger,2",
             ",,,missed,a\x01z,2",
         }) {
        CAPTURE(line);
        CHECK(error_after(std::string(line) + "\n").starts_with("line 7: "));
    }
    const std::string seven = "evening,sleeping,green,opened,tile,7\n";
    CHECK(error_after(seven + seven).starts_with("line 8: This line is not in its order"));
    CHECK(error_after(",,,missed,charger,2\n" + seven).starts_with("line 8: "));
    CHECK(error_after(seven + ",zeal,green,card,Zeal,\n").starts_with("line 8: "));
    CHECK(error_after(",,,missed,charger,2\n,,,missed,charger,2\n").starts_with("line 8: "));
    std::string other = file(std::string(kBegun) + seven);
    other.replace(other.rfind("2026-10"), 7, "2026-11");
    CHECK(error_of(other).starts_with("line 7: "));
    CHECK(error_after("evening,sleeping,green,opened,key,1000000\n"
                      "evening,sleeping,green,opened,link,1000000\n"
                      "evening,sleeping,green,opened,rail,1000000\n") ==
          "line 9: The counts come to more than any desk can have.");
}

TEST_CASE("A desk's names are checked") {
    const auto with = [](std::string_view from, std::string_view to) {
        std::string text = file(kBegun);
        return error_of(text.replace(text.find(from), from.size(), to));
    };
    CHECK(with("riverside-circulation", "Riverside Circulation").starts_with("line 3: "));
    CHECK(with("riverside-circulation", "").starts_with("line 3: "));
    CHECK(with("riverside-circulation", "../../etc").starts_with("line 3: "));
    CHECK(with(",site,", ",place,").starts_with("line 2: "));
    CHECK(with("Circulation desk", "a\xE2\x80\xAE").starts_with("line 4: "));
    CHECK(with("Circulation desk", std::string(121, 'a')).starts_with("line 4: "));
    CHECK(with("Circulation desk", "").empty());
}
