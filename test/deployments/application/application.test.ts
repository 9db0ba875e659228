import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { deployment } from './index';
import { Client, marie, NEW_PASSWORD, openMailbox, paul, World } from './test-support';

let world: World;
before(async () => {
  world = await World.open();
});
after(() => world.close());

test('a right answer and a conforming password replace the former one, with one mail to the account alone', async () => {
  const own = await World.open();
  const { client, answer } = await own.change(marie);
  assert.equal(answer.status, 200);
  assert.deepEqual((await client.get('/api/recapitulatif')).body, {
    mel: marie.email,
    numeroAbonne: marie.subscriberNumber,
    suite: '/connexion',
  });
  assert.equal((await client.get('/api/espace')).status, 401, 'the summary signs nobody in');
  assert.equal(await own.opens(marie.email, marie.password), false);
  assert.equal(await own.opens(marie.email, NEW_PASSWORD), true);
  assert.equal(await own.opens(paul.email, paul.password), true);
  const mails = await own.allMail();
  assert.equal(mails.length, 1);
  assert.deepEqual(
    mails[0]?.recipients.map((address) => address.toLowerCase()),
    [marie.email.toLowerCase()],
  );
  assert.match(mails[0]?.recipients[0] ?? '', /^Marie\.O'Neil\+fisc@/);
  for (const secret of [NEW_PASSWORD, marie.password, marie.answer]) assert.ok(!mails[0]?.text.includes(secret));
  await own.close();
});

test('the space shows the services, the dossiers, the address and the subscriber number, until the sign-out', async () => {
  const client = await world.client();
  assert.equal((await client.signIn(paul.email.toUpperCase(), paul.password)).status, 200);
  const { services, dossiers, email, subscriberNumber } = paul;
  assert.deepEqual((await client.get('/api/espace')).body, { mel: email, numeroAbonne: subscriberNumber, services, dossiers });
  assert.equal((await client.post('/api/deconnexion', {})).status, 200);
  assert.equal((await client.get('/api/espace')).status, 401);
});

const REFUSED = {
  'one character too few': 'Abcdefghijklmnopqr1',
  'no digit': 'Abcdefghijklmnopqrstuvwxy',
  'no letter': '12345678901234567890123',
  'a space inside': 'Abcdefghij klmnopqr12345',
  'a space after': 'Abcdefghijklmnopqr12345 ',
  'a line feed after': 'Abcdefghijklmnopqr12345\n',
  'an accent': 'Abcdéfghijklmnopqr12345',
  'a decomposed accent': 'Abcde\u0301fghijklmnopqr12345',
  'a special character': 'Abcdefghijklmnopqr12345!',
  'ten characters outside of the basic plane': '😀'.repeat(10),
  'a lone surrogate': 'Abcdefghijklmnopqr12345\ud800',
  nothing: '',
};
for (const [why, password] of Object.entries(REFUSED)) {
  test(`a new password is refused for ${why}`, async () => {
    const { client, answer } = await world.change(marie, password);
    assert.equal(answer.status, 422);
    assert.equal((await client.get('/api/recapitulatif')).status, 409);
    assert.equal(await world.opens(marie.email, marie.password), true);
    assert.equal(world.mails.length, 0);
  });
}

test('a confirmation that differs, or is missing, is refused', async () => {
  for (const other of [NEW_PASSWORD.toUpperCase(), `${NEW_PASSWORD} `, '']) {
    assert.equal((await world.change(marie, NEW_PASSWORD, other)).answer.status, 422);
  }
  const client = await world.client();
  await client.reachPassword(marie);
  assert.equal((await client.post('/api/mot-de-passe', { nouveau: NEW_PASSWORD })).status, 422);
});

test('the password in force is refused, the one before is accepted', async () => {
  const own = await World.open();
  assert.equal((await own.change(paul, paul.password)).answer.status, 422);
  assert.equal((await own.change(paul, NEW_PASSWORD)).answer.status, 200);
  assert.equal((await own.change(paul, NEW_PASSWORD)).answer.status, 422);
  assert.equal((await own.change(paul, paul.password)).answer.status, 200);
  await own.close();
});

test('long passwords are kept whole', async () => {
  const own = await World.open();
  const long = 'a1'.repeat(5000);
  assert.equal((await own.change(paul, long)).answer.status, 200);
  assert.equal(await own.opens(paul.email, long.slice(0, -1)), false);
  assert.equal(await own.opens(paul.email, long), true);
  await own.close();
});

test('a refusal leaves the password screen open, a wrong answer leaves the question open, without limit', async () => {
  const own = await World.open();
  const client = await own.client();
  await client.identify(marie.email);
  for (const wrong of ['', ' ', 'jules', 'Jules Ferry !', paul.answer, marie.question, '.*']) {
    assert.equal((await client.post('/api/reponse', { reponse: wrong })).status, 422, wrong);
    assert.equal((await client.choose(NEW_PASSWORD)).status, 409);
  }
  assert.equal((await client.post('/api/reponse', { reponse: marie.answer })).status, 200);
  assert.equal((await client.choose('trop court')).status, 422);
  assert.equal((await client.choose(NEW_PASSWORD)).status, 200);
  assert.equal((await client.choose(`${NEW_PASSWORD}9`)).status, 409, 'one answer, one change');
  await own.close();
});

test('of two submissions at once, one succeeds', async () => {
  const own = await World.open();
  const client = await own.client();
  await client.reachPassword(marie);
  const answers = await Promise.all([client.choose(NEW_PASSWORD), client.choose(`${NEW_PASSWORD}2`)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal((await own.allMail()).length, 1);
  await own.close();
});

test('the CAPTCHA counts once, in its own session, and the last image alone', async () => {
  const [client, other] = [await world.client(), await world.client()];
  const submit = (caracteres?: string) => client.post('/api/identification', { mel: marie.email, caracteres });
  const first = await client.readCaptcha();
  const second = await client.readCaptcha();
  assert.match(first.characters, /^[A-Z0-9]{6}$/);
  assert.ok(!first.image.includes(first.characters));
  assert.equal((await submit(first.characters)).status, 422, 'a former image');
  assert.equal((await submit(second.characters)).status, 422, 'the last image, consumed by the refusal');
  assert.equal((await submit((await other.readCaptcha()).characters)).status, 422, 'the image of another session');
  assert.equal((await submit('')).status, 422);
  assert.equal((await submit()).status, 422);
  assert.equal((await submit((await client.readCaptcha()).characters.toLowerCase())).status, 200);
  assert.equal((await client.get('/api/question')).body.question, marie.question);
});

test('an unknown address leads nowhere, and takes back what an earlier identification had earned', async () => {
  const client = await world.client();
  await client.reachPassword(marie);
  for (const email of ['personne@exemple.test', '', 'abc', `${'x'.repeat(300)}@exemple.test`, "marie.o'neil fisc@exemple.test"]) {
    assert.equal((await client.identify(email)).status, 422);
    assert.equal((await client.get('/api/question')).status, 409);
    assert.equal((await client.choose(NEW_PASSWORD)).status, 409);
  }
});

test('a change signs the other sessions of the account out', async () => {
  const own = await World.open();
  const client = await own.client();
  await client.signIn(paul.email, paul.password);
  await own.change(paul);
  assert.equal((await client.get('/api/espace')).status, 401);
  await own.close();
});

test('a POST without the token of its session is refused, in JSON', async () => {
  const client = await world.client();
  const body = JSON.stringify({ identifiant: paul.email, motDePasse: paul.password });
  for (const headers of [{}, { 'X-Espace-Jeton': 'autre' }]) {
    const { status, body: answer } = await client.postText('/api/connexion', body, headers as Record<string, string>);
    assert.equal(status, 403);
    assert.equal(typeof answer.erreur, 'string');
  }
});

test('odd requests are refused as such', async () => {
  const client = await world.client();
  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"mel":["a","b"]}',
    '{"mel":null}',
    'mel=a&mel=b',
    new Uint8Array([0x7b, 0xff, 0xfe]),
  ];
  for (const body of bodies) assert.equal((await client.postText('/api/identification', body)).status, 400, String(body));
  assert.equal((await client.postText('/api/connexion', `{"motDePasse":"${'x'.repeat(300_000)}"}`)).status, 413);
  assert.equal((await client.get('/api/rien')).status, 404);
  for (const path of ['rien', '%ff', 'espace/services/%E0%A4%A', '..%2f..%2fetc', '?a=%']) {
    const { status } = await fetch(`${world.started.url}${path}`, {
      headers: { cookie: 'espace_session=%ff; x; espace_session=2' },
    });
    assert.ok(status < 500, path);
  }
});

test('the change succeeds while the mail server is away, and its mail comes later', async () => {
  const port = await freePort();
  const started = await deployment.start({ accounts: [marie], smtp: { host: '127.0.0.1', port } });
  const client = await Client.open(started);
  await client.reachPassword(marie);
  assert.equal((await client.choose(NEW_PASSWORD)).status, 200);
  assert.equal((await client.signIn(marie.email, marie.password)).status, 401);
  assert.equal((await client.signIn(marie.email, NEW_PASSWORD)).status, 200);
  const mailbox = await openMailbox(port);
  await mailbox.firstMail;
  await started.close();
  assert.equal(mailbox.mails.length, 1);
  await mailbox.close();
});

test('an unknown fault is named, with the known ones', async () => {
  const options = { accounts: [], smtp: { host: '127.0.0.1', port: 9 }, fault: 'inventé' };
  await assert.rejects(deployment.start(options), /"inventé".*sans-effet/);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
