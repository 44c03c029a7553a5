#pragma once

#include <filesystem>

namespace platform {

/// What dead keys and the compose key make. Xlib reads it from a long text at each start, unless it
/// finds in a folder the table that it has made of that (XCOMPOSECACHE, see Compose(5)); for root
/// it makes none. It writes the table without care for a power cut, so a new one is made in a place
/// of its own and taken from there once it is certain to be whole. Without it all is as it would
/// be, some 30 ms later.
class ComposeTable {
public:
    /// Tells Xlib of the folder "compose" in a folder to keep things in, unless somebody else has
    /// told it of another. Changes the environment: to be called before there are other threads and
    /// a connection to a display.
    explicit ComposeTable(std::filesystem::path state);

    /// Keeps what Xlib has made, if anything. To be called when a window is there and its first
    /// picture is shown: it waits for the disk.
    void keep() const;

private:
    std::filesystem::path state_;
    bool to_be_made_ = false;
};

} // namespace platform
