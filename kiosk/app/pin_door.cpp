#include "app/pin_door.h"

#include "app/note.h"
#include "i18n/message.h"
#include "platform/durable.h"

#include <utility>
#include <variant>

namespace app {

namespace {

using i18n::tr;

/// In the state folder: once this is there, nobody is asked on the glass to set the first PIN.
constexpr const char* kNoFirstPin = "first-pin-declined";

} // namespace

PinDoor::PinDoor(platform::Disk& disk, std::function<void(desk::Event)> post)
    : disk_(&disk), post_(std::move(post)), pin_(disk, clock_) {}

void PinDoor::offer_first() {
    if (!pin_.is_set() && disk_->kind(kNoFirstPin) == platform::EntryKind::none) {
        post_(desk::FirstPinNews{true});
    }
}

std::optional<packs::PinProof> PinDoor::ask(const std::string& pin) {
    packs::PinCheck check = pin_.check(pin);
    if (auto* proof = std::get_if<packs::PinProof>(&check)) {
        post_(desk::PinAnswer{});
        return std::move(*proof);
    }
    desk::PinAnswer answer;
    if (const auto* wrong = std::get_if<packs::WrongPin>(&check)) {
        answer.fault = desk::PinFault::wrong;
        answer.wait = wrong->wait;
        note(tr("A wrong PIN was typed."));
    } else if (const auto* wait = std::get_if<packs::MustWait>(&check)) {
        answer.fault = desk::PinFault::too_early;
        answer.wait = wait->wait;
    } else if (std::holds_alternative<packs::NoPinSet>(check)) {
        answer.fault = desk::PinFault::none_set;
    } else {
        answer.fault = desk::PinFault::other;
        answer.sentence = std::get<platform::Failure>(check).sentence;
    }
    post_(answer);
    return std::nullopt;
}

void PinDoor::act(const desk::SetFirstPin& job) {
    const auto set = pin_.set_first(job.pin);
    if (!set) {
        post_(desk::FirstPinNews{!pin_.is_set()}); // a command may have set it meanwhile
        post_(desk::PinAnswer{.fault = desk::PinFault::other, .sentence = set.error().sentence});
        return;
    }
    post_(desk::FirstPinNews{false});
    post_(desk::PinAnswer{});
    note(tr("The manager's PIN was set."));
}

void PinDoor::act(const desk::OfferNoPin& /*job*/) {
    if (const auto saved = platform::save(*disk_, kNoFirstPin, ""); !saved) {
        note(saved.error().sentence);
    }
    post_(desk::DropNews{desk::DropDone{
        tr("No PIN is set here. Cards come in only if a trusted key has signed them, "
           "until whoever looks after this desk sets a PIN with: deskcards pin")}});
}

void PinDoor::act(const desk::LetManagerIn& job) {
    if (ask(job.pin)) {
        post_(desk::ManagerNews{});
    }
}

} // namespace app
