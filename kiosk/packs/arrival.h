#pragma once

#include "packs/keys.h"
#include "platform/disk.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Packs in folders that something fills file by file, in any order.
namespace packs {

/// A pack that does not fit its seal: it is still on its way, or was changed after it was sealed.
/// From outside nobody can tell which.
struct OnItsWay {
    std::size_t files = 0;              ///< So many of those listed are there as they were sealed.
    std::size_t of_files = 0;           ///< 0 if the list is not there yet.
    std::vector<std::string> sentences; ///< What does not fit.
};

/// Whether the pack in the folder `from` of a drop folder is still on its way. Nothing if it is all
/// there, or if that is not what is wrong with it: whoever takes it in finds out. A pack that has
/// to be signed is on its way until its signature is there.
std::optional<OnItsWay> on_its_way(const platform::Folder& drop, const std::string& from,
                                   const Keys& keys, bool has_to_be_signed);

} // namespace packs
