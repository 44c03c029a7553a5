#include "platform/trace.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

using platform::Trace;

namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("A trace has a line for each span, from any thread, and is whole after each") {
    const support::TempFolder folder;
    const auto file = folder.path() / "trace.json";
    auto trace = Trace::to(file);
    REQUIRE(trace);
    {
        const auto span = trace->span("first");
    }
    CHECK(read(file).contains("\"name\":\"first\",\"ph\":\"X\""));
    std::jthread([&] { const auto span = trace->span("second"); }).join();
    const std::string text = read(file);
    CHECK(text.starts_with("[\n"));
    CHECK(text.ends_with("},\n"));
    CHECK(std::ranges::count(text, '\n') == 3);
    CHECK(text.contains("\"name\":\"second\""));
}

TEST_CASE("A trace without a file takes spans") {
    const Trace trace;
    const auto span = trace.span("nowhere");
}

TEST_CASE("A trace that cannot be written says so") {
    const auto trace = Trace::to("/nonexistent/trace.json");
    REQUIRE_FALSE(trace);
    CHECK(trace.error().sentence ==
          "\"/nonexistent/trace.json\" cannot be written: No such file or directory.");
}
