#include "packs/picture_problem.h"

namespace packs {

namespace {

using platform::ConfinedFault;
using platform::PictureFault;
using platform::PictureRefusal;

std::string sentence(const PictureRefusal& refusal) {
    switch (refusal.fault) {
    case PictureFault::not_a_picture:
        return "This is not a picture that the desk can read. Save it again as PNG or JPEG.";
    case PictureFault::cut_short:
        return "The end of this picture is missing. Copy it to the stick again.";
    case PictureFault::too_large:
        return "This picture is " + std::to_string(refusal.size.width) + " by " +
               std::to_string(refusal.size.height) + " pixels. The desk takes up to " +
               std::to_string(platform::kMostSide) + " either way and " +
               std::to_string(platform::kMostMegapixels) + " million in all. Make it smaller.";
    case PictureFault::too_heavy:
        return "This picture takes more memory than the desk has for it. Make it smaller.";
    }
    return {};
}

std::string sentence(ConfinedFault fault) {
    switch (fault) {
    case ConfinedFault::not_started:
    case ConfinedFault::not_confined:
        return "This computer has no safe way to read pictures. Take the pictures off the cards, "
               "or show this to whoever looks after the computer.";
    case ConfinedFault::too_slow:
        return "This picture takes too long to read. Make it smaller, or save it again as JPEG.";
    case ConfinedFault::reached_out:
    case ConfinedFault::crashed:
    case ConfinedFault::said_too_much:
    case ConfinedFault::gave_up:
        return "This picture breaks the program that reads it. Save it again with another program, "
               "or use another picture.";
    case ConfinedFault::stopped: return "This picture was not read.";
    }
    return {};
}

} // namespace

std::string sentence_for(const platform::NoPicture& why) {
    return std::visit([](const auto& reason) { return sentence(reason); }, why);
}

} // namespace packs
