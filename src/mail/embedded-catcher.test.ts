/** What the embedded catcher does beyond the contract of a mailbox: outages, limits, doors, the page for people. */
import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import nodemailer from 'nodemailer';
import { ConfigurationError } from '../verdict/errors';
import { DeliveryRefused } from './catcher-store';
import { type Catcher, createCatcher, type ListeningCatcher } from './embedded-catcher';

const TO = 'alice@exemple.test';
const envelope = { from: 'x@exemple.test', to: [TO] };
const mail = (subject: string, body = 'Texte'): Uint8Array => Buffer.from(`Subject: ${subject}\r\n\r\n${body}\r\n`);

describe('embedded catcher, in process', () => {
  it('has a delivered message in its mailbox at once', async () => {
    const { mailbox, deliver } = createCatcher();
    await deliver(envelope, mail('Un'));
    assert.deepEqual(
      (await mailbox.watch({ to: TO, quietMs: 0 })).map(({ subject }) => subject),
      ['Un'],
    );
  });

  it('ends a wait on arrival, and misses none that arrives while another is examined', async () => {
    const { mailbox, deliver } = createCatcher();
    const waiting = mailbox.waitForMessage({ to: TO, match: ({ subject }) => subject === 'n° 19', timeoutMs: 5000 });
    for (let sent = 0; sent < 20; sent += 1) {
      await deliver(envelope, mail(`n° ${sent}`));
      await new Promise(setImmediate);
    }
    assert.equal((await waiting).subject, 'n° 19');
  });

  it('keeps its own copy of the bytes', async () => {
    const { mailbox, deliver } = createCatcher();
    const raw = mail('Avant');
    await deliver(envelope, raw);
    raw.fill(0x20);
    assert.equal((await mailbox.messages())[0]?.subject, 'Avant');
  });

  it('evicts the oldest beyond its capacity', async () => {
    const { mailbox, deliver } = createCatcher({ capacity: 3 });
    for (const subject of ['1', '2', '3', '4', '5']) await deliver(envelope, mail(subject));
    assert.deepEqual(
      (await mailbox.messages()).map(({ subject }) => subject),
      ['3', '4', '5'],
    );
    assert.equal((await mailbox.mark()).size, 3);
  });

  it('refuses while cut, keeps what it has, and takes again once restored', async () => {
    const { mailbox, deliver, cut, restore } = createCatcher();
    await deliver(envelope, mail('Avant'));
    cut();
    await assert.rejects(
      deliver(envelope, mail('Pendant')),
      (error) => error instanceof DeliveryRefused && error.responseCode === 421,
    );
    restore();
    await deliver(envelope, mail('Après'));
    assert.deepEqual(
      (await mailbox.messages()).map(({ subject }) => subject),
      ['Avant', 'Après'],
    );
  });
});

describe('embedded catcher, listening', () => {
  let catcher: Catcher;
  let doors: ListeningCatcher;
  before(async () => {
    catcher = createCatcher();
    doors = await catcher.listen();
  });
  after(() => doors.close());

  const get = (path: string): Promise<Response> => fetch(`${doors.url}${path}`);
  const json = async (path: string) => (await (await get(path)).json()) as Record<string, unknown> & { items: { ID: string }[] };

  it('refuses by SMTP with 421 while cut, connections already open included', async () => {
    const pooled = nodemailer.createTransport({ ...doors.smtp, pool: true, maxConnections: 1, socketTimeout: 5000 });
    const send = (): Promise<unknown> => pooled.sendMail({ from: envelope.from, to: TO, subject: 'Coupure', text: 'T' });
    await send();
    catcher.cut();
    const refused = (error: { responseCode?: number }): boolean => error.responseCode === 421;
    await assert.rejects(send(), refused);
    await assert.rejects(
      nodemailer.createTransport({ ...doors.smtp }).sendMail({ from: envelope.from, to: TO, text: 'T' }),
      refused,
    );
    catcher.restore();
    await send();
    pooled.close();
    assert.equal((await catcher.mailbox.messages({ to: TO })).length, 2);
  });

  it('takes credentials, whatever they are', async () => {
    const auth = { user: 'u', pass: 'p' };
    const transport = nodemailer.createTransport({ ...doors.smtp, auth, socketTimeout: 5000 });
    await transport.sendMail({ from: envelope.from, to: 'auth@exemple.test', text: 'T' });
    assert.equal((await catcher.mailbox.messages({ to: 'auth@exemple.test' })).length, 1);
  });

  it('refuses a message above 10 MiB', async () => {
    const transport = nodemailer.createTransport({ ...doors.smtp, socketTimeout: 5000 });
    const text = 'x'.repeat(11 * 1024 * 1024);
    await assert.rejects(transport.sendMail({ from: envelope.from, to: 'gros@exemple.test', text }), /552/);
  });

  it('answers in the shape of MailHog, newest first, 50 by default and 250 at most', async () => {
    const to = 'forme@exemple.test';
    for (let sent = 0; sent < 260; sent += 1) {
      await catcher.deliver(
        { from: 'a@b.test', to: [to] },
        Buffer.from(`To: Forme <${to}>\r\nSubject: n°\r\n ${sent}\r\n\r\nCorps`),
      );
    }
    const search = `/api/v2/search?kind=to&query=FORME@exemple`;
    const first = await json(search);
    assert.deepEqual([first['total'], first['count'], first['start'], first.items.length], [260, 50, 0, 50]);
    assert.equal((await json(`${search}&limit=1000`))['count'], 250);
    assert.deepEqual((await json(`${search}&start=260`)).items, []);
    const newest = first.items[0]!;
    const { Created, ID, ...rest } = newest as { ID: string; Created: string };
    assert.ok(!Number.isNaN(Date.parse(Created)));
    assert.deepEqual(rest, {
      From: { Relays: null, Mailbox: 'a', Domain: 'b.test', Params: '' },
      To: [{ Relays: null, Mailbox: 'forme', Domain: 'exemple.test', Params: '' }],
      Content: { Headers: { To: [`Forme <${to}>`], Subject: ['n° 259'] }, Body: 'Corps', Size: 59, MIME: null },
      MIME: null,
      Raw: { From: 'a@b.test', To: [to], Data: `To: Forme <${to}>\r\nSubject: n°\r\n 259\r\n\r\nCorps`, Helo: '' },
    });
    assert.deepEqual(await json(`/api/v1/messages/${ID}`), newest);
    assert.equal(await (await get('/api/v1/messages/inconnu')).json(), null);
    assert.equal((await get('/api/v2/search?kind=objet&query=x')).status, 400);
    assert.equal((await get('/api/v2/search?kind=to')).status, 400);
    assert.equal((await json('/api/v2/search?kind=containing&query=corps'))['total'], 260);
    assert.equal((await json('/api/v2/search?kind=from&query=a@b.test'))['total'], 260);
  });

  it('deletes nothing over HTTP', async () => {
    assert.equal((await fetch(`${doors.url}/api/v1/messages`, { method: 'DELETE' })).status, 404);
  });

  it('says which port is busy, and leaves no door open behind it', async (t) => {
    const other = createServer();
    t.after(() => other.close());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const busy = (door: string) => (error: unknown) =>
      error instanceof ConfigurationError && error.message.includes(`${door} sur 127.0.0.1:${port} : ce port est déjà pris`);
    await assert.rejects(createCatcher().listen({ smtpPort: port }), busy('SMTP'));
    await assert.rejects(createCatcher().listen({ httpPort: port }), busy('HTTP'));
  });

  it('closes at once although clients hold connections, and its ports serve again', async () => {
    const one = createCatcher();
    const { smtp, url, close } = await one.listen();
    const pooled = nodemailer.createTransport({ ...smtp, pool: true, socketTimeout: 5000 });
    pooled.on('error', () => undefined);
    await pooled.sendMail({ from: envelope.from, to: TO, text: 'T' });
    await fetch(url).then((response) => response.text());
    const started = performance.now();
    await close();
    assert.ok(performance.now() - started < 1000);
    pooled.close();
    await (await one.listen({ smtpPort: smtp.port, httpPort: Number(new URL(url).port) })).close();
  });

  describe('page for people', () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
    before(async () => {
      await catcher.deliver(
        { from: '"><b>x</b>@exemple.test', to: ['hostile@exemple.test'] },
        Buffer.from(`From: ${hostile}\r\nSubject: ${hostile}\r\nContent-Type: text/html\r\n\r\n<p>Bonjour</p>${hostile}`),
      );
    });

    it('lists the messages, in French, escaped, under a policy that runs no script', async () => {
      const response = await get('/?pour=hostile');
      const page = await response.text();
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.match(page, /^<!doctype html><html lang="fr">/);
      assert.match(page, /<h1>1 courriel<\/h1>/);
      assert.ok(!page.includes('<script') && !page.includes('<img') && !page.includes('<b>'), page);
      assert.match(page, /&lt;script&gt;/);
    });

    it('shows a message in a frame without rights, its HTML as an attribute that it cannot leave', async () => {
      const [message] = await catcher.mailbox.messages({ to: 'hostile@exemple.test' });
      const response = await get(`/messages/${message?.id}`);
      const page = await response.text();
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.match(page, /<iframe title="Message mis en forme" sandbox="" srcdoc="&lt;p&gt;Bonjour/);
      assert.ok(!page.includes('<script') && !page.includes('<img'), page);
    });

    it('filters by recipient, pages, and says what is empty or gone', async () => {
      assert.match(await (await get('/?pour=personne')).text(), /Aucun courriel pour ce destinataire/);
      const page = await (await get('/?pour=forme&debut=50')).text();
      assert.match(page, /Plus récents/);
      assert.match(page, /href="\/\?pour=forme&amp;debut=100">Plus anciens/);
      assert.equal((await get('/?debut=abc')).status, 200);
      const absent = await get('/messages/inconnu');
      assert.equal(absent.status, 404);
      assert.match(await absent.text(), /Message introuvable/);
    });
  });
});
