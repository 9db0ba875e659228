/** What each fault breaks: an expectation that the deployment meets, and that it no longer meets with the fault. */

import assert from 'node:assert/strict';
import test from 'node:test';
import { faults, type FaultId } from './faults';
import { alice, bob, fresh, type Visitor, Visit } from './test-visit';

type Expectation = (visit: Visit) => Promise<boolean>;

/** The password is refused: no summary, and it does not open the space. */
const refuses =
  (password: string, again = password): Expectation =>
  async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword(alice);
    await visitor.choose(password, again);
    return !visitor.shows('C’est fait') && !(await visit.opens(alice, password)) && visit.opens(alice, alice.password);
  };

/** After the change to `fresh`, alice’s password that is given opens her space, or does not. */
const afterChange =
  (expected: boolean, password: string): Expectation =>
  async (visit) => {
    await visit.visitor().change(alice, fresh);
    return (await visit.opens(alice, password)) === expected;
  };

const refusesAnswer =
  (answer: string): Expectation =>
  async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword({ ...alice, answer });
    return visitor.field('Choisissez un mot de passe') === undefined;
  };

const mails =
  (expected: (visitor: Visitor) => Promise<void>, count: number, recipients = count): Expectation =>
  async (visit) => {
    await expected(visit.visitor());
    const sent = await visit.mails();
    return (
      sent.length === count &&
      sent.flatMap((mail) => mail.recipients).length === recipients &&
      !sent.some(({ text }) => text.includes(fresh))
    );
  };

const changeOfAlice = (visitor: Visitor): Promise<void> => visitor.change(alice, fresh);

/** Submits the identification without what the image says. */
const withoutImage =
  (edit: (body: URLSearchParams, visit: Visit) => void | Promise<void>): Expectation =>
  async (visit) => {
    const visitor = visit.visitor();
    await visitor.openProcedure();
    visitor.fill('Adresse de messagerie du compte', alice.email);
    const body = new URLSearchParams(visitor.submission('Continuer'));
    await edit(body, visit);
    await visitor.post(body.toString());
    return !visitor.shows(alice.question);
  };

const expectations: Readonly<Record<FaultId, Expectation>> = {
  'bouton-espace-renomme': async (visit) => {
    const visitor = visit.visitor();
    await visitor.get('/');
    return visitor.button('Votre espace professionnel') !== undefined;
  },
  'valider-renomme': onPassword((visitor) => visitor.button('Valider') !== undefined),
  'sans-confirmation': onPassword((visitor) => visitor.field('Tapez-le à nouveau') !== undefined),
  'question-d-un-autre': onQuestion((visitor) => visitor.shows(alice.question)),
  'reponse-affichee': onPassword((visitor) => !visitor.shows(alice.answer)),
  'champs-trop-tot': onQuestion((visitor) => visitor.field('Choisissez un mot de passe') === undefined),
  'dossier-perdu': async (visit) => {
    const visitor = visit.visitor();
    await visitor.change(alice, fresh);
    await visitor.signIn(alice.email, fresh);
    return alice.dossiers.every((dossier) => visitor.shows(dossier));
  },
  'dix-neuf-caracteres': refuses('Abcdefghijklmnopqr1'),
  'accents-admis': refuses('Abcdefghijklmnopqr1é'),
  'espace-final-perdu': refuses('Abcdefghijklmnopqr1 '),
  'chiffre-facultatif': refuses('Abcdefghijklmnopqrstuvwxy'),
  'tiret-admis': refuses('Abcdefghijklmnopqr1-'),
  'meme-mot-de-passe': async (visit) => {
    const visitor = visit.visitor();
    await visitor.change(alice, alice.password);
    return !visitor.shows('C’est fait');
  },
  'trente-au-plus': async (visit) => {
    await visit.visitor().change(alice, `${fresh}${fresh}`);
    return visit.opens(alice, `${fresh}${fresh}`);
  },
  'regles-dans-la-page': refuses('court1'),
  'confirmation-sur-vingt': refuses(`${fresh}A`, `${fresh}B`),
  'mot-de-trop': refusesAnswer(`${alice.answer} environ`),
  'reponse-de-quiconque': refusesAnswer(bob.answer),
  'refusee-d-abord': onPassword((visitor) => visitor.field('Choisissez un mot de passe') !== undefined),
  'captcha-ignore': withoutImage((body) => body.set('img', 'faux')),
  'captcha-absent': withoutImage((body) => body.delete('img')),
  'captcha-d-autrui': withoutImage(async (body, visit) => {
    const other = visit.visitor();
    await other.openProcedure();
    body.set('img', await other.captcha());
  }),
  'image-unique': async (visit) => {
    const [one, two] = [visit.visitor(), visit.visitor()];
    await one.openProcedure();
    await two.openProcedure();
    return (await one.captcha()) !== (await two.captcha());
  },
  'sans-reponse': onQuestion(async (visitor) => {
    await visitor.post(`jeton=${visitor.token()}&action=valider&neuf=${fresh}&bis=${fresh}`);
    return !visitor.shows('C’est fait');
  }),
  rejeu: onPassword(async (visitor) => {
    const token = visitor.token();
    await visitor.choose(fresh);
    await visitor.post(`jeton=${token}&action=valider&neuf=${fresh}2&bis=${fresh}2`);
    return !visitor.shows('C’est fait');
  }),
  'aucun-courriel': mails(changeOfAlice, 1),
  'deux-courriels': mails(changeOfAlice, 1),
  'copie-a-un-tiers': mails(changeOfAlice, 1),
  'courriel-au-refus': mails((visitor) => visitor.change(alice, 'court'), 0),
  'secret-au-courriel': mails(changeOfAlice, 1),
  'ancien-jusqu-a-la-connexion': afterChange(false, alice.password),
  'succes-de-facade': afterChange(true, fresh),
  'effectif-au-second': afterChange(true, fresh),
  'tronque-a-vingt': afterChange(false, fresh.slice(0, 20)),
  'casse-ignoree': afterChange(false, fresh.toUpperCase()),
  'connexion-sans-mot-de-passe': async (visit) => !(await visit.opens(alice, '')),
  'tous-les-comptes': async (visit) => {
    await visit.visitor().change(alice, fresh);
    return visit.opens(bob, bob.password);
  },
  'dernier-identifie': async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword(alice);
    await visit.visitor().identify(bob.email);
    await visitor.choose(fresh);
    return (await visit.opens(alice, fresh)) && visit.opens(bob, bob.password);
  },
  'recapitulatif-sur-clic': onPassword(async (visitor) => {
    await visitor.choose(fresh);
    return visitor.shows('C’est fait');
  }),
  'connecte-d-office': onPassword(async (visitor) => {
    await visitor.choose(fresh);
    return visitor.shows('C’est fait') && !visitor.shows('Vos dossiers');
  }),
};

for (const { id, title, violates } of faults) {
  test(`The fault ${id} is there on demand only: ${title}`, async () => {
    assert.match(violates[0] ?? '', /^MPO-/);
    for (const fault of [undefined, id]) {
      await Visit.during(fault, async (visit) => assert.equal(await expectations[id](visit), fault === undefined));
    }
  });
}

function onQuestion(holds: (visitor: Visitor) => boolean | Promise<boolean>): Expectation {
  return async (visit) => {
    const visitor = visit.visitor();
    await visitor.identify(alice.email);
    return holds(visitor);
  };
}

function onPassword(holds: (visitor: Visitor) => boolean | Promise<boolean>): Expectation {
  return async (visit) => {
    const visitor = visit.visitor();
    await visitor.reachPassword(alice);
    return holds(visitor);
  };
}
