#include "platform/key_grabs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace platform {

namespace {

using xcb::Owned;

// What X calls the keys that are held, and those that lock.
constexpr std::array<xcb_keysym_t, 2> kAltKeys{0xFFE9, 0xFFEA};
constexpr std::array<xcb_keysym_t, 2> kSuperKeys{0xFFEB, 0xFFEC};
constexpr std::array<xcb_keysym_t, 1> kNumLock{0xFF7F};
constexpr std::array<xcb_keysym_t, 1> kScrollLock{0xFF14};

/// What the keyboard's keys have on them at present.
class Keyboard {
public:
    explicit Keyboard(const xcb::Connection& connection) {
        const xcb_setup_t* const setup = xcb_get_setup(connection.get());
        first_ = setup->min_keycode;
        const auto count = static_cast<std::uint8_t>(setup->max_keycode - first_ + 1);
        symbols_.reset(xcb_get_keyboard_mapping_reply(
            connection.get(), xcb_get_keyboard_mapping(connection.get(), first_, count), nullptr));
        modifiers_.reset(xcb_get_modifier_mapping_reply(
            connection.get(), xcb_get_modifier_mapping(connection.get()), nullptr));
    }

    /// The keys with a symbol: those where it comes without holding another, if there are any.
    std::vector<xcb_keycode_t> keys_with(xcb_keysym_t symbol) const {
        std::vector<xcb_keycode_t> keys;
        for (std::size_t column = 0; keys.empty() && column < columns(); ++column) {
            const auto all = symbols();
            for (std::size_t key = 0; (key + 1) * columns() <= all.size(); ++key) {
                if (all[key * columns() + column] == symbol) {
                    keys.push_back(static_cast<xcb_keycode_t>(first_ + key));
                }
            }
        }
        return keys;
    }

    /// The bit that stands for one of these keys' being held; 0 if none does.
    std::uint16_t bit_of(std::span<const xcb_keysym_t> wanted) const {
        if (modifiers_ == nullptr) {
            return 0;
        }
        const std::span keys(
            xcb_get_modifier_mapping_keycodes(modifiers_.get()),
            static_cast<std::size_t>(xcb_get_modifier_mapping_keycodes_length(modifiers_.get())));
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (std::ranges::any_of(wanted, [&](auto symbol) { return has(keys[i], symbol); })) {
                return static_cast<std::uint16_t>(1U << (i / modifiers_->keycodes_per_modifier));
            }
        }
        return 0;
    }

private:
    std::size_t columns() const { return symbols_ != nullptr ? symbols_->keysyms_per_keycode : 0; }
    std::span<const xcb_keysym_t> symbols() const {
        return {xcb_get_keyboard_mapping_keysyms(symbols_.get()),
                static_cast<std::size_t>(xcb_get_keyboard_mapping_keysyms_length(symbols_.get()))};
    }
    bool has(xcb_keycode_t key, xcb_keysym_t symbol) const {
        if (symbols_ == nullptr || key < first_) {
            return false;
        }
        const auto all = symbols();
        const std::size_t begin = static_cast<std::size_t>(key - first_) * columns();
        return begin + columns() <= all.size() &&
               std::ranges::count(all.subspan(begin, columns()), symbol) > 0;
    }

    xcb_keycode_t first_ = 0;
    Owned<xcb_get_keyboard_mapping_reply_t> symbols_;
    Owned<xcb_get_modifier_mapping_reply_t> modifiers_;
};

/// The bits that have to be set; nothing if the keyboard has no such key.
std::optional<std::uint16_t> bits_of(const Chord& chord, const Keyboard& keyboard) {
    unsigned int bits = 0;
    if (chord.control) {
        bits |= XCB_MOD_MASK_CONTROL;
    }
    if (chord.shift) {
        bits |= XCB_MOD_MASK_SHIFT;
    }
    if (chord.alt) {
        const unsigned int alt = keyboard.bit_of(kAltKeys);
        if (alt == 0) {
            return std::nullopt;
        }
        bits |= alt;
    }
    if (chord.super) {
        const unsigned int super = keyboard.bit_of(kSuperKeys);
        if (super == 0) {
            return std::nullopt;
        }
        bits |= super;
    }
    return static_cast<std::uint16_t>(bits);
}

/// Bits with each combination of the locks, which have no say.
std::vector<std::uint16_t> with_locks(std::uint16_t bits, const Keyboard& keyboard) {
    std::vector<std::uint16_t> all{bits};
    for (const std::uint16_t lock : {static_cast<std::uint16_t>(XCB_MOD_MASK_LOCK),
                                     keyboard.bit_of(kNumLock), keyboard.bit_of(kScrollLock)}) {
        const std::size_t count = all.size();
        for (std::size_t i = 0; i < count; ++i) {
            const auto more = static_cast<std::uint16_t>(all.at(i) | lock);
            if (std::ranges::find(all, more) == all.end()) {
                all.push_back(more);
            }
        }
    }
    return all;
}

} // namespace

std::vector<KeyGrab> grabs_for(const Chord& chord, const xcb::Connection& connection) {
    const Keyboard keyboard(connection);
    std::vector<KeyGrab> grabs;
    if (const auto bits = bits_of(chord, keyboard)) {
        const auto variants = with_locks(*bits, keyboard);
        for (const xcb_keycode_t key : keyboard.keys_with(chord.symbol)) {
            for (const std::uint16_t with : variants) {
                grabs.push_back({.key = key, .held = with});
            }
        }
    }
    return grabs;
}

} // namespace platform
