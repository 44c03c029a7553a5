#include "packs/new_pack.h"

#include "cards/reader.h"
#include "cards/rules.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using cards::SourceFile;
using packs::find_template;
using packs::NewPack;
using packs::Template;
using platform::RealFolder;
using support::MemoryDisk;
using Names = std::array<std::string_view, cards::kCodes.size()>;

namespace {

/// What new packs are made from, as it is in the sources.
struct Supplies {
    std::unique_ptr<RealFolder> templates;
    std::unique_ptr<RealFolder> starter;
    std::vector<Template> all;

    Supplies() {
        const std::filesystem::path root = DESKCARDS_SOURCE_DIR;
        templates = std::move(*RealFolder::open(root / "assets" / "templates"));
        starter = std::move(*RealFolder::open(root / "content"));
        all = packs::read_templates(shelf()).value();
    }
    packs::Shelf shelf() const { return {.templates = templates.get(), .starter = starter.get()}; }

    NewPack wanted(const Names& names, bool with_starter = false) const {
        NewPack wanted{.name = "Oakwood", .frameworks = {}, .starter = with_starter};
        for (std::size_t i = 0; i < names.size(); ++i) {
            wanted.frameworks.at(i) = find_template(all, names.at(i));
            REQUIRE(wanted.frameworks.at(i) != nullptr);
        }
        return wanted;
    }
};

constexpr Names kStarters{"HELP", "CALM", "SAFE", "REST"};

void collect(const platform::Folder& disk, const std::string& folder,
             std::vector<SourceFile>& files) {
    const auto entries = disk.list(folder, 1000).value();
    for (const platform::Entry& entry : entries) {
        const std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
        if (entry.kind == platform::EntryKind::folder) {
            collect(disk, path, files);
        } else {
            files.push_back({.path = path, .bytes = disk.read(path, 1U << 20U).value()});
        }
    }
}

std::vector<SourceFile> make(const Supplies& supplies, const NewPack& wanted) {
    MemoryDisk disk;
    REQUIRE(packs::make_pack(supplies.shelf(), wanted, disk).has_value());
    std::vector<SourceFile> files;
    collect(disk, "", files);
    return files;
}

const SourceFile& file_of(const std::vector<SourceFile>& files, std::string_view path) {
    const auto found = std::ranges::find(files, path, &SourceFile::path);
    REQUIRE(found != files.end());
    return *found;
}

/// Writes words in place of the mark in a line, as somebody would who knows nothing of the cards.
std::string filled_line(const std::string& line) {
    const std::size_t mark = line.find("TODO");
    if (mark == std::string::npos) {
        return line;
    }
    if (line.starts_with("reviewed: ")) {
        return "reviewed: 2026-11-01";
    }
    if (line.starts_with("review-by: ")) {
        return "review-by: 2027-11-01";
    }
    const bool quoted = line.ends_with('"');
    return line.substr(0, mark) + "Words" + (quoted ? "\"" : "");
}

void fill_in(std::vector<SourceFile>& files) {
    for (SourceFile& file : files) {
        if (file.path == "README.md") {
            continue;
        }
        std::string filled;
        for (std::size_t at = 0; at < file.bytes.size();) {
            const std::size_t end = std::min(file.bytes.find('\n', at), file.bytes.size());
            filled += filled_line(file.bytes.substr(at, end - at)) + "\n";
            at = end + 1;
        }
        file.bytes = std::move(filled);
    }
}

/// A fresh template is a list of what to do, and nothing else; filled in it is a pack.
void check_template(std::vector<SourceFile> files, std::size_t planned) {
    const cards::Reading fresh = cards::read_pack(files);
    CHECK_FALSE(fresh.pack.has_value());
    CHECK_FALSE(fresh.problems.empty());
    for (const cards::Problem& problem : fresh.problems) {
        INFO(to_string(problem));
        CHECK_FALSE(problem.to_do.empty());
        CHECK(problem.line > 0);
    }
    fill_in(files);
    const cards::Reading filled = cards::read_pack(files);
    for (const cards::Problem& problem : filled.problems) {
        FAIL_CHECK(to_string(problem));
    }
    REQUIRE(filled.pack.has_value());
    CHECK_FALSE(cards::has_errors(cards::check_rules(*filled.pack)));
    REQUIRE(filled.progress.has_value());
    CHECK(filled.progress->planned == planned);
    CHECK(filled.progress->with_card == planned);
}

} // namespace

TEST_CASE("There are thirteen templates, with the steps and the source of each") {
    const Supplies supplies;
    std::vector<std::string> names;
    for (const Template& it : supplies.all) {
        names.push_back(it.name);
        CHECK(it.steps.size() == it.name.size());
    }
    CHECK(names == std::vector<std::string>{"HELP", "CALM", "SAFE", "REST", "BLAST", "HEARD",
                                            "LAST", "LEAPS", "LOWLINE", "LEARN", "CARDS", "EBBS",
                                            "FLOWS"});
    const Template* const heard = find_template(supplies.all, "heard");
    REQUIRE(heard != nullptr);
    CHECK(heard->steps ==
          std::vector<std::string>{"Hear", "Empathize", "Apologize", "Resolve", "Diagnose"});
    CHECK(heard->source == "Disney Institute");
    CHECK(find_template(supplies.all, "HELP")->source.empty());
    CHECK(find_template(supplies.all, "HERD") == nullptr);
}

TEST_CASE("The four names whose steps are not public come with their letters and no words") {
    const Supplies supplies;
    for (const std::string_view name : {"LEARN", "CARDS", "EBBS", "FLOWS"}) {
        const Template* const it = find_template(supplies.all, name);
        REQUIRE(it != nullptr);
        CHECK_FALSE(it->has_step_names());
        std::string letters;
        for (const std::string& step : it->steps) {
            letters += step;
        }
        CHECK(letters == name);
        CHECK_FALSE(it->source.empty());
    }
}

TEST_CASE("A new pack has a plan, four acronyms, a card for each planned situation, and phrases") {
    const Supplies supplies;
    const auto files = make(supplies, supplies.wanted({"HEARD", "LOWLINE", "SAFE", "REST"}));
    CHECK(file_of(files, "pack.yaml").bytes.contains("\nid: oakwood\n"));
    CHECK(file_of(files, "pack.yaml").bytes.contains("\n    framework: lowline\n"));
    CHECK_FALSE(file_of(files, "pack.yaml").bytes.contains("Riverside\n"));
    CHECK(file_of(files, "README.md").bytes.starts_with("# Your cards\n"));
    CHECK(file_of(files, "frameworks/heard.md").bytes.contains("\n# Source: Disney Institute\n"));
    const std::string& fine = file_of(files, "situations/fine-dispute.md").bytes;
    CHECK(fine.contains("\ntitle: Fine or lost item dispute\ncode: green\nkeywords: [fine, fee,"));
    CHECK(fine.contains("\n## Diagnose\n\n> TODO: what staff say\n"));
    CHECK_FALSE(fine.contains("Tell me what happened"));
    const auto in = [&](std::string_view folder) {
        return std::ranges::count_if(
            files, [&](const SourceFile& file) { return file.path.starts_with(folder); });
    };
    CHECK(in("situations/") == 16);
    CHECK(in("frameworks/") == 4);
    CHECK(in("phrases/") == 7);
    CHECK(in("") == 30);
}

TEST_CASE("Every acronym can be that of every code: to fill in, and fine once it is") {
    const Supplies supplies;
    for (std::size_t code = 0; code < cards::kCodes.size(); ++code) {
        for (const Template& it : supplies.all) {
            Names names = kStarters;
            // The code that the acronym leaves takes the one that it gets.
            const auto leaves = std::ranges::find(names, it.name);
            if (leaves != names.end()) {
                *leaves = names.at(code);
            }
            names.at(code) = it.name;
            INFO(it.name << " as " << cards::to_string(cards::kCodes.at(code)));
            check_template(make(supplies, supplies.wanted(names)), 16);
        }
    }
}

TEST_CASE("The four named ones together are a template, and so is the starter pack") {
    const Supplies supplies;
    check_template(make(supplies, supplies.wanted({"LEARN", "CARDS", "EBBS", "FLOWS"})), 16);
    check_template(make(supplies, supplies.wanted({"LAST", "LEAPS", "BLAST", "HEARD"})), 16);
    const auto files = make(supplies, supplies.wanted(kStarters, true));
    CHECK(file_of(files, "situations/fight.md").bytes ==
          supplies.starter->read("situations/fight.md", 1U << 20U).value());
    check_template(files, 44);
}

TEST_CASE("A new pack that cannot be written whole leaves nothing behind") {
    const Supplies supplies;
    for (const bool starter : {false, true}) {
        const NewPack wanted = supplies.wanted(kStarters, starter);
        MemoryDisk whole;
        REQUIRE(packs::make_pack(supplies.shelf(), wanted, whole).has_value());
        for (std::size_t call = 0; call < whole.calls(); ++call) {
            MemoryDisk disk;
            disk.plan(MemoryDisk::Event::fails, call);
            const auto made = packs::make_pack(supplies.shelf(), wanted, disk);
            CHECK_FALSE(made.has_value());
            CHECK(disk.list("", 100).value().empty());
        }
    }
}

TEST_CASE("A pack's id comes from any text") {
    CHECK(packs::id_for_pack("Oakwood Branch") == "oakwood-branch");
    CHECK(packs::id_for_pack("図書館") == "my-library");
    CHECK(packs::id_for_pack("") == "my-library");
    CHECK(packs::id_for_pack(std::string(63, 'a') + " b") == std::string(63, 'a'));
}
