#include "packs/keys.h"
#include "packs/seal.h"
#include "packs/sums.h"
#include "packs/trust.h"
#include "store_support.h"
#include "support/child.h"
#include "support/memory_disk.h"
#include "support/temp_folder.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

namespace fs = std::filesystem;
using namespace packs;
using packs_test::Files;
using packs_test::keys;
using packs_test::sealed;
using packs_test::small_pack;
using support::MemoryDisk;
using support::TempFolder;

namespace {

std::vector<CopiedFile> copied(const Files& files) {
    std::vector<CopiedFile> list;
    for (const auto& [path, bytes] : files) {
        list.push_back({.path = path, .size = bytes.size(), .sum = sha256(bytes)});
    }
    return list;
}

std::optional<std::string> file(const Files& files, const std::string& path) {
    const auto it = files.find(path);
    return it != files.end() ? std::optional(it->second) : std::nullopt;
}

std::expected<Trust, NoTrust> judged(const Files& files, const Keys& known = keys()) {
    return judge(
        copied(files),
        {.sums = file(files, "SHA256SUMS"), .signature = file(files, "SHA256SUMS.minisig")}, known);
}

/// What is held against a pack; the test fails if nothing is, or if nothing is said of it.
Distrust held_against(const Files& files, const Keys& known = keys()) {
    const auto verdict = judged(files, known);
    REQUIRE_FALSE(verdict.has_value());
    REQUIRE_FALSE(verdict.error().sentences.empty());
    return verdict.error().why;
}

/// A signature over the list of sums by another key.
Files signed_by(Files files, const SecretKey& key) {
    files = sealed(std::move(files));
    files["SHA256SUMS.minisig"] = key.sign(files["SHA256SUMS"], "x");
    return files;
}

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The small pack as a folder, with keys that minisign has made.
struct Signing {
    TempFolder folder;
    fs::path pack = folder.path() / "pack";
    fs::path secret = folder.path() / "head-office.key";
    fs::path open_key = folder.path() / "keys/head-office.pub";

    Signing() {
        for (const auto& [path, bytes] : small_pack(3)) {
            folder.write(fs::path("pack") / path, bytes);
        }
        fs::create_directory(folder.path() / "keys");
        run({"minisign", "-G", "-W", "-p", open_key, "-s", secret});
    }

    static void run(const std::vector<std::string>& command) {
        const support::Ended ended = support::run_to_end(command);
        INFO(command.front() << " said: " << ended.out << ended.err);
        REQUIRE(ended.exit_code == 0);
    }
    Keys keys() const { return read_keys(**platform::RealFolder::open(folder.path() / "keys")); }
    Files files() const {
        Files files;
        for (const auto& entry : fs::recursive_directory_iterator(pack)) {
            if (entry.is_regular_file()) {
                files[entry.path().lexically_relative(pack)] = text_of(entry.path());
            }
        }
        return files;
    }
};

} // namespace

TEST_CASE("a pack without seal is neither trusted nor refused") {
    const auto verdict = judged(small_pack(1));
    REQUIRE(verdict.has_value());
    CHECK(verdict->signer.empty());
}

TEST_CASE("a list of sums without signature vouches for nobody") {
    Files files = sealed(small_pack(1));
    files.erase("SHA256SUMS.minisig");
    REQUIRE(judged(files).has_value());
    CHECK(judged(files)->signer.empty());
}

TEST_CASE("a pack signed with a trusted key names the key") {
    const auto verdict = judged(sealed(small_pack(1)));
    REQUIRE(verdict.has_value());
    CHECK(verdict->signer == "head-office");
}

TEST_CASE("trust: a key that the desk does not know") {
    CHECK(held_against(signed_by(small_pack(1), SecretKey::make())) == Distrust::unknown_key);
    CHECK(held_against(sealed(small_pack(1)), Keys{}) == Distrust::unknown_key);
}

TEST_CASE("trust: a key that was revoked") {
    Keys known = keys();
    known.revoked.push_back(known.trusted.front().key.id);
    known.trusted.clear();
    CHECK(held_against(sealed(small_pack(1)), known) == Distrust::revoked_key);
}

TEST_CASE("trust: a key that only has the id of a trusted one") {
    const SecretKey other = SecretKey::make();
    Keys known = keys();
    known.trusted.front().key.id = other.public_key().id;
    CHECK(held_against(signed_by(small_pack(1), other), known) == Distrust::bad_signature);
}

TEST_CASE("trust: an edited trusted comment") {
    Files files = sealed(small_pack(1));
    std::string& signature = files["SHA256SUMS.minisig"];
    signature.replace(signature.find("timestamp:0"), 11, "timestamp:9");
    CHECK(held_against(files) == Distrust::bad_trusted_comment);
}

TEST_CASE("trust: the sums of another pack") {
    Files files = sealed(small_pack(1));
    const Files other = sealed(small_pack(2));
    files["SHA256SUMS"] = other.at("SHA256SUMS");
    CHECK(held_against(files) == Distrust::bad_signature);
    files["SHA256SUMS.minisig"] = other.at("SHA256SUMS.minisig");
    CHECK(held_against(files) == Distrust::bad_sums);
}

TEST_CASE("trust: a file added after signing, and one removed") {
    Files more = sealed(small_pack(1));
    more["situations/new.md"] = "x";
    CHECK(held_against(more) == Distrust::bad_sums);
    Files less = sealed(small_pack(1));
    less.erase("frameworks/rest.md");
    CHECK(held_against(less) == Distrust::bad_sums);
}

TEST_CASE("trust: a signature with no list of sums") {
    Files files = sealed(small_pack(1));
    files.erase("SHA256SUMS");
    CHECK(held_against(files) == Distrust::signature_alone);
}

TEST_CASE("trust: a signature that is none") {
    for (const char* text : {"", "x", "untrusted comment: x\n", "\n\n\n\n\n", "\xFF\xFE"}) {
        Files files = sealed(small_pack(1));
        files["SHA256SUMS.minisig"] = text;
        CHECK(held_against(files) == Distrust::malformed);
    }
    Files files = sealed(small_pack(1));
    files["SHA256SUMS.minisig"].resize(files["SHA256SUMS.minisig"].size() / 2);
    CHECK(held_against(files) == Distrust::malformed);
    files["SHA256SUMS.minisig"] = std::string(100'000, 'x');
    CHECK(held_against(files) == Distrust::malformed);
}

TEST_CASE("trust: a list of sums that is none, or lists a file twice") {
    Files files = small_pack(1);
    files["SHA256SUMS"] = "no sums\n";
    CHECK(held_against(files) == Distrust::bad_sums);
    files = sealed(small_pack(1));
    files.erase("SHA256SUMS.minisig");
    files["SHA256SUMS"] += files["SHA256SUMS"];
    CHECK(held_against(files) == Distrust::bad_sums);
}

TEST_CASE("trust: minisign's legacy signatures") {
    const Signing signing;
    Files files = signing.files();
    files["SHA256SUMS"] = write_sums(copied(files));
    signing.folder.write("pack/SHA256SUMS", files["SHA256SUMS"]);
    Signing::run(
        {"minisign", "-S", "-l", "-W", "-s", signing.secret, "-m", signing.pack / "SHA256SUMS"});
    files["SHA256SUMS.minisig"] = text_of(signing.pack / "SHA256SUMS.minisig");
    CHECK(held_against(files, signing.keys()) == Distrust::legacy);
}

TEST_CASE("minisign signs what the desk takes") {
    const Signing signing;
    const auto sums = sums_of_folder(**platform::RealFolder::open(signing.pack));
    REQUIRE(sums.has_value());
    signing.folder.write("pack/SHA256SUMS", *sums);
    Signing::run({"minisign", "-S", "-W", "-s", signing.secret, "-m", signing.pack / "SHA256SUMS"});
    const auto verdict = judged(signing.files(), signing.keys());
    REQUIRE(verdict.has_value());
    CHECK(verdict->signer == "head-office");
}

TEST_CASE("sha256sum and minisign accept what the desk seals") {
    const Signing signing;
    const auto sums = sums_of_folder(**platform::RealFolder::open(signing.pack));
    REQUIRE(sums.has_value());
    signing.folder.write("pack/SHA256SUMS", *sums);
    const auto key = SecretKey::parse(text_of(signing.secret), [] { return std::string(); });
    REQUIRE(key.has_value());
    signing.folder.write("pack/SHA256SUMS.minisig", key->sign(*sums, "made by a test"));
    Signing::run({"sh", "-c",
                  "cd " + signing.pack.string() +
                      " && sha256sum --check --strict "
                      "SHA256SUMS"});
    Signing::run({"minisign", "-V", "-p", signing.open_key, "-m", signing.pack / "SHA256SUMS"});
    CHECK(judged(signing.files(), signing.keys()).has_value());
}

TEST_CASE("an encrypted key of minisign's opens with its password and no other") {
    const TempFolder folder;
    const fs::path secret = folder.path() / "k.key";
    Signing::run({"sh", "-c",
                  "printf 'open sesame\\nopen sesame\\n' | minisign -G -p " +
                      (folder.path() / "k.pub").string() + " -s " + secret.string()});
    const auto key = SecretKey::parse(text_of(secret), [] { return std::string("open sesame"); });
    REQUIRE(key.has_value());
    CHECK(parse_public_key(text_of(folder.path() / "k.pub"))->key == key->public_key().key);
    CHECK_FALSE(SecretKey::parse(text_of(secret), [] { return std::string("wrong"); }).has_value());
}

TEST_CASE("what is no secret key is told so") {
    for (const char* text : {"", "x", "untrusted comment: x\nAAAA\n"}) {
        const auto key = SecretKey::parse(text, [] { return std::string(); });
        REQUIRE_FALSE(key.has_value());
        CHECK(key.error().sentence.contains("minisign -G"));
    }
}

TEST_CASE("a bit flipped anywhere in a sealed pack, its sums or its signature is noticed") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Files whole = sealed(small_pack(1));
    REQUIRE(judged(whole).has_value());
    std::vector<std::pair<std::string, std::size_t>> places;
    for (const auto& [path, bytes] : whole) {
        for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
            places.emplace_back(path, i);
        }
    }
    std::ranges::shuffle(places, random);
    constexpr std::size_t kFlips = 1000;
    REQUIRE(places.size() > kFlips);
    for (std::size_t i = 0; i < kFlips; ++i) {
        const auto& [path, bit] = places[i];
        Files flipped = whole;
        flipped[path][bit / 8] = static_cast<char>(flipped[path][bit / 8] ^ (1 << (bit % 8)));
        INFO("bit " << bit << " of " << path);
        const auto verdict = judged(flipped);
        CHECK_FALSE(verdict.has_value());
    }
}

TEST_CASE("every bit of the signature counts, its first line too") {
    const Files whole = sealed(small_pack(1));
    const std::string& signature = whole.at("SHA256SUMS.minisig");
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        Files flipped = whole;
        char& byte = flipped["SHA256SUMS.minisig"][bit / 8];
        byte = static_cast<char>(byte ^ (1 << (bit % 8)));
        INFO("bit " << bit);
        CHECK_FALSE(judged(flipped).has_value());
    }
}

TEST_CASE("the keys of a desk are its .pub files, without those that are revoked") {
    const std::string good = to_text(packs_test::key().public_key());
    const SecretKey old = SecretKey::make();
    MemoryDisk disk;
    packs_test::put(disk, "",
                    {{"head-office.pub", good},
                     {"old.pub", to_text(old.public_key())},
                     {"broken.pub", "no key"},
                     {"notes.txt", "x"},
                     {"revoked", "# gone\n" + to_string(old.public_key().id) + " # 2026\n\n"}});
    const Keys keys = read_keys(disk);
    REQUIRE(keys.trusted.size() == 1);
    CHECK(keys.trusted.front().name == "head-office");
    CHECK(keys.revoked == std::vector{old.public_key().id});
    REQUIRE(keys.problems.size() == 1);
    CHECK(keys.problems.front().contains("broken.pub"));
}

TEST_CASE("a list of revoked keys that cannot be read trusts none") {
    MemoryDisk disk;
    packs_test::put(disk, "", {{"head-office.pub", to_text(packs_test::key().public_key())}});
    REQUIRE(disk.make_folder("revoked"));
    const Keys keys = read_keys(disk);
    CHECK(keys.trusted.empty());
    CHECK(keys.problems.size() == 1);
}

TEST_CASE("a revoked key may be written as the key itself") {
    MemoryDisk disk;
    const std::string text = to_text(packs_test::key().public_key());
    packs_test::put(disk, "", {{"head-office.pub", text}, {"revoked", text}});
    CHECK(read_keys(disk).trusted.empty());
}

TEST_CASE("a list of sums is read whichever way it was saved") {
    const std::string sum = to_hex(sha256("x"));
    for (const std::string& text :
         {sum + "  a b.md\n", sum + " *a b.md\n", sum + "  a b.md",
          "\xEF\xBB\xBF" + sum + "  a b.md\r\n\r\n", sum + "  ./a b.md\n"}) {
        const auto sums = parse_sums(text);
        REQUIRE(sums.has_value());
        REQUIRE(sums->size() == 1);
        CHECK(sums->front().path == "a b.md");
        CHECK(sums->front().sum == sha256("x"));
    }
    CHECK(parse_sums("")->empty());
    for (const std::string& text :
         {std::string("x"), sum, sum + "  ", sum + " a.md", "\\" + sum + "  a",
          sum.substr(1) + "  a.md", std::string(2'000'000, 'a')}) {
        CHECK_FALSE(parse_sums(text).has_value());
    }
}
