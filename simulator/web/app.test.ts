import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures } from '../fixtures';
import { Browser, cheapSimulator, NEW_PASSWORD, opensSpace, ORIGIN, person } from '../testing';
import { assistance } from './assistance-access';
import { fields, IMAGE_PATH, paths, SERVICE_PATH, SIGN_OUT_PATH } from './paths';

const [A, B] = [person('A'), person('B')];
const password = (first: string, second = first) => ({ [fields.password]: first, [fields.confirmation]: second });

test('the whole procedure, from the home page to the services, with the labels of the fiche', async () => {
  const { simulator, mail } = cheapSimulator();
  const browser = await new Browser(simulator).open('/');
  assert.match(browser.html, /<button type="submit">Votre espace professionnel<\/button>/);
  assert.match(browser.html, /Simulateur — aucun lien avec l’administration/);
  await browser.open(paths.signIn);
  assert.match(browser.html, /<a href="\/mot-de-passe-oublie">Mot de passe oublié<\/a>/);
  assert.match(browser.html, /<a href="\/aide">Aide<\/a>/);
  assert.match(browser.html, />Connexion<\/button>/);
  await browser.identify(A.email);
  assert.equal(browser.path, paths.question);
  assert.ok(browser.html.includes(A.question));
  await browser.answer(A.answer);
  assert.equal(browser.path, paths.newPassword);
  assert.match(browser.html, />Valider<\/button>/);
  assert.match(browser.html, /aria-describedby="nouveau-regle"/);
  await browser.choose(NEW_PASSWORD);
  assert.equal(browser.path, paths.summary);
  for (const shown of [A.subscriberNumber, A.email, A.question]) assert.ok(browser.html.includes(shown));
  for (const secret of [A.answer, A.password, NEW_PASSWORD]) assert.ok(!browser.html.includes(secret));
  await browser.open(paths.services);
  assert.equal(browser.path, paths.signIn, 'nobody is signed in by « Valider » (AMB-22)');
  assert.ok(browser.html.includes(`value="${A.email}"`), 'the address is not asked again (REC-44)');

  await simulator.idle();
  assert.equal(mail.delivered.length, 1);
  assert.equal(await opensSpace(simulator, A.email, A.password), false);
  assert.equal(await opensSpace(simulator, A.email, NEW_PASSWORD), true);
  assert.equal(await opensSpace(simulator, B.email, B.password), true);
});

test('every professional account can go through, and nobody of another kind (MPO-1.2-1)', async () => {
  const { simulator, mail } = cheapSimulator();
  for (const account of fixtures) {
    const browser = await new Browser(simulator).reachNewPassword(account);
    assert.equal(browser.path, account.kind === 'professionnel' ? paths.newPassword : paths.question, account.trait);
    await browser.choose(NEW_PASSWORD);
    assert.equal(await opensSpace(simulator, account.email, account.password), account.kind !== 'professionnel', account.trait);
  }
  await simulator.idle();
  const professional = fixtures.filter(({ kind }) => kind === 'professionnel').map(({ email }) => [email]);
  assert.deepEqual(
    mail.delivered.map(({ to }) => to),
    professional,
  );
});

test('the space lists services and dossiers, the same before and after (MPO-1.3-5), and signing out closes it', async () => {
  const { simulator } = cheapSimulator();
  const seen: string[] = [];
  for (const current of [A.password, NEW_PASSWORD]) {
    const browser = await new Browser(simulator).open(paths.signIn);
    await browser.post(paths.signIn, { [fields.identifier]: A.email, [fields.currentPassword]: current });
    for (const text of [...A.services, ...A.dossiers, A.email, A.subscriberNumber]) assert.ok(browser.html.includes(text), text);
    seen.push(browser.html.replace(/value="[^"]*"/g, ''));
    await browser.open(`${SERVICE_PATH}/1`);
    assert.ok(browser.html.includes(A.services[0] as string));
    assert.equal((await browser.open(`${SERVICE_PATH}/99`)).status, 404);
    await browser.open(paths.services);
    await browser.post(SIGN_OUT_PATH, {});
    assert.equal(browser.path, paths.signIn);
    assert.equal((await browser.open(`${SERVICE_PATH}/1`)).path, paths.signIn);
    if (current === A.password) await (await new Browser(simulator).reachNewPassword(A)).choose(NEW_PASSWORD);
  }
  assert.equal(seen[0], seen[1]);
});

test('a screen asked for too early sends to the earliest that is missing, and nothing changes (MPO-D-1)', async () => {
  const { simulator, mail } = cheapSimulator();
  for (const path of [paths.question, paths.newPassword, paths.summary]) {
    assert.equal((await new Browser(simulator).open(path)).path, paths.identification, path);
    const browser = await new Browser(simulator).open(paths.signIn);
    if (path !== paths.summary) {
      await browser.post(path, { ...password(NEW_PASSWORD), [fields.answer]: A.answer });
      assert.equal(browser.path, paths.identification);
    }
    await browser.identify(A.email);
    await browser.open(path);
    assert.equal(browser.path, paths.question, path);
  }
  const browser = await new Browser(simulator).identify(A.email);
  await browser.post(paths.newPassword, password(NEW_PASSWORD));
  assert.equal(browser.path, paths.question);
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    assert.equal((await browser.send(method, paths.newPassword)).status, 405);
  }
  for (const variant of ['/Mot-de-passe-oublie/nouveau-mot-de-passe', `${paths.newPassword}/`, `/${paths.newPassword}`]) {
    assert.doesNotMatch((await browser.open(variant)).html, /Valider/, variant);
  }
  assert.equal((await new Browser(simulator).open(paths.services)).path, paths.signIn);
  await simulator.idle();
  assert.equal(mail.delivered.length, 0);
  assert.equal(await opensSpace(simulator, A.email, A.password), true);
});

test('after success, sending the form again does nothing, whatever the cookie (MPO-D-4)', async () => {
  const { simulator, mail } = cheapSimulator();
  const browser = await new Browser(simulator).reachNewPassword(A);
  const [token, cookie] = [browser.token, browser.cookie];
  await browser.choose(NEW_PASSWORD);
  assert.notEqual(browser.cookie, cookie, 'the session has a new name (REC-14)');
  await browser.post(paths.newPassword, password(`${NEW_PASSWORD}Rejeu4`), token);
  assert.equal(browser.path, paths.identification);
  browser.cookie = cookie;
  await browser.post(paths.newPassword, password(`${NEW_PASSWORD}Rejeu5`), token);
  assert.equal(browser.path, paths.identification);
  await simulator.idle();
  assert.equal(mail.delivered.length, 1);
  assert.equal(await opensSpace(simulator, A.email, NEW_PASSWORD), true);
});

test('a form without the token of its session is refused without effect (REC-17)', async () => {
  const { simulator } = cheapSimulator();
  const browser = await new Browser(simulator).reachNewPassword(A);
  const other = await new Browser(simulator).reachNewPassword(B);
  const mine = browser.token;
  for (const token of [undefined, '', 'x', other.token]) {
    const sent = Object.entries({ ...password(NEW_PASSWORD), ...(token !== undefined && { [fields.token]: token }) });
    await browser.send('POST', paths.newPassword, new URLSearchParams(sent));
    assert.equal(browser.status, 403, token);
  }
  const body = new URLSearchParams({ ...password(NEW_PASSWORD), [fields.token]: mine ?? '' });
  await browser.send('POST', paths.newPassword, body, { 'sec-fetch-site': 'cross-site' });
  assert.equal(browser.status, 403);
  assert.equal(await opensSpace(simulator, A.email, A.password), true);
  await browser.post(paths.newPassword, password(NEW_PASSWORD), mine);
  assert.equal(browser.path, paths.summary);
});

test('refusals say why beside the field, echo no secret and leave the fields empty', async () => {
  const { simulator } = cheapSimulator();
  const browser = await new Browser(simulator).reachNewPassword(A);
  await browser.choose('MotDePasse1SansFin', 'MotDePasse1SansFim');
  assert.equal(browser.status, 422);
  assert.match(browser.alerts, /trop court.*différents/s);
  assert.match(browser.html, /aria-describedby="nouveau-regle nouveau-erreur" aria-invalid="true"/);
  assert.ok(!browser.html.includes('MotDePasse1SansFi'));
  await browser.choose(A.password);
  assert.match(browser.alerts, /différent du dernier/);
  await browser.post(paths.newPassword, { [fields.password]: NEW_PASSWORD });
  assert.match(browser.alerts, /Confirmez/);
  await browser.choose(NEW_PASSWORD);
  assert.equal(browser.path, paths.summary);
});

test('the question and what a person types are escaped (MPO-2-11, REC-27)', async () => {
  const { simulator } = cheapSimulator();
  const browser = await new Browser(simulator).identify(person('G').email);
  assert.ok(browser.html.includes('&lt;b&gt;guillemets&lt;/b&gt; &amp; en &quot;capitales&quot;'));
  await browser.identify('\'"<xmp>{{7*7}}');
  assert.ok(!browser.html.includes('<xmp>'));
});

test('an image serves once, in its session, and only while it is the one displayed (MPO-2-8)', async () => {
  const { simulator } = cheapSimulator();
  const identity = (characters: string) => ({ [fields.address]: A.email, [fields.characters]: characters });
  const browser = await new Browser(simulator).open(paths.identification);
  const previous = await browser.characters();
  await browser.open(paths.identification);
  await browser.post(paths.identification, identity(previous));
  assert.equal(browser.path, paths.identification, 'previous image');
  const other = await new Browser(simulator).open(paths.identification);
  await browser.post(paths.identification, identity(await other.characters()));
  assert.equal(browser.path, paths.identification, 'image of another session');
  const token = browser.token;
  const right = await browser.characters();
  await browser.post(paths.identification, identity(right.toLowerCase()));
  assert.equal(browser.path, paths.question, 'letter case does not count');
  await browser.post(paths.identification, identity(right), token);
  assert.equal(browser.path, paths.question, 'consumed: sent back where the person is');
  await browser.post(paths.identification, { [fields.address]: A.email }, token);
  assert.equal(browser.path, paths.question);
});

test('the image is a PNG without text, different each time, and unknown to other simulators', async () => {
  const { simulator } = cheapSimulator();
  const texts = new Set<string>();
  for (let i = 0; i < 20; i += 1) {
    const browser = await new Browser(simulator).open(paths.identification);
    const source = new RegExp(`${IMAGE_PATH}/[^"]+`).exec(browser.html)?.[0] ?? '';
    const answer = await simulator.fetch(new Request(ORIGIN + source, { headers: { cookie: browser.cookie } }));
    assert.equal(answer.headers.get('content-type'), 'image/png');
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [200, 64]);
    const text = simulator.readCaptcha(bytes) ?? '';
    assert.match(text, /^[A-Z0-9]{6}$/);
    assert.ok(!browser.html.includes(text) && !bytes.includes(text));
    assert.equal(cheapSimulator().simulator.readCaptcha(bytes), undefined);
    assert.equal((await new Browser(simulator).open(source)).status, 404, 'another session does not see it');
    texts.add(text);
  }
  assert.equal(texts.size, 20);
});

test('unreadable requests are refused with a 4xx and change nothing (REC-29)', async () => {
  const { simulator } = cheapSimulator();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const path of [paths.identification, paths.signIn, paths.question, paths.newPassword, assistance.path]) {
    const browser = await new Browser(simulator).open(paths.identification);
    const attempts: [BodyInit, Record<string, string>, number][] = [
      ['{"a":1}', { 'content-type': 'application/json' }, 415],
      [new FormData(), {}, 415],
      [new Uint8Array([0x61, 0x3d, 0xff, 0xfe]), form, 400],
      ['jeton=a&jeton=b', form, 400],
      [`jeton=${'a'.repeat(1_000_000)}`, form, 413],
      ['adresse[]=a&jeton=%ff%00', form, 403],
      ['&&&=&%', form, 403],
    ];
    for (const [body, headers, status] of attempts) {
      await browser.send('POST', path, body, headers);
      assert.equal(browser.status, status, path);
      assert.doesNotMatch(browser.html, /Error|at .*\.ts/);
    }
  }
});

test('every answer has the secure headers, and the cookie is out of reach of scripts', async () => {
  const { simulator } = cheapSimulator({ origin: 'https://simulateur.example' });
  const browser = await new Browser(simulator).open(paths.signIn);
  assert.match(browser.headers.get('set-cookie') ?? '', /^__Host-simulateur=\S+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  for (const path of [paths.home, paths.identification, '/nulle-part']) {
    await browser.open(path);
    assert.equal(browser.headers.get('cache-control'), 'no-store');
    assert.equal(browser.headers.get('x-content-type-options'), 'nosniff');
    assert.match(browser.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.match(browser.headers.get('content-type') ?? '', /charset=utf-8/i);
  }
  const forged = new Browser(simulator);
  forged.cookie = '__Host-simulateur=chosen';
  await forged.open(paths.signIn);
  assert.notEqual(forged.cookie, '__Host-simulateur=chosen');
});

test('who was in the space is out of it once the password is changed elsewhere (REC-15)', async () => {
  const { simulator } = cheapSimulator();
  const inside = await new Browser(simulator).open(paths.signIn);
  await inside.post(paths.signIn, { [fields.identifier]: A.email, [fields.currentPassword]: A.password });
  await (await new Browser(simulator).reachNewPassword(A)).choose(NEW_PASSWORD);
  assert.equal((await inside.open(paths.services)).path, paths.signIn);
});

test('a procedure left for more than half an hour must be started again (REC-13)', async () => {
  const clock = { now: 0 };
  const { simulator } = cheapSimulator({ now: () => clock.now });
  const browser = await new Browser(simulator).reachNewPassword(A);
  clock.now += 31 * 60_000;
  await browser.choose(NEW_PASSWORD);
  assert.equal(browser.path, paths.identification);
  assert.equal(await opensSpace(simulator, A.email, A.password), true);
});

test('the assistance sees number, address and question, never the answer (MPO-1.5-7, MPO-1.5-8)', async () => {
  const { simulator } = cheapSimulator();
  const browser = await new Browser(simulator).open(assistance.path);
  const ask = (address: string, code: string) =>
    browser.post(assistance.path, { [fields.address]: address, [fields.code]: code });
  await ask(A.email, 'faux');
  assert.ok(!browser.html.includes(A.question));
  await browser.open(assistance.path);
  await ask('inconnu@nulle-part.example', assistance.code);
  assert.match(browser.html, /role="alert"/);
  await ask(A.email, assistance.code);
  for (const shown of [A.subscriberNumber, A.email, A.question]) assert.ok(browser.html.includes(shown));
  assert.ok(!browser.html.includes(A.answer));
});

test('the same source of chance gives the same pages', async () => {
  const visit = async () => (await new Browser(cheapSimulator().simulator).open(paths.identification)).html;
  assert.equal(await visit(), await visit());
});
