#include "packs/folder.h"

#include "cards/pictures.h"
#include "i18n/message.h"
#include "platform/durable.h"
#include "platform/files.h"

#include <utility>

namespace packs {

namespace {

using i18n::tr;

constexpr std::size_t kMostEntries = 4096;
constexpr std::size_t kLargestText = 1UZ << 20U;
constexpr int kDeepest = 4;

bool is_text(const std::string& name) {
    return name.ends_with(".md") || name.ends_with(".yaml") || name.ends_with(".yml");
}

std::vector<std::string> picture_endings() {
    return {".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG"};
}

platform::Result<void> collect(const platform::Folder& disk, const std::string& top,
                               const std::string& below, int depth,
                               std::vector<cards::SourceFile>& sources) {
    const auto entries = disk.list(platform::join(top, below), kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    for (const platform::Entry& entry : *entries) {
        const std::string path = platform::join(below, entry.name);
        if (entry.kind == platform::EntryKind::folder && depth < kDeepest) {
            if (auto collected = collect(disk, top, path, depth + 1, sources); !collected) {
                return collected;
            }
        } else if (entry.kind == platform::EntryKind::file && cards::is_picture_path(path)) {
            sources.push_back({.path = path, .bytes = {}});
        } else if (entry.kind == platform::EntryKind::file && is_text(entry.name)) {
            auto bytes = disk.read(platform::join(top, path), kLargestText);
            if (!bytes) {
                return std::unexpected(bytes.error());
            }
            sources.push_back({.path = path, .bytes = std::move(*bytes)});
        }
    }
    return {};
}

} // namespace

cards::Reading read_folder(const platform::Folder& disk, const std::string& path) {
    std::vector<cards::SourceFile> sources;
    if (const auto collected = collect(disk, path, "", 0, sources); !collected) {
        return {.pack = std::nullopt, .problems = {{.text = collected.error().sentence}}};
    }
    return cards::read_pack(sources);
}

cards::Reading read_folder(const std::filesystem::path& folder) {
    auto files = platform::read_folder(folder, {".md", ".yaml", ".yml"}, platform::FolderLimits{},
                                       picture_endings());
    if (!files) {
        cards::Problem problem{
            // Translators: {0} is a sentence about a file that begins with its name.
            .text = tr("The folder of cards {0}", files.error().sentence)};
        return {.pack = std::nullopt, .problems = {std::move(problem)}};
    }
    std::vector<cards::SourceFile> sources;
    sources.reserve(files->size());
    for (platform::FolderFile& file : *files) {
        sources.push_back({.path = std::move(file.path), .bytes = std::move(file.bytes)});
    }
    return cards::read_pack(sources);
}

std::vector<std::string> pictures_in(const std::filesystem::path& folder) {
    const auto files =
        platform::read_folder(folder, {}, platform::FolderLimits{}, picture_endings());
    std::vector<std::string> paths;
    for (const platform::FolderFile& file : files.value_or(std::vector<platform::FolderFile>())) {
        paths.push_back(file.path);
    }
    return paths;
}

} // namespace packs
