import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatcher } from './embedded-catcher';
import { lookAtMailServer, sendProbe } from './probe';

const answering =
  (answer: (path: string) => Response): typeof fetch =>
  async (input) =>
    answer(new URL(input instanceof Request ? input.url : input).pathname);
const url = 'http://mail.test';

test('a MailHog is known by its calls, and tells whom the latest mails went to', async () => {
  const catcher = createCatcher();
  await catcher.deliver({ from: 'a@b.example', to: ['c@d.example', 'e@f.example'] }, Buffer.from('Subject: x\r\n\r\nx'));
  const doors = await catcher.listen();
  try {
    assert.deepEqual(await lookAtMailServer({ url: doors.url }), { kind: 'mailhog', recipients: ['c@d.example', 'e@f.example'] });
  } finally {
    await doors.close();
  }
});

test('a Mailpit is known by its calls, blind copies included', async () => {
  const mail = { To: [{ Address: 'c@d.example' }], Cc: null, Bcc: [{ Address: 'e@f.example' }] };
  const fetch = answering((path) =>
    path === '/api/v1/messages' ? Response.json({ messages_count: 1, messages: [mail] }) : new Response('', { status: 404 }),
  );
  assert.deepEqual(await lookAtMailServer({ url, fetch }), { kind: 'mailpit', recipients: ['c@d.example', 'e@f.example'] });
});

test('what is neither says so by its status, and a lock before any other', async () => {
  const page = answering(() => new Response('<html></html>', { status: 200 }));
  assert.deepEqual(await lookAtMailServer({ url, fetch: page }), { kind: 'other', status: 200 });
  const locked = answering((path) => new Response('', { status: path.includes('v1') ? 401 : 404 }));
  assert.deepEqual(await lookAtMailServer({ url, fetch: locked }), { kind: 'other', status: 401 });
});

test('nothing at all is told from a wrong answer', async () => {
  const seen = await lookAtMailServer({ url, fetch: async () => Promise.reject(new TypeError('fetch failed')) });
  assert.equal(seen.kind, 'silent');
});

test('a probe arrives, and is refused with its reason where the server takes none', async () => {
  const catcher = createCatcher();
  const doors = await catcher.listen();
  try {
    const server = `127.0.0.1:${doors.smtp.port}`;
    await sendProbe(server, 'x@example.test');
    assert.deepEqual(
      (await catcher.mailbox.messages()).map(({ envelope }) => envelope.to),
      [['x@example.test']],
    );
    catcher.cut();
    await assert.rejects(sendProbe(server, 'y@example.test'), /421/);
  } finally {
    await doors.close();
  }
});
