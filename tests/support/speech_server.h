#pragma once

#include "support/child.h"
#include "support/temp_folder.h"

#include <csignal>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace support {

/// A speech server of our own: a real Speech Dispatcher with espeak-ng, which needs no sound card.
/// What it is asked to say is spoken into a file and written down.
class SpeechServer {
public:
    /// Where the server is or will be; nothing runs yet.
    SpeechServer();

    /// Starts it, and waits until it takes connections; throws what it said if it does not.
    void start();
    /// How long each text takes to be said from now on: a loudspeaker's time, which a file does not
    /// take.
    void take_time(Milliseconds each) const;

    /// Ends it without notice.
    void kill();
    /// Stops it in its tracks: it takes connections and answers nothing.
    void freeze() const { server_->signal(SIGSTOP); }

    /// Makes `SPEECHD_ADDRESS` lead to it.
    Environment environment() const;

    /// All that it has been asked to say until now.
    std::vector<std::string> said() const { return lines_of("said"); }
    /// What was said to its end.
    std::vector<std::string> finished() const { return lines_of("finished"); }
    /// Waits until it has been asked to say so many texts; returns what there is if it never is.
    std::vector<std::string> wait_for(std::size_t count) const;
    /// How long the sound is that was made of the last text, in bytes.
    std::uintmax_t sound_bytes() const;

private:
    std::vector<std::string> lines_of(const char* name) const;

    TempFolder folder_;
    std::optional<Child> server_;
};

} // namespace support
