/** For tests: a record that says hostile things wherever a target, a feature or an option may put some. */
import type { RunRecord } from '../record';

/** Markup, ends of sections, table cells, code, mentions, references, links, control characters, half a character. */
export const HOSTILE = [
  '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">',
  ']]> --> | cellule | `code` ``` *gras* _souligné_ ~~barré~~ $x$',
  '@team #12 GH-12 [lien](https://evil.example/) ![image](https://evil.example/i.png) www.evil.example https://evil.example',
  '# titre',
  '- liste',
  '\u0000\u0007\u001b[31m\u009b\u202e\ud800 & " \' \\',
].join('\n');

/** Words of our own, which no target chooses, and ids that tie rows together. */
const KEPT = new Set([
  ...['verdict', 'outcome', 'attribution', 'driver', 'level', 'kind', 'testable', 'startedAt', 'section'],
  ...['scenarios', 'scenario', 'requirements', 'id', 'twin', 'baseUrl'],
]);

/** The same record, each other text followed by the hostile one. */
export function spoilRecord(record: RunRecord): RunRecord {
  return spoil(record) as RunRecord;
}

function spoil(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return KEPT.has(key) ? value : `${value} ${HOSTILE}`;
  if (Array.isArray(value)) return value.map((item) => spoil(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
}
