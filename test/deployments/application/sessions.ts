// The browser sessions: how far each one is in the procedure, its CAPTCHA, and the account it is signed in to.
import { randomBytes } from 'node:crypto';
import type { Account } from './accounts';
import type { FaultSwitch } from './faults';

/** A screen that must have been earned. */
export type Step = 'question' | 'nouveau' | 'recapitulatif';

export interface Session {
  id: string;
  /** What every POST must show in its header. */
  token: string;
  /** What the image shown last says, until it is submitted. */
  captcha?: string;
  /** Where the procedure stands, and for which account. One value: a step cannot be taken without the one before. */
  progress?: { readonly step: Step; readonly account: Account };
  /** For a fault only. */
  rightAnswers: number;
  signedIn?: Account;
}

export class SessionStore {
  private readonly sessions = new Map<string, Session>();

  /** The session of a cookie, or a new one. */
  open(id: string | undefined): Session {
    return (id === undefined ? undefined : this.sessions.get(id)) ?? this.add({ id: '', token: '', rightAnswers: 0 });
  }

  /** Signs a session in, or out, under a new id: whoever knew the former one has nothing. */
  renew(session: Session, signedIn: Account | undefined): void {
    this.sessions.delete(session.id);
    delete session.progress;
    delete session.captcha;
    session.signedIn = signedIn;
    this.add(session);
  }

  /** Signs every session of an account out. */
  signOutOf(account: Account): void {
    for (const session of this.sessions.values()) if (session.signedIn === account) delete session.signedIn;
  }

  private add(session: Session): Session {
    session.id = randomBytes(18).toString('base64url');
    session.token = randomBytes(18).toString('base64url');
    this.sessions.set(session.id, session);
    return session;
  }
}

/** The earned screens that the session may open now (MPO-D-1): the one place that knows the order. */
export function openSteps(session: Session, fault: FaultSwitch): Step[] {
  const step = session.progress?.step;
  if (step === undefined) return [];
  if (fault('question-contournable') && step === 'question') return ['question', 'nouveau'];
  if (fault('change-encore') && step === 'recapitulatif') return ['nouveau', 'recapitulatif'];
  return [step];
}
