/** A target file for a team to go on with: what they answered, and every other key as an example. Writes no file. */
import { stringify } from 'yaml';
import type { z } from 'zod';
import { readingById } from '../specification';
import { targetSchema } from './target-schema';

type Written = z.input<typeof targetSchema>;

/** What a target file cannot do without, and the driver. A text may hold `${NAME}`. */
export type TargetAnswers = Required<Pick<Written, 'name' | 'baseUrl' | 'driver' | 'accounts' | 'captcha' | 'mail'>>;

export interface TemplateOptions {
  /** Where an editor finds the schema: an address, or a path relative to the file, without blank or #. */
  readonly schema: string;
}

/**
 * The text of a target file: YAML that reads back as the answers. Words for people stand behind `# `; a line that begins with `#` and
 * something else than one blank is an example, which holds once that `#` is gone.
 */
export function composeTarget(answers: TargetAnswers, { schema }: TemplateOptions): string {
  const { name, baseUrl, driver, accounts, captcha, mail } = answers;
  const sections = [
    [`# yaml-language-server: $schema=${schema}`],
    HEADER,
    [words(about('name')), written({ name })],
    [words(about('baseUrl')), written({ baseUrl })],
    [words(`http, or ${about('driver')}`), written({ driver })],
    [words(about('accounts')), words(SECRETS), written({ accounts })],
    [words(about('captcha')), words(STRATEGIES), written({ captcha })],
    [words(about('mail')), written({ mail }), ...mailExamples(mail)],
    ...EXAMPLES.map(([prose, examples]) => [words(prose), commented(written(examples))]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const HEADER = [
  '# A deployment to test with mdpo. Paths are relative to this file.',
  '# ${NAME} in a text is taken from the environment when the file is read: a secret need not stand here.',
  '# A key right behind a # is an example: take that # away, and those of the lines under it, to have it hold.',
];

const SECRETS =
  'The suite changes the passwords of these accounts. That file, its ledger and its key hold secrets: do not commit them.';

const STRATEGIES =
  'strategy: fixed (value: characters taken for any image), command (command, args: a program that reads the image), http (url: a ' +
  'service that reads it), manual (a person does), none (what lies behind it stays undecided).';

const LINE = 110;

const reading = readingById('AMB-14');

/** The optional keys, in the order of the schema, each with words of its own where the schema has not enough. */
const EXAMPLES: readonly (readonly [prose: string, examples: Partial<Written>])[] = [
  [
    `How the fiche is read where it leaves a question open. ${about('readings')} Every question, its values and their reasons: ` +
      `src/specification/readings in mdpo. For instance ${reading.id}: ${reading.question.en} By default: ${reading.values[0]?.value}.`,
    { readings: { [reading.id]: 'message-explicite' } },
  ],
  [
    `What a person clicks and fills in. ${about('controls')} doctor says which it does not find, and the line to write.`,
    { controls: { continue: { name: 'Suivant' }, captchaImage: { css: 'img.code' } } },
  ],
  [about('origins'), { origins: ['https://sign-in.example/'] }],
  [
    `${about('limits')} By default 20 requests a second, none on this machine, and 2 wrong answers in a row.`,
    { limits: { requestsPerSecond: 5, proceduresPerMinute: 30, maxProcedures: 500, wrongAnswers: 1 } },
  ],
  [about('help'), { help: true }],
  [about('assistance'), { assistance: { address: '/assistance', code: '${MDPO_ASSISTANCE_CODE}' } }],
  [
    `${about('outage')} A program, started without a shell, or an address, called by POST.`,
    { outage: { cut: { command: 'docker', args: ['stop', 'mail'] }, restore: { url: 'http://127.0.0.1:9000/mail/restore' } } },
  ],
  [about('provisioning'), { provisioning: { command: './make-accounts', args: ['--kind', 'professionnel'] } }],
  [about('authorized'), { authorized: true }],
  [about('operator'), { operator: 'Équipe qualité, direction des applications' }],
  [about('order'), { order: 'Note du 12 janvier 2026, n° 34' }],
];

/** What can be added to the mail server of the answers. */
function mailExamples(mail: TargetAnswers['mail']): string[] {
  const { smtp, shared } = targetSchema.shape.mail.shape;
  const examples: readonly (readonly [prose: string, added: Partial<typeof mail>])[] = [
    ['Who may read it; the password is better taken from the environment.', { user: 'qa', password: '${MDPO_MAIL_PASSWORD}' }],
    [smtp.description ?? '', { smtp: '127.0.0.1:1025' }],
    [shared.description ?? '', { shared: true }],
  ];
  return examples
    .filter(([, added]) => !Object.keys(added).some((key) => key in mail))
    .flatMap(([prose, added]) => [words(prose), commented(written(added).replace(/^/gm, '  '))]);
}

/** What the schema says of a key. */
function about(key: keyof typeof targetSchema.shape): string {
  return targetSchema.shape[key].description ?? '';
}

function written(keys: object): string {
  return stringify(keys, { lineWidth: 0, blockQuote: false }).replace(/\n$/, '');
}

function commented(text: string): string {
  return text.replace(/^/gm, '#');
}

/** Words for people, as comments of lines that are not too long. */
function words(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines.join('\n');
}
