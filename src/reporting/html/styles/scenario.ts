/** The scenarios of a requirement: steps, journal, exchange, pictures. Data. */
export const SCENARIO = `
details.scenarios { margin-top: 1rem; }
summary { cursor: pointer; }
.scenarios > summary, .screen summary { display: list-item; width: fit-content; padding-block: .125rem; font-size: .9375rem; font-weight: 600; color: var(--link); }
.mix { font-weight: 400; color: var(--muted); }
.mix::before { content: "— "; }
.scenarios > ul { margin-top: .5rem; border-top: 1px solid var(--line); }
.scenarios > ul > li { border-bottom: 1px solid var(--line); }
.scenarios > ul > li:last-child { border-bottom: 0; }
.scenario > summary, .scenario-link { display: flex; align-items: baseline; gap: .75rem; padding-block: .5rem; font-size: .9375rem; }
.scenario > summary::-webkit-details-marker { display: none; }
.scenario > summary::after { content: ""; flex: none; align-self: center; width: .45rem; height: .45rem; margin: 0 .25rem 0 auto;
  border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg) translate(-2px, -2px); }
.scenario[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
.scenario > summary .badge, .scenario-link .badge { min-width: 6.25rem; }
.scenario > summary:hover .name { text-decoration: underline; text-underline-offset: .18em; }
.scenario[open] > summary .name { font-weight: 600; }
.scenario:target > summary { background: color-mix(in srgb, var(--focus) 8%, transparent); }
.scenario-link .home { color: var(--muted); font-size: .875rem; white-space: nowrap; }
.scenario .body { padding: .25rem 0 1.5rem; }
.origin { font-size: .875rem; color: var(--muted); }
.steps { margin-top: .875rem; display: grid; gap: .25rem; counter-reset: step; }
.step { position: relative; padding-left: 1.625rem; font-size: .9375rem; }
.step::before { content: "·" / ""; position: absolute; left: 0; width: 1.125rem; text-align: center; font-weight: 700; color: var(--muted); }
.step.passed::before { content: "✓" / ""; color: var(--passed); } .step.failed::before { content: "✗" / ""; color: var(--failed); }
.step.skipped::before, .step.unfinished::before { content: "–" / ""; }
.step.undefined::before, .step.pending::before, .step.ambiguous::before, .step.unknown::before { content: "?" / ""; color: var(--cantTell); }
.step.failed { padding-block: .125rem; background: var(--failed-soft); border-radius: 3px; }
.step.skipped, .step.unfinished { color: var(--muted); }
.step b { font-weight: 600; }
.step table { margin: .375rem 0; font-size: .875rem; border-collapse: collapse; display: block; overflow-x: auto; }
.step td { padding: .125rem .625rem; border: 1px solid var(--line); }
pre { margin: .375rem 0; padding: .625rem .875rem; background: var(--sunken); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; }
h4, .exchange > summary { margin-top: 1rem; font-size: .875rem; font-weight: 600; color: var(--muted); }
.exchange > summary { width: fit-content; color: var(--link); }
.journal ol { margin-top: .25rem; padding: .625rem .875rem; background: var(--sunken); border-radius: 3px; counter-reset: line; }
.journal li { counter-increment: line; display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
.journal li::before { content: counter(line) / ""; color: var(--muted); font-variant-numeric: tabular-nums; }
.rest { margin-top: .375rem; font-size: .875rem; color: var(--muted); overflow-wrap: anywhere; }
figure { margin-top: 1rem; }
figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--strong-line); border-radius: 3px; background: #fff; }
figcaption { margin-top: .25rem; font-size: .875rem; color: var(--muted); }
.other-attempt { margin-top: 1rem; padding-left: 1rem; border-left: 3px double var(--strong-line); }
@media (max-width: 40rem) {
  .scenario > summary, .scenario-link { flex-wrap: wrap; gap: .125rem .75rem; }
  .scenario > summary { position: relative; padding-right: 1.5rem; }
  .scenario > summary::after { position: absolute; right: 0; top: .875rem; }
  .scenario .name, .scenario-link .name { flex-basis: 100%; }
  .journal li { grid-template-columns: 1.5rem minmax(0, 1fr); }
}`;
