#pragma once

#include "app/health.h"
#include "desk/event.h"
#include "packs/offer.h"

#include <functional>
#include <string>

namespace app {

/// Says on the glass, and notes in the journal, what becomes of cards that are brought.
class DropTeller {
public:
    /// `health` is never null, and outlives the teller. `post` takes what there is to say to the
    /// glass.
    DropTeller(HealthRecord* health, std::function<void(desk::Event)> post);

    /// On the glass alone.
    void tell(desk::Drop drop) const;
    /// There are no such cards, or none any more.
    void tell_none() const;
    void refuse(packs::Refused refused) const;
    /// `headline` without the full stop, `sentence` with it.
    void refuse(const std::string& headline, const std::string& sentence) const;

private:
    HealthRecord* health_;
    std::function<void(desk::Event)> post_;
};

} // namespace app
