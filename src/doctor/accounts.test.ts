/** Mistakes planted in the pool and in the CAPTCHA oracle. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createSimulator, fixtures } from '../../simulator';
import { createCatcher } from '../mail';
import { reader, silentAddress, stageForTests, testMistakes, WRONG_SECRETS, type Change, type Mistake } from './testing';

const catcher = createCatcher();
const simulator = createSimulator({ mail: catcher, passwordCost: 16 });
const stage = stageForTests(simulator, catcher, fixtures.slice(0, 3));

const account = (change: object) => () => ({ pool: [stage.pool[0]!, { ...stage.pool[1]!, ...change }, stage.pool[2]!] });
const everyAccount = (change: (account: object, rank: number) => object) => () => ({ pool: stage.pool.map(change) });
const captcha = (written: object) => () => ({ file: { captcha: written } });
const ofTheCaptcha: readonly Mistake[] = [
  [
    'characters that are wrong',
    captcha({ strategy: 'fixed', value: 'ZZZZ' }),
    { id: 'captcha', state: 'advice', what: /REFUSED \(3 images, 3 accounts\)/, remedy: /strategy: fixed, value/ },
    0,
  ],
  [
    'no way past the CAPTCHA',
    captcha({ strategy: 'none' }),
    { id: 'captcha', state: 'advice', what: /no way past/, remedy: /strategy: fixed/ },
    0,
  ],
  [
    'an oracle that is no program',
    captcha({ strategy: 'command', command: 'mdpo-no-such-program' }),
    { id: 'captcha', state: 'stop', what: /mdpo-no-such-program.*ENOENT/, remedy: /PATH/ },
    2,
  ],
  [
    'an oracle that says nothing',
    captcha({ strategy: 'command', command: 'true' }),
    { id: 'captcha', state: 'stop', what: /reads nothing/, remedy: /by hand/ },
    2,
  ],
  [
    'an oracle that is down',
    async () => captcha({ strategy: 'http', url: await silentAddress() })(),
    { id: 'captcha', state: 'stop', what: /does not answer/, remedy: /captcha\.url/ },
    3,
  ],
];

const ofTheAccounts: readonly Mistake[] = [
  ['one account', () => ({ pool: [stage.pool[0]!] }), { id: 'pool', state: 'advice', what: /second person/, remedy: /add 2/ }, 0],
  [
    'too few accounts for so many scenarios at a time',
    () => ({ options: { parallel: 2 } }),
    { id: 'pool', state: 'stop', what: /--parallel 2 needs 6/, remedy: /--parallel 1/ },
    2,
  ],
  [
    'no account of the professional space',
    everyAccount((one) => ({ ...one, kind: 'autre' })),
    { id: 'pool', state: 'stop', what: /nothing can be tried/ },
    2,
  ],
  ['rare accounts that are lacking', () => ({}), { id: 'traits', state: 'advice', what: /signe plus/ }, 0],
  [
    'accounts of which little is known',
    everyAccount((one) => ({ ...one, services: undefined })),
    { id: 'pool-data', state: 'advice', what: /services of every account/, remedy: /"services"/ },
    0,
  ],
  [
    'a wrong password',
    account({ password: WRONG_SECRETS[0] }),
    {
      id: 'account',
      state: 'advice',
      what: /bruno\.lefevre@menuiserie\.example does not sign in/,
      remedy: /"password" at .*accounts\.json:\d+/,
    },
    0,
  ],
  [
    'wrong passwords alone',
    everyAccount((one, rank) => ({ ...one, password: `${WRONG_SECRETS[0]}${rank}` })),
    { id: 'signed-in', state: 'stop', what: /no account signs in \(3 accounts tried\)/, remedy: /Correct "password"/ },
    2,
  ],
  [
    'a change that was never settled',
    () => ({
      ...account({ password: WRONG_SECRETS[0] })(),
      ledger: '{"email":"bruno.lefevre@menuiserie.example","state":"proposed","password":"Autre123456789012345"}\n',
    }),
    { id: 'account', state: 'advice', what: /bruno.*broken off/, remedy: /mdpo accounts reset/ },
    0,
  ],
  [
    'another question',
    account({ question: 'Quel âge avez-vous ?' }),
    {
      id: 'account',
      state: 'advice',
      what: /bruno.*another question/,
      remedy: /accounts\.json:\d+:\n {2}"question": "Dans quelle ville/,
    },
    0,
  ],
  [
    'a wrong answer',
    account({ answer: WRONG_SECRETS[1] }),
    { id: 'account', state: 'advice', what: /answer of bruno\S+ is refused/, remedy: /"answer" at .*accounts\.json:\d+/ },
    0,
  ],
];

testMistakes(stage, [...ofTheCaptcha, ...ofTheAccounts]);

/** The simulator with something changed on its pages. */
async function withPages(change: (html: string) => string): Promise<Change> {
  const baseUrl = await stage.serve(async (request) => {
    const response = await simulator.fetch(request);
    if (!/html/.test(response.headers.get('content-type') ?? '')) return response;
    return new Response(change(await response.text()), response);
  });
  return { file: { baseUrl } };
}

async function withFault(fault: string): Promise<Change> {
  const faulty = createSimulator({ mail: catcher, fault, passwordCost: 16 });
  after(() => faulty.close());
  const [baseUrl, url] = await Promise.all([
    stage.serve((request) => faulty.fetch(request)),
    stage.serve(reader((image) => faulty.readCaptcha(image))),
  ]);
  return { file: { baseUrl, captcha: { strategy: 'http', url } } };
}

const anonymous = () => stage.pool.map(({ email, password, question, answer }) => ({ email, password, question, answer }));
/** An espace that shows nothing of whose it is, and no way out that is known. */
const impersonal = (html: string): string =>
  html.includes('Déconnexion') ? html.replace(/<dl[^]*<\/dl>/, '').replace('Déconnexion', 'Fermer') : html;
const blank = (html: string): string => (html.includes('Déconnexion') ? '<html><body>Bienvenue</body></html>' : html);

testMistakes(stage, [
  [
    'a sign-in that wants another identifier',
    () => withFault('FLT-111'),
    { id: 'signed-in', state: 'finding', what: /MPO-2-28: .*subscriber number/ },
    1,
  ],
  [
    'a code sent by mail in the place of the question: that is no CAPTCHA',
    () => withFault('FLT-008'),
    { id: 'captcha', state: 'finding', what: /MPO-2-9/, remedy: /either the deployment/ },
    1,
  ],
  [
    'a label that is not that of the fiche, behind the accounts',
    () => withFault('FLT-004-valider'),
    { id: 'new-password', state: 'finding', what: /MPO-2-17/, remedy: /controls: \{ validate: \{ name: "Enregistrer" \} \}/ },
    1,
  ],
  [
    'an espace that nothing tells from any other page',
    async () => ({ ...(await withPages(blank)), pool: anonymous() }),
    { id: 'signed-in', state: 'stop', what: /cannot be told/, remedy: /"services"/ },
    2,
  ],
  [
    'an espace without the services of the pool',
    () => withPages(blank),
    { id: 'signed-in', state: 'finding', what: /MPO-2-29: .*none of the services/, remedy: /"services"/ },
    1,
  ],
]);

test('where the pool cannot tell, a signed-in page is known by what no other page bears', async () => {
  const { lines, preparation } = await stage.examine({ ...(await withPages(impersonal)), pool: anonymous() });
  const { signedIn = [] } = preparation;
  assert.ok(signedIn.includes('Fermer'), JSON.stringify(lines));
  assert.ok(!signedIn.some((mark) => /TVA/.test(mark)), 'a service of one account is no mark');
  assert.match(lines.find(({ id }) => id === 'signed-in')?.what ?? '', /known by .*« Fermer »/);
  assert.ok(lines.some(({ id, state }) => id === 'accounts' && state === 'ok'));
});

test('characters that are refused make what lies behind them undecided, and say so in French', async () => {
  const { preparation } = await stage.examine(captcha({ strategy: 'fixed', value: 'ZZZZ' })());
  assert.match(preparation.captchaRefused ?? '', /la cible refuse les caractères/);
});

test('an account that does not sign in is set aside, so that no scenario takes a mistake of the pool for a failure', async () => {
  const { preparation } = await stage.examine(account({ password: WRONG_SECRETS[0] })());
  assert.deepEqual(preparation.setAside, ['bruno.lefevre@menuiserie.example']);
});

test('a wrong answer is given once, and no account is tried without end', async () => {
  const answers: string[] = [];
  const baseUrl = await stage.serve(async (request) => {
    const body = request.method === 'POST' ? await request.clone().text() : '';
    if (body.includes(encodeURIComponent(WRONG_SECRETS[1]))) answers.push(body);
    return simulator.fetch(request);
  });
  await stage.examine({ file: { baseUrl }, ...account({ answer: WRONG_SECRETS[1] })() });
  assert.equal(answers.length, 1);
});
