/** For tests: plays Gherkin text as Cucumber would, with results that a script decides, and returns the messages. */
import { generateMessages } from '@cucumber/gherkin';
import {
  AttachmentContentEncoding,
  IdGenerator,
  SourceMediaType,
  TestStepResultStatus,
  TimeConversion,
  type Envelope,
  type Pickle,
  type TestCase,
} from '@cucumber/messages';
import {
  JOURNAL_MEDIA_TYPE,
  MOVES_MEDIA_TYPE,
  OUTCOME_MEDIA_TYPE,
  READING_MEDIA_TYPE,
  type OutcomeAttachment,
  type SeenMove,
} from '../../verdict/attachments';

/** One attempt at a scenario. Passed unless said otherwise. */
export interface Played {
  readonly status?: keyof typeof TestStepResultStatus;
  /** Rank of the step that gets `status`; the last one unless given. Those after it are skipped. */
  readonly at?: number;
  readonly error?: string;
  readonly outcome?: OutcomeAttachment;
  readonly readings?: Readonly<Record<string, string>>;
  readonly journal?: readonly string[];
  readonly moves?: readonly SeenMove[];
  readonly screenshots?: readonly Buffer[];
  readonly durationMs?: number;
  /** The worker died: the end of the attempt was never reported. */
  readonly unfinished?: boolean;
}

/** The attempts at a scenario, oldest first; `undefined` when the selection leaves it out. */
export type Script = (pickle: Pickle) => readonly Played[] | undefined;

/** @param features text by path. */
export function play(features: Readonly<Record<string, string>>, script: Script = () => [{}]): Envelope[] {
  const newId = IdGenerator.incrementing();
  const options = { newId, includeSource: false, includeGherkinDocument: true, includePickles: true };
  const documents = Object.entries(features).flatMap(([uri, text]) => [
    ...generateMessages(`# language: fr\n${text}`, uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, options),
  ]);
  let now = 0;
  const time = () => TimeConversion.millisecondsSinceEpochToTimestamp(now);
  const cases = documents.flatMap(({ pickle }) => {
    const attempts = pickle && script(pickle);
    if (!pickle || !attempts) return [];
    const testCase: TestCase = {
      id: newId(),
      pickleId: pickle.id,
      testSteps: pickle.steps.map(({ id }) => ({ id: newId(), pickleStepId: id })),
    };
    return [{ testCase, attempts }];
  });
  const played = cases.flatMap(({ testCase, attempts }) =>
    attempts.flatMap((attempt, rank) => {
      const id = newId();
      const begun = { testCaseStarted: { id, testCaseId: testCase.id, attempt: rank, timestamp: time() } };
      now += attempt.durationMs ?? 12;
      const willBeRetried = rank + 1 < attempts.length;
      const ended = { testCaseFinished: { testCaseStartedId: id, timestamp: time(), willBeRetried } };
      return [begun, ...stepMessages(attempt, id, testCase, time()), ...(attempt.unfinished ? [] : [ended])];
    }),
  );
  return [
    ...documents,
    { testRunStarted: { timestamp: TimeConversion.millisecondsSinceEpochToTimestamp(0) } },
    ...cases.map(({ testCase }) => ({ testCase })),
    ...played,
    { testRunFinished: { success: true, timestamp: time() } },
  ];
}

function stepMessages(
  attempt: Played,
  testCaseStartedId: string,
  testCase: TestCase,
  timestamp: { seconds: number; nanos: number },
): Envelope[] {
  const at = attempt.at ?? testCase.testSteps.length - 1;
  return testCase.testSteps.flatMap(({ id: testStepId }, rank): Envelope[] => {
    const own = rank === at ? (attempt.status ?? 'PASSED') : rank < at ? 'PASSED' : 'SKIPPED';
    const status = TestStepResultStatus[rank > at && (attempt.status ?? 'PASSED') === 'PASSED' ? 'PASSED' : own];
    const failing = rank === at && attempt.error !== undefined ? { message: attempt.error } : {};
    const testStepResult = { status, duration: { seconds: 0, nanos: 0 }, ...failing };
    const attached = rank === at ? attachments(attempt) : [];
    return [
      ...attached.map((attachment) => ({ attachment: { ...attachment, testCaseStartedId, testStepId } })),
      { testStepFinished: { testCaseStartedId, testStepId, testStepResult, timestamp } },
    ];
  });
}

function attachments({ outcome, readings = {}, journal, moves, screenshots = [] }: Played) {
  const json = (mediaType: string, body: unknown) => ({
    mediaType,
    body: JSON.stringify(body),
    contentEncoding: AttachmentContentEncoding.IDENTITY,
  });
  return [
    ...(outcome ? [json(OUTCOME_MEDIA_TYPE, outcome)] : []),
    ...Object.entries(readings).map(([id, observed]) => json(READING_MEDIA_TYPE, { id, observed })),
    ...(journal ? [json(JOURNAL_MEDIA_TYPE, { lines: journal })] : []),
    ...(moves ? [json(MOVES_MEDIA_TYPE, { moves })] : []),
    ...screenshots.map((image) => ({
      mediaType: 'image/png',
      body: image.toString('base64'),
      contentEncoding: AttachmentContentEncoding.BASE64,
    })),
  ];
}
