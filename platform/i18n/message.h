#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// The program's own words, in the language that is in use (see catalogue.h). They stand in the
/// source in English, as gettext's messages do: whatever has no translation is English.
namespace i18n {

/// A text to be translated, kept by its English words. As a string it is in the language in use at
/// that moment; the bytes behind a view of it stay until the program ends.
class Message {
public:
    /// `context` tells apart what is one word in English and two elsewhere; null is none.
    constexpr Message(const char* context, const char* english)
        : context_(context), english_(english) {}

    [[nodiscard]] const char* c_str() const;
    [[nodiscard]] std::string_view view() const { return c_str(); }
    [[nodiscard]] std::string str() const { return c_str(); }

    operator std::string_view() const { return view(); }
    operator std::string() const { return str(); }

private:
    const char* context_;
    const char* english_;
};

inline std::string operator+(std::string before, const Message& message) {
    return std::move(before.append(message.view()));
}

inline std::string operator+(const Message& message, std::string_view after) {
    return message.str().append(after);
}

/// Marks a text of the program's for translation; xgettext looks for these names.
constexpr Message message(const char* english) {
    return {nullptr, english};
}

/// The same, where one English word stands for several things: `message("colors", "Light")`.
constexpr Message message(const char* context, const char* english) {
    return {context, english};
}

/// A text with places for values, {0}, {1}…; a place that has no value does not compile.
template <typename... Values>
class Pattern {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a pattern.
    consteval Pattern(const char* english) : english_(english) {
        static_cast<void>(fmt::format_string<const Values&...>(english));
    }
    [[nodiscard]] const char* english() const { return english_; }

private:
    const char* english_;
};

namespace detail {
/// The pattern in the language in use, or as it is.
std::string_view find(const char* english);
/// The pattern of the plural that `count` takes there, or the fitting one of these two.
std::string_view find(const char* one, const char* many, std::size_t count);
std::string fill(std::string_view pattern, fmt::format_args values);
} // namespace detail

/// A text in the language in use, with values in its places: `tr("Version {0}", 14)`.
template <typename... Values>
std::string tr(Pattern<std::type_identity_t<Values>...> pattern, const Values&... values) {
    return detail::fill(detail::find(pattern.english()), fmt::make_format_args(values...));
}

/// The one of two texts that fits a count, {0}: `tr_plural("{0} card", "{0} cards", 2)` is
/// "2 cards". Further values take {1}, {2}…
template <typename... Values>
std::string tr_plural(Pattern<std::size_t, std::type_identity_t<Values>...> one,
                      Pattern<std::size_t, std::type_identity_t<Values>...> many, std::size_t count,
                      const Values&... values) {
    return detail::fill(detail::find(one.english(), many.english(), count),
                        fmt::make_format_args(count, values...));
}

} // namespace i18n

template <>
struct fmt::formatter<i18n::Message> : formatter<std::string_view> {
    auto format(const i18n::Message& message, format_context& context) const {
        return formatter<std::string_view>::format(message.view(), context);
    }
};
