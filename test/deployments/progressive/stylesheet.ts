/** The look of the pages. */

export const stylesheet = `
:root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1d2433; background: #eef1f6; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; }
h1 { font-size: 1.25rem; }
h2 { font-size: 1.5rem; margin-top: 0; }
section { background: #fff; border: 1px solid #ccd3e0; border-radius: .5rem; margin: 0 0 1rem; padding: 1rem 1.25rem; }
section.faite { background: transparent; border-style: dashed; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { font-size: 1.25rem; font-weight: 600; padding: 0; }
.saisie { margin: 1rem 0; }
label { display: block; font-weight: 600; }
input { border: 1px solid #4a5670; border-radius: .25rem; box-sizing: border-box; font: inherit; max-width: 28rem; padding: .5rem; width: 100%; }
input[aria-invalid] { border: 2px solid #b3261e; }
button { background: #1f4fa3; border: 1px solid #1f4fa3; border-radius: .25rem; color: #fff; font: inherit; margin: .25rem .5rem .25rem 0; padding: .5rem 1rem; }
button ~ button { background: #fff; color: #1f4fa3; }
a { color: #1f4fa3; }
.aide { color: #475063; margin: 0; }
.erreur, .alerte { color: #b3261e; font-weight: 600; margin: .25rem 0; }
.alerte, .avis { background: #fff; border-left: .375rem solid currentColor; margin: 0 0 1rem; padding: .5rem 1rem; }
.avis { color: #1b6b3a; }
.question { font-style: italic; white-space: pre-wrap; overflow-wrap: anywhere; }
img { border: 1px solid #ccd3e0; display: block; }
`;
