/** Traits of accounts that scenarios ask for, by the words of the features. Knows no target. */
import type { Account } from '../target/account';
import { isProfessional, type Wanted } from './leasing';

type Suits = Wanted['suits'];

/**
 * The trait named by the words of a feature: « dont l’adresse contient un signe plus ».
 * @param beside the account of somebody already there, for traits that compare.
 * @throws Error for words that are not known, with those that are.
 */
export function wantedFromWords(words: string, beside?: Account): Wanted {
  const suits = traits[words] ?? relations(beside)[words];
  if (suits === undefined) {
    throw new Error(
      `particularité inconnue : « ${words} » ; admises : ${[...Object.keys(traits), ...Object.keys(relations(undefined))].join(', ')}`,
    );
  }
  return { words: `un compte d’espace professionnel ${words}`, suits };
}

/** MPO-1.2-1: an account that is not one of the professional space. */
export const otherKindOfAccount: Wanted = {
  words: 'un compte qui n’est pas un espace professionnel',
  suits: ({ kind }) => kind === 'autre',
  anyKind: true,
};

/** The traits that no account of the pool has, in the words of the features. */
export function traitsLackingIn(pool: readonly Account[]): string[] {
  const professional = pool.filter(isProfessional);
  return Object.keys(traits).filter((words) => !professional.some((account) => traits[words]!(account, pool)));
}

const traits: Readonly<Record<string, Suits>> = {
  'dont l’adresse contient un signe plus': ({ email }) => local(email).includes('+'),
  'dont l’adresse contient une apostrophe': ({ email }) => local(email).includes("'"),
  'dont l’adresse est dans un sous-domaine': ({ email }) => domain(email).split('.').length > 2,
  'dont l’adresse a un domaine en majuscules': ({ email }) => /[A-Z]/.test(domain(email)),
  'dont l’adresse a une partie locale de 64 caractères': ({ email }) => local(email).length === 64,
  'dont l’adresse ne diffère d’une autre que par un accent': differsBy(unaccented),
  'dont l’adresse ne diffère d’une autre que par un signe plus': differsBy(
    (email) => `${local(email).split('+')[0]}@${domain(email)}`,
  ),
  'dont l’adresse porte un « ı » sans point': ({ email }, pool) =>
    email.includes('ı') && pool.some((other) => other.email === email.replaceAll('ı', 'i')),
  'dont la question porte accents et apostrophe': ({ question }) => /[à-ÿœ]/i.test(question) && /['’]/.test(question),
  'dont la question porte des signes de balisage': ({ question }) => /<.*>/.test(question) && question.includes('&'),
  'dont la question dépasse 200 caractères': ({ question }) => question.length >= 200,
  'dont un autre compte a la même question': (account, pool) =>
    pool.some((other) => other !== account && sameQuestion(other, account)),
  'dont la réponse porte un accent': ({ answer }) => /[à-ÿœ]/i.test(answer),
  'dont la réponse porte une majuscule': ({ answer }) => answer !== answer.toLowerCase(),
  'dont la réponse est un nombre': ({ answer }) => /^\d+$/.test(answer),
  'dont la réponse s’écrit aussi en notation scientifique': ({ answer }) =>
    /^[1-9]\d*0{3,}$/.test(answer) || /^10{2,}$/.test(answer),
  'dont la réponse porte une apostrophe': ({ answer }) => /['’]/.test(answer),
  'dont la réponse contient des espaces': ({ answer }) => /\S \S/.test(answer),
  'dont les services sont connus': ({ services, dossiers }) => (services?.length ?? 0) > 0 && (dossiers?.length ?? 0) > 0,
  'dont le numéro d’abonné est connu': ({ subscriberNumber }) => subscriberNumber !== undefined,
};

function relations(beside: Account | undefined): Readonly<Record<string, Suits>> {
  return {
    'dont la question est différente': (account) => beside === undefined || !sameQuestion(account, beside),
    'dont la question est la même': (account) =>
      beside !== undefined && sameQuestion(account, beside) && account.answer.toLowerCase() !== beside.answer.toLowerCase(),
  };
}

function sameQuestion(one: Account, other: Account): boolean {
  return one.question === other.question;
}

/** Two addresses that a careless look-up takes for one: FLT-019, FLT-020, FLT-021. */
function differsBy(folded: (email: string) => string): Suits {
  return ({ email }, pool) => pool.some((other) => other.email !== email && other.email === folded(email));
}

function unaccented(email: string): string {
  return email.normalize('NFD').replace(/\p{M}/gu, '');
}

function local(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}

function domain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
