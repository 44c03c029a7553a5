#include "app/first_cards.h"

#include "cards/desk_name.h"
#include "cards/report.h"
#include "i18n/message.h"
#include "packs/board_first.h"
#include "packs/first_pack.h"
#include "packs/folder.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
using i18n::tr;
using packs::FirstPack;
using platform::Failure;
using platform::Result;
using Problems = std::vector<cards::Problem>;

cards::Problem warning(std::string text) {
    return {.severity = cards::Severity::warning, .text = std::move(text)};
}

cards::Problem instead_of(const fs::path& folder) {
    return warning(
        tr("The cards in \"{0}\" cannot be used, so the starter pack is shown.", folder.string()));
}

/// With what happened on the way to the pack.
Problems with_notices(Problems problems, const FirstPack& first) {
    std::ranges::transform(first.notices, std::back_inserter(problems), warning);
    return problems;
}

std::shared_ptr<desk::Library> library_of(cards::Pack pack, const CardPlaces& places,
                                          Problems problems, desk::PictureShelf shelf) {
    cards::suit_to_desk(pack, places.desk_name);
    return std::make_shared<desk::Library>(std::move(pack), std::move(problems), std::move(shelf));
}

/// Of the board alone.
desk::LibraryPtr part_of(cards::Pack board, const CardPlaces& places, Problems problems,
                         desk::PictureShelf shelf) {
    auto library = library_of(std::move(board), places, std::move(problems), std::move(shelf));
    library->whole = false;
    return library;
}

desk::PictureShelf shelf_of_folder(const fs::path& folder) {
    return {.kind = desk::PictureShelf::Kind::folder, .place = fs::absolute(folder).string()};
}

/// A pack that was brought and is whole, or else what comes after it.
Result<desk::LibraryPtr> open_brought(const PackRoom& room, const CardPlaces& places,
                                      const Problems& so_far, const FirstPack& first) {
    Problems problems = with_notices(so_far, first);
    if (first.pack) {
        cards::Reading reading = packs::read_folder(*room.disk, first.pack->files());
        if (reading.pack) {
            return library_of(std::move(*reading.pack), places, std::move(problems),
                              shelf_of(*first.pack));
        }
        std::ranges::move(reading.problems, std::back_inserter(problems));
    }
    return open_folder(places, std::move(problems));
}

/// Cards that are all read.
Result<FirstCards> whole(Result<desk::LibraryPtr> library) {
    if (!library) {
        return std::unexpected(library.error());
    }
    return FirstCards{.library = std::move(*library), .rest = nullptr};
}

Result<FirstCards> start_with_folder(const CardPlaces& places, const Problems& so_far) {
    if (places.folder) {
        const auto folder = platform::RealFolder::open(*places.folder);
        if (auto board = folder ? packs::read_board_first(**folder, "") : std::nullopt) {
            return FirstCards{.library = part_of(std::move(*board), places, so_far,
                                                 shelf_of_folder(*places.folder)),
                              .rest = [=](const PackRoom&) { return open_folder(places, so_far); }};
        }
    }
    return whole(open_folder(places, so_far));
}

Result<FirstCards> start_with_brought(const PackRoom& room, const CardPlaces& places,
                                      Problems so_far) {
    // The power may have failed in the middle of it.
    const packs::Withdrawn withdrawn = packs::withdraw(*room.store, room.revoked);
    std::ranges::transform(withdrawn.notices, std::back_inserter(so_far), warning);
    const FirstPack first = packs::begin_start(*room.store);
    const ReadRest read = [=](const PackRoom& in) {
        return open_brought(in, places, so_far, packs::go_back_to_whole(*in.store, first));
    };
    if (first.gone_back) {
        return whole(read(room));
    }
    if (!first.pack) {
        return start_with_folder(places, with_notices(so_far, first));
    }
    if (auto board = packs::read_board_first(*room.disk, *room.store, *first.pack)) {
        return FirstCards{.library = part_of(std::move(*board), places, with_notices(so_far, first),
                                             shelf_of(*first.pack)),
                          .rest = read};
    }
    return whole(read(room));
}

} // namespace

Result<FirstCards> open_first_cards(const PackRoom& room, const CardPlaces& places,
                                    Problems so_far) {
    if (places.brought) {
        return start_with_brought(room, places, std::move(so_far));
    }
    // Packs that are brought still need their place.
    if (const auto tidied = room.store->tidy_up(); !tidied) {
        so_far.push_back(warning(tidied.error().sentence));
    }
    return start_with_folder(places, so_far);
}

Result<desk::LibraryPtr> open_folder(const CardPlaces& places, Problems so_far) {
    cards::Reading reading;
    fs::path shown = places.starter;
    if (places.folder) {
        shown = *places.folder;
        reading = packs::read_folder(shown);
        if (!reading.pack) { // errors first: the board shows the first problem
            cards::sort_errors_first(reading.problems);
            so_far.insert(so_far.begin(), reading.problems.begin(), reading.problems.end());
            so_far.push_back(instead_of(shown));
        }
    }
    if (!reading.pack) {
        shown = places.starter;
        reading = packs::read_folder(shown);
    }
    if (!reading.pack) {
        const std::string why =
            reading.problems.empty() ? "" : " " + cards::to_string(reading.problems.front());
        return std::unexpected(Failure{tr("There are no cards to show: the starter pack in \"{0}\" "
                                          "cannot be used. Install Deskcards again.",
                                          shown.string()) +
                                       why});
    }
    return library_of(std::move(*reading.pack), places, std::move(so_far), shelf_of_folder(shown));
}

} // namespace app
