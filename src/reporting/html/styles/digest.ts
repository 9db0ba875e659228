/** What is gathered across chapters: findings, undecided, untested, readings, proof. Data. */
export const DIGEST = `
.findings > h2 { border-color: var(--failed); color: var(--failed); } .open > h2 { border-color: var(--cantTell); color: var(--cantTell); }
.findings li, .reasons li { padding-block: .875rem; border-bottom: 1px solid var(--line); }
.findings p + p { margin-top: .25rem; }
.digest .ids { display: flex; flex-wrap: wrap; gap: 0 .875rem; font-size: .9375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.digest h3 { margin-top: 1.75rem; font-size: 1.0625rem; }
.plain { margin-top: .25rem; columns: 20rem; column-gap: 2rem; font-size: .875rem; }
.reasons .plain li { padding: .0625rem 0; border: 0; break-inside: avoid; }
.rows { width: 100%; margin-top: 1.25rem; border-collapse: collapse; font-size: .9375rem; }
.rows th, .rows td { padding: .5625rem 1rem .5625rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.rows thead th { font-size: .875rem; font-weight: 600; color: var(--muted); border-bottom-color: var(--strong-line); }
.rows th[scope=row] { font-weight: 400; width: 50%; }
.readings tr:target { background: color-mix(in srgb, var(--focus) 8%, transparent); }
.rows td { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.rows .note { display: block; }
.rows th .note { display: inline; }
.readings .id { margin-right: .375rem; font-weight: 600; }
.rows .value + .value { display: block; margin-top: .25rem; }
.visa { display: none; }
@media (max-width: 40rem) {
  .rows thead { display: none; }
  .rows, .rows tbody, .rows tr, .rows th[scope=row], .rows td { display: block; width: auto; padding: 0; border: 0; }
  .rows tr { padding-block: .75rem; border-bottom: 1px solid var(--line); }
  .rows td { margin-top: .125rem; }
  .rows td::before { content: attr(data-label) " : "; color: var(--muted); font-size: .875rem; }
  .rows td .note { display: inline; }
}`;
