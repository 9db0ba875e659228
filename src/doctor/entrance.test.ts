/** Mistakes planted where no account is needed: addresses, pages, controls, browser. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { after, type TestContext } from 'node:test';
import { createSimulator, fixtures } from '../../simulator';
import { selfSigned } from '../driver/testing-certificate';
import { createCatcher } from '../mail';
import { page, silentAddress, stageForTests, testMistakes, type Change, type Mistake } from './testing';

const catcher = createCatcher();
const simulator = createSimulator({ mail: catcher, passwordCost: 16 });
const stage = stageForTests(simulator, catcher, fixtures.slice(0, 3));

const renamed = createSimulator({ mail: catcher, fault: 'FLT-004', passwordCost: 16 });
after(() => renamed.close());

const elsewhere = async (baseUrl: string | Promise<string>): Promise<Change> => ({ file: { baseUrl: await baseUrl } });
const ofTheSite: readonly Mistake[] = [
  [
    'nothing listens',
    () => elsewhere(silentAddress()),
    { id: 'home', state: 'stop', what: /refused/, remedy: /start it.*baseUrl/ },
    3,
  ],
  [
    'an unknown host',
    () => elsewhere('http://nowhere.invalid/'),
    { id: 'home', state: 'stop', what: /DNS/, remedy: /correct the name.*VPN/ },
    3,
  ],
  [
    'a certificate that nobody vouches for',
    () => elsewhere(serveUnvouched()),
    { id: 'home', state: 'stop', what: /TLS certificate/, remedy: /NODE_EXTRA_CA_CERTS/ },
    3,
  ],
  [
    'a page that needs JavaScript',
    () => elsewhere(stage.serve(page('<div id="app"></div><script src="/app.js"></script>'))),
    { id: 'driver', state: 'stop', what: /needs JavaScript/, remedy: /driver: browser/ },
    2,
  ],
  [
    'an address that is not that of the home page',
    async () => elsewhere(new URL('/nowhere', await stage.serve((request) => simulator.fetch(request))).href),
    { id: 'home', state: 'finding', what: /MPO-2-1: .*status 404 at \/nowhere/, remedy: /baseUrl/ },
    1,
  ],
  [
    'JSON in the place of a page',
    () => elsewhere(stage.serve(() => Response.json({ status: 'UP' }))),
    { id: 'home', state: 'finding', what: /MPO-2-1: .*application\/json/, remedy: /baseUrl/ },
    1,
  ],
  [
    'a site in maintenance',
    () => elsewhere(stage.serve(page('<h1>Maintenance</h1>', { status: 503 }))),
    { id: 'home', state: 'finding', what: /MPO-2-1: .*status 503/, remedy: /baseUrl/ },
    1,
  ],
  [
    'a way to another site',
    () => elsewhere(stage.serve(page('<a href="https://connexion.invalid/">Votre espace professionnel</a>'))),
    {
      id: 'origins',
      state: 'stop',
      what: /leads to https:\/\/connexion\.invalid/,
      remedy: /origins: \[https:\/\/connexion\.invalid\]/,
    },
    2,
  ],
  [
    'a label that is not that of the fiche',
    () => elsewhere(stage.serve((request) => renamed.fetch(request))),
    {
      id: 'identification',
      state: 'finding',
      what: /MPO-2-9: « Continuer » is not on the identification screen/,
      remedy: /controls: \{ continue: \{ name: "Suivant" \} \}\n.*fiche quotes/,
    },
    1,
  ],
  [
    'a control described by words that are on no page',
    () => ({ file: { controls: { connect: { name: 'Entrer' } } } }),
    { id: 'sign-in', state: 'stop', what: /controls\.connect matches nothing/, remedy: /« Connexion » is there without it/ },
    2,
  ],
  [
    'no browser',
    (t) => {
      plantNoBrowser(t);
      return { file: { driver: 'browser' } };
    },
    { id: 'browser', state: 'stop', what: /no browser/, remedy: /playwright install[^]*MDPO_BROWSER/ },
    3,
  ],
];

testMistakes(stage, ofTheSite);

async function serveUnvouched(): Promise<string> {
  const server = createServer(selfSigned(), (_, response) => response.end('x'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function plantNoBrowser(t: TestContext): void {
  const { MDPO_BROWSER: before } = process.env;
  process.env.MDPO_BROWSER = '/nowhere/chromium';
  t.after(() => {
    if (before === undefined) delete process.env.MDPO_BROWSER;
    else process.env.MDPO_BROWSER = before;
  });
}
