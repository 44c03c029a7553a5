#pragma once

#include <cstdint>
#include <type_traits>

#include <imgui.h>

namespace platform {

namespace detail {

template <typename Name>
Name texture_name(std::uint64_t texture) {
    if constexpr (std::is_pointer_v<Name>) {
        return reinterpret_cast<Name>(static_cast<std::uintptr_t>(texture)); // NOLINT: see below
    } else {
        return static_cast<Name>(texture);
    }
}

} // namespace detail

/// Dear ImGui's name for a texture, which was a pointer before version 1.91.4 and is a number
/// since.
inline ImTextureID texture_name(std::uint64_t texture) {
    return detail::texture_name<ImTextureID>(texture);
}

/// In the place of a texture's name: what is drawn with it has one colour, and hides what is under
/// it, with which it then need not be mixed.
inline ImTextureID covering() {
    return texture_name(~std::uint64_t{0});
}

} // namespace platform
