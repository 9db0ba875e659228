/** The questions of `mdpo init`, and what the answers mean. Asks nobody: the shape of an answer is that of its key in a target file. */
import { z } from 'zod';
import { schemaOf } from '../target/json-schema';
import { problemsOf } from '../target/problems';
import { targetSchema } from '../target/target-schema';
import type { TargetAnswers } from '../target/target-template';

/** An answer as typed, by the name that the option has in the code. */
export type Answer = 'name' | 'baseUrl' | 'driver' | 'captcha' | 'mail' | 'mailLogin' | 'smtp' | 'accounts';

export interface Question {
  readonly answer: Answer;
  readonly option: string;
  readonly asks: string;
  /** What is accepted, for people. */
  readonly forms: string;
  /** What a person gets who types nothing. */
  readonly offered: string;
  /** Nobody can suppose it of a deployment: where nobody is there to see what is offered, it must be given. */
  readonly needed: boolean;
  /** The key of the target file, for problems with a part of it. */
  readonly key: string;
  readonly schema: z.ZodType;
  /** From what was typed to what the schema checks. */
  read(text: string): unknown;
}

/** What was understood of the answers so far, as the target file has it. */
export type Draft = Partial<Record<Answer, unknown>>;

const { shape } = targetSchema;
const { user, password, smtp } = shape.mail.shape;

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    ...{ answer: 'name', option: '--name', key: 'name', schema: shape.name, needed: true },
    asks: 'What do reports call the deployment?',
    ...{ forms: 'a text', offered: 'preprod' },
    read: (text) => text,
  },
  {
    ...{ answer: 'baseUrl', option: '--base-url', key: 'baseUrl', schema: shape.baseUrl, needed: true },
    asks: 'Where is its home page?',
    ...{ forms: 'an address that begins with http:// or https://', offered: 'http://127.0.0.1:8080/' },
    read: (text) => text,
  },
  {
    ...{ answer: 'driver', option: '--driver', key: 'driver', schema: shape.driver, needed: false },
    asks: 'How is it reached?',
    ...{ forms: 'http, or browser for pages that need JavaScript', offered: 'http' },
    read: (text) => text,
  },
  {
    ...{ answer: 'captcha', option: '--captcha', key: 'captcha', schema: shape.captcha, needed: true },
    asks: 'How are the characters of its CAPTCHA read?',
    ...{ forms: 'fixed:CHARACTERS, command:PROGRAM ARG…, http:URL, manual or none', offered: 'none' },
    read: captchaFrom,
  },
  {
    ...{ answer: 'mail', option: '--mail', key: 'mail', schema: shape.mail, needed: true },
    asks: 'Which server keeps the mail that it sends?',
    ...{ forms: 'mailhog:URL or mailpit:URL, the URL of its API', offered: 'mailhog:http://127.0.0.1:8025' },
    read(text) {
      const [kind, url] = splitAtColon(text);
      return { kind, url };
    },
  },
  {
    ...{ answer: 'mailLogin', option: '--mail-login', key: 'mail', needed: false },
    asks: 'Who may read that server?',
    ...{ forms: 'USER:PASSWORD or none; a password ${NAME} is taken from the environment', offered: 'none' },
    schema: z.strictObject({ user: user.unwrap(), password: password.unwrap() }).optional(),
    read(text) {
      if (text === 'none') return undefined;
      const [user, password] = splitAtColon(text);
      return { user, password };
    },
  },
  {
    ...{ answer: 'smtp', option: '--smtp', key: 'mail.smtp', schema: smtp, needed: false },
    asks: 'Where does the deployment send its mail, for doctor to send a probe there?',
    ...{ forms: 'HOST:PORT or none', offered: 'none' },
    read: (text) => (text === 'none' ? undefined : text),
  },
  {
    ...{ answer: 'accounts', option: '--accounts', key: 'accounts', schema: shape.accounts, needed: false },
    asks: 'Which file holds the test accounts?',
    ...{ forms: 'a path from the target file; one that is not there is begun', offered: 'accounts.json' },
    read: (text) => text,
  },
];

/** What an answer means, or why it is refused: key, given, accepted. Characters and passwords are not quoted. */
export function readAnswer({ key, schema, read }: Question, text: string): { value: unknown } | { refusal: string } {
  // An arrow key where the terminal does not edit, or a line break.
  if (/\p{Cc}/u.test(text)) return { refusal: 'holds a control character; accepted: one line of text' };
  const value = read(text);
  const issues = (schema.safeParse(value).error?.issues ?? []).filter((issue) => !isFromEnvironment(issue, value));
  if (issues.length === 0) return { value };
  const quotable = (path: readonly PropertyKey[]) => !SECRETS.has(String(path.at(-1)));
  const problems = problemsOf(new z.ZodError(issues), value, { schema: schemaOf(schema), quotable });
  return {
    refusal: problems.map(({ path, words }) => (path.length === 0 ? words : `${[key, ...path].join('.')}: ${words}`)).join('; '),
  };
}

/** The answers as the target file has them. @param draft what was understood of every question. */
export function answersOf({ name, baseUrl, driver, captcha, mail, mailLogin, smtp, accounts }: Draft): TargetAnswers {
  const server = { ...(mail as object), ...(mailLogin as object | undefined), ...(smtp !== undefined && { smtp }) };
  // Every part was checked by the schema of its key.
  return { name, baseUrl, driver, accounts, captcha, mail: server } as TargetAnswers;
}

/** Whether a text takes something from the environment. */
export function holdsVariable(text: unknown): boolean {
  return typeof text === 'string' && /\$\{[A-Za-z_]\w*\}/.test(text);
}

const SECRETS = new Set(['value', 'password']);

/** What `${NAME}` stands for is checked when the file is read. */
function isFromEnvironment({ code, path }: z.core.$ZodIssue, value: unknown): boolean {
  const given = path.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown>)[step], value);
  return code === 'invalid_format' && holdsVariable(given);
}

function captchaFrom(text: string): unknown {
  const [strategy, detail] = splitAtColon(text);
  switch (strategy) {
    case 'fixed':
      return { strategy, value: detail };
    case 'http':
      return { strategy, url: detail };
    case 'command': {
      const [command, ...args] = wordsOf(detail ?? '');
      return { strategy, command, ...(args.length > 0 && { args }) };
    }
    default:
      // Nothing follows manual and none: the schema refuses it.
      return { strategy, ...(detail !== undefined && { detail }) };
  }
}

function splitAtColon(text: string): [before: string, after: string | undefined] {
  const at = text.indexOf(':');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The words of a command: between blanks, or between quotes. A backslash is one: Windows has them in its paths. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}
