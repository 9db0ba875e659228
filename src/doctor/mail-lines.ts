/** Whether the mail of the deployment can be read, and whether it is the right server. */
import { randomUUID } from 'node:crypto';
import { createMailhogMailbox, createMailpitMailbox, MailTimeout, type Mailbox } from '../mail';
import { lookAtMailServer, sendProbe, type MailServer } from '../mail/probe';
import type { Account } from '../target/account';
import type { TargetFile } from '../target/target-schema';
import { advice, listed, misconfigured, ok, unavailable, type Line, type Say } from './line';
import { explainUnreachable } from './unreachable';

type MailSettings = TargetFile['mail'];

const PROBE_DOMAIN = 'doctor.mdpo.example.test';
const serverNames = { mailhog: 'MailHog', mailpit: 'Mailpit' } as const;

/** Reads the API, then sends a probe where the target file says where. @throws MailUnavailable when it fails on the way. */
export async function examineMail(
  settings: MailSettings,
  accounts: readonly Account[],
  probeTimeoutMs: number,
  say: Say,
): Promise<void> {
  const server = await lookAtMailServer(settings);
  const obstacle = judgeServer(server, settings);
  if (obstacle !== undefined) return say(obstacle);
  const mailbox = settings.kind === 'mailhog' ? createMailhogMailbox(settings) : createMailpitMailbox(settings);
  try {
    await mailbox.mark();
    say(ok('mail', `${serverNames[settings.kind]} answers at ${new URL(settings.url).host}`));
    const others = 'recipients' in server ? strangers(server.recipients, accounts) : [];
    if (!settings.shared && others.length > 0) say(judgeStrangers(others));
    if (settings.smtp !== undefined) say(await tryProbe(mailbox, settings.smtp, probeTimeoutMs));
  } finally {
    await mailbox.close();
  }
}

function judgeServer(server: MailServer, { kind, url, user }: MailSettings): Line | undefined {
  const { host } = new URL(url);
  if (server.kind === kind) return undefined;
  if (server.kind === 'silent') {
    const { words, remedy } = explainUnreachable(server.cause);
    return unavailable(
      'mail',
      `mail.url: ${host} does not answer: ${words}`,
      `${remedy} of mail.url; the API of MailHog and of Mailpit is at port 8025`,
      server.cause.message,
    );
  }
  if (server.kind !== 'other') {
    return misconfigured(
      'mail',
      `mail.kind: ${host} is a ${serverNames[server.kind]}, not a ${serverNames[kind]}`,
      `write in the target file:\n  mail: { kind: ${server.kind}, … }`,
    );
  }
  if (server.status === 401 || server.status === 403) {
    const what = user === undefined ? `${host} wants to know who asks` : `${host} refuses mail.user and mail.password`;
    const remedy =
      'write in the target file:\n  mail: { …, user: NAME, password: "${MAIL_PASSWORD}" }\nand in the environment: export MAIL_PASSWORD=…';
    return misconfigured('mail', `mail: ${what} (status ${server.status})`, remedy);
  }
  if (server.status >= 500) {
    const reason = `le serveur de courriel ${host} a répondu ${server.status}`;
    return unavailable('mail', `mail.url: ${host} answers ${server.status}`, 'look at its log, or wait until it is up', reason);
  }
  const what = `mail.url: at ${host} there is neither MailHog nor Mailpit (status ${server.status})`;
  return misconfigured(
    'mail',
    what,
    'correct mail.url: that of the page of the server, without « /api », with the path under which it stands',
  );
}

/** Who was written to and is nobody of the pool. */
function strangers(recipients: readonly string[], accounts: readonly Account[]): string[] {
  const known = new Set(accounts.map(({ email }) => email.toLowerCase()));
  const others = recipients.map((to) => to.toLowerCase()).filter((to) => !known.has(to) && !to.endsWith(`@${PROBE_DOMAIN}`));
  return [...new Set(others)];
}

function judgeStrangers(others: readonly string[]): Line {
  const what = `the latest mails did not go to the pool alone: ${listed(others)}`;
  const remedy = 'if others write to this server, write in the target file:\n  mail: { …, shared: true }';
  return advice('mail-shared', what, remedy);
}

/** A mail to an address that nobody ever had, so that it is no other. */
async function tryProbe(mailbox: Mailbox, smtp: string, timeoutMs: number): Promise<Line> {
  const to = `${randomUUID()}@${PROBE_DOMAIN}`;
  const since = await mailbox.mark();
  try {
    await sendProbe(smtp, to);
  } catch (error) {
    const { words, remedy } = explainUnreachable(error);
    const reason = `le serveur de courriel ${smtp}, où la cible envoie ses courriels, n’en prend pas`;
    return unavailable(
      'smtp',
      `mail.smtp: ${smtp} does not take a mail: ${words}`,
      `${remedy} of mail.smtp; delete the line if that address only means something where the deployment runs`,
      reason,
    );
  }
  try {
    await mailbox.waitForMessage({ to, since, timeoutMs });
    return ok('smtp', `a mail sent to ${smtp} is seen there`);
  } catch (error) {
    if (!(error instanceof MailTimeout)) throw error;
    const what = `mail.smtp: ${smtp} took a mail that was not seen in ${timeoutMs / 1000} s: mail.url is the API of another server`;
    return misconfigured('smtp', what, 'write under mail.url and mail.smtp the two addresses of one server');
  }
}
