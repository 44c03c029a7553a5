#include "support/speech_server.h"

#include <csignal>
#include <fstream>
#include <stdexcept>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace support {

namespace fs = std::filesystem;

namespace {

/// A module of the server's that runs a program for each text, whole: it would cut one after a
/// delimiter (a "\0" is a nought to it), and nothing that the desk says has a bar in it.
constexpr const char* kModule = R"(GenericMaxChunkLength 4000
GenericDelimiters "|"
GenericVolumeAdd 100
GenericVolumeMultiply 1
GenericLanguage "en" "en" "utf-8"
AddVoice "en" "MALE1" "en"
DefaultVoice "en"
)";

bool takes_connections(const fs::path& socket_path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket_path.string().copy(&address.sun_path[0], sizeof address.sun_path - 1);
    const int file = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as the system call wants it
    const int answer = ::connect(file, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::close(file);
    return answer == 0;
}

} // namespace

SpeechServer::SpeechServer() {
    const std::string folder = folder_.path().string();
    folder_.write("conf/speechd.conf", "LogLevel 1\nDefaultModule script\n"
                                       "AddModule \"script\" \"sd_generic\" \"script.conf\"\n"
                                       "AudioOutputMethod \"alsa\"\n"
                                       "AudioALSADevice \"default\"\n");
    folder_.write("conf/modules/script.conf", "GenericExecuteSynth \"sh " + folder +
                                                  "/say.sh \\'$DATA\\' $VOLUME\"\n" + kModule);
    folder_.write("say.sh", "printf '%s\\n' \"$1\" >>" + folder + "/said\n" +
                                "espeak-ng -v en -a \"$2\" -w " + folder +
                                "/said.wav -- \"$1\"\nsleep $(cat " + folder + "/time)\n" +
                                "printf '%s\\n' \"$1\" >>" + folder + "/finished\n");
    take_time(Milliseconds(0));
    folder_.write("asound.conf", "pcm.!default { type null }\n"); // there is no sound card
    folder_.write("log/none", "");
}

void SpeechServer::start() {
    const fs::path socket = folder_.path() / "socket";
    fs::remove(socket);
    const auto at = [&](const char* name) { return (folder_.path() / name).string(); };
    server_.emplace(std::vector<std::string>{"speech-dispatcher", "--run-single", "-C", at("conf"),
                                             "-S", socket.string(), "-t", "0", "-P", at("pid"),
                                             "-L", at("log")},
                    Environment{{"ALSA_CONFIG_PATH", at("asound.conf")}});
    wait_until([&] { return takes_connections(socket) || !server_->running(); });
    if (!server_->running() || !takes_connections(socket)) {
        throw std::runtime_error("speech-dispatcher does not start; it comes with the packages "
                                 "speech-dispatcher and espeak-ng. It said: " +
                                 server_->err());
    }
}

void SpeechServer::take_time(Milliseconds each) const {
    folder_.write("time", std::to_string(static_cast<double>(each.count()) / 1000.0));
}

void SpeechServer::kill() {
    server_->signal(SIGKILL);
    server_->wait();
    server_.reset();
}

Environment SpeechServer::environment() const {
    return {{"SPEECHD_ADDRESS", "unix_socket:" + (folder_.path() / "socket").string()}};
}

std::vector<std::string> SpeechServer::lines_of(const char* name) const {
    std::ifstream file(folder_.path() / name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> SpeechServer::wait_for(std::size_t count) const {
    wait_until([&] { return said().size() >= count; });
    return said();
}

std::uintmax_t SpeechServer::sound_bytes() const {
    std::error_code none;
    const auto size = fs::file_size(folder_.path() / "said.wav", none);
    return none ? 0 : size;
}

} // namespace support
