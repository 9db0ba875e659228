/** What the known tensions and their sources look like, in the report and in the documentation. Data. */
export const TENSIONS_STYLES = `
.tensions article { padding-block: 1.375rem; border-bottom: 1px solid var(--line); }
.tensions article h3 { margin: 0; font-family: var(--serif); font-size: 1.1875rem; font-weight: 700; }
.tensions article:target { margin-inline: -1rem; padding-inline: 1rem; background: color-mix(in srgb, var(--focus) 5%, transparent); box-shadow: inset 4px 0 var(--focus); }
.tensions dl { display: grid; gap: .75rem; margin-top: .75rem; }
.tensions dl > div { display: grid; gap: .125rem 1.5rem; }
.tensions dl > div > * { min-width: 0; }
.tensions dt { font-size: .875rem; line-height: 1.55rem; color: var(--muted); }
.tensions dd > p + p, .tensions dd > .sources { margin-top: .125rem; }
.tensions dd > .sources + p { margin-top: .625rem; }
.tensions q { font-family: var(--serif); }
.sources { display: grid; gap: .125rem; font-size: .875rem; color: var(--muted); }
.sources li { padding-left: 1rem; text-indent: -1rem; overflow-wrap: anywhere; }
.sources li::before { content: "– " / ""; }
.sources cite { font-style: normal; }
.sources .read { font-style: italic; }
@media (min-width: 40rem) { .tensions dl > div { grid-template-columns: 8.25rem minmax(0, 1fr); } }
@media print { .tensions article { break-inside: avoid; } }`;
