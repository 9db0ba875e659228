/** Mistakes planted in what is written of the mail server. */
import { createSimulator, fixtures } from '../../simulator';
import { createCatcher } from '../mail';
import { silentAddress, stageForTests, testMistakes, type Mistake } from './testing';

const catcher = createCatcher();
const simulator = createSimulator({ mail: catcher, passwordCost: 16 });
const stage = stageForTests(simulator, catcher, fixtures.slice(0, 3));

const mail = (written: object) => async () => ({
  file: { mail: { kind: 'mailhog', url: await stage.serve(() => new Response()), ...written } },
});
const ofTheMail: readonly Mistake[] = [
  [
    'a mail server that is down',
    async () => mail({ url: await silentAddress() })(),
    { id: 'mail', state: 'stop', what: /refused/, remedy: /8025/ },
    3,
  ],
  [
    'a MailHog called a Mailpit',
    async () => ({ file: { mail: { kind: 'mailpit', url: await stage.serve(() => Response.json({ total: 0, items: [] })) } } }),
    { id: 'mail', state: 'stop', what: /is a MailHog/, remedy: /kind: mailhog/ },
    2,
  ],
  [
    'a Mailpit called a MailHog',
    async () => mail({ url: await stage.serve(mailpit) })(),
    { id: 'mail', state: 'stop', what: /is a Mailpit/, remedy: /kind: mailpit/ },
    2,
  ],
  [
    'a mail server that wants a password',
    async () => mail({ url: await stage.serve(() => new Response('', { status: 401 })) })(),
    { id: 'mail', state: 'stop', what: /wants to know who asks/, remedy: /user: .*MAIL_PASSWORD/ },
    2,
  ],
  [
    'a mail server that fails',
    async () => mail({ url: await stage.serve(() => new Response('', { status: 502 })) })(),
    { id: 'mail', state: 'stop', what: /answers 502/, remedy: /log/ },
    3,
  ],
  [
    'a Mailpit that fails',
    async () => ({ file: { mail: { kind: 'mailpit', url: await stage.serve(failingMailpit) } } }),
    { id: 'mail', state: 'stop', what: /answers 500/, remedy: /log/ },
    3,
  ],
  [
    'a path where there is no mail server',
    async () => mail({ url: await stage.serve(() => new Response('', { status: 404 })) })(),
    { id: 'mail', state: 'stop', what: /neither/, remedy: /mail\.url/ },
    2,
  ],
  [
    'mail sent to a server that is down',
    async () => ({ file: { mail: { ...(await readable()), smtp: new URL(await silentAddress()).host } } }),
    { id: 'smtp', state: 'stop', what: /does not take a mail: connection refused/, remedy: /mail\.smtp/ },
    3,
  ],
  [
    'mail sent to another server',
    async () => ({ file: { mail: { ...(await readable()), smtp: stage.smtp } } }),
    { id: 'smtp', state: 'stop', what: /not seen/, remedy: /one server/ },
    2,
  ],
  [
    'a mail server that others use',
    async () => ({ file: { mail: { kind: 'mailhog', url: await stage.serve(busy) } } }),
    { id: 'mail-shared', state: 'advice', what: /chef@ailleurs\.example/, remedy: /shared: true/ },
    0,
  ],
];

testMistakes(stage, ofTheMail);

const mailpit = (request: Request): Response => {
  const known = new URL(request.url).pathname === '/api/v1/messages';
  return known ? Response.json({ messages_count: 0, messages: [] }) : new Response('', { status: 404 });
};
const failingMailpit = (request: Request): Response => new Response('', { status: mailpit(request).ok ? 500 : 404 });
const busy = (): Response => {
  const item = {
    ID: '1',
    Created: '2026-01-01T00:00:00Z',
    Raw: { From: 'a@b.example', To: ['chef@ailleurs.example'], Data: 'Subject: x\r\n\r\nx' },
  };
  return Response.json({ total: 1, items: [item] });
};
/** A mail server of its own. */
async function readable(): Promise<{ kind: string; url: string }> {
  return { kind: 'mailhog', url: await stage.serve(() => Response.json({ total: 0, items: [] })) };
}
