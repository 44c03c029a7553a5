#include "support/memory_disk.h"

#include "platform/durable.h"

#include <utility>

namespace support {

using platform::EntryKind;
using platform::Failure;
using platform::Result;

namespace {

std::unexpected<Failure> fail(const std::string& path, const char* what) {
    return std::unexpected(Failure{"\"" + path + "\" " + what + "."});
}

std::string name_of(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

} // namespace

std::unique_ptr<MemoryDisk> MemoryDisk::clone() const {
    auto other = std::make_unique<MemoryDisk>();
    other->nodes_ = nodes_;
    other->next_ = next_;
    return other;
}

void MemoryDisk::plan(Event event, std::size_t at_call, std::string sentence) {
    event_ = event;
    at_call_ = at_call;
    sentence_ = std::move(sentence);
    calls_ = 0;
}

/// Every call comes by here first.
Result<void> MemoryDisk::count(bool writes) const {
    const std::size_t call = calls_++;
    const bool now = call == at_call_;
    if (event_ == Event::power_cut && now) {
        throw PowerCut{};
    }
    if ((event_ == Event::fails && now) ||
        (event_ == Event::fails_on && (now || (writes && call > at_call_)))) {
        return std::unexpected(Failure{sentence_});
    }
    return {};
}

void MemoryDisk::come_back(AfterCut after) {
    plan(Event::nothing, 0);
    for (auto& [id, node] : nodes_) {
        if (after == AfterCut::lost) {
            node.names = node.synced_names;
            node.bytes = node.kind == EntryKind::file ? node.synced_bytes : node.bytes;
        } else if (after == AfterCut::torn && node.bytes != node.synced_bytes &&
                   node.kind == EntryKind::file) {
            node.bytes.resize(node.bytes.size() / 2);
        }
        node.synced_names = node.names;
        node.synced_bytes = node.bytes;
    }
}

std::optional<int> MemoryDisk::find(const std::string& path) const {
    int at = 0;
    std::string_view rest = path;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('/'), rest.size());
        const Node& folder = nodes_.at(at);
        const auto next = folder.names.find(std::string(rest.substr(0, end)));
        if (folder.kind != EntryKind::folder || next == folder.names.end()) {
            return std::nullopt;
        }
        at = next->second;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return at;
}

MemoryDisk::Node* MemoryDisk::node(const std::string& path) {
    const auto id = find(path);
    return id ? &nodes_.at(*id) : nullptr;
}

const MemoryDisk::Node* MemoryDisk::node(const std::string& path) const {
    const auto id = find(path);
    return id ? &nodes_.at(*id) : nullptr;
}

Result<MemoryDisk::Node*> MemoryDisk::folder_for(const std::string& path) {
    Node* const folder = node(platform::folder_of(path));
    if (folder == nullptr || folder->kind != EntryKind::folder) {
        return fail(path, "has no folder to be in");
    }
    return folder;
}

int MemoryDisk::add(EntryKind kind, std::string bytes) {
    nodes_[next_] = Node{.kind = kind, .bytes = std::move(bytes)};
    return next_++;
}

EntryKind MemoryDisk::kind(const std::string& path) const {
    // A question that cannot fail: only the power can.
    if (!count(false)) {
        return EntryKind::none;
    }
    const Node* const it = node(path);
    return it != nullptr ? it->kind : EntryKind::none;
}

Result<std::vector<platform::Entry>> MemoryDisk::list(const std::string& path,
                                                      std::size_t limit) const {
    if (auto counted = count(false); !counted) {
        return std::unexpected(counted.error());
    }
    const Node* const folder = node(path);
    if (folder == nullptr || folder->kind != EntryKind::folder) {
        return fail(path, "is no folder");
    }
    if (folder->names.size() > limit) {
        return std::unexpected(Failure{"\"" + path + "\" holds too much.", true});
    }
    std::vector<platform::Entry> entries;
    for (const auto& [name, id] : folder->names) {
        entries.push_back({.name = name, .kind = nodes_.at(id).kind});
    }
    return entries;
}

Result<std::string> MemoryDisk::read(const std::string& path, std::size_t limit) const {
    if (auto counted = count(false); !counted) {
        return std::unexpected(counted.error());
    }
    const Node* const file = node(path);
    if (file == nullptr || file->kind != EntryKind::file) {
        return fail(path, "is no file");
    }
    if (file->bytes.size() > limit) {
        return std::unexpected(Failure{"\"" + path + "\" is too large.", true});
    }
    return file->bytes;
}

Result<void> MemoryDisk::write(const std::string& path, std::string_view bytes) {
    if (auto counted = count(true); !counted) {
        return counted;
    }
    const auto folder = folder_for(path);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    if (Node* const old = node(path)) {
        if (old->kind != EntryKind::file) {
            return fail(path, "is no file");
        }
        old->bytes = bytes;
        return {};
    }
    const int id = add(EntryKind::file, std::string(bytes));
    node(platform::folder_of(path))->names[name_of(path)] = id;
    return {};
}

Result<void> MemoryDisk::make_folder(const std::string& path) {
    if (auto counted = count(true); !counted) {
        return counted;
    }
    if (const auto folder = folder_for(path); !folder) {
        return std::unexpected(folder.error());
    }
    if (const Node* const old = node(path)) {
        return old->kind == EntryKind::folder ? Result<void>{} : fail(path, "is no folder");
    }
    const int id = add(EntryKind::folder, "");
    node(platform::folder_of(path))->names[name_of(path)] = id;
    return {};
}

Result<void> MemoryDisk::make_link(const std::string& target, const std::string& path) {
    if (auto counted = count(true); !counted) {
        return counted;
    }
    if (const auto folder = folder_for(path); !folder) {
        return std::unexpected(folder.error());
    }
    if (node(path) != nullptr) {
        return fail(path, "is there already");
    }
    const int id = add(EntryKind::link, target);
    node(platform::folder_of(path))->names[name_of(path)] = id;
    return {};
}

Result<std::string> MemoryDisk::link_target(const std::string& path) const {
    if (auto counted = count(false); !counted) {
        return std::unexpected(counted.error());
    }
    const Node* const link = node(path);
    if (link == nullptr || link->kind != EntryKind::link) {
        return fail(path, "is no link");
    }
    return link->bytes;
}

Result<void> MemoryDisk::rename(const std::string& from, const std::string& to) {
    if (auto counted = count(true); !counted) {
        return counted;
    }
    const auto id = find(from);
    const auto target = folder_for(to);
    if (!id || !target) {
        return fail(from, "cannot be renamed");
    }
    if (const Node* const old = node(to);
        old != nullptr && old->kind == EntryKind::folder && !old->names.empty()) {
        return fail(to, "is not empty");
    }
    node(platform::folder_of(from))->names.erase(name_of(from));
    node(platform::folder_of(to))->names[name_of(to)] = *id;
    return {};
}

Result<void> MemoryDisk::remove(const std::string& path) {
    if (auto counted = count(true); !counted) {
        return counted;
    }
    const Node* const it = node(path);
    if (it == nullptr) {
        return {};
    }
    if (it->kind == EntryKind::folder && !it->names.empty()) {
        return fail(path, "is not empty");
    }
    node(platform::folder_of(path))->names.erase(name_of(path));
    return {};
}

Result<void> MemoryDisk::sync(const std::string& path) {
    if (auto counted = count(true); !counted) {
        return counted;
    }
    Node* const it = node(path);
    if (it == nullptr) {
        return fail(path, "is not there");
    }
    it->synced_names = it->names;
    it->synced_bytes = it->bytes;
    return {};
}

} // namespace support
