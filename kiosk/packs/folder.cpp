#include "packs/folder.h"

#include "cards/pictures.h"
#include "i18n/message.h"
#include "packs/limits.h"
#include "platform/durable.h"
#include "platform/files.h"

#include <utility>

namespace packs {

namespace {

using i18n::tr;

constexpr platform::FolderLimits kLimits{
    .files = kMostFiles, .file_bytes = kLargestText, .depth = kDeepest};

bool is_text(const std::string& name) {
    return name.ends_with(".md") || name.ends_with(".yaml") || name.ends_with(".yml");
}

std::vector<std::string> picture_endings() {
    return {".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG"};
}

platform::Result<void> collect(const platform::Folder& disk, const std::string& top,
                               const std::string& below, int depth,
                               std::vector<std::string>& names) {
    const auto entries = disk.list(platform::join(top, below), kMostEntries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    for (const platform::Entry& entry : *entries) {
        std::string path = platform::join(below, entry.name);
        if (entry.kind == platform::EntryKind::folder && depth < kDeepest) {
            if (auto collected = collect(disk, top, path, depth + 1, names); !collected) {
                return collected;
            }
        } else if (entry.kind == platform::EntryKind::file &&
                   (cards::is_picture_path(path) || is_text(entry.name))) {
            names.push_back(std::move(path));
        }
    }
    return {};
}

platform::Result<std::vector<cards::SourceFile>> read_files(const platform::Folder& disk,
                                                            const std::string& top) {
    auto names = names_in(disk, top);
    if (!names) {
        return std::unexpected(names.error());
    }
    std::vector<cards::SourceFile> sources;
    sources.reserve(names->size());
    for (std::string& name : *names) {
        std::string bytes;
        if (!cards::is_picture_path(name)) {
            auto read = disk.read(platform::join(top, name), kLargestText);
            if (!read) {
                return std::unexpected(read.error());
            }
            bytes = std::move(*read);
        }
        sources.push_back({.path = std::move(name), .bytes = std::move(bytes)});
    }
    return sources;
}

} // namespace

platform::Result<std::vector<std::string>> names_in(const platform::Folder& disk,
                                                    const std::string& path) {
    std::vector<std::string> names;
    if (const auto collected = collect(disk, path, "", 0, names); !collected) {
        return std::unexpected(collected.error());
    }
    return names;
}

cards::Reading read_folder(const platform::Folder& disk, const std::string& path) {
    const auto sources = read_files(disk, path);
    if (!sources) {
        return {.pack = std::nullopt, .problems = {{.text = sources.error().sentence}}};
    }
    return cards::read_pack(*sources);
}

cards::Reading read_folder(const std::filesystem::path& folder) {
    auto files =
        platform::read_folder(folder, {".md", ".yaml", ".yml"}, kLimits, picture_endings());
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
    const auto files = platform::read_folder(folder, {}, kLimits, picture_endings());
    std::vector<std::string> paths;
    for (const platform::FolderFile& file : files.value_or(std::vector<platform::FolderFile>())) {
        paths.push_back(file.path);
    }
    return paths;
}

} // namespace packs
