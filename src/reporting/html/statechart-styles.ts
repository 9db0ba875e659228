/** The look of the picture of the reference machine and of its tables. Data. */
export const STATECHART = `
.model { min-width: 0; }
.model h3 { margin-top: 2rem; font-size: 1.0625rem; }
.model > p { margin-top: .75rem; max-width: 44rem; }
.chart-scroll { overflow-x: auto; padding: .5rem; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; }
.chart-scroll > svg { display: block; width: 100%; min-width: 48rem; height: auto; margin-inline: auto; }
.chart text { font: 13px var(--sans); text-anchor: middle; dominant-baseline: central; fill: var(--ink); }
.chart .name { font-size: 15px; font-weight: 650; }
.chart .start { fill: var(--ink); }
.arrow { fill: none; stroke-width: 1.75; }
.arrow.taken { stroke: var(--passed); } .head.taken { fill: var(--passed); }
.arrow.spared { stroke: var(--strong-line); stroke-dasharray: 2 4; } .head.spared { fill: var(--strong-line); }
.arrow.missing { stroke: var(--failed); stroke-dasharray: 8 4; stroke-width: 2.5; } .head.missing { fill: var(--failed); }
.label rect { fill: var(--surface); }
.label text:last-child { fill: var(--muted); }
.label.spared text { fill: var(--muted); }
.label.missing text { fill: var(--failed); }
.state rect { stroke-width: 1.75; }
.state.taken rect { fill: var(--passed-soft); stroke: var(--passed); }
.state.missing rect { fill: var(--failed-soft); stroke: var(--failed); stroke-dasharray: 8 4; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.legend li { display: flex; align-items: center; gap: .5rem; }
strong.missing { color: var(--failed); }
@media (min-width: 40rem) {
  .transitions th[scope=row] { width: 26%; } .transitions td:nth-child(2) { width: 22%; } .transitions td:nth-child(3) { width: 17%; }
  .guards th[scope=row] { width: 34%; } .guards td { width: 33%; }
}
@media print { .chart-scroll { overflow: visible; border: 0; } .chart-scroll > svg { min-width: 0; } }`;
