#pragma once

#include <functional>
#include <memory>
#include <string>

namespace platform {

/// Says texts aloud through the machine's speech server (Speech Dispatcher), on a thread of its
/// own: whoever asks never waits for a server that is missing, slow or dead. A connection is made
/// when there is something to say, and made again when there is more to say after it broke.
class Speaker {
public:
    /// What came of the last thing that was to be said: empty if the server has taken it, otherwise
    /// a sentence for the person at the machine. Called on the speaker's thread, until it is
    /// destroyed: whenever it failed, and when it works for the first time after that.
    using Outcome = std::function<void(const std::string& fault)>;

    explicit Speaker(Outcome outcome);
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;
    Speaker(Speaker&&) = delete;
    Speaker& operator=(Speaker&&) = delete;
    /// Waits for what is on its way to the server, at most as long as an answer may take.
    ~Speaker();

    struct Utterance {
        std::string text;     ///< UTF-8.
        std::string language; ///< BCP 47; empty: the server's own.
        int volume = 100;     ///< From -100 to 100, as Speech Dispatcher counts.
        bool patient = false; ///< After what is being said, rather than in place of it.
        friend bool operator==(const Utterance&, const Utterance&) = default;
    };

    /// Ends what is being said and says this; or, if it is patient, says this after it. Whatever
    /// else was to be said and has not reached the server yet is forgotten then, too.
    void say(Utterance utterance);

    /// Ends what is being said.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace platform
