#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

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

/// What stands in a place of a text.
class Value {
public:
    // NOLINTBEGIN(google-explicit-constructor): whatever can be said is a value.
    Value(std::string_view text) : value_(text) {}
    Value(const std::string& text) : value_(std::string_view(text)) {}
    Value(const char* text) : value_(std::string_view(text)) {}
    Value(const Message& message) : value_(message.view()) {}
    Value(std::signed_integral auto number) : value_(std::int64_t{number}) {}
    Value(std::unsigned_integral auto number) : value_(std::uint64_t{number}) {}
    // NOLINTEND(google-explicit-constructor)

    using Held = std::variant<std::string_view, std::int64_t, std::uint64_t>;
    const Held& get() const { return value_; }

private:
    Held value_;
};

/// A text with places for as many values, {0}, {1}…; with a place that has no value, or a brace
/// that is not written twice, it does not compile.
template <std::size_t Count>
class Pattern {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a pattern.
    consteval Pattern(const char* english) : english_(english) {
        for (const char* c = english; *c != '\0'; ++c) {
            if (*c == '{' && c[1] >= '0' && c[1] < '0' + static_cast<int>(Count) && c[2] == '}') {
                c += 2;
            } else if (*c == '{' || *c == '}') {
                if (c[1] != *c) {
                    throw "a place without a value, or a single brace";
                }
                ++c;
            }
        }
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
std::string fill(std::string_view pattern, std::span<const Value> values);
} // namespace detail

/// A text in the language in use, with values in its places: `tr("Version {0}", 14)`.
template <typename... Values>
std::string tr(Pattern<sizeof...(Values)> pattern, const Values&... values) {
    return detail::fill(detail::find(pattern.english()),
                        std::array<Value, sizeof...(Values)>{Value(values)...});
}

/// The one of two texts that fits a count, {0}: `tr_plural("{0} card", "{0} cards", 2)` is
/// "2 cards". Further values take {1}, {2}…
template <typename... Values>
std::string tr_plural(Pattern<sizeof...(Values) + 1> one, Pattern<sizeof...(Values) + 1> many,
                      std::size_t count, const Values&... values) {
    return detail::fill(detail::find(one.english(), many.english(), count),
                        std::array<Value, sizeof...(Values) + 1>{Value(count), Value(values)...});
}

} // namespace i18n
