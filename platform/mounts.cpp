#include "platform/mounts.h"

#include <algorithm>
#include <optional>

namespace platform {

namespace {

/// Takes the next word off a line; words are separated by single spaces.
std::string_view take_word(std::string_view& line) {
    const auto end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

/// "\040" is a space: the kernel writes space, tab, line feed and backslash so.
std::string unescaped(std::string_view word) {
    const auto is_octal = [](char c) { return c >= '0' && c <= '7'; };
    std::string text;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '\\' && i + 3 < word.size() &&
            std::ranges::all_of(word.substr(i + 1, 3), is_octal)) {
            const int code =
                (word[i + 1] - '0') * 64 + (word[i + 2] - '0') * 8 + (word[i + 3] - '0');
            text += static_cast<char>(code);
            i += 3;
        } else {
            text += word[i];
        }
    }
    return text;
}

bool has_option(std::string_view options, std::string_view wanted) {
    while (!options.empty()) {
        const auto end = std::min(options.find(','), options.size());
        if (options.substr(0, end) == wanted) {
            return true;
        }
        options.remove_prefix(std::min(end + 1, options.size()));
    }
    return false;
}

/// "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue"
std::optional<Mount> parse_line(std::string_view line) {
    take_word(line); // the mount's own number
    take_word(line); // its parent's
    Mount mount{.device = std::string(take_word(line)), .place = {}, .type = {}};
    take_word(line); // the folder of the file system that is mounted
    mount.place = unescaped(take_word(line));
    mount.read_only = has_option(take_word(line), "ro");
    while (!line.empty() && take_word(line) != "-") { // optional fields
    }
    mount.type = unescaped(take_word(line));
    return mount.place.starts_with('/') && !mount.type.empty() ? std::optional(mount)
                                                               : std::nullopt;
}

} // namespace

std::vector<Mount> parse_mountinfo(std::string_view text) {
    std::vector<Mount> mounts;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto mount = parse_line(text.substr(0, end))) {
            mounts.push_back(std::move(*mount));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return mounts;
}

} // namespace platform
