#include "app/note.h"

#include <iostream>

namespace app {

void note(const std::string& sentence) {
    std::cerr << "deskcards: " << sentence << '\n';
}

void note(const std::vector<cards::Problem>& problems) {
    for (const cards::Problem& problem : problems) {
        note(cards::to_string(problem));
    }
}

int fail(const std::string& sentence, int code) {
    note(sentence);
    return code;
}

} // namespace app
