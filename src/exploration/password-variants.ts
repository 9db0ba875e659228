/** Passwords that differ from another by one thing: what must not be taken for it. Knows no target. */
import type { SecretSource } from './secrets';

/** Makes a variant of a password. */
export type Variant = (password: string, source: SecretSource) => string;

/**
 * Reads the words of a feature: « dont le 21e caractère change », « suivi d’un chiffre ».
 * @throws Error naming the words that are not understood.
 */
export function variantFromWords(words: string): Variant {
  const ranked = /^dont le (\d+)e caractère change$/.exec(words);
  if (ranked) return (password, source) => changeAt(password, Number(ranked[1]) - 1, source);
  const prefix = /^les (\d+) premiers caractères$/.exec(words);
  if (prefix) return (password) => password.slice(0, Number(prefix[1]));
  const variant = variants[words];
  if (variant === undefined) throw new Error(`variante de mot de passe inconnue : « ${words} »`);
  return variant;
}

/** Letters in the other case. */
export function swapCase(text: string): string {
  return [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
}

/** What a target that truncates, trims or folds would take for the password: each must be refused (MPO-D-6). */
export function nearVariants(
  password: string,
  source: SecretSource,
): readonly { readonly words: string; readonly value: string }[] {
  const words = ['casse inversée', 'sans le dernier caractère', 'suivi d’un chiffre', 'entouré d’espaces'];
  const prefixes = [20, 64, 72].filter((length) => length < password.length).map((length) => `les ${length} premiers caractères`);
  return [...words, ...prefixes]
    .map((name) => ({ words: name, value: variantFromWords(name)(password, source) }))
    .filter(({ value }) => value !== password);
}

const variants: Readonly<Record<string, Variant>> = {
  'dont le premier caractère change': (password, source) => changeAt(password, 0, source),
  'dont le dernier caractère change': (password, source) => changeAt(password, password.length - 1, source),
  'dont la casse est inversée': swapCase,
  'casse inversée': swapCase,
  'tout en minuscules': (password) => (password === password.toLowerCase() ? swapCase(password) : password.toLowerCase()),
  'suivi d’un chiffre': (password, source) => password + source.pick('0123456789', 1),
  'suivi d’une espace': (password) => `${password} `,
  'entouré d’espaces': (password) => ` ${password} `,
  'privé de son dernier caractère': (password) => password.slice(0, -1),
  'sans le dernier caractère': (password) => password.slice(0, -1),
};

/** Another character of the same class, and not the same letter in the other case: only one thing differs. */
function changeAt(password: string, index: number, source: SecretSource): string {
  const old = password[index];
  if (old === undefined) throw new Error(`le mot de passe n’a pas de ${index + 1}e caractère`);
  const alphabet = /\d/.test(old) ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
  const others = [...alphabet].filter((c) => c !== old.toLowerCase()).join('');
  return password.slice(0, index) + source.pick(others, 1) + password.slice(index + 1);
}
