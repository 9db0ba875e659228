/** Keeps the directions between the rooms, and the habits of the house. Reads the sources; runs none of them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, posix, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

/**
 * What each room may import beyond itself: a room, or one module of it. `type …`: its types alone. Every room is listed; tests obey
 * the table as the rest of their room does.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/specification': [],
  'src/verdict': [],
  'src/mail': ['src/verdict/errors'],
  'src/driver': ['src/verdict/errors', 'type src/target/account'],
  'src/target': ['src/driver', 'src/mail', 'src/specification', 'src/verdict', 'simulator/index'],
  'src/exploration': ['type src/driver/controls', 'simulator/index'],
  'src/checks': ['src/driver', 'src/exploration', 'src/mail', 'src/specification', 'src/target', 'src/verdict'],
  'src/reporting': ['src/specification', 'src/verdict'],
  'src/gate': ['src/reporting', 'src/verdict'],
  'src/attestation': ['src/reporting', 'src/verdict'],
  'src/evidence': [
    'src/attestation',
    'src/checks',
    'src/exploration',
    'src/reporting',
    'src/target/json-schema',
    'src/target/problems',
    'src/verdict',
    'simulator/index',
  ],
  'src/doctor': ['src/checks', 'src/driver', 'src/mail', 'src/target', 'src/verdict'],
  'src/cli': [
    'src/attestation',
    'src/checks',
    'src/doctor',
    'src/driver',
    'src/evidence',
    'src/exploration',
    'src/gate',
    'src/mail',
    'src/reporting',
    'src/specification',
    'src/target',
    'src/verdict',
    'simulator/index',
  ],
  steps: ['src/checks', 'src/driver', 'src/exploration', 'src/mail', 'src/specification', 'src/target', 'src/verdict'],
  // A constant shared with the suite would hide a mistake that both share: the simulator imports nothing of it.
  simulator: [],
  bench: [
    'src/checks',
    'src/driver',
    'src/exploration',
    'src/mail',
    'src/reporting',
    'src/specification',
    'src/target',
    'src/verdict',
    'simulator/index',
  ],
};

/** What the tests of a room may enter besides. */
const testsMayEnter: Readonly<Record<string, readonly string[]>> = {
  // The pages are looked at in the browser that the driver finds.
  'src/reporting': ['src/driver/find-browser'],
  // What is said of the machine cites sentences that are there.
  'src/exploration': ['src/specification'],
  // What is looked at must be there to be looked at.
  'src/doctor': ['simulator/index'],
};

/** Rows of data and lists of cases, one after the other: their length says nothing of their design. */
const dataModules = [/^src\/specification\/(requirements|readings)\//, /-contract\.ts$/];
const MAX_LINES = 300;

const root = resolve(__dirname, '..');
const modules = ['src', 'steps', 'simulator', 'bench'].flatMap(sourcesUnder);

test('every room imports only what the table lets it', () => {
  assert.ok(modules.length > 0, 'no module was found');
  assert.deepEqual(
    modules.flatMap(({ path, text }) => misdirected(path, text)),
    [],
  );
});

test('modules stay small, are named in kebab-case and export by name', () => {
  assert.deepEqual(
    modules.flatMap(({ path, text }) => untidy(path, text)),
    [],
  );
});

test('the table lists rooms that exist in it, and closes the command line to all', () => {
  for (const [room, allowed] of Object.entries(rooms)) {
    for (const entry of allowed) {
      const entered = roomOf(entry.replace('type ', ''));
      assert.ok(rooms[entered], `${room} may import ${entry}, which is in no room`);
      assert.notEqual(entered, 'src/cli', `${room} may import the command line`);
      if (entered === 'simulator') assert.equal(entry, 'simulator/index', `${room} enters the simulator by another door`);
    }
  }
});

test('an import against the table is seen, however it is written', () => {
  const seen = (path: string, text: string): number => misdirected(path, text).length;
  for (const text of [
    "import { x } from '../checks/x';",
    "import '../checks/x';",
    "import * as x from '../checks';",
    "export { x } from '../checks/x';",
    "export * from '../checks/x';",
    "const x = await import('../checks/x');",
    "const x = require('../checks/x');",
    "import x = require('../checks/x');",
    "type X = import('../checks/x').X;",
    "import type { X } from '../checks/x';",
  ]) {
    assert.equal(seen('src/driver/driver.ts', text), 1, text);
    assert.equal(seen('steps/steps.ts', text.replaceAll('../', '../src/')), 0, text);
  }
  assert.equal(seen('src/driver/driver.ts', "// from '../checks/x'\nconst text = \"import '../checks/x'\";"), 0);
  assert.equal(seen('src/driver/driver.ts', "import { x } from './x'; import fs from 'node:fs';"), 0);
});

test('types alone, single modules and doors are told apart', () => {
  const seen = (path: string, text: string): number => misdirected(path, text).length;
  assert.equal(seen('src/driver/x.ts', "import type { Account } from '../target/account';"), 0);
  assert.equal(seen('src/driver/x.ts', "import { type Account } from '../target/account';"), 0);
  assert.equal(seen('src/driver/x.ts', "import { type Account, pool } from '../target/account';"), 1);
  assert.equal(seen('src/driver/x.ts', "import '../target/account';"), 1);
  assert.equal(seen('src/mail/x.ts', "import { MailUnavailable } from '../verdict/errors';"), 0);
  assert.equal(seen('src/mail/x.ts', "import { judge } from '../verdict/outcomes';"), 1);
  assert.equal(seen('src/target/x.ts', "import { createSimulator } from '../../simulator';"), 0);
  assert.equal(seen('src/target/x.ts', "import { createSimulator } from '../../simulator/index';"), 0);
  assert.equal(seen('src/target/x.ts', "import { rules } from '../../simulator/rules';"), 1);
  assert.equal(seen('simulator/web/x.ts', "import { rules } from '../rules';"), 0);
  assert.equal(seen('simulator/web/x.ts', "import { screens } from '../../src/driver/screens';"), 1);
  assert.equal(seen('src/cli/x.test.ts', "import { run } from './run';"), 0);
  assert.equal(seen('bench/x.ts', "import { run } from '../src/cli/run';"), 1);
  assert.equal(seen('src/mail/x.ts', "import { sample } from './y.test';"), 1);
  assert.equal(seen('src/stray.ts', ''), 1);
  assert.equal(seen('src/cellar/x.ts', ''), 1);
  assert.match(
    misdirected('src/gate/decide.ts', "\nimport { open } from '../target/open';")[0] ?? '',
    /^src\/gate\/decide\.ts:2 imports '\.\.\/target\/open': src\/gate may import only src\/reporting/,
  );
});

test('untidy modules are seen', () => {
  assert.equal(untidy('src/mail/mailHog.ts', '').length, 1);
  assert.equal(untidy('src/Mail/x.ts', '').length, 1);
  assert.equal(untidy('src/mail/mailpit-mailbox.test.ts', '').length, 0);
  assert.equal(untidy('src/mail/x.ts', 'x;\n'.repeat(MAX_LINES)).length, 0);
  assert.equal(untidy('src/mail/x.ts', 'x;\n'.repeat(MAX_LINES + 1)).length, 1);
  assert.equal(untidy('src/specification/requirements/x.ts', 'x;\n'.repeat(MAX_LINES + 1)).length, 0);
  for (const text of ['export default 1;', 'export default function x() {}', 'export { x as default };', 'export = x;']) {
    assert.equal(untidy('src/mail/x.ts', text).length, 1, text);
  }
  assert.equal(untidy('bench/bench.config.ts', 'export default {};').length, 0);
});

/** Imports that the table does not allow, one line each. `path` is relative to the project, with `/`. */
function misdirected(path: string, text: string): string[] {
  const room = roomOf(path);
  const own = rooms[room];
  const allowed = own && /\.test\.tsx?$/.test(path) ? [...own, ...(testsMayEnter[room] ?? [])] : own;
  if (allowed === undefined) return /^src\/[^/]+\.test\.ts$/.test(path) ? [] : [`${path} stands in no room of the table`];
  return importsOf(path, text).flatMap(({ specifier, line, typeOnly }) => {
    if (!specifier.startsWith('.')) return [];
    const target = posix.join(posix.dirname(path), specifier).replace(/^simulator$/, 'simulator/index');
    const complaint = (rule: string): string[] => [`${path}:${line} imports '${specifier}': ${rule}`];
    if (/\.test$/.test(target)) return complaint('no module imports a test');
    // What stands outside the rooms: package.json.
    if (roomOf(target) === room || extname(target) === '.json') return [];
    const permits = (entry: string): boolean => target === entry || target.startsWith(`${entry}/`);
    if (allowed.some((entry) => permits(entry) || (typeOnly && permits(entry.replace(/^type /, ''))))) return [];
    return complaint(`${room} may import only ${allowed.join(', ') || 'itself'}`);
  });
}

/** What breaks the habits of the house, one line each. */
function untidy(path: string, text: string): string[] {
  const complaints: string[] = [];
  if (!/^([a-z0-9]+(-[a-z0-9]+)*\/)+[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.tsx?$/.test(path)) {
    complaints.push(`${path}: names are in kebab-case`);
  }
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > MAX_LINES && !dataModules.some((data) => data.test(path))) {
    complaints.push(`${path}: ${lines} lines, more than ${MAX_LINES}`);
  }
  if (!basename(path).includes('.config.') && hasDefaultExport(parse(path, text))) {
    complaints.push(`${path}: exports are named, none is default`);
  }
  return complaints;
}

interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

function importsOf(path: string, text: string): Import[] {
  const source = parse(path, text);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: specifier.text, line, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, bringsTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isExternalModuleReference(node)) add(node, node.expression, false);
    else if (ts.isImportTypeNode(node)) add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && isLoad(node.expression)) add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function bringsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function isLoad(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function hasDefaultExport(source: ts.SourceFile): boolean {
  return source.statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return true;
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause !== undefined && ts.isNamedExports(clause) && clause.elements.some(({ name }) => name.text === 'default');
    }
    return (
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    );
  });
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
}

function roomOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('src/') ? 2 : 1)
    .join('/');
}

function sourcesUnder(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') };
    });
}
