/** The shape of a target file and of its pool, in zod: what is checked, and what editors are told. Reads no file. */
import { z } from 'zod';
import { readings } from '../specification';

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

const url = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });
const text = z.string().min(1, 'a text that is not empty');
const hostAndPort = z.string().regex(/^(\[[\da-f:.]+\]|[^\s:/@]+):\d{1,5}$/i, 'host:port, for instance 127.0.0.1:1025');
const count = z.int('a whole number, at least 1').min(1, 'a whole number, at least 1');

const control = z
  .strictObject({
    role: text.optional().describe('ARIA role, exact: button, link, textbox…'),
    name: text.optional().describe('Accessible name, compared like a label: blanks, letter case and a final « ? » do not count.'),
    text: text.optional().describe('Words within the accessible name.'),
    css: text.optional().describe('CSS selector, when nothing that a person reads tells it apart.'),
  })
  .refine((given) => Object.keys(given).length > 0, 'at least one of role, name, text, css');

const command = z.strictObject({
  command: text.describe('Program to start; no shell reads it.'),
  args: z.array(z.string()).default([]),
});
const address = z.strictObject({ url: url.describe('Called by POST.') });
const hook = z.union([command, address], { error: '{ command: …, args: […] } or { url: … }' });

const captcha = z
  .discriminatedUnion(
    'strategy',
    [
      z.strictObject({
        strategy: z.literal('fixed'),
        value: text.describe('Characters that the deployment takes for any image.'),
      }),
      command.extend({
        strategy: z.literal('command'),
        args: z
          .array(z.string())
          .default([])
          .describe('The image comes on standard input; an argument {image} is replaced by the path of a file that holds it.'),
      }),
      z.strictObject({ strategy: z.literal('http'), url: url.describe('Gets the image by POST, answers with its characters.') }),
      z.strictObject({ strategy: z.literal('manual') }).describe('A person reads each image and types its characters.'),
      z.strictObject({ strategy: z.literal('none') }).describe('No way past it: the scenarios that need one are undecided.'),
    ],
    { error: 'fixed, command, http, manual or none' },
  )
  .describe('How the suite reads the characters of the CAPTCHA.');

const mail = z
  .strictObject({
    kind: z.enum(['mailhog', 'mailpit']),
    url: url.describe('Its API: http://127.0.0.1:8025'),
    user: text.optional(),
    password: text.optional().describe('Better written ${NAME}: it is then taken from the environment.'),
    smtp: hostAndPort.optional().describe('Where the deployment sends its mail; doctor sends a probe there.'),
    shared: z
      .boolean()
      .default(false)
      .describe('Others write to this server: a mail that names none of the accounts is not held against the deployment.'),
  })
  .describe('The server that keeps the mail of the deployment.');

const limits = z
  .strictObject({
    requestsPerSecond: z
      .number('a number above 0')
      .positive('a number above 0')
      .optional()
      .describe('Default: 20 off this machine, none on it.'),
    proceduresPerMinute: count.optional().describe('Procedures begun in a minute. Default: none.'),
    maxProcedures: count.optional().describe('Procedures begun in a run; what would need more is undecided. Default: none.'),
    wrongAnswers: count
      .default(2)
      .describe('Wrong answers in a row for an account, before a right one sets the count of a lock-out back.'),
  })
  .prefault({})
  .describe('How gently the deployment is treated.');

/** A target file as written: `accounts` is relative to it. */
export const targetSchema = z.strictObject({
  name: text.describe('What reports call the target.'),
  baseUrl: url.describe('Its home page.'),
  driver: z.enum(['http', 'browser']).default('http').describe('browser for pages that need JavaScript.'),
  accounts: text.describe('JSON file of the test accounts, relative to this file.'),
  captcha,
  mail,
  readings: z
    .strictObject(Object.fromEntries(readings.map(({ id, values }) => [id, reading(values.map(({ value }) => value))])))
    .prefault({})
    .describe('Only where the deployment is read otherwise than by default.'),
  controls: z
    .strictObject(Object.fromEntries(controlNames.map((name) => [name, control.optional()])))
    .prefault({})
    .describe('Only where a label differs from the words of the fiche.'),
  origins: z
    .array(url)
    .default([])
    .describe('Other origins that its pages use, for instance where people sign in. No other is ever reached.'),
  limits,
  help: z.boolean().default(false).describe('The sign-in screen leads to the help of the site.'),
  assistance: z
    .strictObject({ address: text, code: text })
    .optional()
    .describe('Page where an agent of the assistance looks up an account, and the code that opens it.'),
  outage: z
    .strictObject({ cut: hook, restore: hook })
    .optional()
    .describe('Cuts the mail server of the deployment, and restores it.'),
  provisioning: hook
    .optional()
    .describe('Makes accounts when the pool has too few: gets {"count": N}, gives a JSON array of accounts.'),
  authorized: z
    .boolean()
    .default(false)
    .describe('You may test this host. A run also wants --i-am-authorized when it is public.'),
  operator: text.optional().describe('Who runs the tests: written in the report. Needed for a host of the State.'),
  order: text
    .optional()
    .describe('Reference of the written order that allows it: written in the report. Needed for a host of the State.'),
});

/** A target file that was checked. */
export type TargetFile = Omit<z.infer<typeof targetSchema>, 'readings' | 'controls'> & {
  readonly readings: Readonly<Record<string, string>>;
  readonly controls: Readonly<Partial<Record<(typeof controlNames)[number], z.infer<typeof control>>>>;
};
/** A program to start or an address to call. */
export type Hook = z.infer<typeof hook>;

const accountSchema = z.strictObject({
  email: z.string().includes('@', 'an address with an @'),
  password: text.describe('The password in force when the pool is written; the ledger knows the one in force now.'),
  question: text.describe('The trust question, as the deployment shows it.'),
  answer: text,
  subscriberNumber: text.optional(),
  services: z.array(text).optional().describe('Services that the espace shows.'),
  dossiers: z.array(text).optional().describe('Dossiers that the espace shows.'),
  contactEmail: z
    .string()
    .includes('@', 'an address with an @')
    .optional()
    .describe('Where the confirmation goes, for a deployment that declares AMB-25: adresse-de-contact.'),
  kind: z.enum(['professionnel', 'autre']).optional().describe('autre: an account that is not one of the professional space.'),
});

/** The accounts of a deployment that the suite may change. */
export const poolSchema = z.array(accountSchema).min(1, 'at least one account');

function reading(values: readonly string[]) {
  return z.enum(values as [string, ...string[]]).optional();
}
