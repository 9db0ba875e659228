import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRecords } from './compare-records';
import { conclusion, renderComparisonText } from './comparison-text';
import { conformingRun, failingRun } from './testing/fixtures';
import type { RunRecord } from './record';

const conforming = conformingRun().record;
const failing = failingRun().record;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('a run compared with itself differs in nothing', () => {
  const same = compareRecords(failing, failing);
  assert.ok(same.requirements.length > 60 && same.requirements.every(({ differs }) => !differs));
  assert.deepEqual([same.scenarios, same.onlyIn, same.readings], [[], [[], []], []]);
  assert.ok(same.facts.every((fact) => fact.same));
  assert.equal(plain(conclusion(same)), 'Aucune exigence n’a une issue différente.');
  assert.doesNotMatch(renderComparisonText(same), /diffèrent\n|seulement/);
});

test('what differs comes first, each with what only one of the two saw', () => {
  const { requirements, facts } = compareRecords(conforming, failing);
  const differing = requirements.filter(({ differs }) => differs);
  assert.deepEqual(requirements.slice(0, differing.length), differing);
  const mail = differing.find(({ id }) => id === 'MPO-2-25');
  assert.deepEqual(mail?.outcomes, ['passed', 'failed']);
  assert.equal(mail?.findings.length, 1);
  assert.equal(mail?.findings[0]?.seen[0], undefined);
  assert.match(mail?.findings[0]?.seen[1]?.observed ?? '', /aucun courriel/);
  const differingFacts = facts.filter(({ same }) => !same).map(({ term }) => term);
  assert.deepEqual(differingFacts.slice(0, 3), ['Cible', 'Verdict', 'Pilote']);
  assert.ok(differingFacts.includes('Version de chromium'));
});

test('a finding that both made, in another time, is one; two that differ are two', () => {
  const seeing = (observed: string): RunRecord => ({
    ...failing,
    requirements: failing.requirements.map((one) => ({
      ...one,
      findings: one.findings.map((finding) => ({ ...finding, observed })),
    })),
  });
  const findings = (one: string, other: string) =>
    compareRecords(seeing(one), seeing(other)).requirements.find(({ id }) => id === 'MPO-2-25')!.findings;
  assert.deepEqual(
    findings('rien en 30 s', 'rien en 12 s').map(({ seen }) => seen.map((one) => one?.observed)),
    [['rien en 30 s', 'rien en 12 s']],
  );
  assert.equal(findings('rien', 'deux').length, 2);
  assert.match(
    renderComparisonText(compareRecords(seeing('rien'), seeing('deux'))),
    /Mêmes issues, autres constats\n {2}MPO-1\.3-3[^]*A seulement[^]*B seulement/,
  );
});

test('checks that only one carried out are named, absent or untested', () => {
  const [gone, ...rest] = failing.scenarios;
  const { onlyIn } = compareRecords(failing, { ...failing, scenarios: rest });
  assert.deepEqual(
    onlyIn.map((scenarios) => scenarios.map(({ id }) => id)),
    [[gone?.id], []],
  );
  const optional = compareRecords(conforming, failing).onlyIn[0];
  assert.ok(optional.length > 10 && optional.every(({ outcomes }) => outcomes[0] === 'passed' && outcomes[1] === 'untested'));
});

test('requirements and readings that one run does not know stand there too', () => {
  const other = { ...failing, requirements: failing.requirements.slice(1), readings: failing.readings.slice(1) };
  const { requirements, readings } = compareRecords(other, failing);
  assert.deepEqual(requirements[0]?.outcomes, [undefined, failing.requirements[0]?.outcome]);
  assert.deepEqual(
    [readings[0]?.id, readings[0]?.declared],
    [failing.readings[0]?.id, [undefined, failing.readings[0]?.declared]],
  );
});

test('readings: those that are declared or observed otherwise', () => {
  const { readings } = compareRecords(conforming, failing);
  assert.deepEqual(
    readings.map(({ id }) => id),
    ['AMB-14'],
  );
  assert.deepEqual(readings[0]?.declared[1], 'message-explicite');
});

test('no escape sequence of a target reaches the terminal', () => {
  const text = renderComparisonText(
    compareRecords(conforming, { ...failing, target: { ...failing.target, name: 'x\u001b[2J' } }),
  );
  assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
});
