#include "packs/folder.h"

#include "platform/files.h"

#include <utility>

namespace packs {

cards::Reading read_folder(const std::filesystem::path& folder) {
    auto files = platform::read_folder(folder, {".md", ".yaml", ".yml"}, platform::FolderLimits{});
    if (!files) {
        cards::Problem problem{.text = "The folder of cards " + files.error().sentence};
        return {.pack = std::nullopt, .problems = {std::move(problem)}};
    }
    std::vector<cards::SourceFile> sources;
    sources.reserve(files->size());
    for (platform::FolderFile& file : *files) {
        sources.push_back({.path = std::move(file.path), .bytes = std::move(file.bytes)});
    }
    return cards::read_pack(sources);
}

} // namespace packs
