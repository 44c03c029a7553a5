#pragma once

#include "app/pack_room.h"
#include "app/stick_writer.h"
#include "cards/reader.h"
#include "platform/result.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace app {

/// Writes what somebody wants to take along: onto the stick that came last, of those that are in,
/// or else into a drop folder.
class HandOver {
public:
    /// Whether a place is a drop folder: those are always here, and come anew with each change,
    /// while a stick was put in on purpose.
    using IsFolder = std::function<bool(const std::filesystem::path& place)>;

    /// `room` is never null, and outlives this. `starter` is the folder with the starter pack.
    HandOver(StickWriter writer, const PackRoom* room, std::filesystem::path starter,
             IsFolder is_folder);

    void came(const std::filesystem::path& place);
    void gone(const std::filesystem::path& place);

    // Each returns the name of the folder that it made, or a sentence.
    /// The cards in use.
    platform::Result<std::string> cards(const std::stop_token& stop) const;
    /// The files of a report that was made on that day (ISO).
    platform::Result<std::string> report(const std::string& made,
                                         const std::vector<cards::SourceFile>& files,
                                         const std::stop_token& stop) const;

private:
    platform::Result<std::string> write(const StickWriter::Fill& fill,
                                        const std::stop_token& stop) const;

    StickWriter writer_;
    const PackRoom* room_;
    std::filesystem::path starter_;
    IsFolder is_folder_;
    std::vector<std::filesystem::path> here_; ///< The one that came last is the last.
};

} // namespace app
