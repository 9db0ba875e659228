/** How long mails are waited for, by a clock that only the waiting moves; and whose mails concern a scenario. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatcher, type Clock, type Mailbox } from '../mail';
import type { RunMails } from '../target/target';
import { MailUnavailable } from '../verdict/errors';
import { Journal } from './journal';
import { Post } from './post';

const TO = 'odile@exemple.test';

/** A run against a deployment of which some mails come, some time after they were announced. */
function openRun() {
  let now = 0;
  let arrival: { at: number; deliver: () => Promise<void> } | undefined;
  const clock: Clock = {
    now: () => now,
    async pause(ms) {
      const until = now + ms;
      if (arrival !== undefined && arrival.at <= until) {
        const { at, deliver } = arrival;
        arrival = undefined;
        now = Math.max(now, at);
        return deliver();
      }
      now = until;
    },
  };
  const catcher = createCatcher({ clock });
  const mails: RunMails = {
    known: new Set(),
    watchedToTheEnd: false,
    shared: false,
    ofOthers: new Set(),
    overdue: 0,
    unclear: false,
  };
  const target = { accounts: [], mailbox: catcher.mailbox, mailTimeoutMs: 30_000, mailQuietMs: 500 };
  return {
    mails,
    /** Waits in a scenario of its own for a mail that comes after so many seconds, or never. */
    async await(comesAfter?: number) {
      const journal = new Journal();
      const post = await Post.open({ ...target, mails: async () => mails }, journal);
      const deliver = () => catcher.deliver({ from: 'x@exemple.test', to: [TO] }, Buffer.from('Subject: S\r\n\r\nT'));
      arrival = comesAfter === undefined ? undefined : { at: now + comesAfter * 1000, deliver };
      const began = now;
      await post.awaitFor(TO);
      const waited = (now - began) / 1000;
      for (const { id } of await post.all()) mails.known.add(id);
      return { waited, journal: journal.lines };
    },
  };
}

test('the first three confirmations that do not come are waited for as long as one may take, the others for a moment', async () => {
  const run = openRun();
  const waits = [];
  for (let change = 0; change < 5; change += 1) waits.push(await run.await());
  assert.deepEqual(
    waits.map(({ waited }) => waited),
    [30, 30, 30, 3, 3],
  );
  assert.deepEqual(waits[0]?.journal, [`aucun courriel à ${TO} en 30 s`]);
  assert.deepEqual(waits[4]?.journal, [
    `aucun courriel à ${TO} en 3 s : attente écourtée, les 3 précédents n’étant pas venus en 30 s`,
  ]);
});

test('a confirmation that comes, however late within its time, gives the others their whole time back', async () => {
  const run = openRun();
  assert.equal((await run.await()).waited, 30);
  assert.equal((await run.await()).waited, 30);
  assert.equal((await run.await(29)).waited, 29);
  for (const expected of [30, 30, 30, 3]) assert.equal((await run.await()).waited, expected);
  assert.equal((await run.await(2)).waited, 2);
  assert.equal((await run.await()).waited, 30);
});

test('where every scenario finds its mailboxes as new, nothing is remembered', async () => {
  const catcher = createCatcher();
  const journal = new Journal();
  const post = await Post.open({ accounts: [], mailbox: catcher.mailbox, mailTimeoutMs: 0, mailQuietMs: 0 }, journal);
  for (let change = 0; change < 5; change += 1) await post.awaitFor(TO);
  assert.deepEqual(journal.lines, []);
});

test('a mail concerns whoever it is sent to or speaks of, and nobody whose address is a part of another', async () => {
  const theirs = 'b.odile@exemple.test';
  const mails: RunMails = {
    known: new Set(),
    watchedToTheEnd: false,
    shared: true,
    ofOthers: new Set([theirs]),
    overdue: 0,
    unclear: false,
  };
  const mine = { email: TO, password: 'p', question: 'q', answer: 'a' };
  for (const [to, text, concerns] of [
    [TO, '', true],
    [TO.toUpperCase(), '', true],
    [theirs, '', false],
    [theirs, `Bonjour b.odile@exemple.test.`, false],
    [theirs, `odile@exemple.test.org, odile@exemple.tests, x+odile@exemple.test`, false],
    [theirs, `Le mot de passe d’${TO}.`, true],
    [theirs, `<a href="mailto:${TO}">`, true],
    [theirs, `b.${TO} et ${TO}`, true],
    ['inconnu@exemple.test', '', false],
  ] as const) {
    const catcher = createCatcher();
    const target = { accounts: [mine], mailbox: catcher.mailbox, mailTimeoutMs: 0, mailQuietMs: 0, mails: async () => mails };
    const post = await Post.open(target, new Journal());
    await catcher.deliver({ from: 'x@exemple.test', to: [to] }, Buffer.from(`Subject: S\r\n\r\n${text}`));
    assert.equal((await post.unexpected()).length, concerns ? 1 : 0, `${to}: ${text}`);
  }
});

test('the mails of a scenario that broke off are not held against the next one, even if nobody could read them then', async () => {
  const mails: RunMails = {
    known: new Set(),
    watchedToTheEnd: false,
    shared: false,
    ofOthers: new Set(),
    overdue: 0,
    unclear: false,
  };
  const catcher = createCatcher();
  let down = false;
  const mailbox: Mailbox = {
    ...catcher.mailbox,
    watch: (query) => (down ? Promise.reject(new MailUnavailable('en panne')) : catcher.mailbox.watch(query)),
  };
  const target = { accounts: [], mailbox, mailTimeoutMs: 0, mailQuietMs: 0, mails: async () => mails };
  const send = () => catcher.deliver({ from: 'x@exemple.test', to: [TO] }, Buffer.from('Subject: S\r\n\r\nT'));
  const broken = await Post.open(target, new Journal());
  down = true;
  await send();
  await broken.forget();
  await assert.rejects(Post.open(target, new Journal()), MailUnavailable);
  down = false;
  await send();
  const next = await Post.open(target, new Journal());
  assert.deepEqual(await next.unexpected(), []);
  await send();
  assert.equal((await next.unexpected()).length, 1);
});
