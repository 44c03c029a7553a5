#include "look/layers.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <memory>
#include <random>
#include <vector>

using look::Layers;
using look::Rect;
using look::Way;

namespace {

struct ContextCloser {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

/// A list that things are drawn into, each with a colour of its own.
class Drawn {
public:
    Drawn() {
        list_._ResetForNewFrame();
        list_.PushClipRect({0, 0}, {1000, 1000});
        layers_ = std::make_unique<Layers>(list_);
    }

    void put(Way way, const Rect& place) {
        const auto number = static_cast<ImU32>(++count_);
        ImDrawList& list = layers_->list(way, place);
        (way == Way::letters ? layers_->letters(static_cast<int>(number % 3)) : list)
            .AddRectFilled({place.x, place.y}, {place.right(), place.bottom()},
                           IM_COL32_BLACK | number);
    }

    /// The numbers in the order in which they are drawn, from 1.
    std::vector<std::size_t> order() {
        layers_.reset();
        std::vector<std::size_t> numbers;
        for (const ImDrawIdx index : list_.IdxBuffer) {
            const auto number = list_.VtxBuffer[static_cast<int>(index)].col & 0xFFFFU;
            if (numbers.empty() || numbers.back() != number) {
                numbers.push_back(number);
            }
        }
        return numbers;
    }

private:
    std::unique_ptr<ImGuiContext, ContextCloser> context_{ImGui::CreateContext()};
    ImDrawList list_{ImGui::GetDrawListSharedData()};
    std::unique_ptr<Layers> layers_;
    std::size_t count_ = 0;
};

} // namespace

TEST_CASE("What is drawn in the same way comes together") {
    Drawn drawn;
    for (int tile = 0; tile < 4; ++tile) {
        const Rect place{static_cast<float>(tile) * 100, 0, 90, 90};
        drawn.put(Way::covering, place);
        drawn.put(Way::letters, place.grown(-10));
    }
    CHECK(drawn.order() == std::vector<std::size_t>{1, 3, 5, 7, 6, 4, 2, 8});
}

TEST_CASE("Nothing comes to lie under what was drawn before it") {
    std::mt19937 random(17);
    const auto upto = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    for (int round = 0; round < 50; ++round) {
        Drawn drawn;
        std::vector<std::pair<Way, Rect>> things;
        for (int i = 0; i < 60; ++i) {
            const auto way = static_cast<Way>(upto(3));
            const Rect place{static_cast<float>(upto(300)), static_cast<float>(upto(300)),
                             static_cast<float>(5 + upto(80)), static_cast<float>(5 + upto(80))};
            things.emplace_back(way, place);
            drawn.put(way, place);
        }
        std::vector<std::size_t> turn(things.size());
        const auto order = drawn.order();
        REQUIRE(order.size() == things.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            turn.at(order.at(i) - 1) = i;
        }
        for (std::size_t later = 0; later < things.size(); ++later) {
            for (std::size_t before = 0; before < later; ++before) {
                const auto& [way, place] = things.at(later);
                const auto& [way_before, place_before] = things.at(before);
                // Texts do not stand on texts.
                if (place.overlaps(place_before) &&
                    !(way == Way::letters && way_before == Way::letters)) {
                    REQUIRE(turn.at(before) < turn.at(later));
                }
            }
        }
    }
}
