#include "packs/picture_problem.h"

#include "i18n/message.h"

namespace packs {

namespace {

using i18n::tr;
using platform::ConfinedFault;
using platform::PictureFault;
using platform::PictureRefusal;

std::string sentence(const PictureRefusal& refusal) {
    switch (refusal.fault) {
    case PictureFault::not_a_picture:
        return tr("This is not a picture that the desk can read. Save it again as PNG or JPEG.");
    case PictureFault::cut_short:
        return tr("The end of this picture is missing. Copy it to the stick again.");
    case PictureFault::too_large:
        return tr("This picture is {0} by {1} pixels. The desk takes up to {2} either way and {3} "
                  "million in all. Make it smaller.",
                  refusal.size.width, refusal.size.height, platform::kMostSide,
                  platform::kMostMegapixels);
    case PictureFault::too_heavy:
        return tr("This picture takes more memory than the desk has for it. Make it smaller.");
    }
    return {};
}

std::string sentence(ConfinedFault fault) {
    switch (fault) {
    case ConfinedFault::not_started:
    case ConfinedFault::not_confined:
        return tr(
            "This computer has no safe way to read pictures. Take the pictures off the cards, "
            "or show this to whoever looks after the computer.");
    case ConfinedFault::too_slow:
        return tr(
            "This picture takes too long to read. Make it smaller, or save it again as JPEG.");
    case ConfinedFault::reached_out:
    case ConfinedFault::crashed:
    case ConfinedFault::said_too_much:
    case ConfinedFault::gave_up:
        return tr(
            "This picture breaks the program that reads it. Save it again with another program, "
            "or use another picture.");
    case ConfinedFault::stopped: return tr("This picture was not read.");
    }
    return {};
}

} // namespace

std::string sentence_for(const platform::NoPicture& why) {
    return std::visit([](const auto& reason) { return sentence(reason); }, why);
}

} // namespace packs
