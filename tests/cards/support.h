#pragma once

#include "cards/reader.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Packs in memory for the tests of cards.
namespace cards_test {

/// What is reported where nothing is wrong; compared with, a failing test shows what there was.
inline const std::vector<std::string> kNothing;

/// The files of a pack, to be changed and read.
class Folder {
public:
    /// Adds a file, or writes over it.
    Folder& write(std::string_view path, std::string_view bytes);

    /// Replaces the first occurrence of a text in a file; the test fails if it is not there.
    Folder& replace(std::string_view path, std::string_view from, std::string_view to);

    Folder& remove(std::string_view path);

    const std::vector<cards::SourceFile>& files() const { return files_; }

    cards::Reading read() const { return cards::read_pack(files_); }

    /// What reading it reports, a line each.
    std::vector<std::string> problems() const;

private:
    std::vector<cards::SourceFile> files_;
};

/// Four frameworks (HELP, CALM, SAFE, REST), two situations (fine-dispute and yelling-at-staff),
/// and nothing wrong with them.
Folder small_pack();

/// The pack that the small one, or a change of it, gives; the test fails if it has problems.
cards::Pack pack_of(const Folder& folder);

/// A problem list, a line each.
std::vector<std::string> lines_of(const std::vector<cards::Problem>& problems);

/// Every file under a folder of the disk, and nothing that is not a plain file.
Folder folder_on_disk(const std::filesystem::path& root);

} // namespace cards_test
