#pragma once

#include <string>

/// What the desk says aloud, as far as the desk knows of it.
namespace desk {

inline constexpr int kMostVolume = 10;

/// Whether the desk speaks, and how loud.
struct Speech {
    bool on = false;
    int volume = 8;    ///< From 1 to `kMostVolume`.
    std::string fault; ///< Why nothing can be heard, for the person at the desk; empty: it can.
    friend bool operator==(const Speech&, const Speech&) = default;
};

// What staff do about it.

struct ToggleSpeech {
    friend bool operator==(const ToggleSpeech&, const ToggleSpeech&) = default;
};
struct SpeakLouder {
    friend bool operator==(const SpeakLouder&, const SpeakLouder&) = default;
};
struct SpeakQuieter {
    friend bool operator==(const SpeakQuieter&, const SpeakQuieter&) = default;
};
/// Wants to hear all that is on the glass.
struct AskToSayAll {
    friend bool operator==(const AskToSayAll&, const AskToSayAll&) = default;
};
struct HushSpeech {
    friend bool operator==(const HushSpeech&, const HushSpeech&) = default;
};
/// What came of the last thing that was said; empty: it can be heard.
struct SpeechNews {
    std::string fault;
    friend bool operator==(const SpeechNews&, const SpeechNews&) = default;
};

// What is asked of the world.

/// Say this aloud.
struct Speak {
    std::string text;
    std::string language; ///< BCP 47; may be empty.
    int volume = 8;       ///< As `Speech::volume`.
    bool patient = false; ///< After what is being said, rather than in place of it.
    friend bool operator==(const Speak&, const Speak&) = default;
};
struct StopSpeaking {
    friend bool operator==(const StopSpeaking&, const StopSpeaking&) = default;
};
/// Say all that is on the glass: whoever knows the words makes a `Speak` of it.
struct SayAll {
    friend bool operator==(const SayAll&, const SayAll&) = default;
};

} // namespace desk
