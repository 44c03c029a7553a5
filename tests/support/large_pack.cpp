#include "support/large_pack.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace support {

namespace {

namespace fs = std::filesystem;

const fs::path kStarter = DESKCARDS_SOURCE_DIR "/content";

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) {
        throw std::runtime_error(file.string() + " could not be written");
    }
}

void replace(std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) {
        throw std::runtime_error("there is no \"" + from + "\"");
    }
    text.replace(at, from.size(), to);
}

std::vector<std::string> ids_in(const fs::path& folder) {
    std::vector<std::string> ids;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        ids.push_back(entry.path().stem());
    }
    std::ranges::sort(ids);
    return ids;
}

/// Without the lines that name a card which is not there.
std::string with_links_to(const std::set<std::string>& ids, const std::string& text) {
    constexpr std::array<std::string_view, 3> kNaming{"worse: ", "after: ", "  - "};
    std::istringstream in(text);
    std::string kept;
    for (std::string line; std::getline(in, line);) {
        const auto* const naming =
            std::ranges::find_if(kNaming, [&](auto start) { return line.starts_with(start); });
        const bool names =
            naming != kNaming.end() && line.find(": ", naming->size()) == std::string::npos;
        if (!names || ids.contains(line.substr(naming->size()))) {
            kept += line + "\n";
        }
    }
    return kept;
}

} // namespace

void write_large_pack(const fs::path& folder, std::size_t cards) {
    std::string about = read(kStarter / "pack.yaml");
    const std::vector<std::string> frameworks = ids_in(kStarter / "frameworks");
    std::vector<std::string> situations = ids_in(kStarter / "situations");
    std::ranges::stable_partition(
        situations, [&](const std::string& id) { return about.contains("\n  - " + id + "\n"); });
    situations.resize(std::min(situations.size(), cards - frameworks.size()));
    std::set<std::string> ids(frameworks.begin(), frameworks.end());
    ids.insert(situations.begin(), situations.end());

    for (const char* const part : {"frameworks", "situations", "phrases", "images"}) {
        fs::create_directories(folder / part);
    }
    fs::copy(kStarter / "phrases", folder / "phrases", fs::copy_options::recursive);
    fs::copy(kStarter / "images", folder / "images", fs::copy_options::recursive);
    replace(about, "id: starter", "id: large");
    replace(about, "version: 1", "version: 2");
    write(folder / "pack.yaml", with_links_to(ids, about));
    for (const std::string& id : frameworks) {
        write(folder / "frameworks" / (id + ".md"),
              with_links_to(ids, read(kStarter / "frameworks" / (id + ".md"))));
    }
    std::vector<std::string> texts;
    for (const std::string& id : situations) {
        texts.push_back(with_links_to(ids, read(kStarter / "situations" / (id + ".md"))));
        write(folder / "situations" / (id + ".md"), texts.back());
    }
    for (std::size_t i = frameworks.size() + texts.size(); i < cards; ++i) {
        std::string card = texts.at(i % texts.size());
        const std::string title = card.contains("title: \"") ? "title: \"" : "title: ";
        replace(card, title, title + std::to_string(i) + " ");
        write(folder / "situations" / ("card-" + std::to_string(i) + ".md"), card);
    }
}

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = read(file);
    replace(text, from, to);
    write(file, text);
}

} // namespace support
