/** The style of the catcher's page: one column, system fonts, light and dark. */
export const catcherStyle = `
:root { color-scheme: light dark; --line: #c8ccd4; --quiet: #545b68; --link: #1a4fa0; --panel: #f4f5f8; }
@media (prefers-color-scheme: dark) { :root { --line: #444b57; --quiet: #aab1bd; --link: #9dbdf5; --panel: #22262d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; font: 1rem/1.5 system-ui, sans-serif; }
header { border-bottom: 1px solid var(--line); padding: 1rem 0 .5rem; }
header p { margin: 0; font-weight: 600; }
.quiet, caption { color: var(--quiet); font-weight: 400; font-size: .9rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; }
form, nav { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 1rem 0; }
input, button { font: inherit; padding: .35rem .7rem; }
input { flex: 1 1 14rem; max-width: 24rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
tbody th { font-weight: 500; }
time { white-space: nowrap; }
.empty { background: var(--panel); padding: 1.5rem; border-radius: .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 26rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff; color-scheme: light; }
pre { background: var(--panel); padding: 1rem; border-radius: .5rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); } tr, th, td { display: block; border: 0; padding: 0; }
  tr { border-bottom: 1px solid var(--line); padding: .6rem 0; } }
`;
