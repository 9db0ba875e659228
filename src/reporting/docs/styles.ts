/** What the documentation looks like beyond the report’s own style. Data. */
export const DOCS_STYLES = `
.of-docs { --tone: var(--link); --tone-soft: var(--sunken); }
.of-docs h1 { margin-top: .375rem; font-family: var(--serif); font-size: clamp(2rem, 1.3rem + 3vw, 3.5rem); font-weight: 700; line-height: 1.1; letter-spacing: -.015em; }
.contents h2 { margin-top: 1.25rem; }
.contents h2:first-child { margin-top: 0; }
.mark { font-size: .8125rem; font-weight: 600; color: var(--muted); }
.mark.yes { color: var(--passed); }
.mark.partly { color: var(--cantTell); }
.mark:empty { display: none; }
.related { margin-top: .625rem; font-size: .875rem; color: var(--muted); }
.related + .sources { margin-top: .125rem; }
.question { font-family: var(--serif); font-size: 1.1875rem; line-height: 1.42; }
.values { display: grid; gap: .5rem; margin-top: .75rem; }
.values > div { display: grid; gap: 0 1.5rem; }
.values > div > * { min-width: 0; }
.values .note { white-space: nowrap; }
@media (min-width: 40rem) { .values > div { grid-template-columns: 15rem minmax(0, 1fr); } }
.scenario-link { font-size: .9375rem; }
.chapter > .note { margin-top: .5rem; }
.rule { margin-top: 2.25rem; }
.rule:not(:has(.requirement:not([hidden]))) { display: none; }
.rule-name { padding-bottom: .5rem; border-bottom: 1px solid var(--strong-line); font-size: 1.0625rem; }
.requirement.written { display: block; padding-block: 1.125rem; }
.scenario-name { margin: 0; font-size: 1rem; font-weight: 600; line-height: 1.4; color: var(--ink); }
.keyword { font-size: .8125rem; font-weight: 600; color: var(--muted); }
.scenario-name .keyword { display: block; }
.tags { display: flex; flex-wrap: wrap; gap: 0 .75rem; margin-top: .125rem; font-size: .8125rem; color: var(--muted); }
.background { margin-top: 1rem; }
.examples { margin-top: .875rem; font-size: .875rem; }
.table-scroll { margin-top: .25rem; overflow-x: auto; }
.examples .grid { border-collapse: collapse; font-size: .875rem; }
.examples .grid th, .examples .grid td { padding: .25rem .75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 6rem; }
.examples .grid th { color: var(--muted); font-weight: 600; }
.examples .grid tr:target td { background: color-mix(in srgb, var(--focus) 12%, transparent); }
@media print { .requirement.written, .examples { break-inside: avoid; } }`;
