import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import test from 'node:test';
import { parse } from 'yaml';
import { deployment } from './index';
import { alice, bob, fresh, Visit, Visitor } from './test-visit';

const during =
  (work: (visit: Visit) => Promise<void>): (() => Promise<void>) =>
  () =>
    Visit.during(undefined, work);

test(
  'The whole procedure, from the home page to the space, on one address',
  during(async (visit) => {
    const visitor = visit.visitor();
    await visitor.get('/');
    assert.ok(visitor.button('Votre espace professionnel'));
    assert.equal(visitor.field('Votre mot de passe'), undefined);
    await visitor.identify(alice.email);
    assert.ok(visitor.shows(`Adresse reconnue : ${alice.email}`));
    assert.ok(visitor.shows(alice.question));
    assert.equal(visitor.field('Choisissez un mot de passe'), undefined);
    await visitor.answer(alice.answer);
    assert.ok(visitor.shows(alice.question));
    assert.equal(visitor.field('Réponse'), undefined);
    await visitor.choose(fresh);
    assert.ok(visitor.shows('C’est fait'));
    assert.ok(visitor.shows(alice.subscriberNumber));
    visitor.fill('Votre adresse e-mail', alice.email.toUpperCase());
    visitor.fill('Votre mot de passe', fresh);
    await visitor.press('Connexion');
    for (const shown of [...alice.services, ...alice.dossiers, alice.email, alice.subscriberNumber]) {
      assert.ok(visitor.shows(shown), shown);
    }
    await visitor.get('/?dossier=1');
    assert.ok(visitor.shows('Vous consultez : Garage & fils'));
    await visitor.press('Se déconnecter');
    await visitor.get('/?dossier=1');
    assert.ok(!visitor.shows('Garage'));

    assert.equal(await visit.opens(alice, alice.password), false);
    assert.equal(await visit.opens(alice, fresh), true);
    assert.equal(await visit.opens(bob, bob.password), true);
    const [mail, ...more] = await visit.mails();
    assert.deepEqual(more, []);
    assert.deepEqual(
      mail?.recipients.map((address) => address.toLowerCase()),
      [alice.email.toLowerCase()],
    );
    assert.match(mail?.subject ?? '', /mot de passe/);
    for (const secret of [fresh, alice.password, alice.answer]) assert.ok(!mail?.text.includes(secret));
  }),
);

test(
  'Errors stand next to the field and at the top; nothing typed in secret comes back',
  during(async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword(alice);
    await visitor.choose('secret court', 'autre secret');
    const field = visitor.field('Choisissez un mot de passe');
    assert.match(field?.getAttribute('aria-describedby') ?? '', /^regle .*-erreur$/);
    assert.match(visitor.document.querySelector('[role=alert]')?.textContent ?? '', /20 caractères au minimum.*diffèrent/);
    assert.equal(field?.getAttribute('value'), '');
    assert.ok(!visitor.document.toString().includes('secret court'));
    await visitor.choose(fresh);
    assert.ok(visitor.shows('C’est fait'));
  }),
);

test(
  'The image serves once: a second submission, another session or an older image count for nothing',
  during(async (visit) => {
    const visitor = visit.visitor();
    const email = 'Adresse de messagerie du compte';
    const image = 'Lettres et chiffres de l’image';
    await visitor.openProcedure();
    const older = await visitor.captcha();
    await visitor.press('Afficher une autre image');
    const right = await visitor.captcha();
    assert.notEqual(older, right);
    visitor.fill(email, alice.email);
    visitor.fill(image, older);
    await visitor.press('Continuer');
    assert.ok(!visitor.shows(alice.question));
    visitor.fill(image, right);
    await visitor.press('Continuer');
    assert.ok(!visitor.shows(alice.question));
    const other = visit.visitor();
    await other.openProcedure();
    visitor.fill(image, await other.captcha());
    await visitor.press('Continuer');
    assert.ok(!visitor.shows(alice.question));
    visitor.fill(image, (await visitor.captcha()).toLowerCase());
    await visitor.press('Continuer');
    assert.ok(visitor.shows(alice.question));
  }),
);

test(
  'An unknown address leads nowhere, and only who has read the image learns that it is unknown',
  during(async (visit) => {
    const visitor = visit.visitor();
    await visitor.identify('personne@entreprise.example');
    assert.ok(visitor.shows('aucun espace'));
    assert.equal(visitor.field('Réponse'), undefined);
    visitor.fill('Adresse de messagerie du compte', 'x'.repeat(300));
    await visitor.press('Continuer');
    assert.ok(!visitor.shows('aucun espace'));
  }),
);

test(
  'Strange requests get an answer that is no error of the server, and change nothing',
  during(async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword(alice);
    const token = visitor.token();
    const bodies = [
      '',
      'action=valider',
      `jeton=${token}`,
      `jeton=${token}&action=constructor`,
      `jeton=${token}&action=__proto__`,
      `jeton=${token}&action=valider&action=valider&neuf=${fresh}&bis=${fresh}`,
      `jeton=${token}&action=valider&neuf=${fresh}&neuf=${fresh}&bis=${fresh}`,
      `jeton=${token}&action=valider&neuf=${fresh}`,
      `jeton=${token}&action=valider&neuf=%ff%00&bis=%ff%00`,
      `jeton=faux&action=valider&neuf=${fresh}&bis=${fresh}`,
      `jeton=${token}&action=identifier&adr=${'x'.repeat(300)}`,
      `jeton=${token}&action=connexion&ident=%E0%A4%A&passe=${'9'.repeat(10_000)}`,
    ];
    for (const body of bodies) {
      await visitor.post(body);
      assert.equal(visitor.status, 200, body);
    }
    for (const path of ['//', '/?service=__proto__', '/?dossier=-1', '/%', '/image/', '/ailleurs']) {
      await visitor.get(path);
      assert.ok(visitor.status < 500, path);
    }
    await visitor.post('x'.repeat(2 << 20));
    assert.equal(visitor.status, 413);
    assert.equal(await visit.opens(alice, alice.password), true);
    assert.deepEqual(await visit.mails(), []);
  }),
);

test(
  'Submissions at the same time change the password once and send one mail',
  during(async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword(alice);
    visitor.fill('Choisissez un mot de passe', fresh);
    visitor.fill('Tapez-le à nouveau', fresh);
    const body = visitor.submission('Valider');
    const headers = { cookie: visitor.cookie };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () => (await fetch(visit.url, { method: 'POST', body, headers })).text()),
    );
    assert.equal(answers.filter((text) => text.includes('C’est fait')).length, 1);
    assert.equal((await visit.mails()).length, 1);
  }),
);

test(
  'A change closes the spaces that the former password had opened',
  during(async (visit) => {
    const before = visit.visitor();
    await before.signIn(alice.email, alice.password);
    assert.ok(before.shows('Se déconnecter'));
    await visit.visitor().change(alice, fresh);
    await before.get('/');
    assert.ok(!before.shows('Se déconnecter'));
  }),
);

test('A change stands when the mail server is down', async () => {
  const unused = createServer().listen(0, '127.0.0.1');
  await once(unused, 'listening');
  const smtp = { host: '127.0.0.1', port: (unused.address() as AddressInfo).port };
  await new Promise((resolve) => unused.close(resolve));
  const started = await deployment.start({ accounts: [alice], smtp });
  try {
    const visitor = new Visitor(started.url);
    await visitor.change(alice, fresh);
    assert.ok(visitor.shows('C’est fait'));
    await visitor.signIn(alice.email, fresh);
    assert.ok(visitor.shows('Se déconnecter'));
  } finally {
    await started.close();
  }
});

test('An unknown fault is refused by name', async () => {
  const start = deployment.start({ accounts: [], smtp: { host: '127.0.0.1', port: 1 }, fault: 'inconnu' });
  await assert.rejects(start, /Unknown fault "inconnu"; accepted: bouton-espace-renomme/);
});

test(
  'The section of the target file is YAML that names the reader of the images',
  during(async ({ captcha }) => {
    const { strategy, command, args } = parse(captcha) as { strategy: string; command: string; args: string[] };
    assert.deepEqual([strategy, command], ['command', 'node']);
    assert.match(args[0] ?? '', /read-captcha\.js$/);
    await Promise.resolve();
  }),
);
