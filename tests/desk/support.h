#pragma once

#include "desk/update.h"

#include <catch2/catch_tostring.hpp>

#include <string>
#include <utility>
#include <vector>

/// Desks in memory for the tests of desk.
namespace desk_test {

/// A framework for each code (help, calm, safe, rest) of four steps, and two situations, fine and
/// yell, of three steps; yell follows calm, fine follows help. Staff speak English; the phrases are
/// wait, in en, es and ar, and doctor, for yellow, in en and es.
cards::Pack small_pack();

/// The cards of `small_pack`, with these problems.
desk::LibraryPtr library(std::vector<cards::Problem> problems = {});

/// The cards of `small_pack` and one more situation.
desk::LibraryPtr library_with(const std::string& id, const std::string& title);

/// The cards of `small_pack` but for one.
desk::LibraryPtr library_without(const std::string& id);

/// A desk on `small_pack` that was touched just now, at 10 minutes.
desk::State desk_at(const desk::View& view);

/// The state after an event.
desk::State after(desk::State state, const desk::Event& event);
desk::State after_all(desk::State state, const std::vector<desk::Event>& events);

/// A search with "fine" typed into it, as the desk itself makes it.
desk::View fine_search();

/// A view of every kind, with every field away from its default.
std::vector<desk::View> every_view();

/// An event of every kind, with arguments that make sense on `small_pack`.
std::vector<desk::Event> every_event();

/// What the desk asks of the world but to count.
std::vector<desk::Effect> but_counts(std::vector<desk::Effect> effects);

/// Whether two states are the same in all they hold.
bool same(const desk::State& a, const desk::State& b);

std::vector<std::string> ids(const std::vector<cards::Hit>& hits);

/// The query of an open search; the test fails if none is open.
const desk::SearchView& search_of(const desk::State& state);

} // namespace desk_test

template <>
struct Catch::StringMaker<desk::View> {
    static std::string convert(const desk::View& view);
};
template <>
struct Catch::StringMaker<desk::Event> {
    static std::string convert(const desk::Event& event);
};
