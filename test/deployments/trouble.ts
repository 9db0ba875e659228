/** Helps the tests of what happens when the world fails: deployments to run against, in this process, and what a run came to. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createSimulator, serveSimulator } from '../../simulator';
import { ready } from '../../src/cli/readying';
import { recordRun } from '../../src/cli/recorded-run';
import { loadSuite, type Suite } from '../../src/cli/suite';
import { serve } from '../../src/driver/testing';
import { createCatcher, type Catcher } from '../../src/mail';
import type { RunRecord, ScenarioRecord } from '../../src/reporting/record';
import { exitCode } from '../../src/verdict/verdict';
import type { SeededAccount } from './contract';
import { people } from './people';

/** The simulator behind a socket of this machine, with its mail server, its CAPTCHA oracle and the files of a team. */
export interface Place {
  readonly folder: string;
  /** Path of the target file. */
  readonly target: string;
  readonly pool: string;
  readonly baseUrl: string;
  readonly mailUrl: string;
  readonly oracleUrl: string;
  readonly catcher: Catcher;
  /** Writes the target file, with this over what stands there by default. */
  describe(file: object): void;
  /** Nothing listens any more at `baseUrl`. Who is signed in stays so. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** The mail server is gone for good. */
  stopMail(): Promise<void>;
  /** So is what reads the images. */
  stopOracle(): Promise<void>;
}

export interface PlaceOptions {
  readonly accounts?: readonly SeededAccount[];
  /** Those of the pool; default: all of them. */
  readonly pool?: readonly object[];
  /** Over the target file. */
  readonly file?: object;
  readonly fault?: string;
  /** Answers in the place of the simulator when it gives something. */
  readonly instead?: (request: Request) => Response | undefined | Promise<Response | undefined>;
}

/** Opens a place that closes with the test. */
export async function openPlace(test: TestContext, options: PlaceOptions = {}): Promise<Place> {
  const { accounts = people, pool = accounts, file = {}, fault, instead } = options;
  const folder = mkdtempSync(join(tmpdir(), 'mdpo-trouble-'));
  const catcher = createCatcher();
  const mails = await catcher.listen();
  const simulator = createSimulator({
    accounts: accounts.map((account) => ({ kind: 'professionnel', trait: '', ...account })),
    mail: catcher,
    passwordCost: 16,
    ...(fault !== undefined && { fault }),
  });
  const oracle = await serve(
    async (request) => new Response(simulator.readCaptcha(new Uint8Array(await request.arrayBuffer())) ?? '?'),
  );
  const pages = { fetch: async (request: Request) => (await instead?.(request)) ?? simulator.fetch(request) };
  let served = await serveSimulator(pages, { port: 0 });
  const baseUrl = `${served.url}/`;
  const described = {
    ...{ name: 'préproduction', baseUrl, accounts: 'accounts.json' },
    captcha: { strategy: 'http', url: oracle.url },
    mail: { kind: 'mailhog', url: mails.url },
  };
  const place: Place = {
    ...{ folder, catcher, baseUrl, mailUrl: mails.url, oracleUrl: oracle.url },
    target: join(folder, 'target.yaml'),
    // JSON is YAML.
    describe: (changes) => writeFileSync(place.target, JSON.stringify({ ...described, ...changes })),
    pool: join(folder, 'accounts.json'),
    stop: () => served.close(),
    stopMail: () => mails.close(),
    stopOracle: () => oracle.close(),
    async start() {
      served = await serveSimulator(pages, { port: Number(new URL(baseUrl).port) });
    },
  };
  place.describe(file);
  // What a pool does not know: why an account of the simulator exists.
  const text = JSON.stringify(pool, (key, value: unknown) => (key === 'trait' ? undefined : value));
  if (pool.length > 0) writeFileSync(place.pool, text);
  test.after(async () => {
    await served.close();
    await oracle.close();
    await mails.close();
    simulator.close();
    rmSync(folder, { recursive: true });
  });
  return place;
}

/** What a run came to. */
export interface Judged {
  readonly record: RunRecord;
  readonly code: number;
}

export interface JudgeOptions {
  readonly tags: string;
  readonly seed?: number;
  readonly parallel?: number;
  readonly maxProcedures?: number;
  readonly suite?: Suite;
  /** Called when all is ready, before the first scenario. */
  readonly onReady?: () => void;
  /** Told after each attempt at a scenario how many have ended. */
  readonly onAttempt?: (ended: number) => void;
}

let own: Promise<Suite> | undefined;

/** A run as `mdpo run` makes one, without its report. @throws what keeps it from beginning. */
export async function judge(target: string, options: JudgeOptions): Promise<Judged> {
  const { tags, seed = 1, parallel = 1, maxProcedures, onReady, onAttempt } = options;
  const suite = options.suite ?? (await (own ??= loadSuite(process.env)));
  const asked = { target, seed, cwd: '/', ...(maxProcedures !== undefined && { maxProcedures }) };
  const readied = await ready(asked, parallel);
  try {
    assert.equal(readied.unavailable, undefined);
    const parameters = { ...asked, ...(readied.preparation && { preparation: readied.preparation }) };
    let ended = 0;
    onReady?.();
    const { record, defect } = await recordRun(
      suite,
      readied.target,
      { parameters, level: 'document', tags, expression: tags, parallel },
      {
        now: () => new Date(),
        onMessage({ testCaseFinished }) {
          if (testCaseFinished) onAttempt?.((ended += 1));
        },
      },
    );
    if (defect !== undefined) throw defect;
    return { record, code: exitCode(record) };
  } finally {
    readied.release();
  }
}

/** The rows of a run, one line each, for an assertion that says what it saw. */
export function told({ record }: Judged): string {
  return [record.reason, ...record.scenarios.map(({ outcome, name, reason }) => `${outcome} ${name}: ${reason ?? ''}`)].join(
    '\n',
  );
}

/** The rows of this outcome. */
export function rowsOf({ record }: Judged, outcome: ScenarioRecord['outcome']): readonly ScenarioRecord[] {
  return record.scenarios.filter((row) => row.outcome === outcome);
}

/** Every row that did not pass is undecided, for this reason and by this party, and so is the whole; none failed. */
export function assertUndecided(judged: Judged, attribution: 'environment' | 'configuration', reason: RegExp): void {
  const open = rowsOf(judged, 'cantTell');
  assert.ok(open.length > 0, `no row is undecided\n${told(judged)}`);
  for (const row of open) {
    assert.equal(row.attribution, attribution, told(judged));
    assert.match(row.reason ?? '', reason, told(judged));
  }
  assert.equal(open.length + rowsOf(judged, 'passed').length, judged.record.scenarios.length, told(judged));
  assert.deepEqual([judged.code, judged.record.verdict], [3, 'inconclusive'], told(judged));
  assert.doesNotMatch(JSON.stringify(judged.record), /TypeError|\[object|undefined|NaN/);
}

export function outcomesOf({ record }: Judged): Record<string, string> {
  return Object.fromEntries(record.scenarios.map(({ id, outcome }) => [id, outcome]));
}
