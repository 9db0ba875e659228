import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { Requirement } from '../specification/model';
import { OUTCOME_MEDIA_TYPE } from '../verdict/attachments';
import type { Finding } from '../verdict/errors';
import { runRecordSchema, type RunRecord } from './record';
import { createRecorder, type RunContext } from './recorder';
import { fixtureContext } from './testing/fixtures';
import { play, type Played } from './testing/play';

const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  section: '1.3',
  kind: 'rule',
  warrant: 'written',
  level: 'document',
  citation: `phrase de ${id}`,
  statement: { fr: `énoncé de ${id}`, en: '' },
  testable: 'yes',
  readings: [],
  ...more,
});
const context: RunContext = {
  ...fixtureContext,
  sections: [{ id: '1.3', title: { fr: 'Précision', en: '' } }],
  requirements: [requirement('MPO-1'), requirement('MPO-2')],
  readings: [
    {
      id: 'AMB-01',
      question: { fr: 'Laquelle ?', en: '' },
      values: [{ value: 'stricte', meaning: { fr: '', en: '' } }],
      reason: { fr: '', en: '' },
      scored: true,
    },
  ],
};
const FEATURE = `Fonctionnalité: Choisir
  @MPO-1 @AMB-01
  Scénario: premier
    Quand un
    Alors deux
  @MPO-2
  Scénario: second
    Quand trois
`;
const finding = (...requirements: string[]): Finding => ({
  requirements,
  expected: 'un refus',
  observed: 'une acceptation',
  attribution: 'implementation',
  evidence: ['POST /x → 200'],
});

function record(messages: readonly Envelope[], more: Partial<RunContext> = {}, stopped?: RunRecord['stopped']): RunRecord {
  const recorder = createRecorder({ ...context, ...more });
  for (const message of messages) recorder.receive(message);
  const made = recorder.finish({ finishedAt: context.startedAt + 1500, ...(stopped && { stopped }) });
  return runRecordSchema.parse(made);
}
const byName =
  (plays: Readonly<Record<string, readonly Played[] | undefined>>) =>
  ({ name }: { name: string }) =>
    name in plays ? plays[name] : [{}];
const outcomes = ({ requirements }: RunRecord) => Object.fromEntries(requirements.map(({ id, outcome }) => [id, outcome]));

test('a run where all passed', () => {
  const made = record(
    play({ 'features/a.feature': FEATURE }, () => [{ readings: { 'AMB-01': 'stricte' }, journal: ['GET / → 200'] }]),
  );
  assert.equal(made.verdict, 'conforming');
  assert.deepEqual(outcomes(made), { 'MPO-1': 'passed', 'MPO-2': 'passed' });
  assert.deepEqual(made.totals.requirements, { passed: 2, failed: 0, cantTell: 0, inapplicable: 0, untested: 0 });
  assert.equal(made.durationMs, 1500);
  const [first] = made.scenarios;
  assert.ok(first);
  assert.deepEqual(
    first.steps.map(({ keyword, text, outcome }) => `${keyword} ${text} ${outcome}`),
    ['Quand un passed', 'Alors deux passed'],
  );
  assert.deepEqual(
    [first.feature, first.file, first.line, first.requirements, first.readings],
    ['Choisir', 'features/a.feature', 4, ['MPO-1'], ['AMB-01']],
  );
  assert.deepEqual(first.journal, ['GET / → 200']);
  assert.deepEqual(made.readings[0]?.observed, ['stricte']);
});

test('a finding fails the requirements that it names, tagged or not, and leaves the others undecided', () => {
  const outcome = { kind: 'finding', findings: [finding('MPO-2')] } as const;
  const made = record(play({ 'features/a.feature': FEATURE }, byName({ premier: [{ status: 'FAILED', outcome }] })));
  assert.equal(made.verdict, 'non-conforming');
  assert.deepEqual(outcomes(made), { 'MPO-1': 'cantTell', 'MPO-2': 'failed' });
  const failed = made.requirements[1];
  assert.deepEqual(failed?.findings[0]?.evidence, ['POST /x → 200']);
  assert.equal(failed?.findings[0]?.scenario, made.scenarios[0]?.id);
  assert.equal(failed?.scenarios.length, 2);
  assert.match(made.requirements[0]?.reason ?? '', /« premier » s’est arrêté sur MPO-2/);
});

test('an id that the catalogue does not know has its row, and its failure counts', () => {
  const outcome = { kind: 'finding', findings: [finding('MPO-99')] } as const;
  const made = record(play({ 'features/a.feature': FEATURE }, byName({ premier: [{ status: 'FAILED', outcome }] })));
  assert.equal(outcomes(made)['MPO-99'], 'failed');
  assert.equal(made.verdict, 'non-conforming');
});

test('an attachment that cannot be read is a defect of the suite, never a pass', () => {
  const messages = play({ 'features/a.feature': FEATURE }, () => [{ journal: [] }]);
  const broken = messages.map((message): Envelope => {
    const { attachment } = message;
    return attachment ? { attachment: { ...attachment, mediaType: OUTCOME_MEDIA_TYPE, body: '{"kind":"finding"}' } } : message;
  });
  const made = record(broken);
  assert.deepEqual([made.verdict, made.attribution], ['inconclusive', 'suite']);
  assert.equal(made.scenarios[0]?.outcome, 'cantTell');
});

test('of several attempts, the failing one is shown and the other is kept', () => {
  const outcome = { kind: 'finding', findings: [finding()] } as const;
  const attempts = [{ status: 'FAILED', outcome, journal: ['premier passage'] }, { journal: ['second passage'] }] as const;
  const made = record(play({ 'features/a.feature': FEATURE }, byName({ premier: attempts })));
  assert.equal(made.requirements[0]?.findings[0]?.intermittent, true);
  assert.deepEqual(made.scenarios[0]?.journal, ['premier passage']);
  assert.deepEqual(
    made.scenarios[0]?.otherAttempts?.map(({ outcome, journal }) => [outcome, ...journal]),
    [['passed', 'second passage']],
  );
});

test('a selection is named, is never conforming, and a requirement that ran in part is undecided', () => {
  const twice = `${FEATURE}  @MPO-1\n  Scénario: troisième\n    Quand quatre\n`;
  const selection = { filtered: true, words: 'étiquettes @x' };
  const made = record(play({ 'features/a.feature': twice }, byName({ second: undefined, troisième: undefined })), { selection });
  assert.equal(made.verdict, 'inconclusive');
  assert.deepEqual(outcomes(made), { 'MPO-1': 'cantTell', 'MPO-2': 'untested' });
  assert.match(made.requirements[0]?.reason ?? '', /1 de ses 2 scénarios/);
  assert.equal(made.scenarios.length, 1);
});

test('recommendations have rows of their own and weigh nothing', () => {
  const feature = `${FEATURE}  @REC-16\n  Scénario: règle affichée\n    Quand quatre\n`;
  const outcome = { kind: 'finding', findings: [finding('REC-16')] } as const;
  const made = record(play({ 'features/a.feature': feature }, byName({ 'règle affichée': [{ status: 'FAILED', outcome }] })), {
    level: 'all',
  });
  assert.equal(made.verdict, 'conforming');
  assert.equal(made.requirements[2]?.level, 'recommendation');
  assert.equal(made.totals.recommendations.failed, 1);
});

test('a run that broke off leaves undecided what it did not reach', async (t) => {
  const stopped = { attribution: 'environment', reason: 'la cible ne répond plus' } as const;
  await t.test('with a reason', () => {
    const made = record(play({ 'features/a.feature': FEATURE }, byName({ second: [] })), {}, stopped);
    assert.deepEqual(
      [made.verdict, made.attribution, made.scenarios[1]?.attribution],
      ['inconclusive', 'environment', 'environment'],
    );
  });
  await t.test('in the middle of a scenario', () => {
    const made = record(play({ 'features/a.feature': FEATURE }, byName({ second: [{ unfinished: true }] })), {}, stopped);
    assert.equal(made.scenarios[1]?.outcome, 'cantTell');
  });
  await t.test('before anything', () => {
    const made = record([], {}, stopped);
    assert.deepEqual([made.verdict, made.scenarios.length, outcomes(made)['MPO-1']], ['inconclusive', 0, 'cantTell']);
  });
  await t.test('without a word: the end was never announced', () => {
    const messages = play({ 'features/a.feature': FEATURE }).filter(({ testRunFinished }) => testRunFinished === undefined);
    const made = record(messages);
    assert.deepEqual([made.verdict, made.attribution], ['inconclusive', 'suite']);
  });
  await t.test('because a feature does not parse', () => {
    const made = record(play({ 'features/a.feature': `${FEATURE}\n  n’importe quoi\n` }));
    assert.deepEqual([made.verdict, made.attribution], ['inconclusive', 'suite']);
    assert.match(made.reason, /features\/a\.feature ne se lit pas/);
  });
});

test('names and ids: rows are told apart, and do not change when lines move or others are left out', () => {
  const outline = `Fonctionnalité: Choisir
  Règle: longueur
    @MPO-1 @MPO-2
    Plan du Scénario: <n> caractères
      Quand <n>
      Exemples:
        | n  | motif |
        | 19 | court |
        | 20 | juste |
    @MPO-1
    Scénario: jumeau
      Quand un
    @MPO-1
    Scénario: jumeau
      Quand deux
`;
  const ids = (made: RunRecord) => made.scenarios.map(({ id }) => id);
  const whole = record(play({ 'features/1-choix.feature': outline }));
  assert.deepEqual(
    whole.scenarios.map(({ name }) => name),
    ['19 caractères (motif : court)', '20 caractères (motif : juste)', 'jumeau', 'jumeau'],
  );
  assert.equal(whole.scenarios[0]?.rule, 'longueur');
  assert.equal(whole.scenarios[0]?.line, 9);
  assert.equal(new Set(ids(whole)).size, 4);
  assert.match(ids(whole)[0] ?? '', /^1-choix-[0-9a-f]{8}$/);
  const moved = record(
    play({ '/elsewhere/node_modules/mdpo/features/1-choix.feature': outline.replace('  Règle', '\n\n  Règle') }),
  );
  assert.deepEqual(ids(moved), ids(whole));
  let rank = 0;
  const selection = { filtered: true, words: 'le dernier' };
  const last = record(
    play({ 'features/1-choix.feature': outline }, () => ((rank += 1) === 4 ? [{}] : undefined)),
    { selection },
  );
  assert.deepEqual(ids(last), ids(whole).slice(3));
});

const SUPPORT = `
const { Given, After } = require('@cucumber/cucumber');
const fail = async (world, body) => {
  await world.attach(JSON.stringify(body), '${OUTCOME_MEDIA_TYPE}');
  throw new Error(body.kind);
};
let tries = 0;
Given('tout va bien', () => {});
Given('un constat', function () {
  return fail(this, { kind: 'finding', findings: [{ requirements: ['MPO-2'], expected: 'a', observed: 'b', attribution: 'implementation', evidence: [] }] });
});
Given('une panne passagère', function () {
  tries += 1;
  if (tries === 1) return fail(this, { kind: 'undecided', attribution: 'environment', reason: 'panne' });
});
Given('une erreur', () => { throw new Error('première ligne\\nmot de passe: SECRET'); });
Given('une ambiguïté', () => {});
Given(/^une ambi/, () => {});
Given('plus tard', () => 'pending');
After({ tags: '@apres' }, () => { throw new Error('rangement'); });
`;

test('what Cucumber itself says, with retries', async (t) => {
  const lines = [
    'tout va bien',
    'un constat',
    'une panne passagère',
    'une erreur',
    'une ambiguïté',
    'plus tard',
    'sans définition',
  ];
  const scenarios = lines.map((line) => `  @MPO-1\n  Scénario: ${line}\n    Soit tout va bien\n    Quand ${line}\n`);
  const after = '  @MPO-1 @apres\n  Scénario: après\n    Soit tout va bien\n';
  const directory = await mkdtemp(path.join(tmpdir(), 'mdpo-recorder-'));
  t.after(() => rm(directory, { recursive: true }));
  await writeFile(path.join(directory, 'réel.feature'), `# language: fr\nFonctionnalité: Réel\n${scenarios.join('')}${after}`);
  await writeFile(
    path.join(directory, 'steps.js'),
    SUPPORT.replace("'@cucumber/cucumber'", JSON.stringify(require.resolve('@cucumber/cucumber'))),
  );
  const provided = { paths: ['*.feature'], require: ['steps.js'], retry: 1 };
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, { cwd: directory });
  const recorder = createRecorder(context);
  await runCucumber(runConfiguration, { cwd: directory, stdout: new PassThrough() }, (message) => recorder.receive(message));
  const made = runRecordSchema.parse(recorder.finish({ finishedAt: context.startedAt + 1 }));
  assert.deepEqual(
    Object.fromEntries(made.scenarios.map(({ name, outcome, attribution }) => [name, `${outcome} ${attribution ?? '-'}`])),
    {
      'tout va bien': 'passed -',
      'un constat': 'failed implementation',
      'une panne passagère': 'passed -',
      'une erreur': 'cantTell suite',
      'une ambiguïté': 'cantTell suite',
      'plus tard': 'cantTell suite',
      'sans définition': 'cantTell suite',
      après: 'cantTell suite',
    },
  );
  assert.equal(made.scenarios[2]?.otherAttempts?.[0]?.outcome, 'cantTell');
  assert.deepEqual(
    made.scenarios[7]?.steps.map(({ keyword, outcome }) => [keyword, outcome]),
    [
      ['Soit', 'passed'],
      ['Après', 'failed'],
    ],
  );
  assert.equal(made.verdict, 'non-conforming');
  assert.match(made.scenarios[3]?.reason ?? '', /première ligne$/);
  assert.doesNotMatch(JSON.stringify(made), /SECRET/, 'only the first line of an error is kept');
});
