#pragma once

#include "desk/effect.h"
#include "desk/event.h"
#include "packs/pin.h"
#include "platform/clock.h"
#include "platform/disk.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

/// Asks for the manager's PIN, and has the first one set. One thread at a time.
class PinDoor {
public:
    /// The disk is the state folder, and outlives the door. `post` takes what there is to say to
    /// the glass.
    PinDoor(platform::Disk& disk, std::function<void(desk::Event)> post);

    /// Offers on the glass to set the first PIN, unless there is one, or it was declined.
    void offer_first();

    /// The proof, or nothing once the glass has been told why not.
    std::optional<packs::PinProof> ask(const std::string& pin);

    void act(const desk::SetFirstPin& job);
    void act(const desk::OfferNoPin& job);
    void act(const desk::LetManagerIn& job);

private:
    platform::Disk* disk_;
    std::function<void(desk::Event)> post_;
    platform::MachineClock clock_;
    packs::Pin pin_;
};

} // namespace app
