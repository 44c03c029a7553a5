#include "support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace cards_test {
namespace {

constexpr std::string_view kPackFile = R"(format: 1
id: small
name: Small pack
version: 3
locale: en-US
site: Riverside
contacts:
  - who: Security
    call: ext. 199
  - who: Person in charge
    call: ext. 210
address: 12 River St, east door
codes:
  green:
    framework: help
    name: Everyday
  yellow: {framework: calm, name: Getting tense, tab: Tense, link: "It's getting tense"}
  red: {framework: safe, name: Unsafe, color: Crimson}
  blue: {framework: rest, name: Afterwards}
board: [fine-dispute, yelling-at-staff]
)";

constexpr std::string_view kHelp = R"(---
title: HELP
code: green
reviewed: 2026-11-01
review-by: 2027-11-01
reviewer: Ana
---
For every day.

## Hear them out
> Tell me what happened.

- Put down what you are doing.

### Avoid
- Arguing.

## Empathize
> That sounds hard.

## Lay out options
> Here is what we can do.

## Promise the next step
> I will call you on Monday.
)";

constexpr std::string_view kCalm = R"(---
title: CALM
code: yellow
reviewed: 2026-11-01
review-by: 2027-11-01
reviewer: Ana
---
## Check yourself
- Breathe out.

## Acknowledge
> I can see this matters.

## Limits, said once
> I need us to talk without yelling.

## Move forward
> We can go on now, or tomorrow.
)";

constexpr std::string_view kSafe = R"(---
title: SAFE
code: red
reviewed: 2026-11-01
review-by: 2027-11-01
reviewer: Ana
---
## Space
- Step back, and keep the way out free.

## Alert others
- Call 911.

## Few words
> I am stepping back.

## Exit
- Leave by the east door.
)";

constexpr std::string_view kRest = R"(---
title: REST
code: blue
reviewed: 2026-11-01
review-by: 2027-11-01
reviewer: Ana
---
## Regroup
- Sit down.

## Examine and report
- Write what you saw.

## Support each other
> How are you?

## Take the lesson
- Say what helped.
)";

constexpr std::string_view kFineDispute = R"(---
title: Fine or lost item dispute
code: green
keywords: [late fee, overdue]
reviewed: 2026-11-01
review-by: 2027-11-01
reviewer: Ana
---
Someone does not want to pay.

## Hear them out
> Tell me about the fine.

## Look it up together
- Turn the screen so that both can see it.
)";

constexpr std::string_view kYelling = R"(---
title: Yelling or swearing at staff
code: yellow
keywords: [screaming, shouting]
after: rest
reviewed: 2026-11-01
review-by: 2027-11-01
reviewer: Ana
---
)";

} // namespace

Folder& Folder::write(std::string_view path, std::string_view bytes) {
    remove(path);
    files_.push_back({.path = std::string(path), .bytes = std::string(bytes)});
    return *this;
}

Folder& Folder::replace(std::string_view path, std::string_view from, std::string_view to) {
    const auto file = std::ranges::find(files_, path, &cards::SourceFile::path);
    REQUIRE(file != files_.end());
    const std::size_t at = file->bytes.find(from);
    REQUIRE(at != std::string::npos);
    file->bytes.replace(at, from.size(), to);
    return *this;
}

Folder& Folder::remove(std::string_view path) {
    std::erase_if(files_, [&](const cards::SourceFile& file) { return file.path == path; });
    return *this;
}

std::vector<std::string> Folder::problems() const {
    return lines_of(read().problems);
}

Folder small_pack() {
    Folder folder;
    folder.write("pack.yaml", kPackFile);
    folder.write("frameworks/help.md", kHelp);
    folder.write("frameworks/calm.md", kCalm);
    folder.write("frameworks/safe.md", kSafe);
    folder.write("frameworks/rest.md", kRest);
    folder.write("situations/fine-dispute.md", kFineDispute);
    folder.write("situations/yelling-at-staff.md", kYelling);
    return folder;
}

cards::Pack pack_of(const Folder& folder) {
    cards::Reading reading = folder.read();
    REQUIRE(lines_of(reading.problems) == kNothing);
    REQUIRE(reading.pack.has_value());
    return std::move(*reading.pack);
}

std::vector<std::string> lines_of(const std::vector<cards::Problem>& problems) {
    std::vector<std::string> lines;
    lines.reserve(problems.size());
    for (const cards::Problem& problem : problems) {
        lines.push_back(to_string(problem));
    }
    return lines;
}

Folder folder_on_disk(const std::filesystem::path& root) {
    Folder folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path(), std::ios::binary);
            folder.write(std::filesystem::relative(entry.path(), root).generic_string(),
                         std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
    return folder;
}

} // namespace cards_test
