import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { renderBadge } from './badge';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';
import { spoilRecord } from './testing/hostile';

interface Badge {
  readonly svg: {
    readonly title: string;
    readonly '@_role': string;
    readonly '@_aria-label': string;
    readonly g: { readonly text: readonly { readonly '#text': string }[] };
  };
}

function read(record: RunRecord): Badge {
  const svg = renderBadge(record);
  assert.equal(XMLValidator.validate(svg), true);
  return new XMLParser({ ignoreAttributes: false }).parse(svg) as Badge;
}

const textsOf = ({ svg }: Badge) => svg.g.text.map((one) => one['#text']);

test('badge: the verdict in words and in numbers, and a name for those who do not see it', () => {
  const conforming = read(conformingRun().record);
  assert.deepEqual(textsOf(conforming), ['fiche FOCUS', 'conforme 54/54']);
  assert.equal(conforming.svg['@_role'], 'img');
  assert.equal(conforming.svg.title, 'fiche FOCUS\u00a0: conforme, 54\u00a0exigences respectées sur 54 — simulateur');
  assert.equal(conforming.svg['@_aria-label'], conforming.svg.title);
  assert.match(textsOf(read(failingRun().record))[1] ?? '', /^non conforme \d+\/54$/);
  assert.match(textsOf(read(stoppedRun().record))[1] ?? '', /^non concluant \d+\/54$/);
});

test('badge: what was not run counts as not respected', () => {
  const { record } = conformingRun();
  const [first, ...rest] = record.requirements;
  assert.ok(first);
  const requirements = [first, ...rest.map((one) => ({ ...one, outcome: 'untested' as const }))];
  assert.deepEqual(textsOf(read({ ...record, verdict: 'inconclusive', requirements }))[1], 'non concluant 1/54');
});

test('badge: the colours differ with the verdict', () => {
  const colours = [conformingRun(), failingRun(), stoppedRun()].map(
    ({ record }) => /fill="(#[0-9a-f]{6})"\/>\n<g/.exec(renderBadge(record))?.[1],
  );
  assert.equal(new Set(colours).size, 3);
  assert.ok(!colours.includes(undefined));
});

test('badge: the name of a target is text', () => {
  const svg = renderBadge(spoilRecord(conformingRun().record));
  assert.equal(XMLValidator.validate(svg), true);
  assert.doesNotMatch(svg, /<(script|img)|\u001b|\ud800|onerror="/);
});
