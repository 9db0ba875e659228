/** Takes one account through the procedure as far as the choice of a password. Changes none, and gives one answer at most. */
import { Journal } from '../checks/journal';
import { Moves } from '../checks/moves';
import type { Person } from '../checks/person';
import { judgeQuestionShown } from '../checks/question';
import { answer, identify, reach, screenOf, type WalkContext } from '../checks/walk';
import { ControlUnusable } from '../driver/unavailable';
import type { Page, Visitor } from '../driver/visitor';
import type { Account } from '../target/account';
import { CapabilityMissing, NonConformity } from '../verdict/errors';
import type { Site } from './site';

/** How far an account came. */
export interface Walked {
  readonly account: Account;
  /** The last screen on which its data counted; `nowhere`: identification could not be sent. */
  readonly at: 'nowhere' | 'identification' | 'question' | 'new-password';
  /** Why it went no further, where something was missing. */
  readonly why?: string;
  /** Identification as it was before anything was typed. */
  readonly before?: Page;
  readonly question?: Page;
  /** Whether that page shows the question of the pool. */
  readonly shown?: boolean;
  /** What was seen last. */
  readonly page: Page;
}

/** @throws Unavailable, ConfigurationError: the target or the CAPTCHA oracle does not answer. */
export async function walkAccount(site: Site, visitor: Visitor, account: Account): Promise<Walked> {
  const person: Person = {
    ...{ name: account.email, account, visitor, passwords: [account.password], wrongAnswersBefore: 0 },
    ...{ attempts: [], addresses: new Map(), forms: new Map(), seen: [] },
  };
  const context = contextOf(site);
  let walked: Walked = { account, at: 'nowhere', page: visitor.page };
  try {
    await visitor.forget();
    await reach(context, person, 'identification');
    const before = visitor.page;
    await identify(context, person);
    walked = { account, at: 'identification', before, page: visitor.page };
    if (screenOf(context, person) !== 'question') return walked;
    walked = { ...walked, at: 'question', question: visitor.page, shown: judgeQuestionShown(person).length === 0 };
    await answer(context, person);
    const opened = screenOf(context, person) === 'new-password';
    return { ...walked, at: opened ? 'new-password' : 'question', page: visitor.page };
  } catch (error) {
    return { ...walked, why: reasonOf(error), page: visitor.page };
  }
}

function contextOf({ captcha, controls }: Site): WalkContext {
  return {
    // Every image that is refused counts: what the oracle is worth is the question here.
    captcha: { read: (image) => captcha.read(image) },
    ...{ controls, journal: new Journal(), moves: new Moves() },
    beginProcedure: async () => {},
    answered: () => {},
    assertAnswerable: () => {},
    propose: forbidden,
    newPassword: forbidden,
  };
}

function forbidden(): never {
  throw new Error('the doctor changes no password');
}

function reasonOf(error: unknown): string {
  if (error instanceof NonConformity) {
    return `stopped by ${[...new Set(error.findings.flatMap(({ requirements }) => requirements))].join(', ')}`;
  }
  if (error instanceof CapabilityMissing || error instanceof ControlUnusable) return error.message;
  throw error;
}
