/** What the page of an exploration looks like beyond the report's own style. Data. */
export const EXPLORATION_STYLES = `
main.walks { max-width: 80rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 2.5rem) 3rem; }
.walks ol { padding-left: 1.25rem; list-style: decimal; }
.cited { margin-top: 1rem; }
.cited div { display: grid; grid-template-columns: 7rem 1fr; gap: .25rem 1rem; padding: .375rem 0; scroll-margin-top: 4rem; }
.cited div:target { box-shadow: inset 3px 0 var(--focus); padding-left: .75rem; }
.cited dt { font-weight: 600; }
@media (max-width: 40rem) { .cited div { grid-template-columns: 1fr; } }
`;
