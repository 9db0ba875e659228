/** Colours and faces, in both themes. Data. */
export const TOKENS = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --surface: #ffffff; --sunken: #f4f5f7; --line: #dde1e7; --strong-line: #848e9c;
  --ink: #14181f; --muted: #525c6a; --link: #1b4b97; --focus: #1b4b97;
  --passed: #17693f; --passed-soft: #e8f4ed;
  --failed: #ae1d27; --failed-soft: #fceeee;
  --cantTell: #7d4d00; --cantTell-soft: #fcf2df;
  --untested: #566070; --untested-soft: #eef0f3;
  --inapplicable: #4b5a86; --inapplicable-soft: #ecf0f9;
  --caution: #7d4d00; --caution-soft: #ffe9bd;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Sitka Text", "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif;
  --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12151a; --surface: #12151a; --sunken: #1c2128; --line: #2d343e; --strong-line: #6d7887;
    --ink: #e9ecf1; --muted: #a6b0bd; --link: #93baff; --focus: #93baff;
    --passed: #74d29e; --passed-soft: #15271d;
    --failed: #ff979d; --failed-soft: #33191c;
    --cantTell: #f0bf69; --cantTell-soft: #2c2312;
    --untested: #abb5c2; --untested-soft: #22272f;
    --inapplicable: #aebdf0; --inapplicable-soft: #1f263b;
    --caution: #ffd583; --caution-soft: #40300c;
  }
}
.conforming { --tone: var(--passed); --tone-soft: var(--passed-soft); }
.non-conforming { --tone: var(--failed); --tone-soft: var(--failed-soft); }
.inconclusive { --tone: var(--cantTell); --tone-soft: var(--cantTell-soft); }`;
