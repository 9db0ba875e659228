/** Cucumber with nothing to do: scenarios of one step, in JavaScript. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns the folder to start Cucumber in. */
export function bareCucumber(work: string, scenarios: number): string {
  const folder = join(work, `bare-${scenarios}`);
  mkdirSync(join(folder, 'features'), { recursive: true });
  const feature = ['Feature: a', ...Array.from({ length: scenarios }, (_, rank) => `  Scenario: b${rank}\n    Given c`)];
  writeFileSync(join(folder, 'features', 'a.feature'), `${feature.join('\n')}\n`);
  const library = JSON.stringify(require.resolve('@cucumber/cucumber'));
  writeFileSync(join(folder, 'features', 'steps.cjs'), `const { Given } = require(${library});\nGiven('c', () => {});\n`);
  return folder;
}
