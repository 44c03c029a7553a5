#include "median.h"
#include "run.h"
#include "support/desk_process.h"
#include "support/large_pack.h"
#include "support/png.h"
#include "support/stick_image.h"
#include "support/temp_folder.h"
#include "support/x_hands.h"
#include "support/x_server.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <sys/mount.h>
#include <thread>
#include <vector>

/// How long it takes from plugging a large pack in to its review, and how long the desk keeps
/// people waiting meanwhile. Prints a line a round, and the medians.

namespace {

namespace fs = std::filesystem;
using bench::median;
using support::Description;
using Clock = std::chrono::steady_clock;

constexpr int kCards = 500;
constexpr int kPhotographs = 50;
constexpr int kPhotographWidth = 2400;
constexpr int kPhotographHeight = 1800;
constexpr int kRounds = 5;
constexpr double kPressEvery = 250; // ms: as fast as anybody goes through cards
constexpr double kTooLong = 30'000; // ms

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Its first cards with a photograph each, and letters that the desk has not shown yet.
void write_pack(const support::TempFolder& folder) {
    const fs::path pack = folder.path() / "deskcards";
    support::write_large_pack(pack, kCards);
    support::replace_in(pack / "pack.yaml", "Person in charge", "Łucja Żak, Ψυχή, Дежурный");
    std::vector<fs::path> situations;
    std::ranges::copy(fs::directory_iterator(pack / "situations"), std::back_inserter(situations));
    std::ranges::sort(situations);
    const std::string photograph = support::photograph(kPhotographWidth, kPhotographHeight);
    for (std::size_t i = 0; i < kPhotographs; ++i) {
        folder.write("deskcards/images/" + std::to_string(i) + ".jpg", photograph);
        support::replace_in(situations.at(i), "\n---\n",
                            "\n---\n![A place](../images/" + std::to_string(i) + ".jpg)\n\n");
    }
}

struct Round {
    double to_review_ms = 0;
    double longest_ms = 0; ///< That the desk was busy without a rest.
};

bool is_on_offer(const Description& it) {
    const support::Target* const open = it.find("drop/open");
    return it.find("drop/use") != nullptr || (open != nullptr && open->label.contains("have come"));
}

/// Plugs the stick in at a desk that has come to rest. With `hands`, somebody goes on using the
/// desk, looks at the new cards when they are there, and comes back.
Round plug_in(const support::StickImage& image, const std::string& display,
              support::XHands* hands) {
    support::TempFolder etc;
    support::DeskProcess desk(
        display, {"--config", etc.write("deskcards.yaml", "clock: off\n"
                                                          "ask-for-first-pin: off\n")});
    std::this_thread::sleep_for(std::chrono::seconds(1));
    Round round;
    const auto take = [&](const Description& it) {
        round.longest_ms = std::max(round.longest_ms, it.longest_ms);
        return it;
    };
    desk.look();
    const auto plugged = Clock::now();
    const support::PluggedStick stick(image, "/media/bench/stick");
    std::size_t presses = 0;
    while (!is_on_offer(take(desk.glance()))) {
        if (ms_since(plugged) > kTooLong) {
            throw std::runtime_error("the cards are not on offer: " + desk.glance().summary());
        }
        constexpr std::array kKeys{"F2", "space", "Escape", "2", "space", "Escape"};
        if (hands != nullptr && ms_since(plugged) > static_cast<double>(presses) * kPressEvery) {
            hands->key(kKeys.at(presses++ % kKeys.size()));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    round.to_review_ms = ms_since(plugged);
    if (hands != nullptr) {
        hands->key("Escape");
        const auto tap = [&](const char* target, const char* next) {
            hands->tap(desk.look().at(target).centre());
            take(desk.wait_for(next, [&](const Description& it) {
                take(it);
                return it.find(next) != nullptr;
            }));
        };
        tap("drop/open", "drop/look");
        tap("drop/look", "drop/back");
        hands->key("2");
        tap("drop/back", "drop/leave");
        tap("drop/leave", "search");
    }
    take(desk.settle());

    return round;
}

void run() {
    if (const auto why_not = support::enter_own_mount_table()) {
        throw std::runtime_error(*why_not);
    }
    if (::mount("tmpfs", "/media", "tmpfs", 0, nullptr) != 0) {
        throw std::runtime_error("/media could not be set aside for the stick");
    }
    const support::TempFolder folder;
    write_pack(folder);
    const support::StickImage image =
        support::make_stick_image(support::StickKind::fat, folder.path(), "/media/stick.image");
    const support::XServer server(1920, 1080);
    support::XHands hands(server.name());
    std::cout << kCards << " cards and " << kPhotographs << " photographs of " << kPhotographWidth
              << " by " << kPhotographHeight << "\n";
    for (support::XHands* const who : {static_cast<support::XHands*>(nullptr), &hands}) {
        std::vector<double> to_review;
        double longest = 0;
        std::cout << (who == nullptr ? "Desk left alone:" : "Desk in use:");
        for (int i = 0; i < kRounds; ++i) {
            const Round round = plug_in(image, server.name(), who);
            to_review.push_back(round.to_review_ms);
            longest = std::max(longest, round.longest_ms);
            std::cout << ' ' << static_cast<int>(round.to_review_ms) << std::flush;
        }
        std::cout << " ms; median from plugged in to review " << static_cast<int>(median(to_review))
                  << " ms, longest without a rest " << static_cast<int>(longest) << " ms\n";
    }
}

} // namespace

int main() {
    return bench::run("drop_bench", run);
}
