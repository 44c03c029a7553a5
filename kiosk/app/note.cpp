#include "app/note.h"

#include <iostream>

namespace app {

void note(const std::string& sentence) {
    std::cerr << "deskcards: " << sentence << '\n';
}

int fail(const std::string& sentence, int code) {
    note(sentence);
    return code;
}

} // namespace app
