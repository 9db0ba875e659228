import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createSimulator, fixtures, serveSimulator } from '../../simulator';
import { openLedger } from '../target/ledger';
import { lockPool } from '../target/pool-lock';
import { readPool } from '../target/target-file';
import { ConfigurationError } from '../verdict/errors';
import { accounts } from './accounts';
import { standInEnvironment } from './stand-in-environment';

const root = mkdtempSync(join(tmpdir(), 'mdpo-accounts-'));
const simulator = createSimulator({ mail: { deliver: async () => {} }, passwordCost: 16 });
let served: Awaited<ReturnType<typeof serveSimulator>>;
before(async () => (served = await serveSimulator(simulator, { port: 0 })));
after(async () => {
  await served.close();
  simulator.close();
  rmSync(root, { recursive: true });
});

const [A, B, N] = [fixtures[0]!, fixtures[1]!, fixtures.find(({ kind }) => kind === 'autre')!];

/** A deployment of three accounts: the first was changed, the second is in doubt. */
function written(baseUrl = `${served.url}/`) {
  const folder = mkdtempSync(join(root, 'target-'));
  const path = join(folder, 'accounts.json');
  const target = { name: 'essai', baseUrl, accounts: 'accounts.json', captcha: { strategy: 'none' } };
  const mail = { kind: 'mailhog', url: 'http://127.0.0.1:9/' };
  writeFileSync(join(folder, 'target.yaml'), JSON.stringify({ ...target, mail }));
  const pool = [A, B, N].map(({ email, question, answer, kind }) => ({
    email,
    password: 'SecretAncien1',
    question,
    answer,
    kind,
  }));
  writeFileSync(path, JSON.stringify(pool));
  const ledger = openLedger(`${path}.ledger.jsonl`);
  ledger.settled(A.email, A.password);
  ledger.proposed(B.email, B.password);
  ledger.proposed(B.email, 'SecretRefuse1');
  const environment = standInEnvironment([], { cwd: folder });
  return {
    path,
    ledger,
    environment,
    call: (action: 'status' | 'reset') => accounts(environment, { action, target: 'target.yaml' }),
  };
}

test('status tells of each account what is known of it, and who uses the pool, but no password', async () => {
  const { path, environment, call } = written();
  assert.equal(await call('status'), 0);
  const lines = environment.written.out.split('\n');
  assert.match(lines[0]!, /^camille\.durand@\S+ +professionnel +mot de passe connu par le registre depuis 2\S+Z +0 en attente$/);
  assert.match(lines[1]!, /^bruno\.lefevre@\S+ +professionnel +mot de passe à retrouver +2 en attente$/);
  assert.match(lines[2]!, /^nadia\.simon@\S+ +autre +mot de passe connu par la réserve +0 en attente$/);
  assert.equal(lines[3], 'Exécution en cours : aucune.');
  const lock = lockPool(path);
  await call('status');
  lock.release();
  assert.match(environment.written.out, new RegExp(`Exécution en cours : processus ${process.pid} de \\S+, depuis 2`));
  assert.doesNotMatch(environment.written.out, /Secret|Tournesol|rabot/);
  assert.deepEqual(readPool(path)[0]?.password, 'SecretAncien1');
});

test('reset signs in to learn what is in doubt, writes the pool and begins a new ledger', async () => {
  const { path, ledger, environment, call } = written();
  assert.equal(await call('reset'), 0);
  assert.equal(
    environment.written.out,
    `${B.email} : le dernier changement a eu lieu\n${path} : mots de passe en vigueur récrits pour 2 des 3 comptes.\n`,
  );
  assert.deepEqual(
    readPool(path).map(({ password }) => password),
    [A.password, B.password, 'SecretAncien1'],
  );
  assert.equal(existsSync(ledger.path), false);
  assert.ok(existsSync(`${ledger.path}.1`));
  assert.equal(existsSync(`${path}.lock`), false);
});

test('reset changes nothing while a run has the accounts, nor when nothing opens one, nor when the target does not answer', async () => {
  const refused = written();
  const lock = lockPool(refused.path);
  await assert.rejects(() => refused.call('reset'), /accounts\.json\.lock: these accounts are in use by another run/);
  lock.release();

  const lost = written();
  lost.ledger.settled(B.email, 'SecretFaux1');
  lost.ledger.proposed(N.email, 'SecretFaux2');
  await assert.rejects(
    () => lost.call('reset'),
    (error: Error) =>
      error instanceof ConfigurationError &&
      error.message.includes(`accounts.json.ledger.jsonl: no password that was ever proposed opens ${N.email};`) &&
      !error.message.includes('Secret'),
  );

  const away = written('http://127.0.0.1:9/');
  assert.equal(await away.call('reset'), 3);
  assert.match(away.environment.written.err, /^mdpo: la cible 127\.0\.0\.1:9 ne répond pas/);

  for (const { path, ledger } of [refused, lost, away]) {
    assert.equal(readPool(path)[0]?.password, 'SecretAncien1');
    assert.ok(readFileSync(ledger.path, 'utf8').includes(A.email));
    assert.equal(existsSync(`${path}.lock`), false);
  }
});

test('a server that fails, on the way to the sign-in or there, says nothing of the passwords → 3, and nothing is changed', async () => {
  const failsAt = (fails: (request: Request) => boolean) => ({
    fetch: async (request: Request) => (fails(request) ? new Response('', { status: 503 }) : simulator.fetch(request)),
  });
  for (const failing of [failsAt(() => true), failsAt(({ method }) => method === 'POST')]) {
    const elsewhere = await serveSimulator(failing, { port: 0 });
    try {
      const { path, ledger, environment, call } = written(`${elsewhere.url}/`);
      assert.equal(await call('reset'), 3);
      assert.match(environment.written.err, /^mdpo: la cible 127\.0\.0\.1:\d+ a répondu 503 à la connexion\n$/);
      assert.equal(readPool(path)[0]?.password, 'SecretAncien1');
      assert.ok(readFileSync(ledger.path, 'utf8').includes(B.email));
    } finally {
      await elsewhere.close();
    }
  }
});

test('a target where nobody can sign in is said, and the simulator has no accounts to keep', async () => {
  const elsewhere = await serveSimulator({ fetch: async () => new Response('<p>Bienvenue</p>') }, { port: 0 });
  try {
    const { call } = written(`${elsewhere.url}/`);
    await assert.rejects(() => call('reset'), /nobody can sign in there: la commande « Votre espace professionnel » is missing/);
  } finally {
    await elsewhere.close();
  }
  await assert.rejects(
    () => accounts(standInEnvironment([]), { action: 'status', target: 'simulator' }),
    /option '--target': the simulator makes its accounts anew/,
  );
});
