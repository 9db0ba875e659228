/** Passwords that people propose, by the words of the features. Knows no target. */
import { variantFromWords } from '../exploration/password-variants';
import { shapesFromWords } from '../exploration/shape-words';
import type { SentPair } from './own-requests';
import { inForce, type Person } from './person';
import type { Scene } from './scene';

/** A password and the shape under which the report knows it. */
export interface Proposal {
  readonly shape: string;
  readonly value: string;
}

/**
 * The passwords that the words of a feature name: « 24 lettres et chiffres avec « < » ou « > » », « son mot de passe actuel suivi d’un
 * chiffre ». At least one.
 * @throws Error for words that are not known.
 */
export function passwordsFromWords(scene: Scene, person: Person, words: string): [Proposal, ...Proposal[]] {
  if (words === 'son avant-dernier mot de passe') return [{ shape: words, value: former(person) }];
  const current = /^son mot de passe actuel(?: (.+))?$/.exec(words);
  if (current?.[1] !== undefined) {
    const value = variantFromWords(current[1])(inForce(person), scene.source(person));
    return [scene.protect({ shape: words, value })];
  }
  if (current !== null) return [{ shape: words, value: inForce(person) }];
  const [first, ...others] = shapesFromWords(words).map((shape) => scene.make(person, shape));
  return [first!, ...others];
}

/** MPO-2-15: pairs of which something is missing. `null`: the parameter is left out of the request. */
export const partialPairs: Readonly<Record<string, (shape: string, value: string) => SentPair>> = {
  'un mot de passe conforme, sans confirmation': (shape, value) => ({
    shape: `${shape}, sans confirmation`,
    value,
    confirmation: '',
  }),
  'une confirmation conforme, sans mot de passe': (shape, value) => ({
    shape: `confirmation seule, ${shape}`,
    value: '',
    confirmation: value,
  }),
  'ni mot de passe ni confirmation': () => ({ shape: 'rien', value: '', confirmation: '' }),
  'un mot de passe conforme, le paramètre de confirmation étant omis': (shape, value) => ({
    shape: `${shape}, paramètre de confirmation omis`,
    value,
    confirmation: null,
  }),
  'une confirmation conforme, le paramètre du mot de passe étant omis': (shape, value) => ({
    shape: `confirmation seule, ${shape}, paramètre du mot de passe omis`,
    value: null,
    confirmation: value,
  }),
};

function former(person: Person): string {
  const password = person.passwords[1];
  if (password === undefined) throw new Error(`${person.name} n’a pas encore changé de mot de passe`);
  return password;
}
