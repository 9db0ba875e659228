/** The verdict and what it rests on. Data. */
export const MASTHEAD = `
.masthead { background: linear-gradient(var(--tone-soft), var(--tone-soft)) no-repeat; border-top: 6px solid var(--tone); border-bottom: 1px solid var(--line); }
.inner { padding-block: 1.75rem 2.25rem; }
.title { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .125rem 2rem; padding-bottom: .875rem;
  border-bottom: 1px solid color-mix(in srgb, var(--tone) 35%, transparent); }
.overline { order: 1; font-size: .8125rem; letter-spacing: .01em; color: var(--muted); }
h1 { font-size: 1rem; font-weight: 600; line-height: 1.35; }
.verdict { margin: clamp(1.75rem, 4vw, 3rem) 0 2.25rem; }
.verdict .word { display: flex; align-items: center; gap: .22em; color: var(--tone); font-family: var(--serif);
  font-size: clamp(2.625rem, 1.4rem + 5.4vw, 5.25rem); font-weight: 700; line-height: 1; letter-spacing: -.022em; }
.verdict .word .icon { width: .72em; height: .72em; margin-left: -.1em; }
.reason { max-width: 50rem; margin-top: 1.125rem; font-family: var(--serif); font-size: clamp(1.1875rem, 1.05rem + .6vw, 1.5rem); line-height: 1.4; }
.quoted { max-width: 50rem; margin-top: .5rem; font-size: .9375rem; color: var(--muted); }
.quoted q { font-style: italic; }
.attribution { margin-top: .875rem; color: var(--muted); }
.attribution strong { color: var(--ink); }
.cautions { max-width: 56rem; margin-top: 1.5rem; background: var(--caution-soft); border: 2px solid var(--caution); border-radius: 4px; }
.cautions li { display: flex; gap: .75rem; padding: .6875rem 1rem; }
.cautions li + li { border-top: 1px solid color-mix(in srgb, var(--caution) 40%, transparent); }
.cautions .icon { width: 1.25rem; height: 1.25rem; margin-top: .125rem; color: var(--caution); }
.cautions strong { color: var(--caution); }
.totals { display: grid; gap: .375rem; }
.totals h2 { font-size: .9375rem; font-weight: 600; }
.bar { display: block; width: 100%; height: .625rem; margin: .125rem 0; border-radius: 2px; }
.bar rect { stroke: var(--tone-soft); stroke-width: 2px; vector-effect: non-scaling-stroke; }
.bar .passed { fill: var(--passed); } .bar .failed { fill: var(--failed); } .bar .cantTell { fill: var(--cantTell); }
.bar .untested { fill: var(--strong-line); } .bar .inapplicable { fill: var(--inapplicable); }
.totals ul { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; font-size: .9375rem; }
.totals li { display: flex; align-items: center; gap: .4em; }
.totals li.passed { color: var(--passed); } .totals li.failed { color: var(--failed); } .totals li.cantTell { color: var(--cantTell); }
.totals li.untested { color: var(--untested); } .totals li.inapplicable { color: var(--inapplicable); }
.totals b { font-variant-numeric: tabular-nums; }
.grounds { margin: 2.25rem calc(50% - 50vw) -2.25rem; padding: 1.75rem max(clamp(1rem, 4vw, 2.5rem), calc(50vw - 40rem + 2.5rem)) 2rem; background: var(--surface);
  border-top: 1px solid var(--line); }
.grounds h2 { font-family: var(--serif); font-size: 1.375rem; font-weight: 700; }
.ledgers { display: grid; gap: 1.5rem 3rem; margin-top: 1rem; }
.ledger h3 { padding-bottom: .375rem; border-bottom: 2px solid var(--ink); font-size: .9375rem; font-weight: 650; color: var(--ink); }
.ledger dl > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 1rem; padding-block: .3125rem; border-bottom: 1px solid var(--line); font-size: .9375rem; }
.ledger dt { color: var(--muted); font-size: .875rem; line-height: 1.4531rem; }
.ledger dd { overflow-wrap: anywhere; }
.ledger dd code { font-size: .8125rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .875rem 2rem; margin-top: 2rem;
  padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .9375rem; }
.facts dt { font-size: .8125rem; color: var(--muted); }
.facts dd { overflow-wrap: anywhere; }
@media (min-width: 44rem) { .ledgers { grid-template-columns: 1fr 1fr; } .ledger:last-child { grid-column: 1 / -1; } }
@media (min-width: 68rem) { .ledgers { grid-template-columns: repeat(3, minmax(0, 1fr)); } .ledger:last-child { grid-column: auto; } }
@media (max-width: 30rem) { .ledger dl > div { grid-template-columns: 7rem minmax(0, 1fr); gap: .75rem; } }
@media (max-width: 40rem) { .facts { gap: .375rem; } .facts > div { display: grid; grid-template-columns: 7rem 1fr; gap: .75rem; } .facts dt { line-height: 1.45rem; } }`;
