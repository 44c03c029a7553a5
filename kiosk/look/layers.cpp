#include "look/layers.h"

#include <algorithm>

namespace look {

namespace {

constexpr int kLayers = 4;
constexpr int kPages = 8; ///< That are kept apart.
constexpr int kChannels = static_cast<int>(Way::letters) + kPages;

} // namespace

Layers::Layers(ImDrawList& list) : list_(&list) {
    splitter_.Split(list_, kLayers * kChannels);
}

Layers::~Layers() {
    splitter_.Merge(list_);
}

void Layers::turn_to(int channel) {
    splitter_.SetCurrentChannel(list_, layer_ * kChannels + channel);
}

ImDrawList& Layers::list(Way way, const Rect& place) {
    layer_ = 0;
    for (const Drawn& under : drawn_) {
        if (under.place.overlaps(place)) {
            layer_ = std::max(layer_, under.layer + (under.way > way ? 1 : 0));
        }
    }
    if (layer_ == kLayers) { // all of what is there comes below what is to come
        splitter_.Merge(list_);
        splitter_.Split(list_, kLayers * kChannels);
        drawn_.clear();
        layer_ = 0;
    }
    drawn_.push_back({.place = place, .layer = layer_, .way = way});
    turn_to(static_cast<int>(way));
    return *list_;
}

ImDrawList& Layers::letters(int page) {
    turn_to(static_cast<int>(Way::letters) + std::min(page, kPages - 1));
    return *list_;
}

} // namespace look
