/** Other ways to send a form than the one of its page, and other ways to write an address: MPO-D-1, MPO-D-5. Sends nothing. */
import type { Submission } from '../driver/visitor';

/** A way to send a form. */
export interface Detour {
  readonly words: string;
  /** `undefined`: the form cannot be sent so. */
  bend(submission: Submission): Submission | undefined;
}

/** An address that a lenient server takes for the same, and a filter that looks at the letter does not. */
export interface Respelling {
  readonly words: string;
  readonly address: string;
}

/** @throws Error for words that are not known, with those that are. */
export function detoursFromWords(words: string): readonly Detour[] {
  const found = detours[words];
  if (found === undefined) throw new Error(`« ${words} » n’est pas connu ; sont admis : ${Object.keys(detours).join(', ')}`);
  return found;
}

/** Those that differ from the address as it is. */
export function respellingsOf(address: string): readonly Respelling[] {
  return spellings.flatMap(({ words, of }) => {
    const url = new URL(address);
    url.pathname = of(url.pathname);
    return url.href === new URL(address).href ? [] : [{ words, address: url.href }];
  });
}

/** The same form with some of its fields sent several times; `undefined` when its encoding has no such thing, or has none of them. */
export function withFieldsRepeated(
  submission: Submission,
  typed: readonly string[],
  sent: readonly string[],
): Submission | undefined {
  const fields = fieldsOf(submission);
  if (fields === undefined || !fields.some(([, value]) => typed.includes(value))) return undefined;
  const repeated = fields.flatMap(([name, value]): Field[] =>
    typed.includes(value) ? sent.map((one): Field => [name, one]) : [[name, value]],
  );
  return withFields(submission, isJson(submission) ? 'json' : 'form', repeated);
}

/** The words that name a way to send a form: for the parameter type of the steps. */
export function detourWords(): readonly string[] {
  return Object.keys(detours);
}

type Field = readonly [name: string, value: string];

const spellings: readonly { readonly words: string; readonly of: (path: string) => string }[] = [
  { words: 'en majuscules', of: (path) => path.toUpperCase() },
  { words: 'une barre oblique de plus ou de moins à la fin', of: withOtherEnd },
  { words: 'une barre oblique doublée', of: (path) => path.replace(/\/(?=[^/]*$)/, '//') },
  { words: 'une lettre codée', of: (path) => path.replace(/[a-z](?=[^a-z]*$)/i, percentEncoded) },
  { words: 'suivie d’un paramètre « ;a=1 »', of: (path) => `${path};a=1` },
];

const detours: Readonly<Record<string, readonly Detour[]>> = {
  'par une autre méthode': [
    { words: 'par PUT', bend: (submission) => (submission.body === '' ? undefined : { ...submission, method: 'PUT' }) },
    { words: 'par GET', bend: (submission) => inQuery(submission, 'GET') },
    { words: 'par HEAD', bend: (submission) => inQuery(submission, 'HEAD') },
  ],
  'dans un autre format': [
    {
      words: 'dans un autre format',
      bend: (submission) => {
        const fields = fieldsOf(submission);
        return fields && withFields(submission, isJson(submission) ? 'form' : 'json', fields);
      },
    },
  ],
  'à une autre écriture de son adresse': spellings.map(({ words }) => ({
    words: `à son adresse ${words}`,
    bend: (submission) => {
      const respelt = respellingsOf(submission.url).find((one) => one.words === words);
      return respelt && { ...submission, url: respelt.address };
    },
  })),
};

function inQuery(submission: Submission, method: string): Submission | undefined {
  const fields = fieldsOf(submission);
  if (fields === undefined) return undefined;
  const url = new URL(submission.url);
  for (const [name, value] of fields) url.searchParams.append(name, value);
  return { method, url: url.href, headers: withoutType(submission), body: '' };
}

function withFields(submission: Submission, format: 'form' | 'json', fields: readonly Field[]): Submission {
  const json = format === 'json';
  const headers = { ...withoutType(submission), 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' };
  // Written by hand: an object has no key twice.
  const members = fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const body = json ? `{${members.join(',')}}` : new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return { ...submission, headers, body };
}

/** `undefined` when the body is neither a form without files nor an object of texts. */
function fieldsOf({ headers, body }: Submission): Field[] | undefined {
  if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')) return [...new URLSearchParams(body)];
  const data = isJson({ headers }) ? parsed(body) : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = Object.entries(data);
  return fields.every((field): field is [string, string] => typeof field[1] === 'string') ? fields : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isJson({ headers }: Pick<Submission, 'headers'>): boolean {
  return /^application\/json/i.test(headers['content-type'] ?? '');
}

function withoutType({ headers }: Submission): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type' && name !== 'content-length'));
}

function withOtherEnd(path: string): string {
  if (path === '/') return path;
  return path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
}

function percentEncoded(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
