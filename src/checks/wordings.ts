/** What people type, by the words of the features: addresses, answers, passwords. Knows no target. */
import { createHash } from 'node:crypto';
import { variantFromWords } from '../exploration/password-variants';
import { CapabilityMissing } from '../verdict/errors';
import { accountOf, inForce, type Person } from './person';
import type { Scene } from './scene';

/** What a person types, in the words of a feature. */
type Typing = (scene: Scene, person: Person) => string;

/** A reserved domain: nobody lives there (RFC 2606). */
const UNKNOWN = 'personne.inconnue@example.invalid';

const addresses: Readonly<Record<string, Typing>> = {
  'son adresse': (_, person) => accountOf(person).email,
  'aucune adresse': () => '',
  'une adresse inconnue': () => UNKNOWN,
  'le début de son adresse': (_, person) => accountOf(person).email.slice(0, 4),
  'son adresse précédée d’une lettre': (_, person) => `x${accountOf(person).email}`,
  'son adresse sans son domaine': (_, person) => accountOf(person).email.split('@')[0]!,
  'son adresse, un « % » à la place du domaine': (_, person) => `${accountOf(person).email.split('@')[0]!}@%`,
  'l’adresse de Bruno': (scene) => accountOf(other(scene, 'Bruno')).email,
  'l’adresse mal formée « abc »': () => 'abc',
  'l’adresse mal formée « a@ »': () => 'a@',
  'l’adresse mal formée « a@b@c »': () => 'a@b@c',
  'une adresse de 300 caractères': () => `${'a'.repeat(284)}@example.invalid`,
  'son numéro d’abonné': (_, person) => {
    const { subscriberNumber } = accountOf(person);
    if (subscriberNumber === undefined)
      throw new CapabilityMissing('un numéro d’abonné connu', 'ajouter « subscriberNumber » au compte dans la réserve');
    return subscriberNumber;
  },
};

const answers: Readonly<Record<string, Typing>> = {
  'sa réponse': (_, person) => accountOf(person).answer,
  'la réponse de Bruno': (scene) => accountOf(other(scene, 'Bruno')).answer,
  'la réponse d’Alice': (scene) => accountOf(other(scene, 'Alice')).answer,
  rien: () => '',
  'un autre mot': () => 'tournesol-xylophone',
  'trois espaces': () => '   ',
  'le texte de sa question': (_, person) => accountOf(person).question,
  'son adresse électronique': (_, person) => accountOf(person).email,
  'son mot de passe actuel': (_, person) => inForce(person),
  'un mot de même longueur que sa réponse': (_, person) => sameLength(accountOf(person).answer),
  'sa réponse sans la dernière lettre': (_, person) => accountOf(person).answer.slice(0, -1),
  'sa réponse sans la première lettre': (_, person) => accountOf(person).answer.slice(1),
  'sa réponse suivie d’un autre mot': (_, person) => `${accountOf(person).answer} tournesol`,
  'sa réponse précédée d’un autre mot': (_, person) => `tournesol ${accountOf(person).answer}`,
  'un autre nombre': (_, person) => String(Number(accountOf(person).answer) + 737),
  'sa réponse suivie de « .0 »': (_, person) => `${accountOf(person).answer}.0`,
  'sa réponse en notation scientifique': (_, person) => scientific(accountOf(person).answer),
};

const signInPasswords: Readonly<Record<string, Typing>> = {
  'aucun mot de passe': () => '',
  'son mot de passe': (_, person) => inForce(person),
  'son nouveau mot de passe': (_, person) => inForce(person),
  'son ancien mot de passe': (_, person) => person.passwords[1] ?? inForce(person),
  'un autre mot de passe': (scene, person) => scene.newPassword(person).value,
};

/** The words that name an address: for the parameter type of the steps. */
export const addressWords = wordsPattern(Object.keys(addresses));
/** The words that name an answer, a text between guillemets included. */
export const answerWords = `${wordsPattern(Object.keys(answers))}|« [^»]+ »`;
/** The words that name a password at the sign-in. */
export const signInPasswordWords = `les \\d+ premiers caractères de son nouveau mot de passe|son nouveau mot de passe (?:sans|suivi|entouré) [^,]+|son nouveau mot de passe, [^,]+|${wordsPattern(Object.keys(signInPasswords))}`;

export function addressFromWords(words: string, scene: Scene, person: Person): string {
  return typed(addresses, words, scene, person);
}

export function answerFromWords(words: string, scene: Scene, person: Person): string {
  const quoted = /^« (.+) »$/.exec(words);
  return quoted ? quoted[1]! : typed(answers, words, scene, person);
}

/** « son nouveau mot de passe, casse inversée », « les 20 premiers caractères de son nouveau mot de passe ». */
export function signInPasswordFromWords(words: string, scene: Scene, person: Person): string {
  const prefix = /^(les \d+ premiers caractères) de son nouveau mot de passe$/.exec(words);
  const suffix = /^son nouveau mot de passe,? (.+)$/.exec(words);
  const variant = prefix?.[1] ?? suffix?.[1];
  if (variant === undefined) return typed(signInPasswords, words, scene, person);
  return variantFromWords(variant)(inForce(person), scene.source(person));
}

function typed(table: Readonly<Record<string, Typing>>, words: string, scene: Scene, person: Person): string {
  const typing = table[words];
  if (typing === undefined) throw new Error(`« ${words} » n’est pas connu ; sont admis : ${Object.keys(table).join(', ')}`);
  return typing(scene, person);
}

function other(scene: Scene, name: string): Person {
  const person = scene.people.get(name);
  if (person === undefined) throw new Error(`${name} n’est pas de ce scénario`);
  return person;
}

/** Letters in the place of letters, digits in the place of digits, none where it was: a length is all they share. */
function sameLength(answer: string): string {
  const seed = createHash('sha256').update(answer).digest();
  return [...answer]
    .map((character, index) => {
      const alphabet = /\d/.test(character) ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
      const others = [...alphabet].filter((c) => c !== character.toLowerCase());
      return others[seed[index % seed.length]! % others.length]!;
    })
    .join('');
}

function scientific(number: string): string {
  const zeros = /0+$/.exec(number)?.[0].length ?? 0;
  return `${number.slice(0, number.length - zeros)}e${zeros}`;
}

/** The longest first: « son adresse sans son domaine » must not be read as « son adresse ». */
function wordsPattern(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
