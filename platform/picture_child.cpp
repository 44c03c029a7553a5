#include "platform/picture_child.h"

#include "platform/picture_protocol.h"
#include "platform/sandbox.h"

#include <cerrno>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include <unistd.h>

namespace platform {

namespace {

constexpr int kNoRequest = 1;
constexpr std::size_t kMostInput = kMostPictureBytes + 64;

/// Standard input to its end.
struct Input {
    /// As large as the largest input: the pages that nothing is written to cost nothing.
    std::unique_ptr<char[]> room = std::make_unique_for_overwrite<char[]>(kMostInput + 1);
    std::size_t size = 0;
};

/// All of standard input, or nothing if there is too much of it.
std::optional<Input> read_input() {
    Input input;
    while (input.size <= kMostInput) {
        const ssize_t got =
            ::read(STDIN_FILENO, input.room.get() + input.size, kMostInput + 1 - input.size);
        if (got == 0) {
            return input;
        }
        if (got < 0 && errno != EINTR) {
            return std::nullopt;
        }
        input.size += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return std::nullopt;
}

bool write_output(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

PictureAnswer answer_to(const PictureRequest& request) {
    try {
        return decode_picture(request.file, request.most);
    } catch (const std::bad_alloc&) {
        return std::unexpected(PictureRefusal{.fault = PictureFault::too_heavy, .size = {}});
    }
}

} // namespace

bool is_picture_child(int argc, const char* const* argv) {
    return argc == 2 && std::string_view(argv[1]) == kDecodePicture;
}

void decode_for_parent() {
    if (!enter_sandbox()) {
        ::_exit(kNotConfined);
    }
    const auto input = read_input();
    const auto request = input ? read_request({input->room.get(), input->size}) : std::nullopt;
    ::_exit(request && write_output(write_answer(answer_to(*request))) ? 0 : kNoRequest);
}

std::filesystem::path this_program() {
    return "/proc/self/exe"; // which is there even after the program's file was replaced
}

std::expected<Pixels, NoPicture> decode_confined(const std::filesystem::path& program,
                                                 std::string_view file, PixelSize most,
                                                 const std::stop_token& stop) {
    if (file.size() > kMostPictureBytes) {
        return std::unexpected(PictureRefusal{.fault = PictureFault::too_heavy, .size = {}});
    }
    const ConfinedWork work{
        .program = program, .argument = kDecodePicture, .most_output = longest_answer(most)};
    const auto said = run_confined(work, write_request({.most = most, .file = file}), stop);
    if (!said) {
        return std::unexpected(said.error());
    }
    auto answer = read_answer(*said, most);
    if (!answer) {
        return std::unexpected(ConfinedFault::crashed); // it was no longer the program that we know
    }
    if (!*answer) {
        return std::unexpected(answer->error());
    }
    return std::move(**answer);
}

} // namespace platform
