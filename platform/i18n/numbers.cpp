#include "i18n/numbers.h"

#include "i18n/catalogue.h"

#include <fmt/format.h>
#include <memory>
#include <unicode/coll.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

namespace i18n {

namespace {

icu::Locale locale_in_use() {
    UErrorCode status = U_ZERO_ERROR;
    const std::string_view tag = language();
    const icu::Locale locale = icu::Locale::forLanguageTag(
        icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
    return U_SUCCESS(status) != 0 ? locale : icu::Locale::getUS();
}

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

bool counts_half_days(const icu::DateTimePatternGenerator& patterns) {
    UErrorCode status = U_ZERO_ERROR;
    const UDateFormatHourCycle cycle = patterns.getDefaultHourCycle(status);
    return U_SUCCESS(status) != 0 && (cycle == UDAT_HOUR_CYCLE_11 || cycle == UDAT_HOUR_CYCLE_12);
}

/// Hours and minutes, without the half of the day.
std::unique_ptr<icu::SimpleDateFormat> clock_format(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status) != 0) {
        return nullptr;
    }
    icu::UnicodeString pattern = patterns->getBestPattern("Hmm", status);
    if (counts_half_days(*patterns)) {
        pattern.findAndReplace("HH", "h");
    }
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
    if (U_FAILURE(status) != 0) {
        return nullptr;
    }
    format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
    return format;
}

/// Making a format costs more than a frame may take, so the last one is kept.
const icu::SimpleDateFormat* kept_clock_format() {
    struct Kept {
        std::string language;
        std::unique_ptr<icu::SimpleDateFormat> format;
    };
    thread_local Kept kept;
    if (kept.language != language()) {
        kept = {.language = std::string(language()), .format = clock_format(locale_in_use())};
    }
    return kept.format.get();
}

} // namespace

std::string decimal(double value, int digits) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = icu::number::NumberFormatter::withLocale(locale_in_use())
                                        .precision(icu::number::Precision::fixedFraction(digits))
                                        .formatDouble(value, status)
                                        .toString(status);
    return U_SUCCESS(status) != 0 ? utf8(text) : std::to_string(value);
}

std::string time_of_day(int minute_of_day) {
    const icu::SimpleDateFormat* format = kept_clock_format();
    if (format == nullptr) {
        return fmt::format("{}:{:02}", minute_of_day / 60, minute_of_day % 60);
    }
    icu::UnicodeString text;
    constexpr double kMillisecondsInMinute = 60'000;
    return utf8(format->format(minute_of_day * kMillisecondsInMinute, text));
}

std::function<bool(std::string_view, std::string_view)> name_order() {
    UErrorCode status = U_ZERO_ERROR;
    const std::shared_ptr<icu::Collator> collator(
        icu::Collator::createInstance(locale_in_use(), status));
    if (U_SUCCESS(status) != 0) {
        collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    }
    if (U_FAILURE(status) != 0) {
        return std::less<>();
    }
    return [collator](std::string_view a, std::string_view b) {
        UErrorCode compared = U_ZERO_ERROR;
        const UCollationResult result =
            collator->compareUTF8({a.data(), static_cast<int32_t>(a.size())},
                                  {b.data(), static_cast<int32_t>(b.size())}, compared);
        // Names that the language takes for the same still have an order.
        return U_FAILURE(compared) != 0 || result == UCOL_EQUAL ? a < b : result == UCOL_LESS;
    };
}

} // namespace i18n
