import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright';
import { createBrowserVisitors } from './browser-visitor';
import { findBrowser } from './find-browser';
import { remoteBrowserOf, type RemoteBrowser } from './remote-browser';
import { html, redirect, serve } from './testing';
import { describeVisitor } from './visitor-contract';

const executablePath = findBrowser({ playwrightPath: chromium.executablePath() });

describeVisitor('browser, served by Playwright', async (site) => {
  const server = await serve(site);
  const browser = await chromium.launchServer({ executablePath });
  const remote: RemoteBrowser = { kind: 'playwright', wsEndpoint: browser.wsEndpoint() };
  const visitors = await createBrowserVisitors({ baseUrl: server.url, remote });
  return {
    visitors,
    close: async () => {
      await visitors.close();
      await browser.close();
      await server.close();
    },
  };
});

/** Stands for a Selenium Grid of one node: `POST /session` starts a browser, which ends once `DELETE /session/…` has come. */
async function startHub(): Promise<{ url: string; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const ends: (() => Promise<void>)[] = [];
  let left: () => void;
  const deserted = new Promise<void>((resolve) => (left = resolve));
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answer = (value: unknown): void => void response.end(JSON.stringify({ value }));
    if (request.method === 'DELETE') {
      answer(null);
      return left();
    }
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { capabilities } = JSON.parse(body) as { capabilities: { alwaysMatch: Record<string, { args: string[] }> } };
      startBrowser(capabilities.alwaysMatch['goog:chromeOptions']!.args).then(({ endpoint, end }) => {
        ends.push(end);
        answer({ sessionId: 'session-1', capabilities: { 'se:cdp': endpoint } });
      }, answer);
    });
  });
  const url = `http://127.0.0.1:${await listen(server)}/wd/hub`;
  return {
    url,
    asked,
    close: async () => {
      await deserted;
      server.close();
      for (const end of ends) await end();
    },
  };
}

/** Starts a browser as a node of the grid does, and tells where it is spoken to. */
async function startBrowser(args: readonly string[]): Promise<{ endpoint: string; end(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'mdpo-node-'));
  const node = spawn(executablePath, [...args, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const gone = new Promise((resolve) => node.once('exit', resolve));
  const end = async (): Promise<void> => {
    // The program may be a script that starts the browser: the whole group ends.
    process.kill(-node.pid!);
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  for await (const line of createInterface(node.stderr)) {
    const endpoint = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (endpoint) return { endpoint, end };
  }
  await end();
  throw new Error('the browser of the node never said where it listens');
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('a remote browser', () => {
  const asked: string[] = [];
  let other: Awaited<ReturnType<typeof serve>>;
  let site: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    other = await serve((request) => {
      asked.push(new URL(request.url).pathname);
      return html('', { headers: { 'access-control-allow-origin': '*' } });
    });
    const { port } = new URL(other.url);
    site = await serve((request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/ailleurs') return redirect(`${other.url}redirection`, 302);
      if (pathname === '/cadre') return redirect(`http://localhost:${port}/cadre`, 302);
      if (pathname === '/envoi') return html('<p>Reçu</p>');
      return html(`<form method="post" action="/envoi"><button>Valider</button></form><iframe src="/cadre"></iframe>
        <img src="${other.url}image"><script>fetch('http://localhost:${port}/donnees').catch(() => {})</script>`);
    });
  });
  after(async () => {
    await site?.close();
    await other?.close();
  });

  const remotes: Record<string, () => Promise<{ remote: RemoteBrowser; ended(): Promise<void> }>> = {
    'served by Playwright': async () => {
      const server = await chromium.launchServer({ executablePath });
      return { remote: { kind: 'playwright', wsEndpoint: server.wsEndpoint() }, ended: () => server.close() };
    },
    'of a Selenium Grid': async () => {
      const hub = await startHub();
      return {
        remote: { kind: 'selenium', url: hub.url },
        ended: async () => {
          await hub.close();
          assert.deepEqual(hub.asked, ['POST /wd/hub/session', 'DELETE /wd/hub/session/session-1']);
        },
      };
    },
  };
  for (const [whose, start] of Object.entries(remotes)) {
    it(`${whose} reaches the target, and nothing else`, { timeout: 30_000 }, async () => {
      const { remote, ended } = await start();
      const before = process.env.SELENIUM_REMOTE_URL;
      const visitors = await createBrowserVisitors({ baseUrl: site.url, remote });
      try {
        assert.equal(process.env.SELENIUM_REMOTE_URL, before);
        const visitor = await visitors.newVisitor();
        const page = await visitor.open('/');
        assert.equal((await visitor.activate(page.controls.find(({ name }) => name === 'Valider')!)).text, 'Reçu');
        assert.equal((await visitor.replay(visitor.lastSubmission()!, [])).text, 'Reçu');
        assert.equal((await visitor.open('/ailleurs')).instead, 'outside');
        const elsewhere = { method: 'GET', url: other.url, headers: {}, body: '' };
        assert.equal((await visitor.replay(elsewhere, [])).instead, 'outside');
        await visitor.close();
        assert.deepEqual(asked, []);
      } finally {
        await visitors.close();
        await ended();
      }
    });
  }

  it('is gone when its server is', async () => {
    const server = await chromium.launchServer({ executablePath });
    const visitors = await createBrowserVisitors({
      baseUrl: site.url,
      remote: { kind: 'playwright', wsEndpoint: server.wsEndpoint() },
    });
    const visitor = await visitors.newVisitor();
    await server.close();
    await assert.rejects(visitor.open('/'), { name: 'BrowserUnavailable', message: 'le navigateur s’est arrêté' });
    await visitors.close();
  });

  it('is the one that the environment names, Playwright’s before the grid’s', () => {
    const wsEndpoint = 'wss://navigateurs.example/?jeton=x';
    const url = 'http://grille.example:4444';
    assert.equal(remoteBrowserOf({}), undefined);
    assert.equal(remoteBrowserOf({ MDPO_BROWSER_WS: '', SELENIUM_REMOTE_URL: '' }), undefined);
    assert.deepEqual(remoteBrowserOf({ SELENIUM_REMOTE_URL: url }), { kind: 'selenium', url });
    assert.deepEqual(remoteBrowserOf({ MDPO_BROWSER_WS: wsEndpoint, SELENIUM_REMOTE_URL: url }), {
      kind: 'playwright',
      wsEndpoint,
    });
  });

  it('is taken from the environment when the caller names no browser, and only then', async () => {
    const before = process.env.MDPO_BROWSER_WS;
    process.env.MDPO_BROWSER_WS = 'ftp://navigateurs.example';
    try {
      await assert.rejects(createBrowserVisitors({ baseUrl: site.url }), { name: 'ConfigurationError' });
      await (await createBrowserVisitors({ baseUrl: site.url, executablePath })).close();
    } finally {
      if (before === undefined) delete process.env.MDPO_BROWSER_WS;
      else process.env.MDPO_BROWSER_WS = before;
    }
  });
});

describe('a remote browser that is not available', () => {
  const SECRET = 'jeton-secret';
  /** Something that answers every request with a status. */
  const answering = async (status: number, body: string): Promise<{ host: string; close(): void }> => {
    const server = createServer((_, response) => response.writeHead(status).end(body));
    const host = `127.0.0.1:${await listen(server)}`;
    return { host, close: () => server.close() };
  };
  const fails = async (remote: RemoteBrowser): Promise<Error> => {
    const error: unknown = await createBrowserVisitors({ baseUrl: 'http://127.0.0.1/', remote }).then(
      () => assert.fail('a browser was found'),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof Error);
    // Whatever the error is printed with, its causes included.
    assert.ok(!JSON.stringify([error.message, error.stack, error.cause]).includes(SECRET), error.stack);
    return error;
  };
  const playwright = (host: string): RemoteBrowser => ({
    kind: 'playwright',
    wsEndpoint: `ws://moi:${SECRET}@${host}/?jeton=${SECRET}`,
  });
  const selenium = (host: string): RemoteBrowser => ({ kind: 'selenium', url: `http://moi:${SECRET}@${host}/${SECRET}` });

  it('is named by its host, with the reason', async () => {
    const nobody = await answering(200, '');
    nobody.close();
    for (const remote of [playwright(nobody.host), selenium(nobody.host)]) {
      const { name, message } = await fails(remote);
      assert.equal(name, 'BrowserUnavailable');
      assert.match(message, /^le navigateur distant 127\.0\.0\.1:\d+ n’est pas disponible : connexion refusée/);
    }
  });

  it('may refuse who asks, or be something else', async () => {
    for (const [status, reason] of [
      [401, 'accès refusé'],
      [403, 'accès refusé'],
      [404, 'rien de tel à cette adresse'],
    ] as const) {
      const server = await answering(status, SECRET);
      const { name, message } = await fails(playwright(server.host));
      assert.deepEqual(
        [name, message],
        ['BrowserUnavailable', `le navigateur distant ${server.host} n’est pas disponible : ${reason}`],
      );
      server.close();
    }
  });

  it('may be served by another version of Playwright', async () => {
    const server = await answering(428, 'Playwright version mismatch:\n  - server version: v1.2');
    assert.match(
      (await fails(playwright(server.host))).message,
      /son Playwright n’est pas de la même version que celui d’ici \(\d/,
    );
    server.close();
  });

  it('may be a hub that opens no session, or answers something else', async () => {
    const full = await answering(500, JSON.stringify({ value: { message: `no node has ${SECRET}` } }));
    assert.match((await fails(selenium(full.host))).message, /: le hub n’ouvre pas de session$/);
    full.close();
    const other = await answering(200, 'bonjour');
    const { name, message } = await fails(selenium(other.host));
    assert.deepEqual(
      [name, message],
      ['BrowserUnavailable', `le navigateur distant ${other.host} n’est pas disponible : la connexion échoue`],
    );
    other.close();
  });

  it('has an address that is checked before it is used', async () => {
    const refused: readonly (readonly [RemoteBrowser, RegExp])[] = [
      [
        { kind: 'playwright', wsEndpoint: `http://h/${SECRET}` },
        /^remote\.wsEndpoint \(MDPO_BROWSER_WS\), given an address in http:\/\/, accepted: ws:\/\/HOST/,
      ],
      [
        { kind: 'playwright', wsEndpoint: SECRET },
        /^remote\.wsEndpoint \(MDPO_BROWSER_WS\), given no address, accepted: ws:\/\/HOST:PORT\/… or wss:\/\/HOST/,
      ],
      [
        { kind: 'selenium', url: `ws://h/${SECRET}` },
        /^remote\.url \(SELENIUM_REMOTE_URL\), given an address in ws:\/\/, accepted: http:\/\/HOST/,
      ],
    ];
    for (const [remote, message] of refused) {
      const error = await fails(remote);
      assert.equal(error.name, 'ConfigurationError');
      assert.match(error.message, message);
    }
  });
});
