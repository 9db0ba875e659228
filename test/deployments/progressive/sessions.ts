/** What the server remembers of each browser: how far it is in the procedure, its CAPTCHA, whose space is open. */

import { randomBytes } from 'node:crypto';
import type { Account } from './accounts';
import type { Captcha } from './captcha';

/** How far the procedure is. The account is the one identified in this session, and comes from nowhere else (MPO-D-7). */
export type Procedure =
  | { readonly stage: 'identification' }
  | { readonly stage: 'question'; readonly account: Account; refusedOnce?: boolean }
  /** The answer: with the fault `reponse-affichee` alone. */
  | { readonly stage: 'password'; readonly account: Account; readonly answer?: string }
  /** With the fault `recapitulatif-sur-clic` alone. */
  | { readonly stage: 'changed'; readonly account: Account };

export interface Session {
  id: string;
  /** Anti-forgery: every form carries it. */
  readonly token: string;
  procedure?: Procedure;
  /** The image on display; gone with the first submission. */
  captcha?: Captcha;
  signedIn?: { readonly account: Account; readonly epoch: number };
}

const cookieName = 'demarche';

export class Sessions {
  readonly #byId = new Map<string, Session>();

  /** The session that the request's cookie names, else a new one. */
  of(cookies: string | undefined): Session {
    const id = new RegExp(`(?:^|;) *${cookieName}=([0-9a-f]{32})(?: *;|$)`).exec(cookies ?? '')?.[1];
    return this.#byId.get(id ?? '') ?? this.#keep({ id: randomId(), token: randomId() });
  }

  /** A new id for the session, so that an id known before the sign-in is worth nothing after. */
  renew(session: Session): void {
    this.#byId.delete(session.id);
    session.id = randomId();
    this.#keep(session);
  }

  all(): Session[] {
    return [...this.#byId.values()];
  }

  #keep(session: Session): Session {
    this.#byId.set(session.id, session);
    return session;
  }
}

export function cookieFor(session: Session): string {
  return `${cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Whose space is open in the session; nobody’s once the password has changed. */
export function visitorOf({ signedIn }: Session): Account | undefined {
  return signedIn?.account.epoch === signedIn?.epoch ? signedIn?.account : undefined;
}

function randomId(): string {
  return randomBytes(16).toString('hex');
}
