#pragma once

#include <cstddef>
#include <cstdint>

/// How much of everything a pack may hold. Lengths are in characters (code points) unless they say
/// bytes. They are set so that the smallest panel can show each text at the smallest type allowed,
/// and so that no file can cost more than a moment to read.
namespace cards {

// Files.
inline constexpr std::size_t kMaxFileBytes = 1024UZ * 1024UZ;
inline constexpr std::size_t kMaxLineLength = 4000;
inline constexpr std::size_t kMaxYamlBytes = 128UZ * 1024UZ; ///< 200 sites with all contacts.
inline constexpr std::size_t kMaxYamlDepth = 5;
inline constexpr std::size_t kMaxBodyBytes = 64UZ * 1024UZ;
inline constexpr std::size_t kMaxMarkdownDepth = 8;
inline constexpr std::size_t kMaxProblemsPerFile = 50;
inline constexpr std::size_t kMaxCards = 10000;

// A card.
inline constexpr std::size_t kMaxId = 64;
inline constexpr std::size_t kMaxTitle = 60;
inline constexpr std::size_t kMaxAcronym = 12;
inline constexpr std::size_t kMaxSummary = 280;
inline constexpr std::size_t kMaxKeywords = 30;
inline constexpr std::size_t kMaxKeyword = 40;
inline constexpr std::size_t kMaxReviewer = 80;
inline constexpr std::size_t kMaxStepTitle = 60;
inline constexpr std::size_t kMaxSay = 240;
inline constexpr std::size_t kMaxAction = 200;
inline constexpr std::size_t kMaxPictureWords = 140;
inline constexpr std::size_t kMaxLinesPerPart = 10; ///< Things to say, to do or to avoid in a step.

// A phrase for the patron.
inline constexpr std::size_t kMaxPhrases = 60;
inline constexpr std::size_t kMaxLanguages = 60; ///< Of one phrase.
inline constexpr std::size_t kMaxLanguageName = 24;
inline constexpr std::size_t kMaxPhrase = 240; ///< In one language.

// A practice.
inline constexpr std::size_t kMaxPractices = 200;
inline constexpr std::size_t kMaxTurns = 40; ///< With the endings.
inline constexpr std::size_t kMaxTurnTitle = 60;
inline constexpr std::size_t kMaxWho = 30;
inline constexpr std::size_t kMaxHappens = 200;
inline constexpr std::size_t kMaxReply = 120;
inline constexpr std::size_t kMaxWhy = 200;
inline constexpr std::size_t kMinReplies = 2; ///< Of a turn that is no ending.
inline constexpr std::size_t kMaxReplies = 4;

// A pack.
inline constexpr std::uint64_t kMaxVersion = 1ULL << 53U; ///< Survives JSON and spreadsheets.
inline constexpr std::size_t kMaxName = 80;
inline constexpr std::size_t kMaxSite = 40;
inline constexpr std::size_t kMaxNotice = 1000;
inline constexpr std::size_t kMaxAddress = 160;
inline constexpr std::size_t kMaxContacts = 6;
inline constexpr std::size_t kMaxContactWho = 40;
inline constexpr std::size_t kMaxContactCall = 40;
inline constexpr std::size_t kMaxCodeName = 30; ///< Also tab, colour and link.
inline constexpr std::size_t kMaxBoard = 12;
inline constexpr std::size_t kMaxFirstDesks = 200; ///< That try a pack before the others.
inline constexpr std::size_t kMaxBecause = 120;    ///< Why a rule is set otherwise.

} // namespace cards
