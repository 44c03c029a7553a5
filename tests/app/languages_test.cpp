#include "app/languages.h"

#include "support.h"
#include "support/in_language.h"
#include "support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace app_test;
using app::Languages;
using support::TempFolder;

namespace {

using Tags = std::vector<std::string>;

/// Sets a variable of the environment until the end of a test.
class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) {
        if (const char* old = std::getenv(name)) {
            before_ = old;
        }
        ::setenv(name, value, 1);
    }
    ~Variable() { ::setenv(name_, before_.c_str(), 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    Variable(Variable&&) = delete;
    Variable& operator=(Variable&&) = delete;

private:
    const char* name_;
    std::string before_;
};

const look::Target* find(const app::Session& session, const char* id) {
    return session.screen().scene.find(id);
}

} // namespace

TEST_CASE("the interface can be in English, Spanish and French") {
    CHECK(translations().tags() == Tags{"en", "es", "fr"});
    CHECK(Languages().tags() == Tags{"en"});
    CHECK(Languages::in("/nowhere").tags() == Tags{"en"});
}

TEST_CASE("a file that is not a catalogue is no language") {
    const TempFolder folder;
    folder.write("de.mo", "no catalogue");
    folder.write("es.po", "msgid");
    CHECK(Languages::in(folder.path()).tags() == Tags{"en"});
}

TEST_CASE("the first language that there is gets used, whatever the region") {
    const InLanguage restored("en");
    const Languages languages = translations();
    languages.use_first_of({"es-MX"});
    CHECK(i18n::language() == "es");
    languages.use_first_of({"", "fr-CA", "es"});
    CHECK(i18n::language() == "fr");
    languages.use_first_of({"nv", "es"});
    CHECK(i18n::language() == "es");
    languages.use_first_of({"en-GB", "es"});
    CHECK(i18n::language() == "en");
    languages.use_first_of({"es"});
    languages.use_first_of({"nv"});
    CHECK(i18n::language() == "en");
}

TEST_CASE("what is chosen in the menu is the language of the desk at once") {
    const InLanguage restored("en");
    app::Session session = start_desk(translations());
    session.post(desk::OpenPage{desk::Topic::menu});
    REQUIRE(find(session, "menu/language") != nullptr);
    CHECK(find(session, "menu/language")->label == "Language: English");
    tap(session, "menu/language");
    CHECK(find(session, "menu/language")->label == "Idioma: Español");
    CHECK(session.state().comfort.language == "es");
    tap(session, "menu/language");
    CHECK(find(session, "menu/language")->label == "Langue\u00a0: Français");
    tap(session, "menu/language");
    CHECK(find(session, "menu/language")->label == "Language: English");
}

TEST_CASE("while nobody has chosen, the interface is in the language of the cards") {
    const InLanguage restored("en");
    app::Session session = start_desk(translations());
    CHECK(i18n::language() == "en");
    cards::Pack spanish = session.state().library->pack;
    spanish.locale = "es-US";
    session.post(desk::UseLibrary{std::make_shared<desk::Library>(std::move(spanish))});
    CHECK(i18n::language() == "es");
    session.post(desk::SetComfort{{.language = "en"}});
    CHECK(i18n::language() == "en");
}

TEST_CASE("the environment names a language as POSIX has it") {
    const Variable all("LC_ALL", "");
    const Variable messages("LC_MESSAGES", "");
    {
        const Variable lang("LANG", "pt_BR.UTF-8");
        CHECK(app::language_of_environment() == "pt-BR");
        const Variable stronger("LC_MESSAGES", "fr_CA@euro");
        CHECK(app::language_of_environment() == "fr-CA");
        const Variable strongest("LC_ALL", "C.UTF-8");
        CHECK(app::language_of_environment().empty());
    }
}
