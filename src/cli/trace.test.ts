import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { TraceMatrix } from '../reporting/trace-matrix';
import { testableRequirements } from '../specification';
import { standInEnvironment } from './stand-in-environment';
import { trace, type TraceFormat } from './trace';

/** Runs the verb in a folder that holds these files, and nothing else. */
async function traceOf(context: TestContext, files: Readonly<Record<string, string>>, format: TraceFormat = 'json') {
  const cwd = await mkdtemp(join(tmpdir(), 'mdpo-trace-'));
  context.after(() => rm(cwd, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
  const environment = standInEnvironment(['trace'], { cwd });
  const code = await trace(environment, { format });
  return { code, ...environment.written };
}

const everyTag = testableRequirements.map(({ id }) => `@${id}`).join(' ');
const complete = `# language: fr
Fonctionnalité: Tout

  ${everyTag}
  Scénario: Tout est vérifié
    Soit un usager
`;

const inherited = `# language: fr
@MPO-1.3-1
Fonctionnalité: Mot de passe

  @MPO-1.3-3 @AMB-09
  Règle: 20 caractères au minimum

    @MPO-2-21
    Plan du Scénario: <longueur> caractères
      Soit un mot de passe de <longueur> caractères

      Exemples:
        | longueur |
        | 19       |

      @MPO-1.3-2 @opportuniste
      Exemples: longs
        | longueur |
        | 1000     |
`;

test('answers 0 when every testable requirement has a scenario', async (context) => {
  const { code, out, err } = await traceOf(context, { 'features/tout.feature': complete }, 'text');
  assert.equal(code, 0, out);
  assert.match(out, /^64 exigences ; vérifiables : 54 sur 54 ont un scénario ; 1 scénario ; aucun problème\.$/m);
  assert.equal(err, '');
});

test('reads the tags that a row inherits from feature, rule, outline and examples', async (context) => {
  const { code, out } = await traceOf(context, {
    'features/tout.feature': complete,
    'features/sous-dossier/mot-de-passe.feature': inherited,
  });
  assert.equal(code, 0);
  const { rows } = JSON.parse(out) as TraceMatrix;
  const linesOf = (id: string): (readonly [string, number])[] =>
    rows
      .find(({ requirement }) => requirement === id)
      ?.scenarios.filter(({ feature }) => feature === 'features/sous-dossier/mot-de-passe.feature')
      .map(({ name, line }) => [name, line] as const) ?? [];
  const both = [
    ['19 caractères', 14],
    ['1000 caractères', 19],
  ];
  for (const id of ['MPO-1.3-1', 'MPO-1.3-3', 'MPO-2-21']) assert.deepEqual(linesOf(id), both, id);
  assert.deepEqual(linesOf('MPO-1.3-2'), [['1000 caractères', 19]]);
});

test('answers 1 and names what is amiss', async (context) => {
  const { code, out } = await traceOf(context, { 'features/mot-de-passe.feature': inherited }, 'markdown');
  assert.equal(code, 1);
  assert.match(out, /^- MPO-1\.1-1 est vérifiable et aucun scénario ne la vérifie : « Les usagers professionnels/m);
});

test('answers 2 with file and line for a feature that cannot be parsed, and shows no matrix', async (context) => {
  const broken = '# language: fr\nFonctionnalité: Cassée\n  Scénario: Faute de frappe\n    Soit un usager\n    Qand il clique\n';
  const { code, out, err } = await traceOf(context, { 'features/tout.feature': complete, 'features/cassee.feature': broken });
  assert.equal(code, 2);
  assert.equal(out, '');
  assert.match(err, /^mdpo trace : features\/cassee\.feature:5 : /);
});

test('answers 2 for a scenario whose steps were lost to a slip in the first keyword', async (context) => {
  const stepless = `# language: fr\nFonctionnalité: Vide\n\n  ${everyTag}\n  Scénario: Sans étape\n    Sot un usager\n`;
  const { code, err } = await traceOf(context, { 'features/vide.feature': stepless });
  assert.equal(code, 2);
  assert.equal(err, 'mdpo trace : features/vide.feature:5 : scénario sans étape : Sans étape\n');
});

test('answers 2 for an unknown language, a missing folder and a folder without features', async (context) => {
  const tongue = await traceOf(context, { 'features/x.feature': '# language: klingon\nFeature: x\n' });
  assert.deepEqual([tongue.code, /features\/x\.feature:1 : /.test(tongue.err)], [2, true]);
  const missing = await traceOf(context, {});
  assert.deepEqual([missing.code, missing.out], [2, '']);
  assert.match(missing.err, /features : dossier illisible/);
  const empty = await traceOf(context, { 'features/lisez-moi.md': 'rien' });
  assert.deepEqual([empty.code, empty.out], [2, '']);
  assert.match(empty.err, /features : aucun fichier \.feature/);
});
