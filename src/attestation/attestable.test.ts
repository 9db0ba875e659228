import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunRecord } from '../reporting/record';
import { conformingRun, failingRun } from '../reporting/testing/fixtures';
import { reasonsAgainst } from './attestable';

const grounds = {
  suite: { commit: 'a'.repeat(40), state: 'clean' },
  evidence: { manifest: 'evidence/manifest.json', sha256: 'b'.repeat(64) },
} as const;
const complete: RunRecord = { ...conformingRun().record, ...grounds };

test('a complete report can be attested, whether the target conforms or not', () => {
  assert.deepEqual(reasonsAgainst(complete), []);
  assert.deepEqual(reasonsAgainst({ ...complete, level: 'all' }), []);
  assert.deepEqual(reasonsAgainst({ ...failingRun().record, ...grounds }), []);
});

const selection = (rest: Partial<RunRecord['selection']>): Partial<RunRecord> => ({
  selection: { filtered: true, words: 'une part', ...rest },
});

const refused: readonly (readonly [name: string, change: Partial<RunRecord>, reason: RegExp])[] = [
  ['tags', selection({ tags: '@MPO-2-1' }), /--tags/],
  ['a feature', selection({ feature: 'x.feature' }), /x\.feature/],
  ['a shard', selection({ shard: '1/2' }), /shard.*1\/2/],
  ['the record of a shard', { shard: { plan: [], findings: [] } }, /shard/],
  ['a filter without a name', selection({}), /only a part/],
  ['a run that broke off', { stopped: { attribution: 'environment', reason: 'panne' } }, /broke off/],
  ['an inconclusive verdict', { verdict: 'inconclusive' }, /inconclusive/],
  ['recommendations alone', { level: 'recommendation' }, /--level/],
  ['a fault', { target: { ...complete.target, fault: 'FLT-046' } }, /FLT-046/],
  ['a variant', { target: { ...complete.target, variant: 'VAR-texte-bref' } }, /VAR-texte-bref/],
  ['sources that changed', { suite: { commit: 'a', state: 'dirty' } }, /not those of its commit/],
  ['sources of unknown state', { suite: { state: 'unknown' } }, /nobody can say/],
  ['sources without a commit', { suite: { state: 'clean' } }, /nobody can say/],
];
for (const [name, change, reason] of refused) {
  test(`not attested: ${name}`, () => {
    const reasons = reasonsAgainst({ ...complete, ...change });
    assert.equal(reasons.length, 1, reasons.join('\n'));
    assert.match(reasons[0] ?? '', reason);
  });
}

test('not attested: what says nothing of its sources or has no evidence', () => {
  const bare = reasonsAgainst(conformingRun().record);
  assert.equal(bare.length, 2);
  assert.match(bare.join('\n'), /which sources[^]*no evidence/);
});
