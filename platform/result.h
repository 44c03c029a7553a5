#pragma once

#include <expected>
#include <string>

namespace platform {

/// Something the machine could not do, as a sentence for the person who sees it: what is wrong and
/// what to do about it.
struct Failure {
    std::string sentence;
    bool over_limit = false; ///< There was more than the caller asked to be given.
    bool no_room = false;    ///< The medium is full.
};

template <typename T>
using Result = std::expected<T, Failure>;

} // namespace platform
