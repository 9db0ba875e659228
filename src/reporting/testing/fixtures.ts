/** For tests: three whole runs as a reader would meet them, each with about 250 scenarios over the real specification. */
import { crc32, deflateSync } from 'node:zlib';
import type { Envelope, Pickle } from '@cucumber/messages';
import { requirements, testableRequirements } from '../../specification';
import type { Finding } from '../../verdict/errors';
import { createRecorder, type RunContext } from '../recorder';
import type { RunEvidence } from '../evidence';
import type { RunRecord } from '../record';
import { fixtureMoves, measureFixture } from './model';
import { play, type Played } from './play';

export interface FixtureRun {
  readonly record: RunRecord;
  readonly evidence: RunEvidence;
  readonly messages: readonly Envelope[];
}

const STARTED_AT = Date.UTC(2026, 2, 12, 8, 30);

/** Everything a context must say; tests change what they look at. */
export const fixtureContext: RunContext = {
  target: { name: 'simulateur', kind: 'simulator' },
  driver: 'http',
  level: 'document',
  seed: 42,
  selection: { filtered: false, words: 'tous les scénarios du niveau' },
  declaredReadings: {},
  startedAt: STARTED_AT,
  versions: { suite: '0.1.0', node: '20.20.2', cucumber: '12.9.0' },
  measure: measureFixture,
};

/** The simulator as it should be. */
export function conformingRun(): FixtureRun {
  return run(fixtureContext, (pickle) => [
    { journal: JOURNAL, moves: fixtureMoves, readings: readingsOf(pickle), durationMs: 180 },
  ]);
}

/** A deployment that breaks the minimum length, loses its mail now and then, and lacks what opportunistic scenarios need. */
export function failingRun(): FixtureRun {
  const context: RunContext = {
    ...fixtureContext,
    target: { name: 'préproduction', kind: 'deployment', baseUrl: 'https://preprod.example/' },
    driver: 'browser',
    declaredReadings: { 'AMB-14': 'message-explicite' },
    versions: { ...fixtureContext.versions, playwright: '1.65.1', chromium: '140.0' },
  };
  return run(context, (pickle) => {
    const is = (id: string) => pickle.tags.some(({ name }) => name === `@${id}`);
    const seen = { journal: JOURNAL, moves: fixtureMoves.slice(0, 1), readings: readingsOf(pickle) };
    const base: Played = { ...seen, durationMs: 900, screenshots: [screen(220)] };
    if (is('MPO-1.3-3') && / (18|19) /.test(pickle.name)) return [failed(base, TOO_SHORT)];
    if (is('MPO-2-25') && pickle.name.includes('nominal')) return [failed(base, NO_MAIL), base];
    if (is('MPO-D-2'))
      return [
        { ...base, status: 'FAILED', outcome: OUTAGE },
        { ...base, status: 'FAILED', outcome: OUTAGE },
      ];
    if (is('MPO-2-14') && pickle.name.includes('retour'))
      return [{ ...base, status: 'FAILED', error: 'TypeError: page.controls is not iterable' }];
    if (is('opportuniste')) return [{ status: 'SKIPPED', outcome: NO_CLOCK }];
    return [base];
  });
}

/** The target went away after a few chapters. */
export function stoppedRun(): FixtureRun {
  let rank = 0;
  const stopped = {
    attribution: 'environment',
    reason: 'la cible https://preprod.example/ ne répond plus (connexion refusée)',
  } as const;
  return run(fixtureContext, () => ((rank += 1) <= 60 ? [{ journal: JOURNAL }] : []), stopped);
}

function run(context: RunContext, script: (pickle: Pickle) => readonly Played[], stopped?: RunRecord['stopped']): FixtureRun {
  const recorder = createRecorder(context);
  const messages = play(features(), script);
  for (const message of messages) recorder.receive(message);
  const end = { finishedAt: STARTED_AT + 47_300, ...(stopped && { stopped }) };
  return { record: recorder.finish(end), evidence: recorder.gather(end), messages };
}

/** One file a chapter, three scenarios a requirement, an outline for the rules on passwords. */
function features(): Record<string, string> {
  const sections = [...new Set(testableRequirements.map(({ section }) => section))];
  return Object.fromEntries(
    sections.map((section, rank) => {
      const own = testableRequirements.filter((requirement) => requirement.section === section);
      const outlines = section === '1.3' ? PASSWORD_OUTLINE : '';
      const scenarios = own.map(({ id }) => COURSES.map((course) => scenarioText(id, course)).join('\n')).join('\n');
      return [
        `features/0${rank + 1}-chapitre-${section.replace('.', '-')}.feature`,
        `Fonctionnalité: Chapitre ${section}\n  Contexte:\n    Soit un usager qui a oublié son mot de passe\n${scenarios}\n${outlines}`,
      ];
    }),
  );
}

const COURSES = ['parcours nominal', 'retour en arrière', 'deuxième onglet', 'horloge avancée'];

function scenarioText(id: string, course: string): string {
  const tags = [`@${id}`, ...(requirements.find((one) => one.id === id)?.readings ?? []).map((reading) => `@${reading}`)];
  const optional = course === 'horloge avancée' ? ' @opportuniste' : '';
  return `
  ${tags.join(' ')}${optional}
  Scénario: ${id} est tenue — ${course}
    Soit l’écran « nouveau mot de passe » affiché
    Quand je propose un mot de passe de 24 caractères dont un chiffre
    Et que je clique sur « Valider »
    Alors le récapitulatif est affiché
    Et l’ancien mot de passe est refusé à la connexion
    Et un seul courriel est arrivé, à l’adresse du compte
`;
}

const PASSWORD_OUTLINE = `
  Règle: « comporter 20 caractères au minimum »
    @MPO-1.3-3 @MPO-2-21 @MPO-D-5
    Plan du Scénario: un mot de passe de <longueur> caractères est <issue>
      Soit l’écran « nouveau mot de passe » affiché
      Quand je propose un mot de passe de <longueur> caractères dont un chiffre
      Alors il est <issue>
      Et la table suivante est respectée
        | compte | ancien mot de passe | nouveau mot de passe |
        | A      | accepté             | refusé               |
      Exemples:
        | longueur | issue   | composition      |
        | 1        | refusé  | un chiffre       |
        | 10       | refusé  | lettres, chiffre |
        | 18       | refusé  | lettres, chiffre |
        | 19       | refusé  | lettres, chiffre |
        | 20       | accepté | lettres, chiffre |
        | 64       | accepté | lettres, chiffre |
        | 128      | accepté | lettres, chiffre |
`;

const JOURNAL = [
  'GET / → 200, écran « accueil »',
  'clic sur « Votre espace professionnel » → 200, écran « connexion »',
  'clic sur « Mot de passe oublié » → 200, écran « identification »',
  'saisie de l’adresse électronique du compte A et des caractères de l’image (masqués)',
  'POST /identification → 303 → 200, écran « question de confiance »',
  'saisie de la réponse (masquée)',
  'POST /question → 303 → 200, écran « nouveau mot de passe »',
  'mot de passe proposé : 24 caractères, 23 lettres et 1 chiffre (masqué)',
  'POST /mot-de-passe → 303 → 200, écran « récapitulatif »',
  'connexion avec l’ancien mot de passe : refusée',
  'connexion avec le nouveau mot de passe : acceptée',
  'courriels reçus pendant 300 ms de veille : 1, destinataire : compte A',
];

const TOO_SHORT: Finding = {
  requirements: ['MPO-1.3-3', 'MPO-2-21'],
  expected:
    'un mot de passe de moins de 20 caractères est refusé : pas de récapitulatif, ancien mot de passe en vigueur, aucun courriel',
  observed: 'le récapitulatif est affiché et la connexion avec ce mot de passe est acceptée',
  attribution: 'implementation',
  evidence: [
    'POST https://preprod.example/mot-de-passe → 303 vers /recapitulatif',
    'connexion, ancien mot de passe : refusée ; mot de passe proposé : acceptée',
    'texte de l’écran : « Votre mot de passe a été modifié. <b>Récapitulatif</b> »',
  ],
};
const NO_MAIL: Finding = {
  requirements: ['MPO-2-25'],
  expected: 'exactement un courriel de confirmation après « Valider »',
  observed: 'aucun courriel en 30 s',
  attribution: 'implementation',
  evidence: ['MailHog http://127.0.0.1:8025 : 0 message depuis le clic sur « Valider »'],
};
const OUTAGE = {
  kind: 'undecided',
  attribution: 'environment',
  reason: 'le serveur de courriels http://127.0.0.1:8025 ne répond pas',
} as const;
const NO_CLOCK = {
  kind: 'missing',
  capability: 'horloge',
  hint: 'déclarez une horloge réglable dans le fichier de la cible',
} as const;

function failed(base: Played, finding: Finding): Played {
  return {
    ...base,
    status: 'FAILED',
    at: 3,
    outcome: { kind: 'finding', findings: [finding] },
    screenshots: [screen(220), screen(60)],
  };
}

function readingsOf(pickle: Pickle): Record<string, string> {
  const known: Record<string, string> = {
    'AMB-14': 'message-explicite',
    'AMB-01': 'chiffres-et-lettres',
    'AMB-16': 'retour-au-début',
  };
  return Object.fromEntries(
    pickle.tags.flatMap(({ name }) => (known[name.slice(1)] ? [[name.slice(1), known[name.slice(1)] ?? '']] : [])),
  );
}

/** A grey PNG of 640 × 360 with a band of another shade, for want of a real screen. */
function screen(shade: number): Buffer {
  const [width, height] = [640, 360];
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), Buffer.alloc(width, y < 48 ? shade / 2 : shade)]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
