/** What every part of a page stands on. Data. */
export const BASE = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: break-word; }
h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, figure, fieldset, pre { margin: 0; padding: 0; border: 0; }
ul, ol { list-style: none; }
h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
p { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus, h2:focus { outline: none; }
code, .journal ol, .evidence ul, pre { font-family: var(--mono); font-size: .8125rem; }
code { overflow-wrap: anywhere; }
q { quotes: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sprite { position: absolute; }
.icon { flex: none; width: 1em; height: 1em; vertical-align: -.125em; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--surface); z-index: 3; }
.skip:focus { top: 1rem; }
[hidden] { display: none !important; }
.ref { white-space: nowrap; }
.statement .ref, .limit .ref, .reason .ref, .quoted .ref, .cautions .ref { color: inherit; }
.number, .id { font-variant-numeric: tabular-nums; color: var(--muted); font-weight: 400; }
.note { color: var(--muted); font-size: .875rem; }
.lead { max-width: 44rem; margin-top: .875rem; color: var(--muted); }
.badge { display: inline-flex; align-items: center; gap: .375em; flex: none; padding: .0625rem .5rem .0625rem .375rem; border: 1px solid transparent;
  border-radius: 3px; font-size: .8125rem; font-weight: 600; line-height: 1.4; white-space: nowrap; }
.badge.passed { color: var(--passed); background: var(--passed-soft); }
.badge.failed { color: var(--surface); background: var(--failed); }
.badge.cantTell { color: var(--surface); background: var(--cantTell); }
.badge.untested { color: var(--untested); background: var(--untested-soft); }
.badge.inapplicable { color: var(--inapplicable); background: var(--inapplicable-soft); }
.inner, .columns, footer { max-width: 80rem; margin: 0 auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
footer { padding-block: 1.25rem 2.5rem; font-size: .875rem; color: var(--muted); }
footer p { padding-top: 1.25rem; border-top: 1px solid var(--line); }
@media (forced-colors: active) {
  .badge, .cell { border: 1px solid CanvasText; }
  .bar { forced-color-adjust: none; }
  .cautions, .finding { border: 2px solid CanvasText; }
}`;
