#include "desk/count.h"

namespace desk {

namespace {

constexpr std::array<std::string_view, kWays> kWayWords{"tile",   "rail", "key",
                                                        "search", "show", "link"};
constexpr std::array<std::string_view, kReaches> kReachWords{"under-2-s", "under-5-s", "under-10-s",
                                                             "longer"};
constexpr std::array<std::string_view, kEndings> kEndingWords{
    "settled", "agreed-to-differ", "left", "asked-to-leave", "suspended", "emergency"};

} // namespace

Reach reach_of(Moment took) {
    using namespace std::chrono_literals;
    return took < 2s    ? Reach::under_2_s
           : took < 5s  ? Reach::under_5_s
           : took < 10s ? Reach::under_10_s
                        : Reach::longer;
}

bool is_imposed(Ending ending) {
    return ending >= Ending::asked_to_leave;
}

std::string_view to_string(Way way) {
    return kWayWords.at(static_cast<std::size_t>(way));
}

std::string_view to_string(Reach reach) {
    return kReachWords.at(static_cast<std::size_t>(reach));
}

std::string_view to_string(Ending ending) {
    return kEndingWords.at(static_cast<std::size_t>(ending));
}

} // namespace desk
