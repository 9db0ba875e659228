import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../specification/model';
import { renderTraceMarkdown, renderTraceText, traceMatrix, type TraceCatalogue, type TracedScenario } from './trace-matrix';

const statement = { fr: 'énoncé', en: 'statement' };
const common = { kind: 'rule', warrant: 'written', level: 'document', statement, readings: [] } as const;
const requirements: readonly Requirement[] = [
  { ...common, id: 'MPO-1.3-2', section: '1.3', citation: 'de chiffres et de lettres', testable: 'yes' },
  { ...common, id: 'MPO-1.3-3', section: '1.3', citation: '20 caractères', testable: 'partly', limit: statement },
  { ...common, id: 'MPO-3-1', section: '3', citation: 'de 8h00 | à 19h30', testable: 'no', limit: statement },
];
const catalogue: TraceCatalogue = { requirements, recommendationIds: ['REC-01'], readings: [{ id: 'AMB-01' }] };

function scenario(line: number, ...tags: string[]): TracedScenario {
  return { id: `s-${line}`, name: `Scénario ${line}`, feature: 'features/mot-de-passe.feature', line, tags };
}

const covered = [scenario(5, '@MPO-1.3-2', '@AMB-01', '@opportuniste'), scenario(9, '@MPO-1.3-2', '@MPO-1.3-3')];

test('gives each requirement its row, with the scenarios that verify it', () => {
  const { rows, problems, scenarioCount } = traceMatrix(catalogue, covered);
  assert.deepEqual(
    rows.map((row) => [row.section, row.requirement, row.testable, row.features, row.scenarios.map(({ id }) => id)]),
    [
      ['1.3', 'MPO-1.3-2', 'yes', ['features/mot-de-passe.feature'], ['s-5', 's-9']],
      ['1.3', 'MPO-1.3-3', 'partly', ['features/mot-de-passe.feature'], ['s-9']],
      ['3', 'MPO-3-1', 'no', [], []],
    ],
  );
  assert.equal(scenarioCount, 2);
  assert.deepEqual(problems, []);
});

test('reports a requirement, wholly or partly testable, that no scenario verifies', () => {
  const { problems } = traceMatrix(catalogue, [scenario(5, '@MPO-1.3-2')]);
  assert.deepEqual(problems, [
    {
      kind: 'requirement-without-scenario',
      message: 'MPO-1.3-3 est vérifiable et aucun scénario ne la vérifie : « 20 caractères »',
    },
  ]);
  assert.equal(traceMatrix(catalogue, []).problems.length, 2);
});

test('reports a scenario that verifies nothing: a reading is not a requirement', () => {
  const { problems } = traceMatrix(catalogue, [...covered, scenario(12, '@AMB-01', '@opportuniste'), scenario(14, '@REC-01')]);
  assert.deepEqual(problems, [
    {
      kind: 'scenario-without-requirement',
      message: 'scénario sans étiquette @MPO-… ni @REC-… : Scénario 12',
      where: 'features/mot-de-passe.feature:12',
    },
  ]);
});

test('reports unknown tags, once for each file, and leaves tags of other kinds alone', () => {
  const slips = ['@MPO-1.3-9', '@REC-99', '@AMB-99', '@mpo-1.3-2', '@MPO1.3-2'];
  const others = ['@recapitulatif', '@ambigu', '@lent'];
  const { problems } = traceMatrix(catalogue, [
    ...covered,
    ...[20, 21].map((line) => scenario(line, '@REC-01', ...slips, ...others)),
  ]);
  assert.deepEqual(
    problems.map(({ kind, message, where }) => [kind, message, where]),
    slips.map((tag) => ['unknown-tag', `étiquette inconnue : ${tag}`, 'features/mot-de-passe.feature:20']),
  );
});

test('reports a scenario that claims to verify what cannot be tested', () => {
  const { problems } = traceMatrix(catalogue, [...covered, scenario(30, '@MPO-3-1')]);
  assert.deepEqual(problems, [
    {
      kind: 'untestable-requirement',
      message: '@MPO-3-1 désigne une exigence qui n’est pas vérifiable',
      where: 'features/mot-de-passe.feature:30',
    },
  ]);
});

test('renders aligned columns for a terminal', () => {
  assert.equal(
    renderTraceText(traceMatrix(catalogue, covered)),
    `Section  Exigence   Vérifiable  Scénarios  Fichiers
1.3      MPO-1.3-2  oui         2          mot-de-passe.feature
1.3      MPO-1.3-3  en partie   1          mot-de-passe.feature
3        MPO-3-1    non         —

3 exigences ; vérifiables : 2 sur 2 ont un scénario ; 2 scénarios ; aucun problème.
`,
  );
});

test('renders a Markdown table with the sentences, the lines and the problems', () => {
  const adjacent = [scenario(6, '@MPO-1.3-2'), scenario(5, '@MPO-1.3-2'), scenario(9, '@MPO-1.3-2'), scenario(12)];
  const markdown = renderTraceMarkdown(traceMatrix(catalogue, adjacent));
  assert.match(markdown, /^\| 1\.3 \| MPO-1\.3-2 \| « de chiffres et de lettres » \| oui \| `mot-de-passe\.feature` 5–6, 9 \|$/m);
  assert.match(markdown, /« de 8h00 \\\| à 19h30 » \| non \| — \|$/m, 'a bar in a sentence does not open a cell');
  assert.match(markdown, /^3 exigences ; vérifiables : 1 sur 2 ont un scénario ; 4 scénarios ; 2 problèmes :$/m);
  assert.match(markdown, /^- MPO-1\.3-3 est vérifiable/m);
  assert.match(markdown, /^- features\/mot-de-passe\.feature:12 : scénario sans étiquette/m);
});
