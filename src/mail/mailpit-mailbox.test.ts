/** The Mailpit mailbox against answers in the form of Mailpit 1.30, played by msw. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MailUnavailable } from '../verdict/errors';
import { createMailpitMailbox } from './mailpit-mailbox';

const url = 'http://mailpit.test:8025';
const server = setupServer();
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

interface Mail {
  readonly id: string;
  readonly to: readonly string[];
  readonly bcc?: readonly string[];
  readonly created?: string;
}

const addresses = (list: readonly string[] = []): object[] => list.map((Address) => ({ Name: '', Address }));
const summary = ({ id, to, bcc, created = '2026-11-23T07:03:26.094Z' }: Mail): object => ({
  ID: id,
  MessageID: `${id}@exemple.test`,
  Read: false,
  From: { Name: 'Service', Address: 'entete@exemple.test' },
  To: addresses(to),
  Cc: [],
  Bcc: addresses(bcc),
  ReplyTo: [],
  Subject: 'Objet',
  Created: created,
  Tags: [],
  Size: 371,
  Attachments: 0,
  Snippet: 'Texte',
});
const raw = (id: string): string =>
  `Return-Path: <enveloppe@exemple.test>\r\nFrom: entete@exemple.test\r\nSubject: =?UTF-8?Q?R=C3=A9init_${id}?=\r\n\r\nTexte\r\n`;

/** A Mailpit that holds these, newest first; its search is a substring of one field. */
function serve(mails: readonly Mail[]): void {
  const listing = (request: Request, found: readonly Mail[]): Response => {
    const query = new URL(request.url).searchParams;
    const start = Number(query.get('start'));
    const messages = found.slice(start, start + Number(query.get('limit'))).map(summary);
    const total = mails.length;
    return HttpResponse.json({
      total,
      unread: total,
      count: messages.length,
      messages_count: found.length,
      start,
      tags: [],
      messages,
    });
  };
  server.use(
    http.get(`${url}/api/v1/messages`, ({ request }) => listing(request, mails)),
    http.get(`${url}/api/v1/search`, ({ request }) => {
      const [, field, text] = /^(to|cc|bcc):"(.*)"$/.exec(new URL(request.url).searchParams.get('query') ?? '') ?? [];
      const of = { to: (mail: Mail) => mail.to, cc: () => [], bcc: (mail: Mail) => mail.bcc ?? [] }[field as 'to' | 'cc' | 'bcc'];
      return listing(
        request,
        mails.filter((mail) => of(mail).some((address) => address.includes(text ?? ''))),
      );
    }),
    http.get(`${url}/api/v1/message/:id/raw`, ({ params }) => new HttpResponse(raw(String(params['id'])))),
  );
}

describe('Mailpit mailbox', () => {
  it('finds the exact recipient, blind copies included, newest last', async () => {
    serve([
      { id: 'c', to: ['autre@exemple.test'], bcc: ['alice@exemple.test'], created: '2026-11-23T07:03:28Z' },
      { id: 'b', to: ['xalice@exemple.test'], created: '2026-11-23T07:03:27Z' },
      { id: 'a', to: ['alice@exemple.test'], created: '2026-11-23T07:03:26Z' },
    ]);
    const messages = await createMailpitMailbox({ url }).messages({ to: 'alice@exemple.test' });
    assert.deepEqual(
      messages.map(({ id }) => id),
      ['a', 'c'],
    );
    assert.deepEqual(messages[1]?.envelope.to, ['autre@exemple.test', 'alice@exemple.test']);
  });

  it('decodes the message as sent, and takes the sender of the envelope', async () => {
    serve([{ id: 'a', to: ['alice@exemple.test'] }]);
    const [message] = await createMailpitMailbox({ url }).messages();
    assert.equal(message?.subject, 'Réinit a');
    assert.equal(message?.text.trim(), 'Texte');
    assert.equal(message?.envelope.from, 'enveloppe@exemple.test');
  });

  it('marks, pages and waits like the others', async () => {
    const old = Array.from({ length: 300 }, (_, index) => ({ id: `old${index}`, to: ['alice@exemple.test'] }));
    serve(old);
    const mailbox = createMailpitMailbox({ url });
    const since = await mailbox.mark();
    assert.equal(since.size, 300);
    serve([{ id: 'new', to: ['alice@exemple.test'] }, ...old]);
    assert.equal((await mailbox.waitForMessage({ to: 'alice@exemple.test', since, timeoutMs: 1000 })).id, 'new');
  });

  it('refuses a MailHog in its place, an error, and a message that has gone', async () => {
    const mailbox = createMailpitMailbox({ url });
    server.use(http.get(`${url}/api/*`, () => HttpResponse.json({ total: 0, count: 0, start: 0, items: [] })));
    await assert.rejects(mailbox.mark(), (error) => error instanceof MailUnavailable && /messages_count/.test(error.message));
    server.use(http.get(`${url}/api/*`, () => new HttpResponse(null, { status: 503 })));
    await assert.rejects(mailbox.messages({ to: 'a@exemple.test' }), MailUnavailable);
    serve([{ id: 'a', to: ['alice@exemple.test'] }]);
    server.use(http.get(`${url}/api/v1/message/:id/raw`, () => new HttpResponse(null, { status: 404 })));
    await assert.rejects(mailbox.messages(), /Mailpit à http:\/\/mailpit\.test:8025 a répondu 404/);
  });
});
