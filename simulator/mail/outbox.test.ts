import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { simpleParser } from 'mailparser';
import { Browser, cheapSimulator, memoryMail, NEW_PASSWORD, opensSpace, person } from '../testing';
import { openOutbox } from './outbox';

const item = (to: string) => ({ envelope: { from: 'a@b.example', to: [to] }, compose: async () => Buffer.from(to) });

test('a message leaves at once, and once', async () => {
  const mail = memoryMail();
  const outbox = openOutbox(mail);
  outbox.post(item('one@b.example'));
  outbox.post(item('two@b.example'));
  await outbox.idle();
  await outbox.idle();
  assert.deepEqual(
    mail.delivered.map(({ raw }) => raw),
    ['one@b.example', 'two@b.example'],
  );
});

test('while the server is down messages wait, longer each time; then each is delivered once (REC-30)', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const mail = Object.assign(memoryMail(), { up: false });
    const outbox = openOutbox(mail);
    outbox.post(item('one@b.example'));
    await outbox.idle();
    for (const wait of [200, 400, 800]) {
      mock.timers.tick(wait);
      await outbox.idle();
    }
    assert.equal(mail.delivered.length, 0);
    mail.up = true;
    outbox.post(item('two@b.example'));
    await outbox.idle();
    assert.equal(mail.delivered.length, 2, 'a new message wakes those that wait');
    mock.timers.tick(10_000);
    await outbox.idle();
    assert.equal(mail.delivered.length, 2);
  } finally {
    mock.timers.reset();
  }
});

test('one message that the server refuses does not hold the others', async () => {
  const delivered: string[] = [];
  const outbox = openOutbox({
    async deliver({ to }) {
      if (to[0] === 'bad@b.example') throw new Error('550');
      delivered.push(...to);
    },
  });
  outbox.post(item('bad@b.example'));
  outbox.post(item('good@b.example'));
  await outbox.idle();
  assert.deepEqual(delivered, ['good@b.example']);
  outbox.close();
});

test('closed, it sends no more', async () => {
  const mail = Object.assign(memoryMail(), { up: false });
  const outbox = openOutbox(mail);
  outbox.post(item('one@b.example'));
  await outbox.idle();
  outbox.close();
  mail.up = true;
  outbox.post(item('two@b.example'));
  await outbox.idle();
  assert.equal(mail.delivered.length, 0);
});

test('with the mail server down the change stands and is shown, and the mail arrives when it is back', async () => {
  const { simulator, mail } = cheapSimulator();
  mail.up = false;
  const browser = await new Browser(simulator).reachNewPassword(person('A'));
  await browser.choose(NEW_PASSWORD);
  assert.equal(browser.path, '/mot-de-passe-oublie/recapitulatif');
  await simulator.idle();
  assert.equal(await opensSpace(simulator, person('A').email, NEW_PASSWORD), true);
  mail.up = true;
  const deadline = Date.now() + 5_000;
  while (mail.delivered.length === 0) {
    assert.ok(Date.now() < deadline, 'waited 5 s for the mail kept while the server was down');
    await new Promise((resolve) => setImmediate(resolve));
  }
  await simulator.idle();
  assert.equal(mail.delivered.length, 1);
  simulator.close();
});

test('the confirmation is in French, in two parts, to the account alone, without secret or acting link', async () => {
  for (const account of [person('A'), person('K'), person('L'), person('M'), person('E')]) {
    const { simulator, mail } = cheapSimulator();
    await (await new Browser(simulator).reachNewPassword(account)).choose(NEW_PASSWORD);
    await simulator.idle();
    const [{ to, raw }] = mail.delivered as [(typeof mail.delivered)[0]];
    assert.deepEqual(to, [account.email]);
    const message = await simpleParser(raw);
    const header = message.to && !Array.isArray(message.to) ? message.to.value.map(({ address }) => address) : [];
    assert.equal(header.length, 1);
    assert.equal(header[0]?.toLowerCase(), account.email.toLowerCase());
    assert.equal(message.cc ?? message.bcc, undefined);
    assert.equal(message.headers.get('auto-submitted'), 'auto-generated');
    assert.match(message.subject ?? '', /mot de passe/);
    assert.match(message.text ?? '', /a été modifié/);
    assert.match(String(message.html), /a été modifié/);
    assert.doesNotMatch(raw, /[^\r\n]{999}/);
    for (const secret of [account.password, account.answer, NEW_PASSWORD]) {
      for (const part of [raw, message.text ?? '', String(message.html)]) assert.ok(!part.includes(secret));
    }
    assert.doesNotMatch(`${message.text}${String(message.html)}`, /https?:|href|\{\{/);
  }
});
