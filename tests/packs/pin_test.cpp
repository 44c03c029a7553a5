#include "packs/pin.h"
#include "support/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

using namespace std::chrono_literals;
using namespace packs;
using std::chrono::milliseconds;
using support::MemoryDisk;

namespace {

constexpr const char* kRight = "493817";
constexpr const char* kWrong = "493818";

/// A clock that the test turns.
class TestClock final : public platform::SteadyClock {
public:
    milliseconds since_boot() const override { return now; }
    std::string boot() const override { return name; }

    milliseconds now{1h};
    std::string name = "monday";
};

/// A desk with a PIN.
struct Desk {
    MemoryDisk disk;
    TestClock clock;

    Desk() { REQUIRE(pin().set_first(kRight)); }
    /// As after a restart of the program: nothing is remembered but what is on the disk.
    Pin pin() { return Pin(disk, clock); }

    bool opens(const char* digits) { return std::holds_alternative<PinProof>(pin().check(digits)); }
    milliseconds wait_after_wrong() {
        const PinCheck check = pin().check(kWrong);
        const auto* wrong = std::get_if<WrongPin>(&check);
        REQUIRE(wrong != nullptr);
        return wrong->wait;
    }
    void be_wrong(int times) {
        for (int i = 0; i < times; ++i) {
            wait_after_wrong();
        }
    }
    bool must_wait(const char* digits = kRight) {
        return std::holds_alternative<MustWait>(pin().check(digits));
    }
};

} // namespace

TEST_CASE("the right PIN opens, others do not") {
    Desk desk;
    CHECK(desk.opens(kRight));
    CHECK_FALSE(desk.opens(kWrong));
    CHECK_FALSE(desk.opens(""));
    CHECK(desk.opens(kRight));
}

TEST_CASE("without a PIN nothing opens") {
    MemoryDisk disk;
    const TestClock clock;
    CHECK(std::holds_alternative<NoPinSet>(Pin(disk, clock).check(kRight)));
    CHECK_FALSE(Pin(disk, clock).is_set());
}

TEST_CASE("the PIN itself is nowhere on the disk") {
    const Desk desk;
    const auto entries = desk.disk.list("", 100);
    REQUIRE(entries.has_value());
    for (const auto& entry : *entries) {
        CHECK_FALSE(desk.disk.read(entry.name, 4096)->contains(kRight));
    }
    CHECK(desk.disk.read("pin", 4096)->starts_with("$argon2id$"));
}

TEST_CASE("a first PIN is set once") {
    Desk desk;
    CHECK_FALSE(desk.pin().set_first("720461").has_value());
    CHECK(desk.opens(kRight));
}

TEST_CASE("whoever knows the PIN can change it") {
    Desk desk;
    PinCheck check = desk.pin().check(kRight);
    REQUIRE(desk.pin().change(std::get<PinProof>(std::move(check)), "720461"));
    CHECK(desk.opens("720461"));
    CHECK_FALSE(desk.opens(kRight));
}

TEST_CASE("PINs that anybody would try first are not taken") {
    for (const char* pin : {"", "12345", "1234567890123", "12345a", "111111", "123456", "987654",
                            "0123456789", "121212", "123123", "12 345"}) {
        CAPTURE(pin);
        CHECK(fault_of_pin(pin).has_value());
    }
    for (const char* pin : {"493817", "100200", "112358", "000001", "135790"}) {
        CAPTURE(pin);
        CHECK_FALSE(fault_of_pin(pin).has_value());
    }
}

TEST_CASE("the waits grow with each wrong try after the third, up to an hour") {
    Desk desk;
    CHECK(desk.wait_after_wrong() == 0ms);
    CHECK(desk.wait_after_wrong() == 0ms);
    for (const milliseconds wait : {milliseconds(30s), milliseconds(1min), milliseconds(5min),
                                    milliseconds(15min), milliseconds(1h), milliseconds(1h)}) {
        CHECK(desk.wait_after_wrong() == wait);
        CHECK(desk.must_wait());
        desk.clock.now += wait - 1ms;
        CHECK(desk.must_wait());
        desk.clock.now += 1ms;
    }
    CHECK(desk.opens(kRight));
    CHECK(desk.wait_after_wrong() == 0ms);
}

TEST_CASE("while a wait lasts, even the right PIN is not looked at, and no try is counted") {
    Desk desk;
    desk.be_wrong(3);
    for (int i = 0; i < 10; ++i) {
        CHECK(desk.must_wait(kWrong));
    }
    desk.clock.now += 30s;
    CHECK(desk.opens(kRight));
}

TEST_CASE("a restart of the desk shortens no wait and forgets no try") {
    Desk desk;
    desk.be_wrong(3);
    desk.disk.come_back(MemoryDisk::AfterCut::lost);
    CHECK(desk.must_wait());
    desk.clock.now += 30s;
    CHECK(desk.wait_after_wrong() == 1min);
}

TEST_CASE("after a restart of the machine the whole wait begins again") {
    Desk desk;
    desk.be_wrong(4 - 1);
    desk.clock.name = "tuesday";
    desk.clock.now = 10s;
    CHECK(desk.must_wait());
    CHECK(desk.pin().wait() == 20s);
    desk.clock.now = 30s;
    CHECK(desk.opens(kRight));
}

TEST_CASE("a clock that runs backwards or far ahead makes no wait longer than it was") {
    Desk desk;
    desk.be_wrong(3);
    desk.clock.now = 0ms; // cannot happen on one boot; must not lock the manager out for good
    CHECK(desk.pin().wait() == 30s);
}

TEST_CASE("switching the desk off while a PIN is looked at gives no free try") {
    for (std::size_t call = 0;; ++call) {
        Desk desk;
        desk.be_wrong(2);
        desk.disk.come_back(MemoryDisk::AfterCut::all_there);
        desk.disk.plan(MemoryDisk::Event::power_cut, call);
        bool judged = false;
        try {
            judged = std::holds_alternative<WrongPin>(desk.pin().check(kWrong));
        } catch (const support::PowerCut&) {
        }
        desk.disk.come_back(MemoryDisk::AfterCut::lost);
        INFO("cut at call " << call);
        if (judged) {
            CHECK(desk.pin().wait() > 0ms);
            break;
        }
    }
}

TEST_CASE("where tries cannot be counted, no PIN is looked at") {
    Desk desk;
    desk.disk.plan(MemoryDisk::Event::fails_on, 0, "Read-only file system.");
    CHECK_FALSE(desk.opens(kRight));
    desk.disk.come_back(MemoryDisk::AfterCut::all_there);
    CHECK(desk.opens(kRight));
}

TEST_CASE("a list of tries that is damaged counts as many") {
    Desk desk;
    REQUIRE(desk.disk.write("pin-tries", "?"));
    CHECK(desk.wait_after_wrong() == 1h);
    desk.clock.now += 1h;
    CHECK(desk.opens(kRight));
}

TEST_CASE("the machine's own clock goes on and has a name") {
    const platform::MachineClock clock;
    CHECK(clock.since_boot() > 0ms);
    CHECK(clock.boot().size() > 8);
    CHECK(clock.boot() == platform::MachineClock().boot());
}
