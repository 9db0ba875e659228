import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lane } from './fault-campaign';
import type { RunFacts } from './fault-hunt';
import { openLane } from './fault-lane';
import { checkVariants } from './variant-check';

const sound: RunFacts = {
  failures: [],
  passed: ['a'],
  verdict: 'conforming',
  outcomes: { 'MPO-1': 'passed', 'MPO-2': 'passed' },
};
const variant = (id: string, lacks?: string[]) => ({ id, title: { en: id }, ...(lacks && { lacks }) });
const silent = { write: () => true };

async function judged(seen: Readonly<Record<string, RunFacts | Error>>, lacks?: string[]) {
  const lane: Lane = async ({ variant: id }) => {
    const facts = id === undefined ? sound : seen[id];
    if (facts === undefined || facts instanceof Error) throw facts ?? new Error('not asked for');
    return facts;
  };
  const results = await checkVariants(
    Object.keys(seen).map((id) => variant(id, lacks)),
    'http',
    [lane],
    silent,
  );
  return results.map(({ conforming, told }) => ({ conforming, told }));
}

test('a variant conforms when the verdict says so and everything that the reference passes is passed', async () => {
  assert.deepEqual(await judged({ same: sound }), [{ conforming: true, told: [] }]);
});

test('anything else is a false red, and says what', async () => {
  const failed: RunFacts = {
    ...sound,
    verdict: 'non-conforming',
    outcomes: { 'MPO-1': 'failed', 'MPO-2': 'passed' },
    failures: [{ requirement: 'MPO-1', scenario: 'x', name: 'Un scénario' }],
  };
  const undecided: RunFacts = { ...sound, verdict: 'inconclusive', outcomes: { 'MPO-1': 'passed', 'MPO-2': 'cantTell' } };
  const untested: RunFacts = { ...sound, outcomes: { 'MPO-1': 'passed', 'MPO-2': 'untested' } };
  const mute: RunFacts = { failures: [], passed: ['a'] };
  assert.deepEqual(
    await judged({ failed, undecided, untested, mute, broken: { ...sound, broken: 'mort' }, dead: new Error('tué') }),
    [
      { conforming: false, told: ['MPO-1 failed (Un scénario)'] },
      { conforming: false, told: ['MPO-2 cantTell'] },
      { conforming: false, told: ['MPO-2 is untested'] },
      { conforming: false, told: ['the verdict is missing'] },
      { conforming: false, told: ['mort'] },
      { conforming: false, told: ['tué'] },
    ],
  );
});

test('what it need not offer may leave something untested, and that is told', async () => {
  const untested: RunFacts = { ...sound, outcomes: { 'MPO-1': 'passed', 'MPO-2': 'untested' } };
  assert.deepEqual(await judged({ untested }, ['help']), [{ conforming: true, told: ['untested for want of help: MPO-2'] }]);
});

test('nothing is concluded where the reference does not conform', async () => {
  const lane: Lane = async () => ({ ...sound, verdict: 'inconclusive' });
  await assert.rejects(checkVariants([variant('x')], 'http', [lane], silent), /The reference is not found conforming/);
});

test('a variant that is really a fault is reported, by a real run', async () => {
  const lane = openLane();
  try {
    const bent: Lane = ({ variant: id, ...request }) => lane({ ...request, ...(id !== undefined && { fault: 'FLT-031' }) });
    const [result] = await checkVariants([variant('VAR-faux')], 'http', [bent], silent);
    assert.equal(result?.conforming, false);
    assert.match(result?.told.join() ?? '', /MPO-2-14 failed/);
  } finally {
    await lane.close();
  }
});
