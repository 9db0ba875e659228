import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestStepResultStatus, type Envelope } from '@cucumber/messages';
import { OUTCOME_MEDIA_TYPE } from '../verdict/attachments';
import { createProgress } from './progress';

const timestamp = { seconds: 0, nanos: 0 };

/** The messages of one scenario, as Cucumber sends them. */
function scenario(id: string, status: TestStepResultStatus, outcome?: object): { plan: Envelope[]; play: Envelope[] } {
  const testCaseStartedId = `started-${id}`;
  const pickle = { id: `pickle-${id}`, uri: 'features/a.feature', location: { line: 3 }, name: `scénario ${id}` };
  const attachment = { mediaType: OUTCOME_MEDIA_TYPE, testCaseStartedId, body: JSON.stringify(outcome) };
  const testStepFinished = { testCaseStartedId, testStepResult: { status } };
  return {
    plan: [{ pickle }, { testCase: { id: `case-${id}`, pickleId: pickle.id } }] as unknown as Envelope[],
    play: [
      { testCaseStarted: { id: testCaseStartedId, testCaseId: `case-${id}`, attempt: 0, timestamp } },
      ...(outcome ? [{ attachment }] : []),
      { testStepFinished },
      { testCaseFinished: { testCaseStartedId, timestamp, willBeRetried: false } },
    ] as unknown as Envelope[],
  };
}

function show(isTTY: boolean): string {
  let text = '';
  const progress = createProgress({ write: (more) => (text += more), isTTY, columns: 40 });
  const scenarios = [
    scenario('a', TestStepResultStatus.PASSED),
    scenario('b', TestStepResultStatus.FAILED, { kind: 'finding', findings: [] }),
    scenario('c', TestStepResultStatus.UNDEFINED),
    scenario('d', TestStepResultStatus.SKIPPED, { kind: 'missing', capability: 'x', hint: 'y' }),
  ];
  for (const envelope of [...scenarios.flatMap(({ plan }) => plan), ...scenarios.flatMap(({ play }) => play)]) {
    progress.receive(envelope);
  }
  progress.finish();
  return text;
}

test('without a terminal: plain lines, and the scenarios that did not pass are named', () => {
  const text = show(false);
  assert.doesNotMatch(text, /[\r\x1b]/);
  assert.match(text, /^Échec : scénario b \(features\/a\.feature:3\)$/m);
  assert.match(text, /^Sans résultat : scénario c /m);
  assert.match(text, /^4\/4 scénarios, 1 en échec, 2 sans résultat$/m);
});

test('on a terminal: one line rewritten, never wider than the terminal, cleared at the end', () => {
  const text = show(true);
  assert.ok(text.endsWith('\r\x1b[K'));
  const rewritten = text.split('\r\x1b[K').filter((line) => !line.endsWith('\n'));
  assert.ok(rewritten.every((line) => line.length < 40));
  assert.match(text, /Échec : scénario b/);
});
