/** What the pages about several runs look like beyond the report's own style. Data: no rule depends on a run. */
export const RUNS_STYLES = `
main.runs { max-width: 80rem; margin: 0 auto; padding: 2.25rem clamp(1rem, 4vw, 2.5rem) 3rem; }
.runs > section { min-width: 0; }
.of-runs .verdict { margin-bottom: 0; }
.of-runs .verdict .word { font-size: clamp(2.25rem, 1.4rem + 3.4vw, 4rem); }
.grid { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: .9375rem; }
.grid th, .grid td { padding: .5rem 1rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.grid thead th { font-size: .8125rem; font-weight: 600; color: var(--muted); white-space: nowrap; }
.grid tbody th { font-weight: 400; }
.grid th .id, .grid td .id { margin-right: .375rem; font-weight: 600; color: var(--ink); white-space: nowrap; }
.grid .chapter-row th { padding-top: 1.5rem; font-weight: 650; color: var(--ink); }
.grid tr.differs td { font-weight: 600; }
.grid.facing td { width: 36%; }
.pair { padding-block: 1.5rem; border-bottom: 1px solid var(--line); }
.runs .pair h3 { margin: 0; font-size: 1rem; }
.pair .cited { margin-top: .25rem; max-width: 50rem; font-family: var(--serif); font-size: 1.1875rem; line-height: 1.42; }
.faces { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; margin-top: .875rem; }
.face { padding: .75rem 1rem; background: var(--sunken); border-radius: 4px; min-width: 0; }
.face .from { display: flex; flex-wrap: wrap; gap: .375rem .75rem; align-items: center; font-size: .875rem; font-weight: 600; }
.face dl { display: grid; gap: .375rem; margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
.face dt { font-size: .8125rem; font-weight: 600; color: var(--muted); }
.face dd { overflow-wrap: anywhere; }
.face .note { margin-top: .5rem; }
.spark { display: block; width: auto; height: 1.75rem; max-width: 100%; }
.spark .way { fill: none; stroke: var(--strong-line); stroke-width: 1; }
.spark .passed { fill: var(--passed); } .spark .failed { fill: var(--failed); } .spark .cantTell { fill: var(--cantTell); }
.spark .untested, .spark .absent { fill: none; stroke: var(--strong-line); stroke-width: 1.5; }
.spark .inapplicable { fill: var(--inapplicable); }
.grid .trend { min-width: 7rem; }
.marks { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: .75rem; font-size: .875rem; }
.marks li { display: flex; align-items: center; gap: .5rem; }
.marks .spark { height: 1.75rem; }
.grid th .note { display: block; }
@media (max-width: 48rem) {
  .faces { grid-template-columns: 1fr; }
  .grid thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .grid, .grid tbody, .grid tr, .grid th, .grid td { display: block; width: auto !important; padding: 0; border: 0; }
  .grid tr { padding-block: .75rem; border-bottom: 1px solid var(--line); }
  .grid .chapter-row { border-bottom: 2px solid var(--line); }
  .grid .chapter-row th { padding-top: 1rem; }
  .grid td { margin-top: .25rem; }
  .grid td[data-label] { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .5rem; justify-items: start; }
  .grid.facing td[data-label] { grid-template-columns: 1.5rem minmax(0, 1fr); }
  .grid td[data-label]::before { content: attr(data-label); color: var(--muted); font-size: .875rem; }
}
@media print {
  main.runs { padding: 0; max-width: none; }
  .grid tr, .face, .pair { break-inside: avoid; }
  .spark { print-color-adjust: exact; }
}`;
