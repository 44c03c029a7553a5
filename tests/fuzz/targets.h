#pragma once

#include <string_view>

/// What the fuzzers feed with bytes. Each aborts if what comes out breaks a promise of the module;
/// sanitizers see to the rest.
namespace fuzz {

/// A card's file in a pack that is otherwise fine.
void card_file(std::string_view bytes);

/// The pack.yaml of a pack that is otherwise fine.
void pack_file(std::string_view bytes);

/// The plan.md of a pack that is otherwise fine.
void plan_file(std::string_view bytes);

/// A phrase's file, in a pack that is fine otherwise.
void phrase_file(std::string_view bytes);

/// A practice's file, likewise.
void practice_file(std::string_view bytes);

/// Any file as text.
void text(std::string_view bytes);

/// What somebody types.
void query(std::string_view bytes);

/// A picture's file.
void picture(std::string_view bytes);

/// What the desk and the child that decodes pictures say to one another, and a picture that was
/// kept.
void picture_protocol(std::string_view bytes);

/// A SHA256SUMS file.
void sums(std::string_view bytes);

/// A SHA256SUMS.minisig file.
void signature(std::string_view bytes);

/// A .pub file, or the file `revoked`.
void public_key(std::string_view bytes);

/// A list of what was taken back.
void revocations(std::string_view bytes);

/// A branch's figures.csv, beside no answers about fairness.
void figures_file(std::string_view bytes);

/// A desk's file of a month.
void month_file(std::string_view bytes);

} // namespace fuzz
