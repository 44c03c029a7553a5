#pragma once

#include "i18n/catalogue.h"

#include <string_view>

/// While it lives, the interface is in a language: "es", "fr", or that of tests, "en-XA": longer
/// than English and full of accents (see pseudo_locale). "en" is the program's own.
class InLanguage {
public:
    explicit InLanguage(std::string_view tag);
    ~InLanguage() { i18n::use(before_); }
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;
    InLanguage(InLanguage&&) = delete;
    InLanguage& operator=(InLanguage&&) = delete;

private:
    i18n::Catalogue before_;
};
