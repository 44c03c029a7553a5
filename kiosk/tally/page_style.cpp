#include "tally/page_pieces.h"

namespace tally::page {

namespace {

/// The page's margins are the paper's, whatever its size. Where a heading or a line of a table
/// would be cut or stand alone, the whole goes to the next page.
constexpr std::string_view kStyle = R"css(
@page { margin: 15mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 9pt sans-serif; color: #4B5056; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 54rem; padding: 2rem 1.5rem 4rem; background: #fff; color: #1A1D21;
  font: 11pt/1.45 "Atkinson Hyperlegible", "Noto Sans", "Segoe UI", Verdana, sans-serif;
  hyphens: manual; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
header { border-bottom: 3px solid #1A1D21; padding-bottom: .8rem; }
.kicker { margin: 0; font-weight: bold; color: #4B5056; }
h1 { margin: .1rem 0 .3rem; font-size: 22pt; line-height: 1.15; }
.dates { margin: 0 0 .7rem; font-weight: bold; }
.privacy { margin: 0; font-size: 10.5pt; color: #3A3F45; }
h2 { margin: 1.9rem 0 .5rem; font-size: 15pt; line-height: 1.2; }
h3 { margin: 1rem 0 .3rem; font-size: 11.5pt; }
p { margin: .4rem 0; }
ul, ol { margin: .4rem 0; padding-left: 1.3rem; }
li { margin: .2rem 0; }
.in-short { margin-top: 1.2rem; padding: .7rem 1rem; border: 1px solid #C9C8C2;
  border-left: 5px solid #1A1D21; border-radius: 4px; background: #F5F4EF; }
.in-short h2 { margin: 0; }
.quiet { color: #4B5056; font-size: 9.5pt; font-weight: normal; }
table { width: 100%; margin: .9rem 0 1.2rem; border-collapse: collapse; font-size: 10.5pt;
  line-height: 1.3; }
caption { padding-bottom: .3rem; text-align: left; font-weight: bold; }
th, td { padding: .27rem .35rem; text-align: left; vertical-align: top; }
thead th { border-bottom: 1.5px solid #1A1D21; font-size: 9.5pt; vertical-align: bottom; }
tbody tr { border-bottom: 1px solid #DEDDD7; }
tbody th { font-weight: normal; overflow-wrap: break-word; }
.figures td, .figures thead th:not(:first-child) { text-align: right; }
.figures tbody th { width: 34%; padding-left: 0; }
tbody th:has(> svg.shape) { padding-left: 1.45em; }
tbody th > svg.shape { margin-left: -1.45em; }
.figures thead th:first-child { padding-left: 0; }
.narrow { width: auto; min-width: 55%; }
.figures td, .figures .quiet { white-space: nowrap; }
.shares .quiet, .endings .quiet, .ways .quiet { font-size: 9pt; }
.shares td { line-height: 1.2; }
.endings tbody th, .endings thead th:first-child { width: 27%; }
.endings thead th { font-size: 8.5pt; }
.endings td, .endings thead th { padding-left: .35rem; padding-right: 0; }
.review td, .review thead th:not(:first-child) { text-align: left; }
.questions ol { columns: 2; column-gap: 2rem; font-size: 10.5pt; }
.questions li { break-inside: avoid; margin: 0; padding: .1rem 0; }
.review thead th:not(:first-child) { vertical-align: top; }
.bars tr > :first-child { width: 6.2rem; padding-left: 0; white-space: nowrap; }
.bars tr > :nth-child(2) { width: 42%; }
.bars tbody tr { border-bottom-color: #EEEDE8; }
.ways td, .ways tbody th { vertical-align: middle; }
.ways tbody th { width: 22%; }
.figures.ways thead th:nth-child(2) { text-align: left; }
.ways tr > :nth-child(2) { width: 32%; }
.ways thead th { white-space: nowrap; }
.problems tr > :first-child { width: 38%; padding-left: 0; }
svg.shape { width: .95em; height: .95em; margin-right: .45em; vertical-align: -.1em; }
svg.bar { display: block; width: 100%; height: 16px; margin-top: .1rem; overflow: visible; }
svg.bar text { font-size: 9.5pt; font-weight: bold; }
svg.swatch { width: .8em; height: .8em; margin-right: .3em; vertical-align: -.05em; }
.finding { margin: .7rem 0; padding: .5rem .8rem; border: 1px solid #C9C8C2;
  border-left: 5px solid #1A1D21; border-radius: 4px; }
.finding p { margin: .1rem 0; }
.finding-words { font-weight: bold; }
.columns ul { columns: 2; column-gap: 2rem; }
.columns li { margin: 0; padding: .1rem 0; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; orphans: 3; widows: 3; }
  h2 { margin-top: 1.5rem; }
  th, td { padding-top: .22rem; padding-bottom: .22rem; }
  h1, h2, h3, caption, thead, .lead:not(:last-child) { break-after: avoid; }
  h2, h3, caption, tr, li, svg, .lead, .whole, .in-short, .finding, table.short {
    break-inside: avoid; }
  tbody tr:nth-child(-n + 2) { break-after: avoid; }
  tbody tr:nth-last-child(-n + 2) { break-before: avoid; }
  thead { display: table-header-group; }
}
@media screen and (max-width: 45rem) {
  body { padding: 1rem .8rem 3rem; }
  table { display: block; overflow-x: auto; }
}
)css";

} // namespace

std::string style() {
    return std::string(kStyle);
}

} // namespace tally::page
