import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variants } from '../../simulator';
import { readingById, readings } from '../specification';
import { ConfigurationError } from '../verdict/errors';
import { createSimulatorTarget } from './simulator-target';

test('the readings that variants declare are of the catalogue, and none is its default without saying so', () => {
  for (const { id, readings: declared } of variants) {
    for (const [reading, value] of Object.entries(declared)) {
      const known = readingById(reading).values.map((one) => one.value);
      assert.ok(known.includes(value), `${id}: ${reading} has ${known.join(', ')}, not ${value}`);
    }
  }
});

test('every alternative of a scored reading is declared by a variant', () => {
  const declared = variants.flatMap((variant) => Object.entries(variant.readings).map(([id, value]) => `${id} ${value}`));
  const alternatives = readings
    .filter(({ scored }) => scored)
    .flatMap(({ id, values }) => values.slice(1).map(({ value }) => `${id} ${value}`));
  assert.deepEqual(
    alternatives.filter((alternative) => !declared.includes(alternative)),
    [],
  );
});

test('a variant makes the target declare its readings, its labels, and what it lacks', async () => {
  const opened = async (variant?: string) => {
    const target = createSimulatorTarget({ driver: 'http', seed: 1, ...(variant && { variant }) });
    const open = await target.open();
    await open.close();
    return { target, open };
  };
  const plain = await opened();
  assert.deepEqual([plain.target.readings, plain.open.readings, plain.open.controls], [{}, {}, {}]);
  const near = await opened('VAR-libelles-voisins');
  assert.deepEqual(near.target.readings, { 'AMB-31': 'libellé-approché' });
  assert.deepEqual(near.open.readings, near.target.readings);
  assert.deepEqual(near.open.controls.connect, { name: 'Se connecter' });
  const bare = await opened('VAR-espace-autrement');
  assert.deepEqual([plain.open.capabilities.help, bare.open.capabilities.help], [true, false]);
});

test('a variant that does not exist, that http cannot go through, or beside a fault, is refused', () => {
  const refused = (options: object, words: RegExp) =>
    assert.throws(
      () => createSimulatorTarget({ driver: 'http', seed: 1, ...options }),
      (error) => error instanceof ConfigurationError && words.test(error.message),
    );
  refused({ variant: 'VAR-nul' }, /VAR-nul: no such variant; accepted: VAR-64-au-plus, /);
  refused({ variant: 'VAR-commandes-scriptees' }, /only a browser .*--driver browser/);
  refused({ variant: 'VAR-texte-bref', fault: 'FLT-046' }, /not together with --fault FLT-046/);
});
