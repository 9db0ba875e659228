/**
 * The procedure « Mot de passe oublié » as a machine: screens are states, what the person does are events, rules are guards.
 * Knows neither HTTP nor HTML.
 */
import { and, assertEvent, assign, not, setup } from 'xstate';
import type { CaptchaDesk, Challenge } from './captcha/challenge';
import type { Account, Card } from './directory';
import type { Effects } from './effects';
import { identityProblems, passwordProblems } from './problems';
import type { Problem } from './problems';
import type { Rules } from './rules';

/** What the machine consults and acts upon. */
export interface Desk {
  readonly rules: Rules;
  readonly effects: Effects;
  readonly captcha: CaptchaDesk;
}

/** What one person has done so far. Holds no typed secret. */
export interface ProcedureContext {
  readonly desk: Desk;
  /** As typed at identification; shown again at sign-in after a success, so that it is not typed twice. */
  readonly address: string;
  /** Absent for a decoy: the procedure then goes no further than the question. */
  readonly account: Account | undefined;
  /** Present once identified. */
  readonly question: string | undefined;
  /** One right answer authorises one change (MPO-D-4). */
  readonly authorised: boolean;
  /** Wrong answers in this procedure. */
  readonly wrongAnswers: number;
  /** What the summary tells, once the password is changed. */
  readonly changed: Card | undefined;
  readonly signedIn: Account | undefined;
  readonly challenge: Challenge | undefined;
  /** What was wrong with the last submission. */
  readonly problems: readonly Problem[];
}

/** `opened`: the person asks for a screen. `submitted`: sends its form; `undefined` is a field that was not sent. */
export type ProcedureEvent =
  | { type: 'home.opened' }
  | { type: 'signIn.opened' }
  | { type: 'identification.opened' }
  | { type: 'question.opened' }
  | { type: 'newPassword.opened' }
  | { type: 'summary.opened' }
  | { type: 'services.opened' }
  | { type: 'identity.submitted'; address: string | undefined; characters: string | undefined }
  | { type: 'answer.submitted'; answer: string | undefined }
  | { type: 'password.submitted'; password: string | undefined; confirmation: string | undefined }
  | { type: 'credentials.submitted'; identifier: string | undefined; password: string | undefined }
  | { type: 'signOut.submitted' }
  /** The password of the space was changed: whoever is in it must sign in again. */
  | { type: 'space.closed' };

/** AMB-16: tries in one procedure; the account has its own count, whatever the sessions. */
export const TRIES_PER_PROCEDURE = 5;

/** Nothing done yet. */
export const fresh = {
  address: '',
  account: undefined,
  question: undefined,
  authorised: false,
  wrongAnswers: 0,
  changed: undefined,
  problems: [],
} as const;

export const procedure = setup({
  types: {
    context: {} as ProcedureContext,
    events: {} as ProcedureEvent,
    input: {} as Desk,
  },
  guards: {
    isIdentified: ({ context }) => context.question !== undefined && !context.authorised,
    isAuthorised: ({ context }) => context.authorised,
    hasChanged: ({ context }) => context.changed !== undefined,
    isSignedIn: ({ context }) => context.signedIn !== undefined,
    /** MPO-2-8: the address must be one and the characters those of the image now displayed. */
    isIdentityAccepted: ({ context, event }) => {
      assertEvent(event, 'identity.submitted');
      return identityProblems(context.desk.rules, event, context.challenge).length === 0;
    },
    /** MPO-2-13: against the account identified in this session (MPO-D-7). */
    isAnswerRight: ({ context, event }) => {
      assertEvent(event, 'answer.submitted');
      return context.desk.rules.isAnswerRight(event.answer, context.account);
    },
    isThrottled: ({ context }) => context.desk.effects.isThrottled(context.address),
    hasTriesLeft: ({ context }) => context.wrongAnswers + 1 < TRIES_PER_PROCEDURE,
    /** MPO-1.3-2 to 1.3-4, MPO-2-16. */
    isPasswordAccepted: ({ context, event }) => {
      assertEvent(event, 'password.submitted');
      return context.account !== undefined && passwordProblems(context.desk.rules, event, context.account).length === 0;
    },
    /** MPO-1.1-2. */
    areCredentialsRight: ({ context, event }) => {
      assertEvent(event, 'credentials.submitted');
      const { rules } = context.desk;
      return rules.opensSpace(rules.signInAccount(event.identifier ?? ''), event.password ?? '');
    },
  },
  actions: {
    forget: assign(fresh),
    clearProblems: assign({ problems: [] }),
    issueChallenge: assign(({ context }) => ({ challenge: context.desk.captcha.issue() })),
    identify: assign(({ context, event }) => {
      assertEvent(event, 'identity.submitted');
      const { rules } = context.desk;
      const address = event.address ?? '';
      const found = rules.findAccount(address);
      const account = found && rules.mayRecover(found) ? found : undefined;
      // AMB-14: an unknown address is asked a decoy question, and nothing tells it apart.
      const question = account ? account.question : rules.decoyQuestion(address);
      return { ...fresh, address, account, question, challenge: undefined };
    }),
    refuseIdentity: assign(({ context, event }) => {
      assertEvent(event, 'identity.submitted');
      return { address: event.address ?? '', problems: identityProblems(context.desk.rules, event, context.challenge) };
    }),
    authorise: assign({ authorised: true, wrongAnswers: 0, problems: [] }),
    countWrongAnswer: ({ context }) => context.desk.effects.countWrongAnswer(context.address),
    refuseAnswer: assign(({ context, event }) => {
      assertEvent(event, 'answer.submitted');
      const code = event.answer?.trim() ? 'answerWrong' : 'answerMissing';
      return { wrongAnswers: context.wrongAnswers + 1, problems: [{ field: 'answer', code }] };
    }),
    giveUp: assign({ ...fresh, problems: [{ field: 'address', code: 'tooManyTries' }] }),
    refusePassword: assign(({ context, event }) => {
      assertEvent(event, 'password.submitted');
      return { problems: context.account ? passwordProblems(context.desk.rules, event, context.account) : [] };
    }),
    /** Indivisible, and the mail only waits in the outbox: all of it happens or none (MPO-D-2). */
    changePassword: ({ context, event }) => {
      assertEvent(event, 'password.submitted');
      const { account, address } = context;
      if (!account) return;
      const { rules, effects } = context.desk;
      effects.changePassword(account, rules.kept(event.password ?? '', event.confirmation));
      effects.forgetWrongAnswers(address);
      effects.closeSpaces(account);
      effects.confirm(account);
    },
    /** MPO-D-4: the authorisation is spent. */
    settle: assign(({ context: { account, address } }) => ({
      ...fresh,
      address,
      changed: account && { email: account.email, subscriberNumber: account.subscriberNumber, question: account.question },
    })),
    enterSpace: assign(({ context, event }) => {
      assertEvent(event, 'credentials.submitted');
      return { ...fresh, signedIn: context.desk.rules.signInAccount(event.identifier ?? '') };
    }),
    refuseCredentials: assign(({ event }) => {
      assertEvent(event, 'credentials.submitted');
      return { address: event.identifier ?? '', problems: [{ field: 'identifier', code: 'credentialsWrong' }] };
    }),
    leaveSpace: assign({ signedIn: undefined }),
    signOut: assign({ ...fresh, signedIn: undefined }),
  },
}).createMachine({
  id: 'motDePasseOublie',
  context: ({ input }) => ({ desk: input, signedIn: undefined, challenge: undefined, ...fresh }),
  initial: 'home',
  // Any screen may be asked for at any time; the guard says whether what comes before it is done (MPO-D-1).
  on: {
    'home.opened': { target: '.home', actions: 'clearProblems' },
    'signIn.opened': { target: '.signIn', actions: 'clearProblems' },
    'identification.opened': { target: '.identification', reenter: true, actions: 'forget' },
    'question.opened': { guard: 'isIdentified', target: '.question', actions: 'clearProblems' },
    'newPassword.opened': { guard: 'isAuthorised', target: '.newPassword', actions: 'clearProblems' },
    'summary.opened': { guard: 'hasChanged', target: '.summary' },
    'services.opened': { guard: 'isSignedIn', target: '.services' },
    'space.closed': { actions: 'leaveSpace' },
  },
  states: {
    home: {},
    signIn: {
      on: {
        'credentials.submitted': [
          { guard: 'areCredentialsRight', target: 'services', actions: 'enterSpace' },
          { actions: 'refuseCredentials' },
        ],
      },
    },
    identification: {
      // A new image at each display, whatever brought the person here; the old one is void (AMB-15).
      entry: 'issueChallenge',
      on: {
        'identity.submitted': [
          { guard: 'isIdentityAccepted', target: 'question', actions: 'identify' },
          { target: 'identification', reenter: true, actions: 'refuseIdentity' },
        ],
      },
    },
    question: {
      on: {
        'answer.submitted': [
          { guard: and([not('isThrottled'), 'isAnswerRight']), target: 'newPassword', actions: 'authorise' },
          { guard: 'hasTriesLeft', actions: ['countWrongAnswer', 'refuseAnswer'] },
          { target: 'identification', actions: ['countWrongAnswer', 'giveUp'] },
        ],
      },
    },
    newPassword: {
      on: {
        'password.submitted': [
          { guard: 'isPasswordAccepted', target: 'summary', actions: ['changePassword', 'settle'] },
          { actions: 'refusePassword' },
        ],
      },
    },
    summary: {},
    services: {
      on: {
        'signOut.submitted': { target: 'signIn', actions: 'signOut' },
        'space.closed': { target: 'signIn', actions: 'leaveSpace' },
      },
    },
  },
});

export type ProcedureMachine = typeof procedure;
export type Screen = 'home' | 'signIn' | 'identification' | 'question' | 'newPassword' | 'summary' | 'services';
