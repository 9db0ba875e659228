/** The description of a live deployment, as its operator writes it: checked whole, every problem said at once. Opens nothing. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { readings } from '../specification';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';

const controlSchema = z.strictObject({ role: z.string().optional(), name: z.string().optional(), text: z.string().optional() });
const controlNames = [
  'professionalSpace',
  'forgottenPassword',
  'continue',
  'validate',
  'connect',
  'email',
  'captcha',
  'captchaImage',
  'answer',
  'newPassword',
  'confirmation',
  'identifier',
  'password',
] as const;

const captchaSchema = z.discriminatedUnion('strategy', [
  z.strictObject({ strategy: z.literal('fixed'), value: z.string().min(1) }),
  z.strictObject({ strategy: z.literal('command'), command: z.string().min(1), args: z.array(z.string()).default([]) }),
  z.strictObject({ strategy: z.literal('http'), url: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({ strategy: z.literal('none') }),
]);

const targetSchema = z.strictObject({
  name: z.string().min(1),
  baseUrl: z.url({ protocol: /^https?$/ }),
  driver: z.enum(['http', 'browser']).default('http'),
  accounts: z.string().min(1),
  captcha: captchaSchema,
  mail: z.strictObject({
    kind: z.enum(['mailhog', 'mailpit']),
    url: z.url({ protocol: /^https?$/ }),
    user: z.string().optional(),
    password: z.string().optional(),
  }),
  readings: z.record(z.string(), z.string()).default({}).superRefine(checkReadings),
  controls: z.partialRecord(z.enum(controlNames), controlSchema).default({}),
  help: z.boolean().default(false),
  assistance: z.strictObject({ address: z.string().min(1), code: z.string().min(1) }).optional(),
  authorized: z.boolean().default(false),
  operator: z.string().optional(),
  order: z.string().optional(),
});

/** A target file that was checked; `accounts` is an absolute path. */
export type TargetFile = z.infer<typeof targetSchema>;

const accountSchema = z.strictObject({
  email: z.string().includes('@'),
  password: z.string().min(1),
  question: z.string().min(1),
  answer: z.string().min(1),
  subscriberNumber: z.string().optional(),
  services: z.array(z.string()).optional(),
  dossiers: z.array(z.string()).optional(),
  kind: z.enum(['professionnel', 'autre']).optional(),
});
const poolSchema = z.array(accountSchema).min(1);

/** @throws ConfigurationError naming the file, and for each problem the key, what was given and what is accepted. */
export function readTargetFile(path: string): TargetFile {
  const document = parseDocument(readText(path));
  const [error] = document.errors;
  if (error !== undefined) throw new ConfigurationError(`${path}: not YAML: ${error.message}`);
  const target = checked(path, targetSchema, document.toJS());
  refusePublicHosts(path, target);
  return { ...target, accounts: resolve(dirname(path), target.accounts) };
}

/** @throws ConfigurationError as above; a password or an answer is never quoted. */
export function readPool(path: string): Account[] {
  let data: unknown;
  try {
    data = JSON.parse(readText(path));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    // The message of a JSON error quotes the text: it may hold a password.
    throw new ConfigurationError(`${path}: not JSON: a JSON array of accounts is expected`);
  }
  const pool = checked(path, poolSchema, data, ['password', 'answer']);
  const emails = pool.map(({ email }) => email.toLowerCase());
  const twice = emails.find((email, index) => emails.indexOf(email) !== index);
  if (twice !== undefined) throw new ConfigurationError(`${path}: ${twice} stands twice; each account must stand once`);
  return pool;
}

function checked<T>(path: string, schema: z.ZodType<T>, data: unknown, secret: readonly string[] = []): T {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const key = issue.path.join('.') || '(root)';
    const hidden = issue.path.some((part) => secret.includes(String(part)));
    const given =
      hidden || issue.input === undefined || typeof issue.input === 'object'
        ? ''
        : `, given ${withoutCredentials(JSON.stringify(issue.input))}`;
    return `  ${key}${given}: ${issue.message}`;
  });
  throw new ConfigurationError(`${path}:\n${lines.join('\n')}`);
}

function checkReadings(declared: Record<string, string>, context: z.RefinementCtx): void {
  for (const [id, value] of Object.entries(declared)) {
    const reading = readings.find((candidate) => candidate.id === id);
    const accepted = reading?.values.map((candidate) => candidate.value);
    if (accepted === undefined)
      context.addIssue({ code: 'custom', path: [id], input: value, message: 'no such reading; accepted: AMB-01 to AMB-38' });
    else if (!accepted.includes(value))
      context.addIssue({ code: 'custom', path: [id], input: value, message: `accepted: ${accepted.join(', ')}` });
  }
}

/** Hosts of the State: nobody sends them traffic without being told to. */
const PUBLIC_HOST = /(^|\.)(gouv\.[a-z]{2,}|service-public\.(fr|gouv\.fr)|impots\.fr|gov|gov\.[a-z]{2}|europa\.eu)$/i;

function refusePublicHosts(path: string, { baseUrl, mail, captcha, authorized, operator, order }: TargetFile): void {
  const addresses = [baseUrl, mail.url, ...(captcha.strategy === 'http' ? [captcha.url] : [])];
  const address = addresses.find(isPublic);
  if (address === undefined) return;
  if (authorized && operator !== undefined && order !== undefined) return;
  throw new ConfigurationError(
    `${path}: given ${withoutCredentials(address)}: a public government host is refused unless you are authorised to test it: ` +
      `then write authorized: true, operator: who you are, order: the document that allows it`,
  );
}

/** The dot that may close a host name changes nothing of where it leads. */
function isPublic(address: string): boolean {
  return PUBLIC_HOST.test(new URL(address).hostname.replace(/\.+$/, ''));
}

/** An address that may hold a password is quoted without it. */
function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//…@');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${path}: cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`, {
      cause: error,
    });
  }
}
