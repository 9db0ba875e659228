'use strict';
// `npm test`: every check of the project, stage after stage, whatever fails. Ends with a table and `N passed, N failed`, where N
// counts unit tests, scenarios and planted faults; a stage that counts nothing of its own is worth one. With names, those stages.
const { spawnSync } = require('node:child_process');
const { mkdirSync, readFileSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const out = join(root, 'reports', 'test');
const node = (...args) => [process.execPath, ...args];
const tool = (path, ...args) => node(join(root, 'node_modules', path), ...args);
const unit = (name, ...files) => ({
  commands: [node('bin/unit-tests.js', '--tap', join(out, `${name}.tap`), ...files)],
  count: () => countTap(join(out, `${name}.tap`)),
});
const scenarios = (name, ...options) => ({
  commands: [node('bin/mdpo.js', 'run', '--target', 'simulator', '--out', join(out, name), ...options)],
  count: () => countScenarios(join(out, name, 'conformance.json')),
});

/** Those that differ the most, of every kind: all of them, and the browser, in npm run test:long. */
const variants = [
  ...['texte-bref', 'texte-bavard', 'libelles-habilles', 'tableaux', 'etiquettes-enveloppantes', 'sans-etiquette'],
  ...['plusieurs-formulaires', 'champs-pieges', 'html-ancien', 'parametres-renommes', 'page-unique', 'recap-en-dialogue'],
  ...['recap-minimal', 'inconnu-explicite', 'inconnu-generique', 'un-seul-essai', 'accommodant', 'blocage-temporaire'],
  ...['reponse-tolerante', 'captcha-redemande', 'captcha-deux-fois', 'connexion-automatique', 'acces-debut', 'introuvable'],
  ...['refus-recommencer', 'statuts-parlants', 'courriel-html', 'courriel-differe', 'dernier-servi', 'bords-rognes'],
].map((name) => `VAR-${name}`);

/** A few of the faults of each example, those that no other has among them: all of them take half an hour (npm run test:long). */
const deploymentFaults = [
  'tables/question-d-un-autre',
  'tables/accents-admis',
  'tables/regles-dans-la-page',
  'tables/compte-en-champ-cache',
  'tables/deux-changements-par-reponse',
  'progressive/rejeu',
  'progressive/captcha-d-autrui',
  'progressive/ancien-jusqu-a-la-connexion',
  'application/captcha-absent-tolere',
  'application/recapitulatif-sans-issue',
  'application/connecte-d-office',
];
const deploymentCheck = (name, ...options) =>
  node('-r', './bin/register.js', 'test/deployments/check.ts', '--json', join(out, `${name}.json`), '--part', name, ...options);

const stages = {
  types: { commands: [tool('typescript/bin/tsc', '-p', '.')] },
  lint: {
    commands: [tool('eslint/bin/eslint.js', '.'), tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  },
  // Every testable sentence of the fiche has a scenario, and every scenario a sentence.
  traceability: { commands: [node('bin/mdpo.js', 'trace')] },
  unit: unit('unit'),
  'features over http': scenarios('http', '--driver', 'http'),
  // The committed report is the one that the run just made.
  'reference report': {
    commands: [node('-r', './bin/register.js', 'src/cli/reference-command.ts', '--check', '--run', join(out, 'http'))],
  },
  'features in the browser': scenarios('browser', '--driver', 'browser', '--parallel', '2'),
  // Every planted fault is found by a requirement that it violates, and every testable requirement finds one.
  faults: {
    commands: [
      node('bin/mdpo.js', 'faults', '--out', join(out, 'faults')),
      node('-r', './bin/register.js', 'src/cli/reference-command.ts', '--check', '--faults', join(out, 'faults')),
    ],
    count() {
      const { totals } = readJson(join(out, 'faults', 'kill-matrix.json'));
      return { passed: totals.fates.own, failed: totals.faults - totals.fates.own };
    },
  },
  // Other ways to conform are found conforming.
  variants: {
    commands: [
      node('-r', './bin/register.js', 'src/cli/variant-check-command.ts', '--json', join(out, 'variants.json'), ...variants),
    ],
    count: () => readJson(join(out, 'variants.json')).totals,
  },
  // Implementations that share nothing with the simulator, each from a target file of a few lines. All of it: npm run deployments.
  deployments: {
    commands: [deploymentCheck('conforming', 'tables', 'progressive'), deploymentCheck('faults', ...deploymentFaults)],
    count: () => sum(readJson(join(out, 'conforming.json')).totals, readJson(join(out, 'faults.json')).totals),
  },
  'exit codes': unit('exit-codes', join('src', 'cli', 'exit-codes.test.ts')),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const rows = Object.entries(stages)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .map(([name, stage]) => ({ name, ...runStage(name, stage) }));
report(rows);

function runStage(name, { commands, count }) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  // `every` would hide what prettier says when eslint has already complained.
  const statuses = commands.map(([command, ...args]) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
  const seconds = (performance.now() - started) / 1000;
  const succeeded = statuses.every((status) => status === 0);
  const { passed, failed } = counted(succeeded, count);
  // A stage that fails without saying where, or passes without having run anything, is a failure.
  const unexplained = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, seconds };
}

function counted(succeeded, count) {
  if (!count) return { passed: succeeded ? 1 : 0, failed: 0 };
  try {
    return count();
  } catch (error) {
    console.error(`The stage left no result: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

function countTap(file) {
  const text = readFileSync(file, 'utf8');
  const total = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return { passed: total('pass'), failed: total('fail') + total('cancelled') };
}

/** Scenarios that could not be decided count as failed: the simulator offers everything that they need. */
function countScenarios(file) {
  const outcomes = readJson(file).scenarios.map(({ outcome }) => outcome);
  const passed = outcomes.filter((outcome) => outcome === 'passed').length;
  return { passed, failed: outcomes.length - passed };
}

function sum(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function report(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const total = { passed: 0, failed: 0, seconds: 0 };
  console.log(`\n${'stage'.padEnd(width)}  passed  failed  seconds`);
  for (const row of rows) {
    for (const key of Object.keys(total)) total[key] += row[key];
    const cells = [row.passed, row.failed, row.seconds.toFixed(1)].map((cell) => String(cell).padStart(6));
    console.log(`${row.name.padEnd(width)}  ${cells.join('  ')}`);
  }
  console.log(
    `${'all'.padEnd(width)}  ${[total.passed, total.failed, total.seconds.toFixed(1)].map((cell) => String(cell).padStart(6)).join('  ')}`,
  );
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
