/** Whether the characters that the CAPTCHA oracle reads are of use. Judges the oracle before the deployment. */
import { refusesCharacters } from '../checks/second-reading';
import type { ControlOverrides } from '../driver/controls';
import type { SeenImage } from '../driver/visitor';
import type { Account } from '../target/account';
import type { CaptchaOracle } from '../target/target';
import type { TargetFile } from '../target/target-schema';
import { CapabilityMissing, ConfigurationError, TargetUnavailable } from '../verdict/errors';
import { advice, counted, finding, misconfigured, ok, unavailable, type Line, type Say } from './line';
import { describeSeen } from './seen';
import type { Walked } from './walk-account';

/** Images that an oracle may misread before it counts as wrong: one that reads letters is not always right. */
const TRIES = 3;

export interface CaptchaExamination {
  readonly captcha: TargetFile['captcha'];
  readonly oracle: CaptchaOracle;
  readonly overrides: ControlOverrides;
  /** The image of the identification screen, where it was seen. */
  readonly image?: SeenImage;
  /** Whose identification is tried; empty where it cannot be sent. */
  readonly accounts: readonly Account[];
  walk(account: Account): Promise<Walked>;
  say: Say;
}

/** What was tried on the way, and why the oracle is of no use, in French for the reports. */
export interface ExaminedCaptcha {
  readonly walks: readonly Walked[];
  readonly refused?: string;
  /** Identification leads to the question. */
  readonly passes: boolean;
}

/** Reads an image, then identifies with up to three accounts until the question shows. */
export async function examineCaptcha(examination: CaptchaExamination): Promise<ExaminedCaptcha> {
  const { captcha, overrides, accounts, walk, say } = examination;
  const unread = await tryReading(examination);
  if (unread !== undefined) {
    say(unread);
    return { walks: [], passes: false };
  }
  const walks: Walked[] = [];
  while (accounts.length > 0 && walks.length < TRIES) {
    const walked = await walk(accounts[walks.length % accounts.length]!);
    walks.push(walked);
    if (walked.at === 'question' || walked.at === 'new-password') {
      say(ok('captcha', `${captcha.strategy}: the characters that it gives are accepted`));
      return { walks, passes: true };
    }
    if (walked.at === 'nowhere') break;
  }
  const last = walks.at(-1);
  if (last === undefined || last.at === 'nowhere') {
    const reason = last?.why === undefined ? '' : ` (${last.why})`;
    say(
      advice(
        'captcha',
        `${captcha.strategy}: whether its characters are accepted was not seen${reason}`,
        'correct what stands above first',
      ),
    );
    return { walks, passes: false };
  }
  const tried = `${counted(walks.length, 'image')}, ${counted(Math.min(accounts.length, walks.length), 'account')}`;
  if (!walks.every(({ before, page }) => refusesCharacters(before, page, overrides))) {
    say(
      finding(
        'captcha',
        `MPO-2-9: identification leads nobody to the question (${tried}); seen: ${describeSeen(last.page)}`,
        BOTH,
      ),
    );
    return { walks, passes: false };
  }
  say(
    advice(
      'captcha',
      `THE CHARACTERS ARE REFUSED (${tried}): everything behind identification stays undecided`,
      remedies[captcha.strategy],
    ),
  );
  return {
    walks,
    passes: false,
    refused: 'la cible refuse les caractères que donne « captcha » ; le corriger dans le fichier de la cible',
  };
}

const BOTH =
  'either the deployment refuses right characters (the run will say so), or it knows no address of the pool, or « captcha » gives wrong ones and the page does not say that';

const remedies: Readonly<Record<TargetFile['captcha']['strategy'], string>> = {
  fixed: 'write the characters that this deployment takes for any image:\n  captcha: { strategy: fixed, value: … }',
  command: 'give captcha.command an image by hand: it must print its characters and nothing else',
  http: 'send captcha.url an image by POST: it must answer with its characters and nothing else',
  manual: 'type the characters as the image shows them',
  none: 'write another strategy',
};

/** @returns why nothing is read. */
async function tryReading({ captcha, oracle, image }: CaptchaExamination): Promise<Line | undefined> {
  if (captcha.strategy === 'none') {
    const what = 'none: no way past the CAPTCHA, so everything behind identification stays undecided';
    return advice(
      'captcha',
      what,
      'write one of:\n  captcha: { strategy: fixed, value: … }\n  captcha: { strategy: command, command: … }\n  captcha: { strategy: http, url: … }',
    );
  }
  // A person is asked once, with the first identification.
  if (image === undefined || captcha.strategy === 'manual') return undefined;
  try {
    if ((await oracle.read(image)) !== '') return undefined;
    return misconfigured('captcha', `captcha (${captcha.strategy}) reads nothing in the image`, remedies[captcha.strategy]);
  } catch (error) {
    return unreadLine(error);
  }
}

/** What an oracle that fails says. */
export function unreadLine(error: unknown): Line {
  if (error instanceof ConfigurationError) {
    return misconfigured(
      'captcha',
      error.message,
      'correct captcha.command and captcha.args; the program is looked up in PATH, no shell reads the line',
    );
  }
  if (error instanceof TargetUnavailable) {
    return unavailable(
      'captcha',
      `captcha.url: the CAPTCHA oracle does not answer as it should`,
      'start it, or correct captcha.url',
      error.message,
    );
  }
  if (error instanceof CapabilityMissing)
    return advice('captcha', error.message, 'run it in a terminal, or write another strategy');
  throw error;
}
