// Each fault that the API shows: the same probe says yes when it is switched on, and no when the deployment conforms.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, type FaultId } from './faults';
import { screenFaults } from './screen-faults';
import { marie, NEW_PASSWORD, paul, World } from './test-support';

/** Says whether the deviation is there. */
type Probe = (world: World) => Promise<boolean>;

const isAccepted =
  (password: string, confirmation = password): Probe =>
  async (world) =>
    (await world.change(marie, password, confirmation)).answer.status === 200;

const isIdentifiedBy =
  (values: { mel: string; caracteres?: string }): Probe =>
  async (world) => {
    const client = await world.client();
    await client.readCaptcha();
    return (await client.post('/api/identification', values)).status === 200;
  };

const isRightAnswer =
  (reponse: string): Probe =>
  async (world) => {
    const client = await world.client();
    await client.identify(marie.email);
    return (await client.post('/api/reponse', { reponse })).status === 200;
  };

const probes: { readonly [id in FaultId]?: Probe } = {
  'sans-confirmation': isAccepted(NEW_PASSWORD, ''),
  'dix-neuf-caracteres': isAccepted('Abcdefghijklmnopqr1'),
  'accents-acceptes': isAccepted('Abcdefghijklmnopqrsté1'),
  'espaces-rognes': isAccepted('Abcdefghijklmnopqr1 '),
  'chiffre-facultatif': isAccepted('Abcdefghijklmnopqrstuv'),
  'caracteres-speciaux-acceptes': isAccepted('Abcdefghijklmnopqrst1!'),
  'majuscule-exigee': async (world) => !(await isAccepted('abcdefghijklmnopqrst1')(world)),
  'trente-deux-au-plus': async (world) => !(await isAccepted('a1'.repeat(17))(world)),
  'meme-mot-de-passe-accepte': async (world) => (await world.change(paul, paul.password)).answer.status === 200,
  'confirmation-sans-casse': isAccepted(NEW_PASSWORD, NEW_PASSWORD.toUpperCase()),
  'regles-dans-la-page-seule': isAccepted('court'),
  'reponse-partielle': isRightAnswer('Jules'),
  'reponse-d-un-autre-compte': isRightAnswer(paul.answer),
  'bonne-reponse-refusee-d-abord': async (world) => {
    const client = await world.client();
    const [first, second] = [await client.reachPassword(marie), await client.post('/api/reponse', { reponse: marie.answer })];
    return first.status === 422 && second.status === 200;
  },
  'captcha-non-verifie': isIdentifiedBy({ mel: marie.email, caracteres: 'faux' }),
  'captcha-vide-tolere': isIdentifiedBy({ mel: marie.email, caracteres: '' }),
  'captcha-absent-tolere': isIdentifiedBy({ mel: marie.email }),
  'captcha-d-une-autre-session': async (world) => {
    const { characters } = await (await world.client()).readCaptcha();
    return isIdentifiedBy({ mel: marie.email, caracteres: characters })(world);
  },
  'captcha-immuable': async (world) => {
    const [one, other] = [await (await world.client()).readCaptcha(), await (await world.client()).readCaptcha()];
    return one.characters === other.characters;
  },
  'adresse-inconnue-admise': async (world) => (await (await world.client()).identify('personne@exemple.test')).status === 200,
  'reponse-livree-avec-la-question': async (world) => {
    const client = await world.client();
    await client.identify(marie.email);
    return JSON.stringify((await client.get('/api/question')).body).includes(marie.answer);
  },
  'question-contournable': async (world) => {
    const client = await world.client();
    await client.identify(marie.email);
    return (await client.choose(NEW_PASSWORD)).status === 200;
  },
  'change-encore': async (world) => {
    const { client } = await world.change(marie);
    return (await client.choose(`${NEW_PASSWORD}9`)).status === 200 && (await world.opens(marie.email, `${NEW_PASSWORD}9`));
  },
  'courriel-absent': async (world) => (await mailOfChange(world)).length === 0,
  'courriel-double': async (world) => (await mailOfChange(world)).length === 2,
  'courriel-en-copie': async (world) => (await mailOfChange(world))[0]?.recipients.includes(paul.email) === true,
  'courriel-sur-refus': async (world) => {
    await world.change(marie, 'court');
    return (await world.allMail()).length === 1;
  },
  'courriel-avec-mot-de-passe': async (world) => (await mailOfChange(world))[0]?.text.includes(NEW_PASSWORD) === true,
  'ancien-encore-valable': async (world) => {
    await world.change(marie);
    const before = await world.opens(marie.email, marie.password);
    await world.opens(marie.email, NEW_PASSWORD);
    return before && !(await world.opens(marie.email, marie.password));
  },
  'sans-effet': async (world) => {
    const [first, second] = [(await world.change(marie)).answer.status, (await world.change(marie)).answer.status];
    return first === 200 && second === 200 && (await world.opens(marie.email, marie.password));
  },
  'effectif-au-second-changement': async (world) => {
    await world.change(marie);
    const before = await world.opens(marie.email, NEW_PASSWORD);
    await world.change(marie);
    return !before && (await world.opens(marie.email, NEW_PASSWORD));
  },
  'tronque-a-vingt': async (world) => {
    await world.change(marie);
    return (await world.opens(marie.email, NEW_PASSWORD)) && (await world.opens(marie.email, NEW_PASSWORD.slice(0, 20)));
  },
  'casse-perdue': async (world) => {
    await world.change(marie);
    return (await world.opens(marie.email, NEW_PASSWORD)) && (await world.opens(marie.email, NEW_PASSWORD.toUpperCase()));
  },
  'autre-compte-modifie': async (world) => {
    await world.change(marie);
    return (await world.opens(paul.email, NEW_PASSWORD)) && !(await world.opens(paul.email, paul.password));
  },
  'dossier-perdu': async (world) => {
    await world.change(marie);
    const client = await world.client();
    await client.signIn(marie.email, NEW_PASSWORD);
    return ((await client.get('/api/espace')).body.dossiers as string[]).length === marie.dossiers.length - 1;
  },
};

for (const [id, probe] of Object.entries(probes)) {
  test(`fault ${id} shows, and only when it is switched on`, async () => {
    assert.equal(await shows(probe, id), true, 'switched on');
    assert.equal(await shows(probe), false, 'conforming');
  });
}

test('every fault has a probe, here or on the screens, and cites requirements', () => {
  assert.deepEqual([...Object.keys(probes), ...Object.keys(screenFaults)].sort(), faults.map(({ id }) => id).sort());
  for (const { id, violates } of faults)
    for (const requirement of violates) assert.match(requirement, /^MPO-(\d(\.\d)?|D)-\d+$/, id);
});

async function shows(probe: Probe, fault?: string): Promise<boolean> {
  const world = await World.open(fault);
  try {
    return await probe(world);
  } finally {
    await world.close();
  }
}

async function mailOfChange(world: World) {
  await world.change(marie);
  return world.allMail();
}
