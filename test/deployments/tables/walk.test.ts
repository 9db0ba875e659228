/** The procedure from the home page to the space, as it should go. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { deployment } from './index';
import { choose, isScreen, isSpace, opens, toIdentification, toPassword, toQuestion, toSummary } from './test-walk';
import { ALICE, BRUNO, NEW_PASSWORD, startWorld } from './test-world';

test('the whole procedure replaces the password, shows the summary and sends one mail', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  const question = await toQuestion(browser, ALICE);
  assert.ok(question.text.includes(ALICE.question));
  assert.equal(browser.shown.document.querySelector('[name=zone3]')?.getAttribute('value'), null);
  await browser.submit('Continuer', { zone3: ALICE.answer });
  assert.ok(await opens(world, ALICE, ALICE.password));
  const summary = await choose(browser, NEW_PASSWORD);
  assert.ok(isScreen(summary, 5));
  for (const fact of [ALICE.email, ALICE.subscriberNumber, ALICE.question]) assert.ok(summary.text.includes(fact), fact);
  assert.ok(!summary.text.includes(ALICE.answer));
  assert.ok(!(await opens(world, ALICE, ALICE.password)));
  assert.ok(await opens(world, { email: ALICE.email.toUpperCase() }, NEW_PASSWORD));
  assert.ok(await opens(world, BRUNO, BRUNO.password));

  await browser.follow('Accéder à mes services en ligne');
  const space = await browser.submit('Connexion', { zone1: ALICE.email, zone2: NEW_PASSWORD });
  for (const held of [ALICE.email, ALICE.subscriberNumber, ...ALICE.services, ...ALICE.dossiers])
    assert.ok(space.text.includes(held), held);
  assert.ok(!space.text.includes(BRUNO.dossiers[0] as string));
  assert.equal((await browser.follow(ALICE.services[1] as string)).status, 200);
  await browser.submit('Quitter l’espace', {});
  assert.ok(isScreen(await browser.open('/servlet/Espace'), 1));

  const mails = await world.settle();
  assert.equal(mails.length, 1);
  assert.equal(mails[0]?.recipients.length, 1);
  assert.equal(mails[0].recipients[0]?.toLowerCase(), ALICE.email.toLowerCase());
  const text = mails[0].content.text ?? '';
  for (const secret of [NEW_PASSWORD, ALICE.password, ALICE.answer]) assert.ok(!text.includes(secret));
});

test('each access to the space needs both the address and the password', async (t) => {
  const world = await startWorld(t);
  for (const [email, password] of [
    ['', ''],
    [ALICE.email, ''],
    ['', ALICE.password],
    [ALICE.email, 'autre'],
    [BRUNO.email, ALICE.password],
  ]) {
    assert.ok(!(await opens(world, { email: email as string }, password as string)), `${email} / ${password}`);
  }
  const browser = world.browser();
  await browser.open('/servlet/Acces?ecran=1');
  const refused = await browser.submit('Connexion', { zone1: BRUNO.email, zone2: 'non' });
  assert.equal(refused.document.querySelector('font[color=red]')?.textContent, 'Mél ou code secret d’accès inexact.');
});

test('the code of the image is demanded, serves once and belongs to its session', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  for (const zone2 of ['', 'FAUX', undefined]) {
    await toIdentification(browser);
    assert.ok(isScreen(await browser.submit('Continuer', { zone1: ALICE.email, zone2 }), 2), `${zone2}`);
  }
  await toIdentification(browser);
  const image = browser.shown.document.querySelector('img')?.getAttribute('src') ?? '';
  const picture = await browser.request(image);
  assert.equal(picture.headers.get('content-type'), 'image/png');
  assert.equal((await world.browser().request(image)).status, 404);
  const { action, body } = browser.filled('Continuer', { zone1: ALICE.email, zone2: 'TEST' });
  assert.ok(isScreen(await browser.post(action, body), 3));
  assert.ok(!isScreen(await browser.post(action, body), 3));
  assert.equal((await browser.request(image)).status, 404);
});

test('an unknown address leads to nobody’s question', async (t) => {
  const world = await startWorld(t);
  for (const email of [
    'inconnu@exemple.test',
    'abc',
    '',
    `${'a'.repeat(300)}@exemple.test`,
    "Alice.O'Neil tva@exemple.test",
    "alice.o'neil@exemple.test",
  ]) {
    const browser = world.browser();
    const shown = await toQuestion(browser, { ...ALICE, email });
    assert.ok(isScreen(shown, 2) && !browser.asks('zone3') && !shown.text.includes(ALICE.question), email);
    assert.ok(!isScreen(await browser.open('/servlet/Acces?ecran=3'), 3), email);
  }
});

test('only the right answer opens the password screen, and a wrong one closes it again', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  await toQuestion(browser, ALICE);
  for (const zone3 of [
    '',
    ' ',
    BRUNO.answer,
    ALICE.question,
    ALICE.answer.slice(0, -1),
    `${ALICE.answer} x`,
    '.*',
    "' OR 1=1",
    undefined,
  ]) {
    const shown = await browser.submit('Continuer', { zone3 });
    assert.ok(isScreen(shown, 3) && shown.text.includes(ALICE.question), zone3);
    assert.ok(isScreen(await browser.open('/servlet/Acces?ecran=4'), 3), zone3);
  }
  assert.ok(isScreen(await browser.submit('Continuer', { zone3: ALICE.answer }), 4));
  await browser.open('/servlet/Acces?ecran=3');
  await browser.submit('Continuer', { zone3: 'faux' });
  assert.ok(isScreen(await browser.open('/servlet/Acces?ecran=4'), 3));
});

test('no screen can be reached before its turn, whatever is sent', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  for (const screen of [3, 4, 5]) assert.ok(isScreen(await browser.open(`/servlet/Acces?ecran=${screen}`), 2), `${screen}`);
  await toQuestion(browser, ALICE);
  const { body } = browser.filled('Continuer', { zone4: NEW_PASSWORD, zone5: NEW_PASSWORD });
  assert.ok(isScreen(await browser.post('/servlet/Acces?ecran=4', body), 3));
  assert.ok(isScreen(await browser.open('/servlet/Acces?ecran=5'), 3));
  assert.ok(await opens(world, ALICE, ALICE.password));
  assert.equal((await world.settle()).length, 0);
});

test('one right answer allows one change, even when it is sent twice at once', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  await toPassword(browser, ALICE);
  const { action, body } = browser.filled('Valider', { zone4: NEW_PASSWORD, zone5: NEW_PASSWORD });
  const other = new URLSearchParams(body);
  other.set('zone4', 'autreMotDePasse20252025');
  other.set('zone5', 'autreMotDePasse20252025');
  const send = (fields: URLSearchParams) => browser.request(action, { method: 'POST', body: fields });
  await Promise.all([send(body), send(other), send(body)]);
  const valid = [await opens(world, ALICE, NEW_PASSWORD), await opens(world, ALICE, 'autreMotDePasse20252025')];
  assert.equal(valid.filter(Boolean).length, 1);
  assert.ok(!isScreen(await browser.post(action, other), 5));
  assert.ok(!isScreen(await browser.open('/servlet/Acces?ecran=4'), 4));
  assert.equal((await world.settle()).length, 1);
});

test('a screen left open from another passage acts on nobody', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  await toPassword(browser, ALICE);
  const stale = browser.filled('Valider', { zone4: NEW_PASSWORD, zone5: NEW_PASSWORD });
  await toPassword(browser, BRUNO);
  assert.ok(!isScreen(await browser.post(stale.action, stale.body), 5));
  assert.ok(await opens(world, ALICE, ALICE.password));
  assert.ok(await opens(world, BRUNO, BRUNO.password));
});

test('a change closes the doors that the former password had opened', async (t) => {
  const world = await startWorld(t);
  const before = world.browser();
  await before.open('/servlet/Acces?ecran=1');
  assert.ok(isSpace(await before.submit('Connexion', { zone1: ALICE.email, zone2: ALICE.password })));
  await toSummary(world.browser(), ALICE);
  assert.ok(!isSpace(await before.open('/servlet/Espace')));
});

test('a mail server that is down does not hold the change back', async (t) => {
  const world = await startWorld(t, undefined, 1);
  assert.ok(isScreen(await toSummary(world.browser(), ALICE), 5));
  assert.ok(await opens(world, ALICE, NEW_PASSWORD));
  assert.ok(!(await opens(world, ALICE, ALICE.password)));
});

test('odd requests get an answer that is no server error', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  const targets = [
    '/servlet/Acces',
    '/servlet/Acces?ecran=9',
    '/servlet/Acces?ecran=1&ecran=2',
    '/servlet/Acces?ecran=%FF',
    '//',
    '/servlet/Espace?vue=x',
  ];
  for (const target of targets) assert.ok((await browser.request(world.url + target.slice(1))).status < 500, target);
  assert.equal((await browser.request('/servlet/Acces?ecran=1', { method: 'PUT' })).status, 405);
  await toPassword(browser, ALICE);
  for (const screen of ['toString', '__proto__', '5', '']) {
    const { body } = browser.filled('Valider', {});
    assert.equal((await browser.request(`/servlet/Acces?ecran=${screen}`, { method: 'POST', body })).status, 404, screen);
  }
  for (const odd of [
    'zone4=%FF%C3&zone5=%FF%C3',
    `zone4=${NEW_PASSWORD}&zone4=${NEW_PASSWORD}&zone5=${NEW_PASSWORD}`,
    '&&=%',
    '',
  ]) {
    const { action, body } = browser.filled('Valider', {});
    const shown = await browser.post(action, `${body.toString()}&${odd}`);
    assert.ok(shown.status === 200 && isScreen(shown, 4), odd);
  }
  assert.equal((await browser.open('/servlet/Lettre', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024) })).status, 413);
  assert.ok((await browser.open('/servlet/Recherche?mots=<b>')).text.includes('« <b> »'));
});

test('the newsletter takes note of an address and sends nothing', async (t) => {
  const world = await startWorld(t);
  const browser = world.browser();
  await browser.open('/');
  assert.ok((await browser.submit('S’abonner', { abonne: BRUNO.email })).text.includes('Votre abonnement a été noté.'));
  assert.equal((await world.settle()).length, 0);
});

test('an unknown fault is refused, and the known ones are named', async () => {
  const options = { accounts: [ALICE], smtp: { host: '127.0.0.1', port: 1 }, fault: 'inconnue' };
  await assert.rejects(deployment.start(options), /Unknown fault "inconnue".*sans-courriel/);
});
