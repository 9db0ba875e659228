import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimulator } from '../simulator';
import { Browser, cheapSimulator, memoryMail, NEW_PASSWORD, opensSpace, person } from '../testing';
import { assistance } from '../web/assistance-access';
import { fields, paths, SERVICE_PATH, SIGN_OUT_PATH, STYLE_PATH } from '../web/paths';
import { detours, sameMoment, twoAccounts, twoBrowsers } from './crossing-visits';
import type { Visit } from './crossing-visits';
import { faults } from './index';

test('ids are unique and well formed, and every fault says what it violates in two languages', () => {
  assert.equal(new Set(faults.map(({ id }) => id)).size, faults.length);
  for (const { id, title, requirements, observation } of faults) {
    assert.match(id, /^FLT-\d{3}(-[a-z0-9]+)?$/);
    for (const text of [title.fr, title.en, observation.fr, observation.en]) assert.ok(text.length > 5, id);
    assert.ok(requirements.length > 0, id);
    for (const requirement of requirements) assert.match(requirement, /^MPO-(\d(\.\d)?-\d+|D-\d)$/, id);
  }
});

test('an unknown fault is refused by name, with what is accepted', () => {
  assert.throws(
    () => createSimulator({ mail: memoryMail(), fault: 'FLT-999' }),
    /unknown fault "FLT-999"; accepted: FLT-001, .*FLT-046/,
  );
});

test('every fault shows: some visit does not end as on the reference', async () => {
  const reference = new Map<Visit, string>();
  for (const visit of VISITS) {
    reference.set(visit, await seenBy(visit));
    assert.equal(await seenBy(visit), reference.get(visit), 'the visits are repeatable');
  }
  const silent: string[] = [];
  for (const { id } of faults) {
    let shown = false;
    for (const visit of VISITS) shown ||= (await seenBy(visit, id)) !== reference.get(visit);
    if (!shown) silent.push(id);
  }
  assert.deepEqual(silent, []);
});

/** Everything a visit sees, mails included, as one text. */
async function seenBy(visit: Visit, fault?: string): Promise<string> {
  const seen: string[] = [];
  const { simulator, mail } = cheapSimulator({ passwordCost: 2, now: () => 1_700_000_000_000, ...(fault && { fault }) });
  const note = (...facts: unknown[]) => seen.push(facts.map(String).join(' '));
  await visit(() => new Browser(simulator), note, mail);
  await simulator.idle();
  for (const { to, raw } of mail.delivered) note(to, raw);
  simulator.close();
  return seen.join('\n');
}

type NewBrowser = Parameters<Visit>[0];
type Note = Parameters<Visit>[1];
const [A, B, F] = [person('A'), person('B'), person('F')];

async function screens(open: NewBrowser, note: Note): Promise<void> {
  const browser = open();
  for (const path of [STYLE_PATH, paths.home, paths.signIn, paths.identification, paths.summary, paths.services]) {
    await browser.open(path);
    note(path, browser.path, browser.status, browser.html);
  }
  note(
    await browser.characters(),
    await open()
      .open(paths.identification)
      .then((other) => other.characters()),
  );
  await browser.open(assistance.path);
  await browser.post(assistance.path, { [fields.address]: A.email, [fields.code]: assistance.code });
  note(browser.html);
  for (const [identifier, password] of [
    [A.email, A.password],
    [A.email, B.password],
    [A.email, ''],
    [A.email, A.password.toLowerCase()],
    [A.email, `${A.password} `],
    [person('P').email, person('P').password.slice(0, 72)],
    [person('P').email, person('P').password.slice(0, 64)],
    [A.email, A.password.slice(0, 20)],
  ] as const) {
    note(await opensSpace(browser.simulator, identifier, password));
  }
  await browser.open(paths.signIn);
  await browser.post(paths.signIn, { [fields.identifier]: A.email, [fields.currentPassword]: A.password });
  note(browser.html);
}

async function identities(open: NewBrowser, note: Note): Promise<void> {
  for (const account of ['A', 'B', 'E', 'G', 'H', 'K', 'N', 'Q'].map(person)) {
    note(account.email, (await open().identify(account.email)).html);
  }
  const addresses = ['inconnu@nulle-part.example', A.email.slice(0, 12), A.subscriberNumber, 'abc'];
  for (const address of addresses) note(address, (await open().identify(address)).html);
  const browser = await open().open(paths.identification);
  await browser.post(paths.identification, { [fields.address]: A.email, [fields.characters]: '' });
  note(browser.path);
  const send = async (change: (characters: string) => string | undefined) => {
    await browser.open(paths.identification);
    const characters = await browser.characters();
    await browser.post(paths.identification, { [fields.address]: A.email, [fields.characters]: change(characters) });
    note(browser.path, browser.status);
  };
  for (const change of [() => undefined, () => 'FAUX', (text: string) => `${text.slice(0, 4)}ZZ`]) await send(change);
  await browser.open(paths.identification);
  const previous = await browser.characters();
  await send(() => previous);
  note((await open().open(paths.identification)).html);
}

async function answers(open: NewBrowser, note: Note): Promise<void> {
  const typed = ['', undefined, 'faux', "' OR '1'='1", '%', '1e3', '2000'];
  for (const account of [A, F, person('C')]) {
    for (const answer of [...typed, `${account.answer} bis`, account.answer.slice(0, -1), 'x'.repeat(account.answer.length)]) {
      const browser = await open().identify(account.email);
      await browser.answer(answer);
      note(account.trait, answer, browser.path);
      await browser.open(paths.newPassword);
      note(browser.path);
    }
    for (let i = 0; i < 2; i += 1) note((await open().reachNewPassword(account)).path);
  }
  await open()
    .identify('inconnu@nulle-part.example')
    .then((browser) => browser.answer('faux'))
    .then((browser) => note(browser.path));
}

/** One person who tries many values, and starts again when one is accepted. */
async function passwords(open: NewBrowser, note: Note): Promise<void> {
  const [base, long] = ['Abcdefghijklmnopqr1', 'a1'.repeat(60)];
  const same = ['a1'.repeat(5), base, `${base} `, `${base}Z`, `${base}Zz`, `${base}Z `, long, 'a'.repeat(25), '7'.repeat(25)];
  const odd = Array.from('é_^-!É\u0303ñ\t\u00a0\u202f\u200b ', (character) => `${base}Z${character}`);
  const more = ['abcdefghijklmnopqrs1', 'aaabbbcccdddeeefff111', '1234567890123456789a', `!!${base}Z!!`, `${base}Z\nx`];
  const pairs: [string | undefined, string | undefined][] = [
    ...[...same, ...odd, ...more].map((value): [string, string] => [value, value]),
    [`${base}Y`, `${base}y`],
    [`${base}Yes`, `${base}Yet`],
    [`${long}x`, `${long}y`],
    [`${long.slice(0, 65)}x`, `${long.slice(0, 65)}y`],
    [`${base}X`, ''],
    [`${base}X`, ` ${base}X`],
    ['court1', `${base}W`],
    ['0e123456789012345678', '0e876543210987654321'],
  ];
  const account = person('J');
  const browser = await open().reachNewPassword(account);
  for (const [password, confirmation] of [
    [account.password, account.password],
    ['0e876543210987654321', '0e876543210987654321'],
    ...pairs,
  ]) {
    if (browser.path !== paths.newPassword) await browser.reachNewPassword(account);
    await browser.choose(password, confirmation);
    note(password, confirmation, browser.path, browser.status, browser.html);
    const values = browser.path === paths.summary || password !== confirmation ? [password, confirmation, account.password] : [];
    for (const value of values) note(await opensSpace(browser.simulator, account.email, value ?? ''));
  }
  await browser.reachNewPassword(A);
  await browser.post(paths.newPassword, { [fields.password]: `${base}V` });
  note(browser.path);
  const tries = [
    A.password,
    `${A.password}x`,
    `${A.password}xy`.toUpperCase(),
    NEW_PASSWORD,
    NEW_PASSWORD.toUpperCase(),
    A.password,
  ];
  for (const value of tries) {
    await browser.reachNewPassword(A);
    note(value, (await browser.choose(value)).path);
    note(await opensSpace(browser.simulator, A.email, value), await opensSpace(browser.simulator, A.email, A.password));
  }
  const paula = person('P');
  await browser.reachNewPassword(paula);
  note((await browser.choose(`${paula.password.slice(0, 70)}Z`)).path);
  await browser.reachNewPassword(B);
  note((await browser.choose(B.password, NEW_PASSWORD)).path);
}

async function twoPeople(open: NewBrowser, note: Note): Promise<void> {
  const [one, two] = [await open().identify(A.email), await open().identify(B.email)];
  note(two.html, (await one.open(paths.question)).html);
  note((await two.open(paths.newPassword)).path);
  await one.answer(B.answer);
  note(one.path);
  await one.reachNewPassword(A);
  await two.open(paths.question);
  note((await two.open(paths.newPassword)).path);
  await two.reachNewPassword(B);
  for (const browser of [one, two]) {
    await browser.choose(NEW_PASSWORD);
    note(browser.path, browser.html, (await browser.open(paths.services)).path);
  }
  for (const account of [A, B]) {
    const browser = await open().open(paths.signIn);
    await browser.post(paths.signIn, { [fields.identifier]: account.email, [fields.currentPassword]: NEW_PASSWORD });
    note(
      browser.html,
      (await browser.open(`${SERVICE_PATH}/1`)).status,
      await opensSpace(browser.simulator, account.email, account.password),
    );
  }
  await one.reachNewPassword(A);
  note(one.path);
}

async function outOfOrder(open: NewBrowser, note: Note): Promise<void> {
  const form = (password: string) => ({ [fields.password]: password, [fields.confirmation]: password });
  const browser = await open().open(paths.identification);
  await browser.post(paths.identification, { [fields.address]: A.email, [fields.characters]: 'FAUX' });
  note((await browser.open(paths.question)).path);
  await browser.identify(A.email);
  const token = browser.token;
  await browser.post(paths.newPassword, form(NEW_PASSWORD), token);
  note(browser.path, (await browser.open(paths.newPassword)).path);
  await browser.reachNewPassword(A);
  await browser.identify(B.email);
  note(browser.html, (await browser.open(paths.newPassword)).path);
  const again = await open().reachNewPassword(B);
  const stale = again.token;
  await again.choose(NEW_PASSWORD);
  await again.post(paths.newPassword, form(`${NEW_PASSWORD}2`), stale);
  note(again.path, await opensSpace(again.simulator, B.email, `${NEW_PASSWORD}2`));
  const signer = await open().reachNewPassword(F);
  const held = signer.token;
  await signer.open(paths.signIn);
  await signer.post(paths.signIn, { [fields.identifier]: F.email, [fields.currentPassword]: F.password });
  await signer.post(SIGN_OUT_PATH, {});
  await signer.post(paths.newPassword, form(NEW_PASSWORD), held);
  note(signer.path, await opensSpace(signer.simulator, F.email, NEW_PASSWORD));
  const race = [await open().reachNewPassword(A), await open().reachNewPassword(A)] as const;
  await Promise.all([race[0].choose(`${NEW_PASSWORD}6`), race[1].choose(`${NEW_PASSWORD}7`)]);
  for (const end of [6, 7]) note(await opensSpace(browser.simulator, A.email, `${NEW_PASSWORD}${end}`));
}

const mailOutage: Visit = async (open, note, mail) => {
  mail.up = false;
  const browser = await open().reachNewPassword(A);
  await browser.choose(NEW_PASSWORD);
  note(browser.path, browser.status);
};

const VISITS: readonly Visit[] = [
  ...[mailOutage, screens, identities, outOfOrder, twoPeople, twoBrowsers, twoAccounts, sameMoment, detours],
  ...[passwords, answers],
];
