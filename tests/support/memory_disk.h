#pragma once

#include "platform/disk.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace support {

/// Thrown by a memory disk where the power fails: nothing after it happens.
struct PowerCut {};

/// A disk in memory that is as unreliable as real ones are allowed to be: what was not synced may
/// be gone after a power cut, and any call can be made to fail.
class MemoryDisk final : public platform::Disk {
public:
    /// Another of the same content.
    std::unique_ptr<MemoryDisk> clone() const;

    /// What becomes of that which was not synced.
    enum class AfterCut : std::uint8_t {
        lost,      ///< Nothing of it has reached the medium.
        all_there, ///< All of it has.
        torn,      ///< Names have, of the bytes only the first half.
    };

    /// What happens at the call of that number, counted from 0.
    enum class Event : std::uint8_t {
        nothing,
        power_cut, ///< Before the call has done anything.
        fails,     ///< The call fails, with `sentence`, and changes nothing; later ones go on.
        fails_on,  ///< The same, and so do all calls after it that write.
    };
    void plan(Event event, std::size_t at_call, std::string sentence = "It is broken.");

    /// How many calls there were since the disk was made or planned for.
    std::size_t calls() const { return calls_; }

    /// The power is back: what is on the medium is all there is.
    void come_back(AfterCut after);

    platform::EntryKind kind(const std::string& path) const override;
    platform::Result<std::vector<platform::Entry>> list(const std::string& path,
                                                        std::size_t limit) const override;
    platform::Result<std::string> read(const std::string& path, std::size_t limit) const override;
    platform::Result<void> write(const std::string& path, std::string_view bytes) override;
    platform::Result<void> make_folder(const std::string& path) override;
    platform::Result<void> make_link(const std::string& target, const std::string& path) override;
    platform::Result<std::string> link_target(const std::string& path) const override;
    platform::Result<void> rename(const std::string& from, const std::string& to) override;
    platform::Result<void> remove(const std::string& path) override;
    platform::Result<void> sync(const std::string& path) override;

private:
    /// A file, a folder or a link, whatever names it has.
    struct Node {
        platform::EntryKind kind = platform::EntryKind::file;
        std::string bytes;        ///< Of a file; what a link says.
        std::string synced_bytes; ///< What of it is certain.
        std::map<std::string, int> names;
        std::map<std::string, int> synced_names;
    };
    using Tree = std::map<int, Node>;

    platform::Result<void> count(bool writes) const;
    std::optional<int> find(const std::string& path) const;
    Node* node(const std::string& path);
    const Node* node(const std::string& path) const;
    platform::Result<Node*> folder_for(const std::string& path);
    int add(platform::EntryKind kind, std::string bytes);

    Tree nodes_{{0, Node{.kind = platform::EntryKind::folder}}};
    int next_ = 1;
    mutable std::size_t calls_ = 0;
    Event event_ = Event::nothing;
    std::size_t at_call_ = 0;
    std::string sentence_;
};

} // namespace support
