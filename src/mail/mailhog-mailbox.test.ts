/** A MailHog that is down, slow, broken or not a MailHog: played by msw. The good days are in the contract test. */
import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { delay, http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { ConfigurationError, MailUnavailable } from '../verdict/errors';
import type { Clock } from './clock';
import { createMailhogMailbox } from './mailhog-mailbox';

const url = 'http://mailhog.test:8025';
const server = setupServer();

before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

const item = (id: string, to = 'a@exemple.test', data = 'Subject: S\r\n\r\nT'): object => ({
  ID: id,
  Created: '2026-11-23T07:03:26.094997077+01:00',
  Raw: { From: 'x@exemple.test', To: [to], Data: data, Helo: 'h' },
});
const page = (items: object[], total = items.length): object => ({ total, count: items.length, start: 0, items });
const answer = (response: () => Response | Promise<Response>): void => server.use(http.get(`${url}/api/v2/*`, response));

/** Every operation refuses, with a message that names the server and what was seen. */
async function refuses(mailbox: ReturnType<typeof createMailhogMailbox>, seen: RegExp): Promise<void> {
  const to = 'a@exemple.test';
  const operations = [
    mailbox.mark(),
    mailbox.messages({ to }),
    mailbox.messages(),
    mailbox.waitForMessage({ to, timeoutMs: 1000 }),
    mailbox.watch({ to, quietMs: 0 }),
  ];
  for (const result of await Promise.allSettled(operations)) {
    assert.equal(result.status, 'rejected');
    assert.ok(result.reason instanceof MailUnavailable, String(result.reason));
    assert.match(result.reason.message, /mailhog\.test:8025|127\.0\.0\.1:\d+/);
    assert.match(result.reason.message, seen);
  }
}

describe('MailHog mailbox', () => {
  const cases: readonly [string, () => Response | Promise<Response>, RegExp][] = [
    ['an error 500', () => new HttpResponse('boom', { status: 500 }), /a répondu 500 à \/api\/v2\//],
    ['a refusal 401', () => new HttpResponse(null, { status: 401 }), /a répondu 401 \(identifiants absents ou refusés\)/],
    ['a redirection', () => HttpResponse.redirect('http://sso.test/login', 302), /a répondu 302 \(une redirection\)/],
    [
      'HTML',
      () => HttpResponse.html('<!doctype html>\n<title>Bienvenue</title>'),
      /text\/html.*autre chose que du JSON : « <!doctype html> <title>/,
    ],
    ['truncated JSON', () => new HttpResponse('{"total": 1, "items": ['), /autre chose que du JSON/],
    ['JSON of another shape', () => HttpResponse.json({ hits: [] }), /JSON inattendu : absent ou mal formé, total/],
    ['null', () => HttpResponse.json(null), /JSON inattendu : absent ou mal formé, la racine/],
    ['a message without its raw text', () => HttpResponse.json(page([{ ID: '1', Created: '2026-01-01' }])), /items\.0\.Raw/],
    ['a message without a date', () => HttpResponse.json(page([{ ...item('1'), Created: 'hier' }])), /items\.0\.Created/],
    ['a network error', () => HttpResponse.error(), /ne répond pas/],
  ];
  for (const [name, response, seen] of cases) {
    it(`refuses ${name}`, async () => {
      answer(response);
      await refuses(createMailhogMailbox({ url }), seen);
    });
  }

  it('refuses silence, after its own time limit', async () => {
    answer(async () => {
      await delay('infinite');
      return HttpResponse.json(page([]));
    });
    await refuses(createMailhogMailbox({ url, timeoutMs: 30 }), /pas de réponse complète en 30 ms/);
  });

  it('refuses a server that is down', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    server.use(http.get(`http://127.0.0.1:${port}/*`, () => passthrough()));
    await refuses(createMailhogMailbox({ url: `http://127.0.0.1:${port}` }), /ne répond pas : ECONNREFUSED/);
  });

  it('refuses once closed, even in the middle of a wait', async () => {
    answer(() => HttpResponse.json(page([])));
    const mailbox = createMailhogMailbox({ url });
    const waiting = mailbox.waitForMessage({ timeoutMs: 60_000 });
    await mailbox.close();
    await assert.rejects(waiting, MailUnavailable);
    await assert.rejects(mailbox.mark(), /fermée/);
  });

  it('sends credentials, those of the URL included, and shows them nowhere', async () => {
    const seen: (string | null)[] = [];
    server.use(
      http.get(`${url}/api/v2/*`, ({ request }) => {
        seen.push(request.headers.get('authorization'));
        return new HttpResponse(null, { status: 500 });
      }),
    );
    const mailboxes = [
      createMailhogMailbox({ url, user: 'qualité', password: 's3cret:!' }),
      createMailhogMailbox({ url: 'http://qualit%C3%A9:s3cret%3A!@mailhog.test:8025/' }),
    ];
    for (const mailbox of mailboxes) {
      assert.equal(mailbox.description, 'MailHog à http://mailhog.test:8025');
      await assert.rejects(mailbox.mark(), (error: Error) => !error.message.includes('s3cret'));
    }
    const expected = `Basic ${Buffer.from('qualité:s3cret:!').toString('base64')}`;
    assert.deepEqual(seen, [expected, expected]);
  });

  it('keeps the path of its URL, and encodes the address', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${url}/outils/mailhog/api/v2/search`, ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('query') ?? '');
        return HttpResponse.json(page([]));
      }),
    );
    await createMailhogMailbox({ url: `${url}/outils/mailhog/` }).messages({ to: 'a+b&c@exemple.test' });
    assert.deepEqual(asked, ['a+b&c@exemple.test']);
  });

  it('refuses what is not an http address as a mistake of configuration, without showing its password', () => {
    for (const bad of ['', 'mailhog:8025', 'ftp://u:s3cret@host', 'localhost']) {
      assert.throws(
        () => createMailhogMailbox({ url: bad }),
        (error) => error instanceof ConfigurationError && !error.message.includes('s3cret'),
      );
    }
  });

  it('stops at the total, although MailHog answers the oldest again there', async () => {
    const starts: string[] = [];
    server.use(
      http.get(`${url}/api/v2/messages`, ({ request }) => {
        starts.push(new URL(request.url).searchParams.get('start') ?? '');
        return HttpResponse.json(page([item('oldest')], 1));
      }),
    );
    assert.equal((await createMailhogMailbox({ url }).messages()).length, 1);
    assert.deepEqual(starts, ['0']);
  });

  it('asks for the exact bytes when JSON lost some, and makes do without them when it cannot have them', async () => {
    const damaged = item('1', 'a@exemple.test', 'Content-Type: text/plain; charset=iso-8859-1\r\n\r\noubli\uFFFD');
    answer(() => HttpResponse.json(page([damaged])));
    const mailbox = createMailhogMailbox({ url });
    const exact = Buffer.from('Content-Type: text/plain; charset=iso-8859-1\r\n\r\noublié', 'latin1');
    server.use(http.get(`${url}/api/v1/messages/1/download`, () => HttpResponse.arrayBuffer(new Uint8Array(exact).buffer)));
    assert.equal((await mailbox.messages())[0]?.text, 'oublié');
    server.use(http.get(`${url}/api/v1/messages/1/download`, () => new HttpResponse(null, { status: 500 })));
    assert.match((await mailbox.messages())[0]?.text ?? '', /^oubli/);
  });

  it('looks again at a growing pace, and once more at the deadline', async () => {
    let now = 0;
    let looks = 0;
    const pauses: number[] = [];
    const clock: Clock = {
      now: () => now,
      pause: async (ms) => {
        pauses.push(ms);
        now += ms;
      },
    };
    server.use(
      http.get(`${url}/api/v2/search`, () => {
        looks += 1;
        return HttpResponse.json(page(now >= 1000 ? [item('last')] : []));
      }),
    );
    const message = await createMailhogMailbox({ url, clock }).waitForMessage({ to: 'a@exemple.test', timeoutMs: 1000 });
    assert.equal(message.id, 'last');
    assert.equal(
      pauses.reduce((sum, ms) => sum + ms, 0),
      1000,
    );
    assert.equal(pauses[0], 10);
    assert.equal(Math.max(...pauses), 250);
    assert.ok(looks < 15, `${looks} looks`);
  });
});
