#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace cards {

/// Texts of one line each, one after another in a single string: a large pack holds hundreds of
/// thousands of them, and with a string for each the strings would be larger than the words.
class Texts {
public:
    /// Walks over the texts. What it gives lives as long as they are not changed.
    class Iterator {
    public:
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag; // what it gives is no reference
        using value_type = std::string_view;
        using reference = std::string_view;
        using difference_type = std::ptrdiff_t;
        using pointer = void;

        Iterator() = default;
        explicit Iterator(std::string_view rest) : rest_(rest) {}

        std::string_view operator*() const { return rest_.substr(0, rest_.find(kEnd)); }
        Iterator& operator++() {
            rest_.remove_prefix(rest_.find(kEnd) + 1);
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return rest_.size() == other.rest_.size(); }

    private:
        std::string_view rest_; ///< The texts from here on.
    };

    Texts() = default;
    Texts(std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts) {
            push_back(text);
        }
    }

    /// A line break in it becomes a space.
    void push_back(std::string_view text) {
        for (const char c : text) {
            joined_ += c == kEnd ? ' ' : c;
        }
        joined_ += kEnd;
    }

    bool empty() const { return joined_.empty(); }
    std::size_t size() const {
        return static_cast<std::size_t>(std::ranges::distance(begin(), end()));
    }
    Iterator begin() const { return Iterator(joined_); }
    Iterator end() const { return Iterator(std::string_view(joined_).substr(joined_.size())); }
    std::string_view front() const { return *begin(); }

    /// Takes longer the more there are before it.
    std::string_view operator[](std::size_t place) const {
        return *std::ranges::next(begin(), static_cast<std::ptrdiff_t>(place));
    }

    bool operator==(const Texts&) const = default;

private:
    static constexpr char kEnd = '\n';

    std::string joined_; ///< Each with `kEnd` after it.
};

/// Each as a string of its own.
inline std::vector<std::string> to_strings(const Texts& texts) {
    return {texts.begin(), texts.end()};
}

} // namespace cards
