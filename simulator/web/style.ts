/** The style sheet: neutral on purpose, light and dark, from 320 pixels up. Nothing in it recalls a public service. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f6f4ef; --sheet: #fffefb; --ink: #22252b; --faint: #5a6069; --line: #8b8f97; --rule: #dcd8ce;
  --accent: #0f5c57; --on-accent: #ffffff; --wrong: #a3201d; --right: #1f5f2e; --banner: #3b2d52; --on-banner: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --sheet: #1f2227; --ink: #eceae4; --faint: #b2b6bd; --line: #878c95; --rule: #363a41;
    --accent: #7fd1c8; --on-accent: #0d2220; --wrong: #ffa8a0; --right: #9bdba9; --banner: #cdbcf0; --on-banner: #221637;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; }
.banner { margin: 0; padding: .5rem 1rem; background: var(--banner); color: var(--on-banner); text-align: center; font-weight: 600; }
nav, main { max-width: 40rem; margin: 0 auto; padding: 0 1rem; }
nav { padding-top: 1rem; }
.brand { display: inline-block; padding: .5rem 0; }
main { margin-top: .5rem; margin-bottom: 3rem; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2rem); line-height: 1.2; margin: .25rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); text-underline-offset: .2em; }
form { margin: 1.5rem 0; padding: 1.25rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: .5rem; }
form[method=get], form:has(> .secondary) { padding: 0; background: none; border: 0; }
.field { margin-bottom: 1.25rem; }
label { display: block; font-weight: 600; margin-bottom: .3rem; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: .3rem; }
.hint { color: var(--faint); font-size: .95rem; margin-bottom: .4rem; }
.hint p, .problem p { margin: 0 0 .2rem; }
.problem { color: var(--wrong); font-weight: 600; margin: .4rem 0 0; }
.wrong { border-left: .25rem solid var(--wrong); padding-left: .75rem; }
.wrong input { border-color: var(--wrong); }
button, .button { display: inline-block; min-height: 2.75rem; padding: .6rem 1.5rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 2px solid var(--accent); border-radius: .3rem; text-decoration: none; }
.secondary { color: var(--accent); background: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.captcha { display: block; max-width: 100%; height: auto; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: .3rem; }
.progress { color: var(--faint); margin: 0 0 1rem; }
.question { font-size: 1.15rem; font-weight: 600; padding-left: 1rem; border-left: .25rem solid var(--accent); overflow-wrap: anywhere; }
.success { color: var(--right); font-weight: 600; }
.card { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.5rem; margin: 1.5rem 0; padding: 1.25rem;
  background: var(--sheet); border: 1px solid var(--rule); border-radius: .5rem; }
.card dt { color: var(--faint); }
.card dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
.links a, .tiles a { display: inline-block; padding: .4rem 0; }
@media (max-width: 30rem) { .card { grid-template-columns: 1fr; gap: 0; } .card dd { margin-bottom: .75rem; } }
@media (prefers-reduced-motion: no-preference) { button, .button { transition: filter .15s; } }
button:hover, .button:hover { filter: brightness(1.08); }
`;
