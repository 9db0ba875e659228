/** The shortest walks to every state of the reference machine, then over every move that it knows there. Knows no target. */
import type { EventFromLogic, SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { openReference, procedure, REFERENCE_CHARACTERS, type Screen } from '../../simulator';
import { screenWords, type Act, type Confirmation, type Move, type Proposal, type WalkScreen } from './walk-moves';

type Snapshot = SnapshotFrom<typeof procedure>;
type Event = EventFromLogic<typeof procedure>;
interface Step {
  readonly event: Event;
  readonly state: Snapshot;
}

/** One account is enough for every state: its values stand for those that each target has. */
const alice = {
  email: 'alice@example.invalid',
  password: 'MotDePasseDeDepart2026',
  question: 'Quel est le nom de votre premier animal ?',
  answer: 'Médor',
};

/** One password of each shape: the machine is told nothing else of it. */
const samples: Readonly<Record<Proposal, string>> = {
  'un mot de passe conforme': 'UnMotDePasseConforme2026',
  '20 lettres et chiffres': 'MotDePasseDe20Signes',
  '64 minuscules et chiffres': 'motdepasse2026et'.repeat(4),
  '19 lettres et chiffres': 'MotDePasseCourt2026',
  '24 lettres sans chiffre': 'MotDePasseSansAucunSigne',
  '24 chiffres sans lettre': '202620262026202620262026',
  '24 lettres et chiffres puis « é »': 'MotDePasseConforme2026abé',
  '24 lettres et chiffres puis une espace': 'MotDePasseConforme2026ab ',
  '24 lettres et chiffres puis « _ »': 'MotDePasseConforme2026ab_',
  'le mot de passe en vigueur': alice.password,
};

/** What Alice may do on each screen, and what the machine is told of it. */
const offers: readonly { readonly on: readonly Screen[] | 'any'; readonly act: Act; readonly event: Event }[] = [
  { on: 'any', act: { do: 'open home' }, event: { type: 'home.opened' } },
  { on: ['home'], act: { do: 'click', control: 'Votre espace professionnel' }, event: { type: 'signIn.opened' } },
  { on: ['signIn'], act: { do: 'click', control: 'Mot de passe oublié' }, event: { type: 'identification.opened' } },
  ...(Object.keys(screenWords) as WalkScreen[]).map((screen) => ({
    on: 'any' as const,
    act: { do: 'open', screen } as const,
    event: { type: `${screen}.opened` } as const,
  })),
  identity('Alice', true),
  identity('Alice', false),
  identity('inconnue', true),
  { on: ['question'], act: { do: 'answer', answer: 'Alice' }, event: { type: 'answer.submitted', answer: alice.answer } },
  { on: ['question'], act: { do: 'answer', answer: 'autre' }, event: { type: 'answer.submitted', answer: 'une autre' } },
  { on: ['question'], act: { do: 'answer', answer: 'Bruno' }, event: { type: 'answer.submitted', answer: 'Celle de Bruno' } },
  ...Object.entries(samples).map(([proposal, password]) => choice(proposal as Proposal, 'confirmé à l’identique', password)),
  choice('un mot de passe conforme', 'confirmé par un autre', samples['un mot de passe conforme'], 'UnAutreMotDePasse2026'),
  choice('un mot de passe conforme', 'sans confirmation', samples['un mot de passe conforme'], ''),
  credentials('en vigueur', alice.password),
  credentials('inventé', 'UnMotDePasseInvente2026'),
  { on: ['services'], act: { do: 'sign out' }, event: { type: 'signOut.submitted' } },
];

/**
 * @returns walks of Alice, the shortest first, none of which is the beginning of another. Together they reach every state, and make in
 * each screen every move that the machine can be told of there, with every outcome that it has.
 */
export function shortestWalks(): Move[][] {
  // As a person goes, where one can: an address may not be known, and on some targets leads nowhere.
  const ways = new Map([...waysBy(offersOn), ...waysBy((state) => offersOn(state).filter(({ act }) => act.do !== 'open'))]);
  const walks = new Map<string, Act[]>();
  for (const { state, transitions } of Object.values(getAdjacencyMap(procedure, traversal(offersOn)))) {
    for (const { event, state: next } of Object.values(transitions) as Step[]) {
      const act = actOf(state, event);
      const key = JSON.stringify([state.value, act, next.value]);
      const way = [...(ways.get(keyOf(state)) ?? []), act];
      const known = walks.get(key);
      if (known === undefined || way.length < known.length) walks.set(key, way);
    }
  }
  return withoutBeginnings([...walks.values()].map((way) => [{ do: 'open home' } as const, ...way]))
    .sort((one, other) => one.length - other.length)
    .map((way) => way.map((act) => ({ who: 'Alice', ...act })));
}

type Offers = (state: Snapshot) => typeof offers;

/** The shortest way to each state that the offers reach. */
function waysBy(offered: Offers): [string, Act[]][] {
  return getShortestPaths(procedure, traversal(offered)).map(({ state, steps }) => [
    keyOf(state as Snapshot),
    // The first step of a path is the start of the machine, which is no move.
    (steps as readonly Step[]).flatMap(({ event }, index, all) => {
      const source = all[index - 1]?.state;
      return source === undefined ? [] : [actOf(source, event)];
    }),
  ]);
}

function traversal(offered: Offers) {
  return {
    input: openReference([alice]),
    events: (state: Snapshot) => offered(state).map(({ event }) => event),
    serializeState: keyOf,
  };
}

function identity(address: 'Alice' | 'inconnue', copies: boolean): (typeof offers)[number] {
  const typed = address === 'Alice' ? alice.email : 'inconnue@example.invalid';
  const characters = copies ? REFERENCE_CHARACTERS : '';
  return {
    on: ['identification'],
    act: { do: 'identify', address, copies },
    event: { type: 'identity.submitted', address: typed, characters },
  };
}

function choice(proposal: Proposal, confirmation: Confirmation, password: string, confirmed = password): (typeof offers)[number] {
  return {
    on: ['newPassword'],
    act: { do: 'choose', proposal, confirmation },
    event: { type: 'password.submitted', password, confirmation: confirmed },
  };
}

function credentials(password: 'en vigueur' | 'inventé', typed: string): (typeof offers)[number] {
  return {
    on: ['signIn'],
    act: { do: 'sign in', address: 'Alice', password },
    event: { type: 'credentials.submitted', identifier: alice.email, password: typed },
  };
}

/** AMB-29: what the clicks of the way in lead to is not said for somebody who is signed in. */
function offersOn({ value, context }: Snapshot) {
  return offers.filter(
    ({ on, act }) => (on === 'any' || on.includes(value)) && !(act.do === 'click' && context.signedIn !== undefined),
  );
}

/** A click where the screen has one, else the address. */
function actOf(source: Snapshot, event: Event): Act {
  return offersOn(source).find((offer) => JSON.stringify(offer.event) === JSON.stringify(event))!.act;
}

/** Two situations are the same when the same may follow. */
function keyOf({ value, context }: Snapshot): string {
  const { account, question, authorised, changed, signedIn, wrongAnswers } = context;
  const facts = [account !== undefined, question !== undefined, authorised, changed !== undefined, signedIn !== undefined];
  return JSON.stringify([value, ...facts, wrongAnswers]);
}

/** A walk that goes on makes the moves of the one that stops short. */
function withoutBeginnings(walks: readonly Act[][]): Act[][] {
  const begun = new Set(walks.flatMap((walk) => walk.slice(0, -1).map((_, index) => JSON.stringify(walk.slice(0, index + 1)))));
  return walks.filter((walk) => !begun.has(JSON.stringify(walk)));
}
