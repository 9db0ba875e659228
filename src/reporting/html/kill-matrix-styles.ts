/** What the page of the kill matrix looks like beyond the report's own style. Data: no rule depends on a campaign. */
export const KILL_MATRIX_STYLES = `
main.kill { max-width: 80rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 2.5rem) 3rem; }
.kill > section { min-width: 0; }
.lead { max-width: 46rem; margin-top: .75rem; color: var(--muted); }
.kill table { border-collapse: separate; border-spacing: 0; font-size: .9375rem; }
.kill th { text-align: left; font-weight: 400; }
.kill thead th { font-size: .8125rem; font-weight: 600; color: var(--muted); }
.kill .chapter-row th { font-weight: 650; color: var(--ink); }
.kill tr:target > th { box-shadow: inset 3px 0 var(--focus); }
.kill tbody tr { scroll-margin-top: 4rem; }
.scores, .faults { width: 100%; margin-top: 1rem; }
.scores th, .scores td, .faults th, .faults td { padding: .5rem 1rem .5rem .5rem; vertical-align: top; border-bottom: 1px solid var(--line); }
.scores thead th, .faults thead th { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--strong-line); }
.scores .chapter-row th, .faults .chapter-row th { padding-top: 1.5rem; }
.scores td, .faults td { font-variant-numeric: tabular-nums; }
.scores td { white-space: nowrap; }
.scores th .id, .faults th .id { margin-right: .375rem; font-weight: 600; }
.gauge { display: inline-block; width: 6rem; height: .5rem; margin-right: .75rem; border-radius: 2px; background: var(--failed-soft); }
.gauge rect { fill: var(--passed); }
.short .gauge { outline: 1px solid var(--failed); }
.faults th[scope=row] { width: 34%; } .faults td:nth-of-type(1) { width: 30%; }
.faults .note { display: block; font-size: .8125rem; }
.faults li .note { display: inline; }
.faults li.missed a, .fate { color: var(--failed); font-weight: 600; }
.faults td li { white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: .75rem; font-size: .9375rem; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.mark { display: inline-block; width: .75rem; height: .75rem; border: .375rem solid var(--passed); border-radius: 2px; vertical-align: middle; }
.mark.missed { border: 2px solid var(--failed); border-radius: 50%; }
.mark.other { width: .375rem; height: .375rem; border-width: .1875rem; border-color: var(--strong-line); border-radius: 50%; }
.matrix { position: relative; max-height: min(85vh, 60rem); margin-top: 1rem; overflow: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--surface); overscroll-behavior: auto; }
.matrix table { font-size: .8125rem; line-height: 1.35; }
.matrix td, .matrix tbody th { height: 1.75rem; padding: .1875rem .25rem; border-bottom: 1px solid var(--line); }
.matrix td { min-width: 1.5rem; text-align: center; }
.matrix .first { border-left: 1px solid var(--strong-line); }
.matrix thead { position: sticky; top: 0; z-index: 2; }
.matrix thead th { background: var(--sunken); }
.matrix .chapter-head { padding: .25rem .375rem; border-left: 1px solid var(--strong-line); white-space: nowrap; }
.matrix .column { height: 8.5rem; padding: .375rem 0; border-bottom: 1px solid var(--strong-line); vertical-align: bottom; }
.matrix .upright { display: block; margin: 0 auto; width: 1.25rem; line-height: 1.25rem; writing-mode: vertical-rl; transform: rotate(180deg);
  white-space: nowrap; font-variant-numeric: tabular-nums; }
.matrix .column a { color: var(--ink); text-decoration: none; }
.matrix .column a:hover { text-decoration: underline; }
.matrix .column .score { margin-inline-start: .25rem; color: var(--muted); font-weight: 400; }
.matrix .corner, .matrix tbody th { position: sticky; left: 0; border-right: 1px solid var(--strong-line); }
.matrix .chapter-head:nth-child(2), .matrix .column:first-child, .matrix td:nth-child(2) { border-left: 0; }
.matrix .corner { z-index: 1; padding: .5rem .75rem; vertical-align: bottom; border-bottom: 1px solid var(--strong-line); }
.matrix tbody th { z-index: 1; min-width: 21rem; max-width: 21rem; padding-inline: .75rem; background: var(--surface); }
.matrix tbody th a { font-weight: 600; color: var(--ink); text-decoration: none; font-variant-numeric: tabular-nums; }
.matrix .chapter-row th, .matrix .chapter-row td { background: var(--sunken); }
.matrix tbody th a:hover { text-decoration: underline; }
.matrix tbody tr:hover > * { background: var(--sunken); }
@media (max-width: 48rem) {
  .matrix .wide { display: none; }
  .matrix tbody th { min-width: 7.5rem; max-width: 9rem; }
  .matrix .fate { display: block; }
  .scores thead, .faults thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .scores, .scores tbody, .scores tr, .scores th, .scores td, .faults, .faults tbody, .faults tr, .faults th, .faults td {
    display: block; width: auto !important; padding: 0; border: 0; }
  .scores tr, .faults tr { padding-block: .75rem; border-bottom: 1px solid var(--line); }
  .scores .chapter-row th, .faults .chapter-row th { padding-top: .75rem; }
  .scores td::before, .faults td::before { content: attr(data-label) " : "; color: var(--muted); font-size: .875rem; }
  .scores td, .faults td { margin-top: .25rem; }
  .faults .note { display: inline; }
}
@media print {
  .matrix { max-height: none; overflow: visible; border: 0; }
  .matrix thead, .matrix .corner, .matrix tbody th, .scores thead th, .faults thead th { position: static; }
  .matrix tbody th { min-width: 4.5rem; max-width: 5rem; }
  .matrix .wide { display: none; }
  .matrix table { font-size: 6pt; } .matrix td { min-width: 0; padding: 0; } .mark { print-color-adjust: exact; }
  .scores tr, .faults tr, .matrix tr { break-inside: avoid; }
}`;
