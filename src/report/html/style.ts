/** The page's style sheet: light and dark by the reader's preference, one column on narrow screens, printable. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #d9dde3; --soft: #eef0f3; --text: #1b1f24; --dim: #57606a;
  --link: #0b57d0; --focus: #0b57d0; --mark: #fff0b8; --code: #f6f8fa;
  --critical: #b42318; --critical-soft: #fdecea; --warning: #8a5300; --warning-soft: #fdf3dc;
  --suggestion: #175cd3; --suggestion-soft: #e8f0fe; --good: #12703f; --good-soft: #e3f5ea;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1216; --card: #171b21; --line: #313842; --soft: #222831; --text: #e8ebef; --dim: #a5afbb;
    --link: #8ab4f8; --focus: #8ab4f8; --mark: #5c4a09; --code: #11151a;
    --critical: #ff9a8d; --critical-soft: #3c1c19; --warning: #f2c265; --warning-soft: #372a10;
    --suggestion: #9cc0ff; --suggestion-soft: #1b2a45; --good: #7fd6a3; --good-soft: #14301f;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main, header, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
code, pre, .code { font-family: var(--mono); font-size: .875em; }
:not(pre) > code { background: var(--soft); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: pretty; }
h1 { font-size: 1.9rem; letter-spacing: -.015em; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1rem; margin: 2rem 0 .75rem; color: var(--dim); font-weight: 600; overflow-wrap: anywhere; }
h4 { font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
p { margin: .5rem 0; }
.skip { position: absolute; left: -999px; top: 0; background: var(--card); padding: .75rem 1rem; z-index: 2; }
.skip:focus { left: 1rem; top: 1rem; }
header { padding-top: 2.5rem; }
.brand { color: var(--dim); font-weight: 600; margin: 0 0 .5rem; }
.brand b { color: var(--text); }
.under { color: var(--dim); margin: .6rem 0 0; overflow-wrap: anywhere; }
.banner { margin: 1.25rem 0 0; padding: .75rem 1rem; border-radius: 10px; border: 1px solid currentColor; }
.banner.fails { color: var(--critical); background: var(--critical-soft); }
.banner.passes { color: var(--good); background: var(--good-soft); }
.banner.partial { color: var(--warning); background: var(--warning-soft); }
.banner p { margin: 0; } .banner ul { margin: .4rem 0 0; padding-left: 1.25rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; padding: 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.tile dt { color: var(--dim); } .tile dd { margin: 0; font-size: 1.75rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile dd small { font-size: .875rem; font-weight: 500; color: var(--dim); margin-left: .4rem; }
.tile.critical dd { color: var(--critical); } .tile.warning dd { color: var(--warning); } .tile.suggestion dd { color: var(--suggestion); }
.whole { display: block; width: 100%; height: 10px; margin-top: .75rem; border-radius: 5px; }
rect.critical { fill: var(--critical); } rect.warning { fill: var(--warning); } rect.suggestion { fill: var(--suggestion); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: .75rem 1rem; }
.chart { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; min-width: 0; }
.chart h3 { margin: 0 0 .5rem; color: var(--text); }
.chart ul { list-style: none; margin: 0; padding: 0; }
.bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; width: 100%; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; text-align: left; padding: .35rem .5rem; cursor: pointer; }
.bar:hover { background: var(--soft); }
.bar[aria-pressed="true"] { background: var(--soft); box-shadow: inset 3px 0 0 var(--focus); }
.bar .name { font-family: var(--mono); font-size: .85rem; overflow-wrap: anywhere; }
.bar .number { font-variant-numeric: tabular-nums; color: var(--dim); }
.bar svg { grid-column: 1 / -1; display: block; width: 100%; height: 6px; margin-top: .2rem; }
.bar rect.rest { fill: var(--soft); }
.bar:hover rect.rest, .bar[aria-pressed="true"] rect.rest { fill: var(--line); }
.more { color: var(--dim); margin: .4rem .5rem 0; font-size: .9rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; }
.filters label, .filters legend { font-size: .875rem; color: var(--dim); padding: 0; }
.field { display: grid; gap: .25rem; flex: 1 1 11rem; min-width: 0; }
.field.wide { flex: 2 1 16rem; }
.filters input[type="search"], .filters select { font: inherit; color: inherit; background: var(--page); border: 1px solid #848c96; border-radius: 6px; padding: .4rem .6rem; width: 100%; min-height: 2.6rem; }
.filters fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.checks { display: flex; flex-wrap: wrap; gap: .25rem 1rem; min-height: 2.6rem; align-items: center; margin-top: .25rem; }
.filters .checks label { display: flex; gap: .4rem; align-items: center; color: var(--text); font-size: 1rem; min-height: 1.75rem; }
.filters input[type="checkbox"] { width: 1.1rem; height: 1.1rem; accent-color: var(--focus); margin: 0; }
button.plain { font: inherit; font-weight: 600; color: var(--link); background: var(--card); border: 1px solid #848c96; border-radius: 6px; padding: .4rem .9rem; min-height: 2.6rem; cursor: pointer; }
button.plain:hover { background: var(--soft); }
.status { color: var(--dim); margin: .9rem 0 0; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; margin: 0 0 .75rem; content-visibility: auto; contain-intrinsic-size: auto 17rem; }
.finding.critical { border-left-color: var(--critical); } .finding.warning { border-left-color: var(--warning); } .finding.suggestion { border-left-color: var(--suggestion); }
.tag { display: inline-block; font-size: .8rem; font-weight: 650; line-height: 1; padding: .3em .55em; border-radius: 999px; margin-right: .5rem; vertical-align: .1em; background: var(--soft); }
.tag.critical { color: var(--critical); background: var(--critical-soft); } .tag.warning { color: var(--warning); background: var(--warning-soft); }
.tag.suggestion { color: var(--suggestion); background: var(--suggestion-soft); } .tag.new { color: var(--good); background: var(--good-soft); }
.where { color: var(--dim); font-size: .925rem; margin: .35rem 0 .6rem; overflow-wrap: anywhere; }
.where .code { font-size: .9em; }
.frame { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .5rem 0; margin: .5rem 0; font-family: var(--mono); font-size: .84rem; line-height: 1.6; }
.row { display: grid; grid-template-columns: 3.6em minmax(0, 1fr); }
.row > span { color: var(--dim); text-align: right; padding-right: .9em; user-select: none; }
.row > code { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; padding: 0 .75rem 0 0; background: none; font-size: inherit; border-radius: 0; }
.row mark { background: var(--mark); color: inherit; border-radius: 2px; box-shadow: 0 2px 0 currentColor; }
.row.gap { color: var(--dim); }
dl.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .3rem .8rem; margin: .6rem 0 0; }
dl.facts dt { color: var(--dim); } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.second { margin: .75rem 0 0; } .second p { margin: 0; overflow-wrap: anywhere; }
details { margin: .75rem 0 0; }
summary { cursor: pointer; color: var(--link); font-weight: 600; width: fit-content; padding: .15rem 0; }
details > div { border-left: 3px solid var(--line); padding: 0 0 0 1rem; margin: .5rem 0 0; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.profile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; }
.wide-table { width: 100%; border-collapse: collapse; margin-top: .75rem; }
.wide-table th, .wide-table td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.center { text-align: center; padding: .5rem 0 1rem; }
.empty b { display: block; font-size: 2rem; line-height: 1.2; color: var(--good); }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 10px; padding: 1.5rem; text-align: center; color: var(--dim); }
.notes { padding-left: 1.25rem; overflow-wrap: anywhere; }
footer { color: var(--dim); font-size: .9rem; padding-top: 2rem; padding-bottom: 3rem; }
@media (max-width: 40rem) {
  main, header, footer { padding-left: 1rem; padding-right: 1rem; }
  header { padding-top: 1.5rem; } h1 { font-size: 1.5rem; }
  .tiles { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem; } .tile { padding: .6rem .7rem; } .tile dd { font-size: 1.4rem; } .tile dt { font-size: .85rem; }
  .tile dd small { display: block; margin: 0; }
  .finding { padding: .85rem .8rem; } dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .3rem; } .frame { font-size: .78rem; } .row { grid-template-columns: 3em minmax(0, 1fr); }
  .wide-table, .wide-table tbody, .wide-table tr, .wide-table td { display: block; } .wide-table thead { position: absolute; left: -999px; }
  .wide-table tr { border-top: 1px solid var(--line); padding: .4rem 0; } .wide-table td { border: 0; padding: .1rem 0; }
  .wide-table td[data-label]::before { content: attr(data-label) ": "; color: var(--dim); }
  .filters { padding: .8rem; gap: .6rem .75rem; } .field, .field.wide { flex: 1 1 8.5rem; }
}
@media print { .filters, .skip, .center { display: none; } body { background: none; } .finding { break-inside: avoid; content-visibility: visible; } }
@media (forced-colors: active) { .row mark { outline: 1px solid; } .bar[aria-pressed="true"] { outline: 2px solid; } }
`;
