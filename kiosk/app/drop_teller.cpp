#include "app/drop_teller.h"

#include "app/note.h"

#include <utility>

namespace app {

DropTeller::DropTeller(HealthRecord* health, std::function<void(desk::Event)> post)
    : health_(health), post_(std::move(post)) {}

void DropTeller::tell(desk::Drop drop) const {
    post_(desk::DropNews{std::move(drop)});
}

void DropTeller::tell_none() const {
    post_(desk::DropNews{});
}

void DropTeller::refuse(packs::Refused refused) const {
    if (refused.nothing_to_do) {
        note(refused.headline);
        tell(desk::DropDone{refused.headline});
        return;
    }
    health_->refused();
    note(refused.headline + ".");
    note(refused.problems);
    tell(desk::DropRefused{.headline = refused.headline + ".",
                           .problems = std::move(refused.problems)});
}

void DropTeller::refuse(const std::string& headline, const std::string& sentence) const {
    refuse({.headline = headline, .problems = {{.text = sentence}}});
}

} // namespace app
