import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderJobSummary } from './job-summary';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';
import { spoilRecord } from './testing/hostile';

const runs = { conforming: conformingRun().record, failing: failingRun().record, stopped: stoppedRun().record };

/** The text outside the code spans, read as CommonMark does: a run of backticks closes at the next run of its length. */
function outsideCode(markdown: string): string {
  let [text, at] = ['', 0];
  while (at < markdown.length) {
    if (markdown[at] === '\\') {
      text += markdown.slice(at, at + 2);
      at += 2;
      continue;
    }
    const [fence = ''] = /^`*/.exec(markdown.slice(at, at + 50)) ?? [];
    const end = fence === '' ? -1 : markdown.slice(at + fence.length).search(new RegExp(`(?<!\`)\`{${fence.length}}(?!\`)`));
    if (fence !== '') assert.ok(end >= 0, `a fence without its end: ${markdown.slice(at, at + 80)}`);
    text += fence === '' ? markdown[at] : '⟨code⟩';
    at += fence === '' ? 1 : fence.length * 2 + end;
  }
  return text;
}

test('summary: the verdict first, then what failed, what is undecided, and the chapters', () => {
  const text = renderJobSummary(runs.failing).replace(/[\u00a0\u202f]/g, ' ');
  assert.match(text, /^## ✗ Non conforme — préproduction\n\n\*\*3 exigences de la fiche ne sont pas respectées/);
  const titles = ['### Exigences non respectées', '### Exigences indécises', '### Par chapitre'].map((title) =>
    text.indexOf(title),
  );
  assert.ok(
    titles.every((place, rank) => place > (titles[rank - 1] ?? 0)),
    titles.join(' '),
  );
  assert.match(
    text,
    /\*\*MPO-1\.3-3\*\* « et comporter 20 caractères au minimum\. »\\\n\*\*MPO-2-21\*\* «[^]*- Attendu : ` un mot de passe de moins[^]*- Vu : ` le récapitulatif[^]*- Preuve : ` POST/,
  );
  assert.match(text, /\*\*MPO-D-2\*\* «[^]*le serveur de courriels http:\/\/127\.0\.0\.1:8025 ne répond pas/);
  assert.match(text, /\| § 1\.3 Précision sur le champ de cette procédure \| 6 \| 1 \| 0 \| 0 \| 0 \|/);
});

test('summary: a conforming run has its verdict and its chapters, and nothing to act on', () => {
  const text = renderJobSummary(runs.conforming);
  assert.match(text, /^## ✓ Conforme — simulateur/);
  assert.doesNotMatch(text, /non respectées|indécises|limité/);
  assert.match(renderJobSummary(runs.stopped), /^## \? Non concluant/);
});

test('summary: a recommendation that is not followed stands apart', () => {
  const requirements = runs.failing.requirements.map((one) => ({ ...one, level: 'recommendation' as const }));
  const text = renderJobSummary({ ...runs.failing, requirements });
  assert.match(text, /### Recommandations non suivies/);
  assert.doesNotMatch(text, /### Exigences non respectées/);
});

test('summary: what a target says is neither HTML nor Markdown, mentions nobody and links nowhere', () => {
  const hostile = renderJobSummary(spoilRecord(runs.failing));
  const said = outsideCode(hostile);
  assert.match(said, /⟨code⟩/);
  assert.doesNotMatch(said, /[<>]|(?<!\\)[`_[\]~$]/);
  assert.doesNotMatch(said, /@(?!\u200b)|#(?![#\u200b ])|:\/\/|www\.|GH-\d/);
  assert.doesNotMatch(hostile, /[\u0000-\u0008\u001b\u009b\u202e]|[\ud800-\udfff]/u);
  // Its titles and rows are our own, in number as in words.
  const own = (markdown: string, line: RegExp) => markdown.split('\n').filter((one) => line.test(one)).length;
  const plain = renderJobSummary(runs.failing);
  for (const line of [/^#+ /, /^\|/, /^\*\*/]) assert.equal(own(hostile, line), own(plain, line), String(line));
  const cells = outsideCode(hostile)
    .split('\n')
    .filter((one) => one.startsWith('|'));
  assert.deepEqual(new Set(cells.map((row) => row.match(/(?<!\\)\|/g)?.length)), new Set([7]));
});

test('summary: never above 900 kB, and what was cut is said', () => {
  const [failed] = runs.failing.requirements.filter(({ outcome }) => outcome === 'failed');
  const [finding] = failed?.findings ?? [];
  assert.ok(failed && finding);
  const long = 'é'.repeat(5000);
  const many = Array.from({ length: 1500 }, (_, rank) => ({ ...finding, observed: `${rank} ${long}`, evidence: [long] }));
  const open = { ...failed, outcome: 'cantTell' as const, reason: long };
  const record: RunRecord = { ...runs.failing, requirements: [{ ...failed, findings: many }, open, open] };
  const text = renderJobSummary(record);
  assert.ok(Buffer.byteLength(text) <= 900_000, `${Buffer.byteLength(text)} bytes`);
  assert.ok(Buffer.byteLength(text) > 800_000);
  const [, left] =
    /Ce qui n’y tient pas : (\d+)\u00a0constats, 2\u00a0exigences indécises\./.exec(text.replace('pas\u00a0:', 'pas :')) ?? [];
  assert.equal((text.match(/^- Vu/gm)?.length ?? 0) + Number(left), 1500);
  assert.match(text, /### Par chapitre/);
  const sections = Array.from({ length: 5000 }, (_, rank) => ({ id: String(rank), title: long }));
  const requirements = sections.slice(0, 3000).map(({ id }) => ({ ...failed, source: { section: id, citation: long } }));
  assert.ok(Buffer.byteLength(renderJobSummary({ ...record, sections, requirements, reason: long })) <= 900_000);
});
