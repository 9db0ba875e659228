/** Live progress of a run, from Cucumber's messages. Shows how far it is; the verdict is the report's business. */
import { TestStepResultStatus, type Envelope } from '@cucumber/messages';
import { OUTCOME_MEDIA_TYPE } from '../verdict/attachments';
import type { TextSink } from './environment';

export interface Progress {
  receive(envelope: Envelope): void;
  /** Leaves the terminal on a line of its own. */
  finish(): void;
}

type Fate = 'passed' | 'failed' | 'undecided';

/** One line rewritten on a terminal; elsewhere a line for each scenario that did not pass, and for each tenth of the run. */
export function createProgress(out: TextSink): Progress {
  const names = new Map<string, string>();
  const planned = new Map<string, string>();
  const running = new Map<string, { readonly testCase: string; fate: Fate }>();
  const counts = { passed: 0, failed: 0, undecided: 0 };
  let tenth = 0;

  function finished(name: string, fate: Fate): void {
    counts[fate] += 1;
    const done = counts.passed + counts.failed + counts.undecided;
    const notable = fate === 'passed' ? [] : [`${labels[fate]} : ${name}`];
    const line = `${done}/${planned.size} scénarios, ${counts.failed} en échec, ${counts.undecided} sans résultat`;
    if (out.isTTY) {
      out.write([...notable.map((text) => `\r\x1b[K${text}\n`), `\r\x1b[K${line.slice(0, (out.columns ?? 80) - 1)}`].join(''));
      return;
    }
    const reached = Math.floor((done * 10) / planned.size);
    if (reached > tenth) notable.push(line);
    tenth = Math.max(tenth, reached);
    for (const text of notable) out.write(`${text}\n`);
  }

  return {
    receive({ pickle, testCase, testCaseStarted, attachment, testStepFinished, testCaseFinished }) {
      if (pickle) names.set(pickle.id, `${pickle.name} (${pickle.uri}${pickle.location ? `:${pickle.location.line}` : ''})`);
      if (testCase) planned.set(testCase.id, names.get(testCase.pickleId) ?? '');
      if (testCaseStarted) running.set(testCaseStarted.id, { testCase: testCaseStarted.testCaseId, fate: 'passed' });
      if (attachment?.mediaType === OUTCOME_MEDIA_TYPE) mark(running, attachment.testCaseStartedId, fateOf(attachment.body));
      if (testStepFinished && testStepFinished.testStepResult.status !== TestStepResultStatus.PASSED) {
        mark(running, testStepFinished.testCaseStartedId, 'undecided');
      }
      if (testCaseFinished && !testCaseFinished.willBeRetried) {
        const run = running.get(testCaseFinished.testCaseStartedId);
        if (run) finished(planned.get(run.testCase) ?? '', run.fate);
      }
    },
    finish() {
      if (out.isTTY) out.write('\r\x1b[K');
    },
  };
}

const labels: Record<Exclude<Fate, 'passed'>, string> = { failed: 'Échec', undecided: 'Sans résultat' };

/** A finding is a failure of the target; everything else that stops a scenario leaves it without a result. */
function fateOf(body: string): Fate {
  return (JSON.parse(body) as { kind?: string }).kind === 'finding' ? 'failed' : 'undecided';
}

function mark(running: Map<string, { fate: Fate }>, id: string | undefined, fate: Fate): void {
  const run = id === undefined ? undefined : running.get(id);
  if (run && run.fate !== 'failed') run.fate = fate;
}
