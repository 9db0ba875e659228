/** For the test of the faults: visits that take detours, and visits that cross. Each ends the same on every run of the reference. */
import { NEW_PASSWORD, opensSpace, person, type Browser } from '../testing';
import { fields, paths, SIGN_OUT_PATH } from '../web/paths';

/** What somebody does, noting what they see. */
export type Visit = (open: () => Browser, note: (...facts: unknown[]) => void, mail: { up: boolean }) => Promise<void>;

const [A, B, C, F] = [person('A'), person('B'), person('C'), person('F')];
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** From the question screen, the form of the next one: by other methods, in another format, at other spellings of its address. */
export const detours: Visit = async (open, note) => {
  const form = (browser: Browser, password = NEW_PASSWORD) => ({
    [fields.token]: browser.token ?? '',
    [fields.password]: password,
    [fields.confirmation]: password,
  });
  const query = (browser: Browser) => new URLSearchParams(form(browser)).toString();
  const json = { 'content-type': 'application/json' };
  const referer = { ...FORM, referer: `http://simulateur.localhost${paths.newPassword}` };
  const sendings: ((browser: Browser) => Promise<unknown>)[] = [
    (browser) => browser.send('PUT', paths.newPassword, query(browser), FORM),
    (browser) => browser.send('HEAD', `${paths.newPassword}?${query(browser)}`),
    (browser) => browser.send('GET', `${paths.newPassword}?${query(browser)}`),
    (browser) => browser.send('POST', paths.newPassword, JSON.stringify(form(browser)), json),
    (browser) => browser.send('POST', paths.newPassword, query(browser), referer),
    ...[
      paths.newPassword.toUpperCase(),
      `${paths.newPassword}/`,
      paths.newPassword.replace('/nouveau', '//nouveau'),
      paths.newPassword.replace('nouveau', '%6Eouveau'),
      `${paths.newPassword};a=1`,
    ].map((path) => (browser: Browser) => browser.open(path)),
  ];
  for (const send of sendings) {
    const browser = await open().identify(A.email);
    await send(browser);
    note(browser.path, browser.status, browser.html);
  }
  for (const values of [
    ['court1', NEW_PASSWORD],
    [NEW_PASSWORD, 'court1'],
  ]) {
    const browser = await open().reachNewPassword(C);
    const doubled = values.map((value) => `${fields.password}=${value}&${fields.confirmation}=${value}`).join('&');
    await browser.send('POST', paths.newPassword, `${fields.token}=${browser.token}&${doubled}`, FORM);
    note(browser.status, await opensSpace(browser.simulator, C.email, 'court1'));
  }
  const browser = await open().reachNewPassword(F);
  await browser.send('POST', paths.newPassword, JSON.stringify(form(browser, 'court1')), json);
  note(browser.status, await opensSpace(browser.simulator, F.email, 'court1'));
};

/** One account in two browsers, one after the other. */
export const twoBrowsers: Visit = async (open, note) => {
  const [one, two, three] = [await open().reachNewPassword(A), await open().identify(A.email), await open().reachNewPassword(A)];
  note((await two.open(paths.newPassword)).path);
  await two.open(paths.question);
  note((await two.answer('faux')).path);
  for (let time = 0; time < 2; time += 1) note((await three.choose(A.password)).path);
  await one.choose(NEW_PASSWORD);
  note((await three.choose(NEW_PASSWORD)).path);
  await one.open(paths.identification);
  await one.post(paths.identification, { [fields.address]: A.email, [fields.characters]: 'FAUX' });
  note(one.path, one.status);
  await one.identify(A.email);
  note((await one.answer('faux')).path);
  await one.reachNewPassword(A);
  note((await one.choose(NEW_PASSWORD)).path);
};

/** Two accounts, in one browser and in two. */
export const twoAccounts: Visit = async (open, note) => {
  const shared = await open().reachNewPassword(B);
  const { token } = shared;
  await shared.identify(F.email);
  await shared.post(paths.newPassword, { [fields.password]: NEW_PASSWORD, [fields.confirmation]: NEW_PASSWORD }, token);
  note(shared.path, await opensSpace(shared.simulator, F.email, NEW_PASSWORD));
  const alone = await open().reachNewPassword(B);
  await open().identify(A.email);
  note((await alone.choose(B.password)).path);
  const signed = await Promise.all([A, B].map((account) => signIn(open(), account.email, account.password)));
  for (const browser of signed) note((await browser.open(paths.services)).html);
  await signed[0]?.post(SIGN_OUT_PATH, {});
};

/** Two people, each move at the same moment. */
export const sameMoment: Visit = async (open, note) => {
  const people = [A, B].map((account) => ({ account, browser: open() }));
  for (const move of [
    ({ account, browser }: (typeof people)[number]) => browser.identify(account.email),
    ({ account, browser }: (typeof people)[number]) => browser.answer(account.answer),
    ({ browser }: (typeof people)[number]) => browser.choose(NEW_PASSWORD),
  ]) {
    await Promise.all(people.map(move));
    for (const { browser } of people) note(browser.path, browser.html);
  }
};

async function signIn(browser: Browser, identifier: string, password: string): Promise<Browser> {
  await browser.open(paths.signIn);
  return browser.post(paths.signIn, { [fields.identifier]: identifier, [fields.currentPassword]: password });
}
