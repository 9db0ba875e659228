/** The calls of MailHog that read, answered from the catcher's store: the same client serves both. Nothing here deletes. */
import { Hono } from 'hono';
import type { CatcherStore, CaughtMail } from './catcher-store';

const LIMIT = 50;
const MOST = 250;

export function createCatcherApi(store: CatcherStore): Hono {
  const app = new Hono();

  app.get('/api/v2/messages', (c) => c.json(page(newestFirst(store), c.req.query())));

  app.get('/api/v2/search', (c) => {
    const { kind, query, ...range } = c.req.query();
    const matches = matchers[kind ?? ''];
    if (matches === undefined || query === undefined || query === '') return c.body(null, 400);
    const wanted = query.toLowerCase();
    return c.json(
      page(
        newestFirst(store).filter((mail) => matches(mail, wanted)),
        range,
      ),
    );
  });

  // MailHog answers 200 `null` to an id that it does not know.
  app.get('/api/v1/messages/:id', (c) => {
    const mail = store.get(c.req.param('id'));
    return c.json(mail === undefined ? null : present(mail));
  });

  app.get('/api/v1/messages/:id/download', (c) => {
    const mail = store.get(c.req.param('id'));
    if (mail === undefined) return c.notFound();
    c.header('Content-Type', 'message/rfc822');
    c.header('Content-Disposition', `attachment; filename="${mail.id}.eml"`);
    return c.body(new Uint8Array(mail.raw));
  });

  return app;
}

function newestFirst(store: CatcherStore): CaughtMail[] {
  return [...store.all()].reverse();
}

function page(mails: readonly CaughtMail[], range: Record<string, string>): object {
  const start = positive(range['start']) ?? 0;
  const items = mails.slice(start, start + Math.min(positive(range['limit']) ?? LIMIT, MOST)).map(present);
  return { total: mails.length, count: items.length, start, items };
}

function positive(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return number > 0 ? number : undefined;
}

/** As MailHog searches: substrings, whatever the case, of the envelope, the headers, the body as it was sent. */
const matchers: Record<string, (mail: CaughtMail, wanted: string) => boolean> = {
  to: (mail, wanted) => [...mail.envelope.to, ...header(mail, 'To')].some((text) => text.toLowerCase().includes(wanted)),
  from: (mail, wanted) => [mail.envelope.from, ...header(mail, 'From')].some((text) => text.toLowerCase().includes(wanted)),
  containing: (mail, wanted) => mail.raw.toString('utf8').toLowerCase().includes(wanted),
};

function header(mail: CaughtMail, name: string): readonly string[] {
  return contentOf(mail).headers[name] ?? [];
}

function present(mail: CaughtMail): object {
  const { headers, body } = contentOf(mail);
  return {
    ID: mail.id,
    From: path(mail.envelope.from),
    To: mail.envelope.to.map(path),
    Content: { Headers: headers, Body: body, Size: mail.raw.length, MIME: null },
    Created: mail.receivedAt.toISOString(),
    MIME: null,
    Raw: { From: mail.envelope.from, To: mail.envelope.to, Data: mail.raw.toString('utf8'), Helo: mail.helo },
  };
}

function path(address: string): object {
  const at = address.indexOf('@');
  const [mailbox, domain] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
  return { Relays: null, Mailbox: mailbox, Domain: domain, Params: '' };
}

interface Content {
  /** Unfolded but not decoded, like MailHog's. */
  readonly headers: Record<string, string[]>;
  readonly body: string;
}

/** A search reads every message at each poll: split once. */
const contents = new WeakMap<CaughtMail, Content>();

function contentOf(mail: CaughtMail): Content {
  const content = contents.get(mail) ?? splitContent(mail);
  contents.set(mail, content);
  return content;
}

function splitContent(mail: CaughtMail): Content {
  const text = mail.raw.toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return { headers: {}, body: text };
  const headers: Record<string, string[]> = {};
  for (const line of text
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) (headers[line.slice(0, colon)] ??= []).push(line.slice(colon + 1).trim());
  }
  return { headers, body: text.slice(end + 4) };
}
