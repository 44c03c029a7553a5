#include "tally/set_aside.h"

#include "platform/durable.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>

namespace tally {

namespace {

using platform::EntryKind;
using platform::Result;

constexpr std::size_t kMostEntries = 4096;
constexpr std::string_view kExtension = ".db";
constexpr int kMostDigits = 6;

/// The number in the name of one that was set aside.
std::optional<int> number_in(std::string_view name, std::string_view before) {
    if (!name.starts_with(before)) {
        return std::nullopt;
    }
    name.remove_prefix(before.size());
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const auto digits = end - name.data();
    return error == std::errc{} && number > 0 && digits <= kMostDigits &&
                   std::string_view(end, name.data() + name.size()).starts_with(kExtension)
               ? std::optional(number)
               : std::nullopt;
}

} // namespace

Result<std::string> set_aside(platform::Disk& folder, const std::string& name) {
    const std::string before = name.substr(0, name.rfind(kExtension)) + "-damaged-";
    const auto name_of = [&](int number) {
        return before + std::to_string(number) + std::string(kExtension);
    };
    const auto entries = folder.list("", kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    std::set<int> aside;
    for (const platform::Entry& entry : *entries) {
        if (const auto number = number_in(entry.name, before)) {
            aside.insert(*number);
        }
    }
    const int next = aside.empty() ? 1 : *aside.rbegin() + 1;
    for (const std::string_view suffix : kSuffixes) {
        const std::string from = name + std::string(suffix);
        if (folder.kind(from) == EntryKind::none) {
            continue;
        }
        if (auto renamed = folder.rename(from, name_of(next) + std::string(suffix)); !renamed) {
            return std::unexpected(renamed.error());
        }
    }
    if (auto synced = folder.sync(""); !synced) {
        return std::unexpected(synced.error());
    }
    aside.insert(next);
    while (aside.size() > kKeptAside) {
        for (const std::string_view suffix : kSuffixes) {
            std::ignore =
                platform::remove_tree(folder, name_of(*aside.begin()) + std::string(suffix));
        }
        aside.erase(aside.begin());
    }
    return name_of(next);
}

} // namespace tally
