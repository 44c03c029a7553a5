#include "tally/report_page.h"

#include "i18n/catalogue.h"
#include "tally/html.h"
#include "tally/page_pieces.h"
#include "tally/report_words.h"

namespace tally {

namespace {

/// "Riverside · Circulation desk".
std::string name_of(const desk::Evaluation& evaluation) {
    if (evaluation.site.empty() || evaluation.desk.empty()) {
        return evaluation.site + evaluation.desk;
    }
    return evaluation.site + " · " + evaluation.desk;
}

std::string dates_of(const Report& report) {
    const desk::Evaluation& evaluation = report.evaluation;
    return (evaluation.first == evaluation.last
                ? words::unfinished(evaluation.last)
                : words::period(words::quarter(evaluation.first),
                                words::unfinished(evaluation.last))) +
           " · " + words::made_on(report.made);
}

std::string header_of(const Report& report) {
    const std::string name = name_of(report.evaluation);
    std::string inside = html::text_element("p", words::kReport, "class=\"kicker\"") +
                         html::text_element("h1", name.empty() ? words::kReport.str() : name) +
                         html::text_element("p", dates_of(report), "class=\"dates\"") +
                         html::text_element("p", words::kPrivacy.str() + " " + words::kDash.str(),
                                            "class=\"privacy\"");
    if (!report.evaluation.notice.empty()) {
        inside += html::paragraph(report.evaluation.notice);
    }
    return html::element("header", inside) + "\n";
}

} // namespace

std::string report_page(const Report& report) {
    const page::Page page(report);
    std::string sections = page::in_short_section(page);
    for (const auto section :
         {page::branches_section, page::coverage_section, page::opened_section, page::worse_section,
          page::ended_section, page::ways_section, page::findings_section, page::review_section,
          page::plan_section, page::missed_section}) {
        sections += section(page);
    }
    const std::string title = words::titled(words::kReport, name_of(report.evaluation));
    return "<!DOCTYPE html>\n" +
           html::element(
               "html",
               html::element("head", "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                                     "content=\"width=device-width, initial-scale=1\">\n" +
                                         html::text_element("title", title) + "\n" +
                                         html::element("style", page::style())) +
                   "\n" +
                   html::element("body", header_of(report) + html::element("main", sections)),
               html::attribute("lang", i18n::language())) +
           "\n";
}

} // namespace tally
