/** Each fault shows where it should, and nowhere without it: one probe a fault, put to a conforming deployment and to a faulty one. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { faults, type FaultId } from './faults';
import { accepts, choose, isScreen, opens, toIdentification, toPassword, toQuestion, toSummary } from './test-walk';
import { ALICE, BRUNO, NEW_PASSWORD, startWorld, type World } from './test-world';

type Probe = (world: World) => Promise<boolean>;

const LETTERS_19 = 'abcdefghijklmnopqrS';
const ANOTHER = 'encoreUnAutre20252025';

/** Whether something is amiss in the way that the fault announces. */
const PROBES: Readonly<Record<FaultId, Probe>> = {
  'lien-rebaptise': async (world) => {
    const shown = await world.browser().open('/servlet/Acces?ecran=1');
    return !shown.text.includes('Mot de passe oublié');
  },
  'bouton-envoyer': async (world) => {
    const browser = world.browser();
    await toIdentification(browser);
    return browser.button('Continuer') === undefined;
  },
  'image-absente': async (world) => (await toIdentification(world.browser())).document.querySelector('img') === null,
  'question-d-un-autre': async (world) => (await toQuestion(world.browser(), ALICE)).text.includes(BRUNO.question),
  'reponse-preremplie': async (world) => {
    const shown = await toQuestion(world.browser(), ALICE);
    return shown.document.querySelector('[name=zone3]')?.getAttribute('value') === ALICE.answer;
  },
  'champ-unique': async (world) => {
    const browser = world.browser();
    await toPassword(browser, ALICE);
    return !browser.asks('zone5') && isScreen(await choose(browser, NEW_PASSWORD, undefined), 5);
  },

  'dix-neuf-caracteres': (world) => accepts(world, ALICE, 'abcdefghijklmnopqr1'),
  'accents-admis': (world) => accepts(world, ALICE, `${LETTERS_19}é1`),
  'espace-rognee': (world) => accepts(world, ALICE, 'abcdefghijklmnopqr1 '),
  'chiffre-facultatif': (world) => accepts(world, ALICE, `${LETTERS_19}TU`),
  'ponctuation-admise': (world) => accepts(world, ALICE, `${LETTERS_19}-1`),
  'meme-mot-de-passe': (world) => accepts(world, ALICE, ALICE.password),
  'majuscule-exigee': async (world) => !(await accepts(world, ALICE, 'abcdefghijklmnopqrst1')),
  'maximum-trente-deux': async (world) => !(await accepts(world, ALICE, 'a1'.repeat(17))),
  'regles-dans-la-page': (world) => accepts(world, ALICE, 'é'),
  'confirmation-sans-casse': (world) => accepts(world, ALICE, NEW_PASSWORD, NEW_PASSWORD.toUpperCase()),

  'toute-reponse': (world) => answerPasses(world, 'n’importe quoi'),
  'reponse-contenue': (world) => answerPasses(world, `${ALICE.answer} ou Quimper`),
  'bonne-reponse-refusee': async (world) => !(await answerPasses(world, ALICE.answer)),
  'dernier-identifie': async (world) => {
    const browser = world.browser();
    await toQuestion(browser, ALICE);
    await toQuestion(world.browser(), BRUNO);
    return isScreen(await browser.submit('Continuer', { zone3: BRUNO.answer }), 4);
  },

  'code-non-verifie': (world) => codePasses(world, 'FAUX'),
  'code-facultatif': (world) => codePasses(world, undefined),

  'mot-de-passe-sans-reponse': async (world) => {
    const browser = world.browser();
    await toQuestion(browser, ALICE);
    await browser.open('/servlet/Acces?ecran=4');
    return browser.asks('zone4') && isScreen(await choose(browser, NEW_PASSWORD), 5);
  },
  'recap-au-clic': async (world) => !isScreen(await toSummary(world.browser(), ALICE), 5),

  'sans-courriel': async (world) => (await mailsAfterSuccess(world)).length === 0,
  'deux-courriels': async (world) => (await mailsAfterSuccess(world)).length === 2,
  'copie-a-un-autre': async (world) =>
    (await mailsAfterSuccess(world)).some(({ recipients }) => recipients.includes(BRUNO.email)),
  'courriel-malgre-refus': async (world) => {
    await accepts(world, ALICE, 'court');
    return (await world.settle()).length > 0;
  },
  'mot-de-passe-dans-le-courriel': async (world) =>
    (await mailsAfterSuccess(world)).some(({ content }) => (content.text ?? '').includes(NEW_PASSWORD)),

  'ancien-toujours-valable': async (world) => {
    await toSummary(world.browser(), ALICE);
    const before = await opens(world, ALICE, ALICE.password);
    assert.ok(await opens(world, ALICE, NEW_PASSWORD));
    assert.ok(!(await opens(world, ALICE, ALICE.password)));
    return before;
  },
  'succes-sans-effet': async (world) => {
    await toSummary(world.browser(), ALICE);
    await toSummary(world.browser(), ALICE, ANOTHER);
    return !(await opens(world, ALICE, ANOTHER));
  },
  'effectif-au-second-changement': async (world) => {
    await toSummary(world.browser(), ALICE);
    const first = await opens(world, ALICE, NEW_PASSWORD);
    await toSummary(world.browser(), ALICE, ANOTHER);
    return !first && (await opens(world, ALICE, ANOTHER));
  },
  'tronque-a-vingt': async (world) => {
    await toSummary(world.browser(), ALICE);
    return opens(world, ALICE, NEW_PASSWORD.slice(0, 20));
  },
  'connexion-sans-casse': async (world) => opens(world, ALICE, ALICE.password.toUpperCase()),
  'dossier-perdu': async (world) => {
    const browser = world.browser();
    await toSummary(browser, ALICE);
    await browser.follow('Accéder à mes services en ligne');
    const space = await browser.submit('Connexion', { zone1: ALICE.email, zone2: NEW_PASSWORD });
    return !space.text.includes(ALICE.dossiers[0] as string);
  },

  'autre-compte-change': async (world) => {
    await toSummary(world.browser(), ALICE);
    return !(await opens(world, BRUNO, BRUNO.password));
  },
  'compte-en-champ-cache': async (world) => {
    const browser = world.browser();
    await toPassword(browser, ALICE);
    await browser.submit('Valider', { zone4: NEW_PASSWORD, zone5: NEW_PASSWORD, compte: BRUNO.email });
    return opens(world, BRUNO, NEW_PASSWORD);
  },
  'deux-changements-par-reponse': async (world) => {
    const browser = world.browser();
    await toPassword(browser, ALICE);
    const { action, body } = browser.filled('Valider', { zone4: ANOTHER, zone5: ANOTHER });
    await choose(browser, NEW_PASSWORD);
    await browser.post(action, body);
    return opens(world, ALICE, ANOTHER);
  },
};

for (const { id, title, violates } of faults) {
  test(`the fault ${id} shows, and only when it is switched on`, async (t) => {
    const amiss = PROBES[id as FaultId];
    assert.equal(await amiss(await startWorld(t)), false, 'conforming deployment');
    assert.equal(await amiss(await startWorld(t, id)), true, 'faulty deployment');
    assert.match(title, /^\S.*[^.]$/);
    assert.ok(violates.length > 0);
    for (const requirement of violates) assert.match(requirement, /^MPO-(D|[123](\.\d)?)-\d+$/);
  });
}

async function answerPasses(world: World, answer: string): Promise<boolean> {
  const browser = world.browser();
  await toQuestion(browser, ALICE);
  return isScreen(await browser.submit('Continuer', { zone3: answer }), 4);
}

async function codePasses(world: World, code: string | undefined): Promise<boolean> {
  const browser = world.browser();
  await toIdentification(browser);
  return isScreen(await browser.submit('Continuer', { zone1: ALICE.email, zone2: code }), 3);
}

async function mailsAfterSuccess(world: World): Promise<World['mails']> {
  assert.ok(isScreen(await toSummary(world.browser(), ALICE), 5));
  return [...(await world.settle())];
}
