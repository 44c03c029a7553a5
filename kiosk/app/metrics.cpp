#include "app/metrics.h"

#include <sstream>
#include <utility>

namespace app {

namespace {

/// As both formats write it within quotation marks.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"') {
            out += '\\';
        }
        if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return out;
}

class Writer {
public:
    Writer(std::string_view desk, std::string_view site)
        : labels_("desk=\"" + escaped(desk) + "\",site=\"" + escaped(site) + "\"") {}

    void describe(std::string_view name, std::string_view help) {
        text_ << "# HELP deskcards_" << name << ' ' << help << "\n# TYPE deskcards_" << name
              << " gauge\n";
    }
    void value(std::string_view name, std::int64_t value, const std::string& more = {}) {
        text_ << "deskcards_" << name << '{' << labels_ << more << "} " << value << '\n';
    }
    void one(std::string_view name, std::string_view help, std::int64_t of) {
        describe(name, help);
        value(name, of);
    }
    std::string finish() {
        text_ << "# EOF\n";
        return std::move(text_).str();
    }

private:
    std::string labels_;
    std::ostringstream text_;
};

std::string label(std::string_view name, std::string_view value) {
    return "," + std::string(name) + "=\"" + escaped(value) + '"';
}

} // namespace

OpenedByCode opened_in(const tally::Counts& counts, std::chrono::year_month month) {
    constexpr std::int64_t kTen = 10;
    OpenedByCode opened{};
    for (const tally::Count& count : counts.counts) {
        if (count.month == month && count.what == tally::What::opened) {
            opened.at(static_cast<std::size_t>(count.code)) += count.n;
        }
    }
    for (std::int64_t& sum : opened) {
        sum -= sum % kTen;
    }
    return opened;
}

std::string to_text(const Metrics& metrics) {
    const Health& health = metrics.health;
    Writer writer(metrics.desk, health.site);
    writer.describe("pack_info", "The cards in use, and the program that shows them.");
    writer.value("pack_info", 1,
                 label("pack", health.pack) + label("version", std::to_string(health.version)) +
                     label("program", metrics.program));
    writer.one("pack_version", "Version of the cards in use.",
               static_cast<std::int64_t>(health.version));
    writer.one("pack_in_use_since_timestamp_seconds", "When that version came into use.",
               health.in_use_since);
    writer.one("imports", "Packs that were put into use since the desk was installed.",
               health.imports);
    writer.one("failed_imports", "Packs that were refused since the desk was installed.",
               health.failed_imports);
    writer.one("starts", "How often the desk was started since it was installed.", health.starts);
    writer.one("waiting_since_timestamp_seconds",
               "Since when the rest of a pack is waited for; 0 if nothing is.",
               health.waiting_since);
    writer.one("held_version", "Version that other desks try first; 0 if none.",
               static_cast<std::int64_t>(health.held_version));
    writer.one("revoked_keys", "Keys that lists of revocations have taken back.",
               static_cast<std::int64_t>(health.revoked_keys));
    writer.one("revoked_packs", "Packs that lists of revocations have taken back.",
               static_cast<std::int64_t>(health.revoked_packs));
    if (metrics.last_month) {
        writer.describe("opened_last_month",
                        "Cards opened in the last whole month, rounded down to tens.");
        for (const cards::Code code : cards::kCodes) {
            writer.value("opened_last_month",
                         metrics.last_month->at(static_cast<std::size_t>(code)),
                         label("code", cards::to_string(code)));
        }
    }
    writer.one("last_heard_timestamp_seconds", "When the desk wrote this.", metrics.heard);
    return writer.finish();
}

} // namespace app
