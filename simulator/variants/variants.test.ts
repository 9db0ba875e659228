import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimulator } from '../simulator';
import { Browser, cheapSimulator, memoryMail, NEW_PASSWORD, opensSpace, person } from '../testing';
import { fields, paths } from '../web/paths';
import { variants } from './index';

test('ids are unique and well formed, and every variant says what differs in two languages', () => {
  assert.ok(variants.length >= 22, `${variants.length} variants`);
  assert.equal(new Set(variants.map(({ id }) => id)).size, variants.length);
  for (const { id, title, difference, readings } of variants) {
    assert.match(id, /^VAR-[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [title.fr, title.en, difference.fr, difference.en]) assert.ok(text.length > 5, id);
    for (const [reading, value] of Object.entries(readings)) {
      assert.match(reading, /^AMB-\d{2}$/, id);
      assert.ok(value.length > 0, id);
    }
  }
});

test('an unknown variant is refused by name, with what is accepted; so is a variant beside a fault', () => {
  const mail = memoryMail();
  assert.throws(() => createSimulator({ mail, variant: 'VAR-nul' }), /unknown variant "VAR-nul"; accepted: VAR-64-au-plus, /);
  assert.throws(() => createSimulator({ mail, variant: 'VAR-texte-bref', fault: 'FLT-046' }), /not both/);
});

test('every variant shows: some visit does not end as on the reference', async () => {
  const reference = new Map<Visit, string>();
  for (const visit of VISITS) {
    reference.set(visit, await seenBy(visit));
    assert.equal(await seenBy(visit), reference.get(visit), 'the visits are repeatable');
    assert.doesNotMatch(reference.get(visit) ?? '', /^\w*Error$/m, 'the visits go to their end');
  }
  const silent: string[] = [];
  for (const { id } of variants) {
    let shown = false;
    for (const visit of VISITS) shown ||= (await seenBy(visit, id)) !== reference.get(visit);
    if (!shown) silent.push(id);
  }
  assert.deepEqual(silent, []);
});

type Note = (...facts: unknown[]) => void;
type Visit = (open: () => Browser, note: Note) => Promise<void>;
const [A, B, C] = [person('A'), person('B'), person('C')];
const STRANGERS = ['inconnu@nulle-part.example', 'personne@ailleurs.example'];

/** Everything a visit sees, mails included, as one text. */
async function seenBy(visit: Visit, variant?: string): Promise<string> {
  const seen: string[] = [];
  const { simulator, mail } = cheapSimulator({ passwordCost: 2, now: () => 1_700_000_000_000, ...(variant && { variant }) });
  const note: Note = (...facts) => seen.push(facts.map(String).join(' '));
  // A page that the plain browser of these tests cannot follow is a difference too.
  await visit(() => new Browser(simulator), note).catch((error: Error) => note(error.name));
  await simulator.idle();
  for (const { from, to, raw } of mail.delivered) note(from, to, raw);
  simulator.close();
  return seen.join('\n');
}

/** From the home page to the services, with every page on the way. */
const throughout: Visit = async (open, note) => {
  const browser = open();
  const look = () => note(browser.path, browser.status, browser.headers.get('content-type'), browser.html);
  for (const path of [paths.home, paths.signIn, paths.identification]) {
    await browser.open(path);
    look();
  }
  await browser.identify(A.email);
  look();
  await browser.answer(A.answer);
  look();
  await browser.choose('court');
  look();
  await browser.choose(NEW_PASSWORD);
  look();
  await browser.open(paths.services);
  look();
  for (const password of [A.password, NEW_PASSWORD]) {
    await browser.open(paths.signIn);
    await browser.post(paths.signIn, { [fields.identifier]: A.email, [fields.currentPassword]: password });
    look();
  }
};

const identities: Visit = async (open, note) => {
  for (const address of [...STRANGERS, A.email.toUpperCase(), ` ${A.email} `, 'abc']) {
    const browser = await open().identify(address);
    note(address, browser.path, browser.status, browser.html);
  }
  const browser = await open().open(paths.identification);
  for (const change of [(text: string) => text.toLowerCase(), (text: string) => ` ${text.slice(0, 3)} ${text.slice(3)}`]) {
    const characters = await browser.characters();
    await browser.post(paths.identification, { [fields.address]: A.email, [fields.characters]: change(characters) });
    note(browser.path, browser.html);
    await browser.open(paths.identification);
  }
  const characters = await browser.characters();
  await browser.post(paths.identification, { [fields.address]: A.email, [fields.characters]: 'FAUX' });
  note(characters === (await browser.characters()));
  for (const identifier of [A.subscriberNumber, A.email.toUpperCase()]) {
    note(identifier, await opensSpace(browser.simulator, identifier, A.password));
  }
};

const answers: Visit = async (open, note) => {
  for (const answer of [A.answer.toUpperCase(), 'eleonore', ` ${A.answer}`]) {
    note(answer, (await (await open().identify(A.email)).answer(answer)).path);
  }
  for (const wrong of [1, 2, 3, 4, 5, 9]) {
    const browser = await open().identify(C.email);
    for (let count = 0; count < wrong && browser.path === paths.question; count += 1) await browser.answer('faux');
    note(wrong, browser.path, browser.status);
    if (browser.path === paths.question) note((await browser.answer(C.answer)).path);
  }
};

const passwords: Visit = async (open, note) => {
  const base = 'Abcdefghijklmnopqr12';
  const current = B.password;
  const tried = [
    ...['a'.repeat(25), `${base}!`, `${base}α`, `${base}ñ`, `${base} `, 'a1'.repeat(40), 'Motdepasse1234567890'],
    ...[current, current.toUpperCase(), `${current}7`],
  ];
  for (const password of tried) {
    const browser = await open().reachNewPassword(B);
    note(password, (await browser.choose(password)).path, browser.status);
    // Put back, so that each is proposed against the same password.
    if (await opensSpace(browser.simulator, B.email, current)) continue;
    note(await opensSpace(browser.simulator, B.email, password));
    await (await open().reachNewPassword(B)).choose(current);
    note(await opensSpace(browser.simulator, B.email, current));
  }
  for (const password of [NEW_PASSWORD, NEW_PASSWORD, A.password, NEW_PASSWORD]) {
    note((await (await open().reachNewPassword(A)).choose(password)).path);
  }
};

const outOfTurn: Visit = async (open, note) => {
  const look = (browser: Browser) => note(browser.path, browser.status, browser.html);
  for (const path of [paths.question, paths.newPassword, paths.summary, paths.identification]) look(await open().open(path));
  const early = await open().identify(A.email);
  for (const path of [paths.newPassword, paths.question, paths.question]) look(await early.open(path));
  const browser = await open().reachNewPassword(A);
  const [token, cookie] = [browser.token, browser.cookie];
  for (const path of [paths.newPassword, paths.question]) look(await browser.open(path));
  await browser.reachNewPassword(A);
  const other = await open().reachNewPassword(A);
  await browser.choose(NEW_PASSWORD);
  note(cookie === browser.cookie, token === browser.token);
  look(await browser.post(paths.newPassword, { [fields.password]: `${NEW_PASSWORD}2`, [fields.confirmation]: '' }, token));
  for (const path of [paths.summary, paths.summary, paths.signIn]) look(await browser.open(path));
  look(await other.choose(`${NEW_PASSWORD}3`));
  const inside = await open().open(paths.signIn);
  await inside.post(paths.signIn, { [fields.identifier]: B.email, [fields.currentPassword]: B.password });
  await (await open().reachNewPassword(B)).choose(NEW_PASSWORD);
  look(await inside.open(paths.services));
};

const VISITS: readonly Visit[] = [throughout, identities, answers, outOfTurn, passwords];
