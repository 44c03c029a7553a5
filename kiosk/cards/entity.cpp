#include "cards/entity.h"

#include "cards/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace cards {
namespace {

struct Named {
    std::string_view name;
    char32_t value = 0;
};

constexpr std::array kNamed{
    Named{"amp", U'&'},         Named{"apos", U'\''},      Named{"bull", U'\u2022'},
    Named{"copy", U'\u00A9'},   Named{"deg", U'\u00B0'},   Named{"eacute", U'\u00E9'},
    Named{"euro", U'\u20AC'},   Named{"gt", U'>'},         Named{"hellip", U'\u2026'},
    Named{"ldquo", U'\u201C'},  Named{"lsquo", U'\u2018'}, Named{"lt", U'<'},
    Named{"mdash", U'\u2014'},  Named{"nbsp", U'\u00A0'},  Named{"ndash", U'\u2013'},
    Named{"ntilde", U'\u00F1'}, Named{"pound", U'\u00A3'}, Named{"quot", U'"'},
    Named{"rdquo", U'\u201D'},  Named{"rsquo", U'\u2019'},
};

/// The value of "#8212" or "#x2014"; 0 if it is no number or no character.
char32_t numbered(std::string_view digits) {
    digits.remove_prefix(1);
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) {
        digits.remove_prefix(1);
    }
    std::uint32_t value = 0;
    const char* const begin = digits.data();
    const char* const end = begin + digits.size();
    const auto [stop, error] = std::from_chars(begin, end, value, hex ? 16 : 10);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (error != std::errc{} || stop != end || value > 0x10FFFF || surrogate) {
        return 0;
    }
    return value;
}

char32_t named(std::string_view name) {
    const auto* const found = std::ranges::find(kNamed, name, &Named::name);
    return found == kNamed.end() ? 0 : found->value;
}

} // namespace

std::string decode_entity(std::string_view entity) {
    if (entity.size() < 3 || !entity.starts_with('&') || !entity.ends_with(';')) {
        return std::string(entity);
    }
    const std::string_view name = entity.substr(1, entity.size() - 2);
    const char32_t value = name.starts_with('#') ? numbered(name) : named(name);
    if (value == 0) {
        return std::string(entity);
    }
    std::string out;
    append_utf8(out, value);
    return out;
}

} // namespace cards
