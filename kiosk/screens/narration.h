#pragma once

#include "screens/screen.h"

#include <string>
#include <string_view>

/// What a screen says to those who do not see it. All of it comes from the scene.
namespace screens {

/// A target in words: label, what else stands on it, role, key and state.
std::string say_target(const look::Scene& scene, const look::Target& target);

/// What a screen says when it opens: its title, which page of how many it is, what is to be read on
/// it, and how many things of each kind there are.
std::string say_opening(const Screen& screen);

/// Everything that stands on a screen, in the order in which it is read: the title, the content,
/// then what stands around it.
std::string say_everything(const Screen& screen);

/// What has to be said when the glass goes from one screen to another: the new screen's opening; or
/// on the same screen news, results, and the target that the keyboard has come to. Empty if there
/// is nothing to say.
std::string say_change(const Screen& before, const Screen& now);

/// Whether most of what a screen says are the cards' own words, so that it is to be said in their
/// language; the rest is in the interface's.
bool speaks_for_cards(const Screen& screen);

/// A text as it is read: signs that stand for words as those words.
std::string as_read(std::string_view text);

} // namespace screens
