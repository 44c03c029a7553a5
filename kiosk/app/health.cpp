#include "app/health.h"

#include "app/note.h"
#include "app/wall_clock.h"
#include "platform/durable.h"

#include <array>
#include <sstream>
#include <string_view>

namespace app {

namespace {

/// In the state folder: a word and its value on each line.
constexpr const char* kKept = "health";
constexpr std::size_t kLargestKept = 64UZ << 10U;

struct Number {
    std::string_view word;
    std::int64_t Health::* value;
};
constexpr std::array kNumbers{
    Number{"imports", &Health::imports}, Number{"failed-imports", &Health::failed_imports},
    Number{"starts", &Health::starts}, Number{"in-use-since", &Health::in_use_since}};

constexpr std::string_view kInUse = "in-use";

Health parse(const std::string& text) {
    Health health;
    std::istringstream lines(text);
    for (std::string word; lines >> word;) {
        for (const Number& number : kNumbers) {
            if (word == number.word) {
                lines >> health.*(number.value);
            }
        }
        if (word == kInUse) {
            lines >> health.pack >> health.version;
        }
    }
    return health;
}

std::string to_text(const Health& health) {
    std::ostringstream lines;
    for (const Number& number : kNumbers) {
        lines << number.word << ' ' << health.*(number.value) << '\n';
    }
    if (!health.pack.empty()) {
        lines << kInUse << ' ' << health.pack << ' ' << health.version << '\n';
    }
    return lines.str();
}

} // namespace

HealthRecord::HealthRecord(platform::Disk& disk) : disk_(&disk) {
    if (const auto text = disk.read(kKept, kLargestKept)) {
        health_ = parse(*text);
    }
}

void HealthRecord::change(bool for_good, const std::function<void(Health&)>& how) {
    {
        const std::scoped_lock lock(mutex_);
        const Health before = health_;
        how(health_);
        if (health_ == before) {
            return;
        }
        if (for_good) {
            if (const auto saved = platform::save(*disk_, kKept, to_text(health_)); !saved) {
                note(saved.error().sentence);
            }
        }
    }
    changed_.notify_all();
}

void HealthRecord::started() {
    change(true, [](Health& health) { ++health.starts; });
}

void HealthRecord::imported() {
    change(true, [](Health& health) { ++health.imports; });
}

void HealthRecord::refused() {
    change(true, [](Health& health) { ++health.failed_imports; });
}

void HealthRecord::shows(const cards::Pack& pack) {
    change(true, [&](Health& health) {
        const bool same = health.pack == pack.id && health.version == pack.version;
        if (!same || health.in_use_since == 0) {
            health.in_use_since = unix_time();
        }
        health.pack = pack.id;
        health.version = pack.version;
        health.site = pack.site;
        if (health.held_version <= pack.version) {
            health.held_version = 0;
        }
    });
}

void HealthRecord::waits(bool waiting) {
    change(false, [&](Health& health) {
        if (waiting != (health.waiting_since != 0)) {
            health.waiting_since = waiting ? unix_time() : 0;
        }
    });
}

void HealthRecord::holds(std::uint64_t version) {
    change(false, [&](Health& health) { health.held_version = version; });
}

void HealthRecord::revoked(std::size_t keys, std::size_t packs) {
    change(false, [&](Health& health) {
        health.revoked_keys = keys;
        health.revoked_packs = packs;
    });
}

Health HealthRecord::now() const {
    const std::scoped_lock lock(mutex_);
    said_ = health_;
    return health_;
}

void HealthRecord::wait_for_change(const std::stop_token& stop, std::chrono::seconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, longest, [this] { return health_ != said_; });
}

} // namespace app
