/** Helps the tests of this folder: a deployment with its files, what the doctor says of it, and mistakes to plant. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { html, serve, type Handler } from '../driver/testing';
import type { Catcher } from '../mail';
import type { Account } from '../target/account';
import { loadDeployment, type Deployment } from '../target/deployment-target';
import type { Preparation } from '../target/target';
import { ConfigurationError } from '../verdict/errors';
import { diagnose, exitCodeOf, type DiagnoseOptions, type Line } from './diagnose';
import { linesOfRefusal } from './refused-files';

/** How a case differs from a deployment about which there is nothing to say. */
export interface Change {
  /** Over the target file. */
  readonly file?: object;
  /** The pool; a text stands as it is. `null`: there is none. */
  readonly pool?: readonly object[] | string | null;
  readonly ledger?: string;
  readonly options?: Partial<DiagnoseOptions>;
}

export interface Stage {
  readonly pool: readonly Account[];
  /** `host:port` of the mail server of the deployment. */
  readonly smtp: string;
  /** Serves something else for a while. @returns its address. */
  serve(handler: Handler): Promise<string>;
  examine(change?: Change): Promise<{ readonly lines: readonly Line[]; readonly preparation: Preparation }>;
  close(): Promise<void>;
}

/** What is played on a stage. */
interface Simulated {
  fetch(request: Request): ReturnType<Handler>;
  readCaptcha(image: Uint8Array): string | undefined;
  close(): void;
}

/** A stage that is there while the tests of a file run, and not before. @param catcher gets the mails of the simulator. */
export function stageForTests(simulator: Simulated, catcher: Catcher, accounts: readonly Account[]): Stage {
  const stage = {} as Stage;
  before(async () => void Object.assign(stage, await openStage(simulator, catcher, accounts)));
  after(async () => {
    await stage.close();
    simulator.close();
  });
  return stage;
}

/** Serves pages, an oracle that reads their images, and the server that gets their mail. */
async function openStage(simulator: Simulated, catcher: Catcher, accounts: readonly Account[]): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mdpo-doctor-'));
  const closing: (() => Promise<void>)[] = [];
  const open = async (handler: Handler): Promise<string> => {
    const server = await serve(handler);
    closing.push(server.close);
    return server.url;
  };
  const mails = await catcher.listen();
  closing.push(mails.close);
  const smtp = `127.0.0.1:${mails.smtp.port}`;
  const good = {
    ...{ name: 'préproduction', baseUrl: await open((request) => simulator.fetch(request)), accounts: 'accounts.json' },
    captcha: { strategy: 'http', url: await open(reader((image) => simulator.readCaptcha(image))) },
    mail: { kind: 'mailhog', url: mails.url, smtp },
  };
  const pool = poolOf(accounts);

  return {
    pool,
    smtp,
    serve: open,
    async examine({ file, pool: written = pool, ledger, options } = {}) {
      const cwd = mkdtempSync(join(folder, 'case-'));
      const path = join(cwd, 'target.yaml');
      // JSON is YAML.
      writeFileSync(path, JSON.stringify({ ...good, ...file }));
      const text = typeof written === 'string' ? written : JSON.stringify(written, null, 2);
      if (written !== null) writeFileSync(join(cwd, 'accounts.json'), text);
      if (ledger !== undefined) writeFileSync(join(cwd, 'accounts.json.ledger.jsonl'), ledger);
      let deployment: Deployment;
      try {
        deployment = loadDeployment({ target: path, cwd });
      } catch (error) {
        if (error instanceof ConfigurationError) return { lines: linesOfRefusal(error, path), preparation: {} };
        throw error;
      }
      try {
        return await diagnose(deployment, { parallel: 1, probeTimeoutMs: 300, ...options });
      } finally {
        await deployment.close();
      }
    },
    async close() {
      await Promise.all(closing.map((close) => close()));
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a pool says of accounts, whatever else is known of them. */
export function poolOf(accounts: readonly Account[]): Account[] {
  return accounts.map(({ email, password, question, answer, subscriberNumber, services, dossiers, kind }) => ({
    ...{ email, password, question, answer, subscriberNumber, services, dossiers, kind },
  }));
}

/** What reads images for whoever sends them. */
export function reader(read: (image: Uint8Array) => string | undefined): Handler {
  return async (request) => new Response(read(new Uint8Array(await request.arrayBuffer())) ?? '?');
}

/** A page of markup. */
export const page = (body: string, init?: ResponseInit): Handler => {
  return () => html(`<html lang="fr"><title>Site</title><body>${body}</body></html>`, init);
};

/** An address of this machine where nothing listens any more. */
export async function silentAddress(): Promise<string> {
  const { url, close } = await serve(() => new Response());
  await close();
  return url;
}

/** The line that must name a mistake, and the exit code that it comes to. */
export type Expected = Pick<Line, 'id' | 'state'> & { readonly what: RegExp; readonly remedy?: RegExp };
export type Mistake = readonly [
  name: string,
  change: (t: TestContext) => Change | Promise<Change>,
  expected: Expected,
  exit: ReturnType<typeof exitCodeOf>,
];

/** A test for each mistake: it is named, with what to write, and no secret is shown on the way. */
export function testMistakes(stage: Stage, mistakes: readonly Mistake[]): void {
  for (const [name, change, expected, exit] of mistakes) {
    test(`planted: ${name}`, async (t) => {
      const { lines } = await stage.examine(await change(t));
      const told = JSON.stringify(lines, null, 1);
      const line = lines.find(
        ({ id, state, what }) => id === expected.id && state === expected.state && expected.what.test(what),
      );
      assert.ok(line, `${expected.state} ${expected.id} ${String(expected.what)} in ${told}`);
      if (expected.remedy ?? expected.state !== 'finding') assert.match(line.remedy ?? '', expected.remedy ?? /./);
      const attribution = exit === 2 ? 'configuration' : 'environment';
      assert.equal(line.attribution, expected.state === 'stop' ? attribution : undefined);
      assert.equal(exitCodeOf(lines), exit, told);
      const secrets = [...stage.pool.flatMap(({ password, answer }) => [password, answer]), ...WRONG_SECRETS];
      for (const secret of secrets) assert.ok(!told.includes(secret), `${secret} in ${told}`);
    });
  }
}

/** Planted in the pool in the place of the right ones. */
export const WRONG_SECRETS = ['Faux1234567890123456', 'Montbéliard'] as const;
