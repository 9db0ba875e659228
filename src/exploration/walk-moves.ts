/** What a walker may do, as data, and the sentence that says it in a feature. Knows no target and no rule. */
import type { Screen } from '../../simulator';

/** Each has an account and a browser. */
export const walkers = ['Alice', 'Bruno'] as const;
export type Walker = (typeof walkers)[number];

/** Whose address is typed. */
export type TypedAddress = Walker | 'inconnue' | 'aucune';
/** Whose answer is given. */
export type TypedAnswer = Walker | 'autre' | 'aucune';

/** Passwords by the words of the features, with the sentence of the fiche that decides each. */
export const proposals = {
  'un mot de passe conforme': 'MPO-1.3-1',
  '20 lettres et chiffres': 'MPO-1.3-3',
  '64 minuscules et chiffres': 'MPO-1.3-1',
  '19 lettres et chiffres': 'MPO-1.3-3',
  '24 lettres sans chiffre': 'MPO-1.3-2',
  '24 chiffres sans lettre': 'MPO-1.3-2',
  '24 lettres et chiffres puis « é »': 'MPO-2-20',
  '24 lettres et chiffres puis une espace': 'MPO-2-19',
  '24 lettres et chiffres puis « _ »': 'MPO-2-18',
  'le mot de passe en vigueur': 'MPO-1.3-4',
} as const;
export type Proposal = keyof typeof proposals;

/** How a proposal is confirmed, with the sentence that decides it. */
export const confirmations = {
  'confirmé à l’identique': undefined,
  'confirmé par un autre': 'MPO-2-16',
  'sans confirmation': 'MPO-2-15',
} as const;
export type Confirmation = keyof typeof confirmations;

/** What is typed at the sign-in, of the account whose address is typed. */
export const typedPasswords = ['en vigueur', 'antérieur', 'refusé', 'inventé'] as const;
export type TypedPassword = (typeof typedPasswords)[number];

/** Screens that a walker may ask for by their address. */
export type WalkScreen = Exclude<Screen, 'home'>;

export const screenWords: Readonly<Record<WalkScreen, string>> = {
  signIn: 'connexion',
  identification: 'identification',
  question: 'question de confiance',
  newPassword: 'nouveau mot de passe',
  summary: 'récapitulatif',
  services: 'espace',
};

/** What one walker does. */
export type Act =
  | { readonly do: 'open home' }
  | { readonly do: 'open'; readonly screen: WalkScreen }
  | { readonly do: 'click'; readonly control: 'Votre espace professionnel' | 'Mot de passe oublié' }
  | { readonly do: 'identify'; readonly address: TypedAddress; readonly copies: boolean }
  | { readonly do: 'answer'; readonly answer: TypedAnswer }
  | { readonly do: 'choose'; readonly proposal: Proposal; readonly confirmation: Confirmation }
  | { readonly do: 'sign in'; readonly address: Walker; readonly password: TypedPassword }
  | { readonly do: 'sign out' | 'back' | 'reload' | 'send again' | 'open tab' | 'change tab' | 'new browser' };
export type Move = { readonly who: Walker } & Act;

/** « Alice saisit l’adresse de Bruno et recopie l’image »: the steps of `steps/exploring.ts` read it back. */
export function sentenceOf(move: Move): string {
  return `${move.who} ${predicateOf(move)}`;
}

/** The move that a sentence says. @throws Error for any other sentence. */
export function moveFromSentence(sentence: string): Move {
  const [, who, predicate] = /^(\S+) (.+)$/.exec(sentence) ?? [];
  const act = acts.find((one) => predicateOf(one) === predicate);
  const walker = walkers.find((one) => one === who);
  if (act === undefined || walker === undefined) throw new Error(`« ${sentence} » n’est pas un geste d’une marche`);
  return { who: walker, ...act };
}

/** What the predicates may be, as a regular expression; but for clicks, which the features say in the same words. */
export function predicatePattern(): string {
  const predicates = acts.filter((act) => act.do !== 'click').map(predicateOf);
  return predicates.map((predicate) => predicate.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

const addresses: Readonly<Record<TypedAddress, string>> = {
  Alice: 'l’adresse d’Alice',
  Bruno: 'l’adresse de Bruno',
  inconnue: 'une adresse inconnue',
  aucune: 'une adresse vide',
};
const answers: Readonly<Record<TypedAnswer, string>> = {
  Alice: 'la réponse d’Alice',
  Bruno: 'la réponse de Bruno',
  autre: 'une autre réponse',
  aucune: 'une réponse vide',
};
const plain = {
  'sign out': 'se déconnecte',
  back: 'revient à la page précédente',
  reload: 'actualise la page',
  'send again': 'envoie une seconde fois le dernier formulaire',
  'open tab': 'ouvre la même page dans un autre onglet, et y reste',
  'change tab': 'passe à l’autre onglet',
  'new browser': 'reprend dans un navigateur neuf',
} as const;

function predicateOf(act: Act): string {
  switch (act.do) {
    case 'open home':
      return 'ouvre la page d’accueil';
    case 'open':
      return `demande l’adresse de l’écran « ${screenWords[act.screen]} »`;
    case 'click':
      return `clique sur « ${act.control} »`;
    case 'identify':
      return `saisit ${addresses[act.address]} et recopie ${act.copies ? 'l’image' : 'mal l’image'}`;
    case 'answer':
      return `saisit ${answers[act.answer]} et continue`;
    case 'choose':
      return `valide ${act.proposal}, ${act.confirmation}`;
    case 'sign in':
      return `saisit à la connexion ${addresses[act.address]} et son mot de passe ${act.password}`;
    default:
      return plain[act.do];
  }
}

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

/** Everything that a walker may do, one by one. */
export const acts: readonly Act[] = [
  { do: 'open home' },
  ...keysOf(screenWords).map((screen): Act => ({ do: 'open', screen })),
  { do: 'click', control: 'Votre espace professionnel' },
  { do: 'click', control: 'Mot de passe oublié' },
  ...keysOf(addresses).flatMap((address) => [true, false].map((copies): Act => ({ do: 'identify', address, copies }))),
  ...keysOf(answers).map((answer): Act => ({ do: 'answer', answer })),
  ...keysOf(proposals).flatMap((proposal) =>
    keysOf(confirmations).map((confirmation): Act => ({ do: 'choose', proposal, confirmation })),
  ),
  ...walkers.flatMap((address) => typedPasswords.map((password): Act => ({ do: 'sign in', address, password }))),
  ...keysOf(plain).map((kind): Act => ({ do: kind })),
];
