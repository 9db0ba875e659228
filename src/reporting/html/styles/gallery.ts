/** The screens of the procedure and its mails. Data. */
export const GALLERY = `
.storyboard, .mails { margin-top: 1.5rem; display: grid; gap: 2.5rem; }
.screen { display: grid; gap: .75rem 2rem; }
.screen h3, .digest .screen h3 { display: flex; gap: .5rem; align-items: start; margin-top: 0; font-size: 1.0625rem; }
.screen .rank { display: grid; place-items: center; flex: none; width: 1.625rem; height: 1.625rem; margin-top: -.125rem; border: 1.5px solid currentColor;
  border-radius: 50%; font-size: .8125rem; }
.screen .caption { font-size: .9375rem; min-width: 0; }
.screen .caption p { margin-top: .25rem; overflow-wrap: anywhere; }
.screen .shown { min-width: 0; }
.screen figure { margin: 0; }
.screen details { margin-top: .5rem; }
.gallery .card { margin: 0; padding: 1.125rem 1.25rem; background: var(--surface); border: 1px solid var(--strong-line); border-radius: 3px; color: var(--ink);
  font: .9375rem/1.55 var(--sans); }
.mail { border: 1px solid var(--strong-line); border-radius: 3px; }
.mail dl { padding: .875rem 1.25rem; border-bottom: 1px solid var(--line); font-size: .9375rem; }
.mail dl > div { display: grid; grid-template-columns: 4.25rem minmax(0, 1fr); gap: 1rem; }
.mail dt { color: var(--muted); }
.mail dd { overflow-wrap: anywhere; }
.mail dl > div:last-child dd { font-weight: 650; }
.mail pre { margin: 0; padding: 1.25rem; background: none; font: 1rem/1.6 var(--serif); }
.mail .rest { margin: 0; padding: .625rem 1.25rem; border-top: 1px solid var(--line); }
@media (min-width: 48rem) { .screen { grid-template-columns: 12rem minmax(0, 1fr); } }`;
