/** Puts the parts together, with the overrides of one fault or of one variant if there is one. */
import { randomBytes } from 'node:crypto';
import { bend } from './bending';
import type { Bend } from './bending';
import { openCaptchaDesk } from './captcha/challenge';
import { openDirectory } from './directory';
import type { Account } from './directory';
import { referenceEffects } from './effects';
import { findFault } from './faults';
import { fixtures } from './fixtures';
import { procedure } from './machine';
import { composeLetter, confirmationLetter } from './mail/confirmation';
import type { Letter } from './mail/confirmation';
import { openOutbox } from './mail/outbox';
import type { Simulator, SimulatorOptions } from './model';
import type { Parts } from './parts';
import { referenceRules } from './rules';
import { REAL_COST } from './secret';
import { openSessions } from './sessions';
import type { Sessions } from './sessions';
import { findVariant } from './variants';
import { app } from './web/app';
import { referenceGate } from './web/gate';
import { answerHeaders, sessionCookie } from './web/headers';
import { createViews } from './web/views';

/** @throws Error when the fault or the variant is unknown, naming it and those there are, or when both are given. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { accounts = fixtures, mail, random = randomBytes, now = Date.now, passwordCost: cost = REAL_COST } = options;
  const override = overrideOf(options);
  const directory = openDirectory(accounts, cost);
  const outbox = openOutbox(mail);
  const captcha = openCaptchaDesk(random);
  const post = (letter: Letter) => {
    const id = Buffer.from(random(12)).toString('hex');
    outbox.post({ envelope: letter.envelope, compose: () => parts.mail.compose(letter, id) });
  };

  const parts = {
    machine: procedure,
    rules: referenceRules(directory, { key: random(32), cost }),
    captcha: captcha.desk,
    mail: { letter: (account: Account) => confirmationLetter(account, now()), compose: composeLetter },
    views: createViews(),
  } as Parts;
  const sessions = openSessions({ machine: () => parts.machine, desk: parts, random, now });
  const assembled: Parts = Object.assign(parts, {
    gate: referenceGate(sessions),
    effects: referenceEffects({
      cost,
      now,
      closeSpaces: (account) => closeSpaces(sessions, account),
      letter: (account) => parts.mail.letter(account),
      post,
    }),
  });
  if (override) bend(assembled, override, { accounts: directory, fixtures: accounts, sessions, post, mail, now });
  const secure = options.origin?.startsWith('https:') ?? false;
  const bindings = { ...assembled, sessions, cookie: sessionCookie(secure), headers: answerHeaders(secure) };
  return {
    fetch: async (request) => app.fetch(request, bindings),
    readCaptcha: captcha.read,
    accounts,
    idle: () => outbox.idle(),
    close() {
      outbox.close();
      sessions.close();
    },
  };
}

function overrideOf({ fault, variant }: SimulatorOptions): Bend | undefined {
  if (fault !== undefined && variant !== undefined) throw new Error('a fault or a variant, not both');
  if (fault !== undefined) return findFault(fault).override;
  return variant === undefined ? undefined : findVariant(variant).override;
}

/** Sends out of the space everyone who entered it with the password that was just replaced. */
function closeSpaces(sessions: Sessions, account: Account): void {
  for (const { actor } of sessions.all()) {
    if (actor.getSnapshot().context.signedIn === account) actor.send({ type: 'space.closed' });
  }
}
