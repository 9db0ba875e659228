/** What both drivers make of whatever a site in trouble answers: a page that says what was seen, or a target that does not answer. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createBrowserVisitors } from './browser-visitor';
import { createHttpVisitors } from './http-visitor';
import { LONGEST_SOURCE } from './read-page';
import { recogniseScreen } from './screens';
import { selfSigned } from './testing-certificate';
import { holding, home, rows, type Seen } from './unexpected-answers';
import type { Page, Visitor, VisitorFactory } from './visitor';

const TIMEOUT_MS = 1_500;
const LONG_MS = 20_000;
/** Several limits may follow each other; beyond this, nothing limits. */
const HANGING_MS = 30_000;

describe('unexpected pages', { concurrency: true }, () => {
  const answers: Record<string, RequestListener> = Object.fromEntries(rows.map(({ answer }, rank) => [`/${rank}`, answer]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://x');
    const answer = answers[pathname.replace(/x+$/, '')] ?? (pathname === '/partir' ? holding : home);
    return answer(request, response);
  });
  const guarded = createTlsServer(selfSigned(), home);
  /** A name that no resolver looks up: a label has 63 characters at most (RFC 1035, 2.3.4). */
  const nameless = `http://${'a'.repeat(64)}.invalid`;
  let baseUrl = '';
  let tls = '';
  before(async () => {
    // What this machine goes through to reach the world says nothing of the sites below.
    for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) delete process.env[name];
    baseUrl = `http://127.0.0.1:${await listen(server)}/`;
    tls = `https://localhost:${await listen(guarded)}`;
  });
  after(() => {
    for (const one of [server, guarded]) {
      one.close();
      one.closeAllConnections();
    }
  });

  const drivers = {
    http: (timeoutMs: number) => createHttpVisitors({ baseUrl, timeoutMs, allowedOrigins: [tls, nameless] }),
    browser: (timeoutMs: number) => createBrowserVisitors({ baseUrl, timeoutMs, allowedOrigins: [tls, nameless] }),
  };
  for (const [driver, create] of Object.entries(drivers)) {
    describe(driver, { concurrency: 4 }, () => {
      let visitors: VisitorFactory;
      let patient: VisitorFactory;
      before(async () => {
        visitors = await create(TIMEOUT_MS);
        patient = await create(LONG_MS);
      });
      after(async () => {
        await visitors?.close();
        await patient?.close();
      });
      const scenario = (name: string, run: (visitor: Visitor) => Promise<void>, long = false): void => {
        it(name, { timeout: long ? LONG_MS + HANGING_MS : HANGING_MS }, async () => {
          const visitor = await (long ? patient : visitors).newVisitor();
          try {
            await run(visitor);
          } finally {
            await visitor.close();
          }
        });
      };

      rows.forEach(({ what, seen, inBrowser = seen, long, lost }, rank) => {
        scenario(
          `${what} (${driver})`,
          async (visitor) => {
            await look(visitor.open(`/${rank}`), driver === 'browser' ? inBrowser : seen);
            if (lost && driver === 'browser') return;
            // Whatever it was, the person goes on.
            await visitor.forget();
            assert.equal((await visitor.open('/')).title, 'Accueil');
            // What is sent outside of a page has other words for the same troubles.
            const request = { method: 'GET', url: `${baseUrl}${rank}`, headers: {}, body: '' };
            await visitor.replay(request, []).then(assertLimited, assertUnavailable);
          },
          long,
        );
      });

      scenario(`a certificate that nobody vouches for (${driver})`, (visitor) =>
        look(visitor.open(tls), /certificat TLS refusé/),
      );
      scenario(`a host without a name (${driver})`, (visitor) => look(visitor.open(nameless), /nom d’hôte introuvable \(DNS\)/));
      scenario(`a page that asks before it is left (${driver})`, async (visitor) => {
        const { controls } = await visitor.open('/partir');
        await visitor.type(controls[0]!, 'modifié');
        assert.equal((await visitor.activate(controls[1]!)).title, 'Accueil');
      });
    });
  }
});

/** Judges what a visitor says of an address. */
async function look(opening: Promise<Page>, expected: Seen | RegExp): Promise<void> {
  if (expected instanceof RegExp) {
    await assert.rejects(opening, (error: Error) => {
      assertUnavailable(error);
      assert.match(error.message, expected);
      return true;
    });
    return;
  }
  const { text, ...facts } = expected;
  const seen = await opening;
  for (const [fact, value] of Object.entries(facts)) assert.deepEqual(seen[fact as keyof Page], value, fact);
  if (text) assert.match(seen.text.slice(0, 200), text);
  assert.match(recogniseScreen(seen), /^(error|other)$/);
  assertLimited(seen);
}

function assertLimited({ source, text }: Page): void {
  assert.ok(source.length <= LONGEST_SOURCE && text.length <= LONGEST_SOURCE, 'what is kept of a page is limited');
}

/** A sentence in French of our own, with the code of the error at most. */
function assertUnavailable(error: Error): void {
  assert.equal(error.name, 'TargetUnavailable', error.stack);
  const causes =
    'pas de réponse|connexion coupée|certificat|nom d’hôte|réponse HTTP illisible|contenu|redirection|la page ne se laisse';
  assert.match(error.message, new RegExp(`^la cible \\S+ ne répond pas : (${causes})`));
  assert.doesNotMatch(error.message, /\n/);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
