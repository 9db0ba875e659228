/** The fiche: its sentences, their outcome in the margin, the findings. Data. */
export const FICHE = `
main { display: grid; gap: 3.5rem; min-width: 0; max-width: 58rem; }
main h2 { font-family: var(--serif); font-size: clamp(1.5rem, 1.3rem + .7vw, 1.875rem); font-weight: 700; letter-spacing: -.01em; }
.chapter > h2, .digest > h2 { padding-bottom: .625rem; border-bottom: 2px solid var(--ink); }
.requirement { display: grid; gap: .5rem 2rem; padding-block: 1.5rem; border-bottom: 1px solid var(--line); scroll-margin-top: 0; }
.requirement:target { margin-inline: -1rem; padding-inline: 1rem; background: color-mix(in srgb, var(--focus) 5%, transparent); box-shadow: inset 4px 0 var(--focus); }
.heading { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .375rem 1rem; }
.content, .requirement > .finding { min-width: 0; }
h3 { font-size: .9375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.anchor { color: var(--muted); text-decoration: none; white-space: nowrap; }
.anchor::before { content: "#" / ""; margin-right: .125em; color: var(--strong-line); }
.anchor:hover, .anchor:focus-visible { color: var(--link); text-decoration: underline; }
.anchor[data-said]::after { content: attr(data-said); margin-left: .5rem; font-size: .75rem; font-weight: 400; color: var(--passed); }
@media (min-width: 48rem) {
  .requirement { grid-template-columns: 8.25rem minmax(0, 1fr); }
  .heading { flex-direction: column; align-items: flex-start; justify-content: flex-start; gap: .5rem; padding-top: .3125rem; }
}
blockquote { font-family: var(--serif); font-size: 1.3125rem; line-height: 1.42; }
blockquote p { text-indent: -.75em; padding-left: .75em; hanging-punctuation: first; }
.statement { margin-top: .5rem; color: var(--muted); }
.why, .limit { margin-top: .625rem; font-size: .9375rem; }
.limit { color: var(--muted); }
.requirement.cantTell .content > .why { padding: .625rem .875rem; background: var(--cantTell-soft); border-radius: 3px; }
.finding { margin-top: 1rem; padding: 1rem 1.125rem; background: var(--failed-soft); border-radius: 3px; }
.finding dl { display: grid; gap: .75rem; }
.finding dl > div { display: grid; gap: 0 1rem; }
.finding dl > div > * { min-width: 0; }
.finding dt { font-size: .875rem; font-weight: 600; color: var(--failed); line-height: 1.55rem; }
.finding .evidence li { padding-left: 1ch; border-left: 2px solid color-mix(in srgb, var(--failed) 45%, transparent); white-space: pre-wrap;
  overflow-wrap: anywhere; line-height: 1.5; }
.trace { font-size: .875rem; }
.evidence ul + .trace { margin-top: .375rem; }
@media (min-width: 40rem) { .finding dl > div { grid-template-columns: 5rem 1fr; } }`;
