/** The filter, the fiche at a glance, what else the page holds. Data. */
export const OVERVIEW = `
.columns { display: grid; gap: 2.5rem; padding-block: 2.25rem 3rem; }
.overview { display: grid; gap: 1.75rem; align-content: start; }
.overview h2, .filter legend { font-size: .9375rem; font-weight: 650; }
.chapters { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .875rem 2rem; margin-top: .75rem; }
.chapter-link { display: block; font-size: .875rem; line-height: 1.35; color: inherit; text-decoration: none; }
.chapter-link:hover { text-decoration: underline; }
.cells { display: flex; flex-wrap: wrap; gap: 3px; margin-top: .375rem; }
.cell { display: grid; place-items: center; width: 1.5rem; height: 1.5rem; border-radius: 3px; font-size: .75rem; }
.cell:hover { outline: 2px solid currentColor; }
.cell.passed { color: var(--passed); background: var(--passed-soft); }
.cell.failed { color: var(--surface); background: var(--failed); }
.cell.cantTell { color: var(--surface); background: var(--cantTell); }
.cell.untested { color: var(--untested); background: var(--untested-soft); }
.cell.inapplicable { color: var(--inapplicable); background: var(--inapplicable-soft); }
.contents ul { margin-top: .5rem; font-size: .875rem; }
.contents li { padding-block: .1875rem; line-height: 1.35; }
.contents a { color: inherit; text-decoration-color: var(--strong-line); }
.filter { display: grid; gap: .75rem; padding-bottom: 1.75rem; border-bottom: 1px solid var(--line); }
.filter fieldset { display: flex; flex-wrap: wrap; gap: .375rem; min-width: 0; }
.filter legend { margin-bottom: .5rem; padding: 0; }
.filter fieldset label { position: relative; display: block; }
.filter input[type=radio] { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.filter fieldset span, .filter button { display: block; padding: .25rem .625rem; border: 1px solid var(--strong-line); border-radius: 3px;
  background: var(--surface); color: var(--ink); font: 500 .8125rem/1.4 var(--sans); }
.filter fieldset b { font-weight: 400; font-variant-numeric: tabular-nums; }
.filter input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--surface); }
.filter input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: 2px; }
.filter input:hover + span, .filter button:hover { border-color: var(--ink); }
.field { display: grid; gap: .1875rem; }
.field label { font-size: .8125rem; color: var(--muted); }
.field select, .field input { width: 100%; min-width: 0; padding: .3125rem .5rem; border: 1px solid var(--strong-line); border-radius: 3px; background: var(--surface);
  color: var(--ink); font: .875rem/1.4 var(--sans); text-overflow: ellipsis; }
.field ::placeholder { color: var(--muted); opacity: 1; }
.filter-actions { display: flex; flex-wrap: wrap; gap: .375rem; }
.filter button { cursor: pointer; }
.filter-status { font-size: .875rem; font-weight: 600; }
.filter-status:empty { position: absolute; }
@media (min-width: 40rem) and (max-width: 67.99rem) {
  .filter { grid-template-columns: 1fr 1fr; }
  .filter fieldset, .filter-status, .filter-actions { grid-column: 1 / -1; }
}
@media (min-width: 68rem) {
  .columns { grid-template-columns: 15.5rem minmax(0, 1fr); gap: 3.5rem; }
  .overview { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; margin-top: -.25rem; padding: .25rem .75rem 1.5rem .25rem;
    scrollbar-width: thin; }
  .chapters { grid-template-columns: 1fr; }
}
@media (forced-colors: active) { .filter input:checked + span { border: 3px solid Highlight; forced-color-adjust: none; background: Highlight; color: HighlightText; } }`;
