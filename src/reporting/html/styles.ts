/** The look of the page: a printed document first, in both themes and every width. Data: no rule depends on a record. */
import { STATECHART } from './statechart-styles';

const TOKENS = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --surface: #ffffff; --sunken: #f0f2f5; --line: #d8dde4; --strong-line: #8d97a5;
  --ink: #161a20; --muted: #55606e; --link: #1a4fa3; --focus: #1a4fa3;
  --passed: #17693f; --passed-soft: #e3f3ea;
  --failed: #b01e28; --failed-soft: #fcebec;
  --cantTell: #855200; --cantTell-soft: #fdf1dc;
  --untested: #5a6472; --untested-soft: #eceff3;
  --inapplicable: #4b5a86; --inapplicable-soft: #e9edf8;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Sitka Text", "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif;
  --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1216; --surface: #171b21; --sunken: #1f242c; --line: #2e353f; --strong-line: #66717f;
    --ink: #e8ebf0; --muted: #a3adba; --link: #8fb8ff; --focus: #8fb8ff;
    --passed: #6fd09b; --passed-soft: #14301f;
    --failed: #ff9097; --failed-soft: #3c171b;
    --cantTell: #f0bd64; --cantTell-soft: #352710;
    --untested: #a9b3c0; --untested-soft: #242a33;
    --inapplicable: #a8b8ee; --inapplicable-soft: #222a44;
  }
}`;

const BASE = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: break-word; }
h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, figure, fieldset { margin: 0; padding: 0; border: 0; }
ul, ol { list-style: none; }
h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
p { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
code, .journal ol, .evidence ul, pre { font-family: var(--mono); font-size: .8125rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sprite { position: absolute; }
.icon { flex: none; width: 1em; height: 1em; vertical-align: -.125em; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--surface); z-index: 1; }
.skip:focus { top: 1rem; }
[hidden] { display: none !important; }
.ref { white-space: nowrap; }
.statement .ref, .limit .ref, .reason .ref { color: inherit; }
.number, .id { font-variant-numeric: tabular-nums; color: var(--muted); }
.note { color: var(--muted); font-size: .875rem; }
.badge { display: inline-flex; align-items: center; gap: .375em; flex: none; padding: .125rem .5rem .125rem .4rem; border-radius: 4px;
  font-size: .8125rem; font-weight: 600; line-height: 1.4; white-space: nowrap; }
.badge.passed { color: var(--passed); background: var(--passed-soft); }
.badge.failed { color: var(--failed); background: var(--failed-soft); }
.badge.cantTell { color: var(--cantTell); background: var(--cantTell-soft); }
.badge.untested { color: var(--untested); background: var(--untested-soft); }
.badge.inapplicable { color: var(--inapplicable); background: var(--inapplicable-soft); }`;

const MASTHEAD = `
.masthead { background: var(--surface); border-bottom: 1px solid var(--line); border-top: 8px solid var(--tone); }
.conforming { --tone: var(--passed); --tone-soft: var(--passed-soft); }
.non-conforming { --tone: var(--failed); --tone-soft: var(--failed-soft); }
.inconclusive { --tone: var(--cantTell); --tone-soft: var(--cantTell-soft); }
.inner, .columns, footer { max-width: 78rem; margin: 0 auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.inner { padding-block: 1.75rem 2rem; }
.overline { font-size: .8125rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; color: var(--muted); }
h1 { margin-top: .25rem; font-size: 1.125rem; font-weight: 600; line-height: 1.35; }
.verdict { margin: 1.75rem 0 2rem; }
.verdict .word { display: flex; align-items: center; gap: .28em; margin-left: -.06em; color: var(--tone); font-family: var(--serif);
  font-size: clamp(2.5rem, 1.6rem + 4.2vw, 4.25rem); font-weight: 700; line-height: 1.05; letter-spacing: -.015em; }
.verdict .icon { width: .82em; height: .82em; }
.reason { max-width: 46rem; margin-top: .75rem; font-size: clamp(1.0625rem, 1rem + .4vw, 1.25rem); line-height: 1.45; }
.attribution { margin-top: .5rem; color: var(--muted); }
.attribution strong { color: var(--ink); }
.totals h2 { font-size: .875rem; font-weight: 600; color: var(--muted); }
.bar { display: block; width: 100%; height: .75rem; margin: .5rem 0 .625rem; border-radius: 3px; background: var(--sunken); }
.bar rect { stroke: var(--surface); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.bar .passed { fill: var(--passed); } .bar .failed { fill: var(--failed); } .bar .cantTell { fill: var(--cantTell); }
.bar .untested { fill: var(--strong-line); } .bar .inapplicable { fill: var(--inapplicable); }
.totals ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.totals li { display: flex; align-items: center; gap: .4em; }
.totals li.passed { color: var(--passed); } .totals li.failed { color: var(--failed); } .totals li.cantTell { color: var(--cantTell); }
.totals li.untested { color: var(--untested); } .totals li.inapplicable { color: var(--inapplicable); }
.totals b { font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .875rem 2rem; margin-top: 2rem;
  padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .9375rem; }
.facts dt { font-size: .8125rem; color: var(--muted); }
.facts dd { overflow-wrap: anywhere; }
@media (max-width: 40rem) { .facts { gap: .375rem; } .facts > div { display: grid; grid-template-columns: 7rem 1fr; gap: .75rem; } .facts dt { line-height: 1.45rem; } }`;

const OVERVIEW = `
.columns { display: grid; gap: 2rem; padding-block: 2rem 3rem; }
.overview h2, .filter legend { font-size: .875rem; font-weight: 600; color: var(--muted); }
.chapters { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 1rem 2rem; margin-top: .75rem; }
.chapter-link { display: block; font-size: .875rem; line-height: 1.35; color: inherit; text-decoration: none; }
.chapter-link:hover { text-decoration: underline; }
.cells { display: flex; flex-wrap: wrap; gap: 4px; margin-top: .375rem; }
.cell { display: grid; place-items: center; width: 1.625rem; height: 1.625rem; border-radius: 4px; font-size: .8125rem; }
.cell:hover { outline: 2px solid currentColor; }
.cell.passed { color: var(--passed); background: var(--passed-soft); }
.cell.failed { color: var(--surface); background: var(--failed); }
.cell.cantTell { color: var(--surface); background: var(--cantTell); }
.cell.untested { color: var(--untested); background: var(--untested-soft); }
.cell.inapplicable { color: var(--inapplicable); background: var(--inapplicable-soft); }
.filter { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.filter fieldset { display: flex; flex-wrap: wrap; gap: .375rem; }
.filter legend { margin-bottom: .5rem; }
.filter label { position: relative; display: block; }
.filter input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.filter span, .filter button { display: block; padding: .25rem .625rem; border: 1px solid var(--strong-line); border-radius: 4px;
  background: var(--surface); color: var(--ink); font: 500 .8125rem/1.4 var(--sans); }
.filter input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--surface); }
.filter input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: 2px; }
.filter input:hover + span, .filter button:hover { border-color: var(--ink); }
.filter-actions { display: flex; flex-wrap: wrap; gap: .375rem; margin-top: .75rem; }
.filter button { cursor: pointer; }
.filter-status { min-height: 1.4em; margin-top: .5rem; font-size: .8125rem; color: var(--muted); }
@media (min-width: 68rem) {
  .columns { grid-template-columns: 15.5rem minmax(0, 1fr); gap: 3rem; }
  .overview { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; padding: 2px; }
  .chapters { grid-template-columns: 1fr; gap: .875rem; }
}`;

const FICHE = `
main { display: grid; gap: 3rem; min-width: 0; max-width: 54rem; }
main h2 { font-size: 1.375rem; font-weight: 650; letter-spacing: -.005em; }
.chapter { display: grid; gap: 1rem; }
.chapter > h2 { padding-bottom: .5rem; border-bottom: 2px solid var(--ink); }
.requirement { padding: 1.125rem clamp(1rem, 3vw, 1.5rem) 1.25rem; background: var(--surface); border: 1px solid var(--line);
  border-left: 5px solid var(--strong-line); border-radius: 6px; scroll-margin-top: 1rem; }
.requirement.passed { border-left-color: var(--passed); } .requirement.failed { border-left-color: var(--failed); }
.requirement.cantTell { border-left-color: var(--cantTell); } .requirement.inapplicable { border-left-color: var(--inapplicable); }
.requirement:target { box-shadow: 0 0 0 2px var(--focus); }
.heading { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem 1rem; }
h3 { font-size: .9375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
h3 a { color: var(--muted); text-decoration: none; } h3 a:hover { color: var(--link); text-decoration: underline; }
blockquote { margin-top: .5rem; font-family: var(--serif); font-size: 1.3125rem; line-height: 1.4; }
blockquote p { text-indent: -.75em; padding-left: .75em; }
.statement { margin-top: .5rem; color: var(--muted); }
.why, .limit { margin-top: .625rem; font-size: .9375rem; }
.limit { color: var(--muted); }
.requirement.cantTell > .why { padding: .5rem .75rem; background: var(--cantTell-soft); border-radius: 4px; }
.finding { margin-top: .875rem; padding: .875rem 1rem; background: var(--failed-soft); border-radius: 4px; }
.finding dl { display: grid; gap: .625rem; }
.finding dl > div { display: grid; gap: 0 1rem; }
.finding dt { font-size: .8125rem; font-weight: 600; color: var(--failed); line-height: 1.55rem; }
.finding .evidence li { padding-left: 1ch; border-left: 2px solid color-mix(in srgb, var(--failed) 45%, transparent); white-space: pre-wrap;
  overflow-wrap: anywhere; line-height: 1.5; }
.trace { font-size: .875rem; }
.evidence ul + .trace { margin-top: .375rem; }
@media (min-width: 40rem) { .finding dl > div { grid-template-columns: 4.75rem 1fr; } }
details.scenarios { margin-top: .875rem; }
summary { cursor: pointer; }
.scenarios > summary { display: list-item; width: fit-content; padding-block: .125rem; font-size: .9375rem; font-weight: 600; color: var(--link); }
.scenarios > summary .mix { font-weight: 400; color: var(--muted); }
.scenarios > summary .mix::before { content: "— "; }
.scenarios > ul { margin-top: .5rem; border-top: 1px solid var(--line); }
.scenarios > ul > li { border-bottom: 1px solid var(--line); }
.scenario > summary, .scenario-link { display: flex; align-items: baseline; gap: .75rem; padding-block: .5rem; font-size: .9375rem; }
.scenario > summary::-webkit-details-marker { display: none; }
.scenario > summary::after { content: ""; flex: none; align-self: center; width: .45rem; height: .45rem; margin: 0 .25rem 0 auto;
  border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg) translate(-2px, -2px); }
.scenario[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
.scenario > summary .badge, .scenario-link .badge { min-width: 6.25rem; }
.scenario > summary:hover .name { text-decoration: underline; text-underline-offset: .15em; }
.scenario:target > summary .name { font-weight: 650; }
.scenario .home { color: var(--muted); font-size: .875rem; white-space: nowrap; }
.scenario .body { padding: .25rem 0 1.25rem; }
.origin { font-size: .875rem; color: var(--muted); }
.steps { margin-top: .75rem; display: grid; gap: .2rem; }
.step { padding-left: .875rem; border-left: 3px solid var(--line); font-size: .9375rem; }
.step.passed { border-left-color: var(--passed); } .step.failed { border-left-color: var(--failed); background: var(--failed-soft); }
.step.undefined, .step.pending, .step.ambiguous, .step.unknown { border-left-color: var(--cantTell); }
.step.skipped, .step.unfinished { color: var(--muted); }
.step b { font-weight: 600; }
.step table { margin: .375rem 0; font-size: .875rem; border-collapse: collapse; }
.step td { padding: .125rem .625rem; border: 1px solid var(--line); }
pre { margin: .375rem 0; padding: .5rem .75rem; background: var(--sunken); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
h4 { margin-top: 1rem; font-size: .8125rem; font-weight: 600; color: var(--muted); }
.journal ol { margin-top: .25rem; padding: .625rem .75rem; background: var(--sunken); border-radius: 4px; counter-reset: line; }
.journal li { counter-increment: line; display: grid; grid-template-columns: 2.25rem 1fr; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
.journal li::before { content: counter(line); color: var(--muted); font-variant-numeric: tabular-nums; }
.rest { margin-top: .375rem; font: .875rem/1.5 var(--sans); color: var(--muted); }
figure { margin-top: 1rem; }
figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--strong-line); border-radius: 4px; background: #fff; }
figcaption { margin-top: .25rem; font-size: .875rem; color: var(--muted); }
.other-attempt { margin-top: 1rem; padding-left: 1rem; border-left: 3px double var(--strong-line); }`;

const DIGEST = `
.digest > h2 { padding-bottom: .5rem; border-bottom: 2px solid var(--ink); }
.findings > h2 { border-color: var(--failed); color: var(--failed); } .open > h2 { border-color: var(--cantTell); color: var(--cantTell); }
.findings ol, .reasons { counter-reset: rank; }
.findings li, .reasons li { padding-block: .75rem; border-bottom: 1px solid var(--line); }
.digest .ids { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .9375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.digest h3 { margin-top: 1.5rem; }
.plain { margin-top: .25rem; columns: 20rem; column-gap: 2rem; font-size: .875rem; }
.reasons .plain li { padding: .0625rem 0; border: 0; break-inside: avoid; }
.readings > p { margin-top: .75rem; max-width: 44rem; color: var(--muted); }
.rows { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: .9375rem; }
.rows th, .rows td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.rows thead th { font-size: .8125rem; color: var(--muted); }
.rows th[scope=row] { font-weight: 400; width: 50%; }
.readings tr:target th { box-shadow: -3px 0 var(--focus); }
.rows td { overflow-wrap: anywhere; }
.rows .note { display: block; }
.rows th .note { display: inline; }
.readings .id { margin-right: .375rem; font-weight: 600; }
.rows .value + .value { display: block; margin-top: .25rem; }
@media (max-width: 40rem) {
  .rows thead { display: none; }
  .rows, .rows tbody, .rows tr, .rows th[scope=row], .rows td { display: block; width: auto; padding: 0; border: 0; }
  .rows tr { padding-block: .75rem; border-bottom: 1px solid var(--line); }
  .rows td::before { content: attr(data-label) " : "; color: var(--muted); font-size: .875rem; }
  .rows td .note { display: inline; }
  .scenario > summary, .scenario-link { flex-wrap: wrap; gap: .125rem .75rem; }
  .scenario > summary { position: relative; padding-right: 1.5rem; }
  .scenario > summary::after { position: absolute; right: 0; top: .875rem; }
  .scenario .name { flex-basis: 100%; }
}
footer { padding-block: 1.25rem 2.5rem; font-size: .875rem; color: var(--muted); }
footer p { padding-top: 1.25rem; border-top: 1px solid var(--line); }`;

const PRINT = `
@page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --surface: #fff; --sunken: #fff; --line: #c4cad2; --strong-line: #8d97a5; --ink: #000; --muted: #444; --link: #000;
    --passed: #17693f; --passed-soft: #fff; --failed: #b01e28; --failed-soft: #fff; --cantTell: #855200; --cantTell-soft: #fff;
    --untested: #444; --untested-soft: #fff; --inapplicable: #444; --inapplicable-soft: #fff;
  }
  html { font-size: 10pt; }
  .filter, .skip { display: none; }
  .inner, .columns, footer { max-width: none; padding-inline: 0; }
  .columns { display: block; padding-block: 1rem; }
  .masthead { border-bottom: 0; } .inner { padding-block: 1rem 0; }
  .overview { position: static; max-height: none; overflow: visible; margin-bottom: 1.5rem; break-inside: avoid; }
  .chapters { grid-template-columns: repeat(3, 1fr); gap: .75rem 1.5rem; }
  .cell { border: 1px solid; width: 1.4rem; height: 1.4rem; }
  .cell.failed, .cell.cantTell { print-color-adjust: exact; }
  .bar { print-color-adjust: exact; }
  main { display: block; max-width: none; }
  main > section { margin-bottom: 2rem; }
  .chapter { display: block; }
  .requirement { margin-top: .75rem; break-inside: avoid; border-radius: 0; box-shadow: none !important; }
  .requirement.failed, .requirement.cantTell { break-inside: auto; }
  .finding { padding: .25rem 0 0; border-radius: 0; break-inside: avoid; }
  .badge { padding: 0; }
  h2, h3, .heading, blockquote { break-after: avoid; }
  a { text-decoration: none; }
  .journal ol, pre { padding: .25rem 0 .25rem .5rem; border-left: 1px solid var(--line); border-radius: 0; }
  .step, figure, .rows tr { break-inside: avoid; }
  .scenario > summary::after { display: none; }
  figure img { max-height: 120mm; }
}`;

export const STYLES = [TOKENS, BASE, MASTHEAD, OVERVIEW, FICHE, DIGEST, STATECHART, PRINT].join('\n');
