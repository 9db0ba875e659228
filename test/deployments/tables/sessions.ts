/** What the server keeps of each browser between two pages: the step of its procedure, its image, its tokens, who is signed in. */
import type { Account } from './accounts';
import type { Challenge } from './captcha';
import { randomLetters } from './random-letters';

const IDLE_LIMIT_MS = 30 * 60 * 1000;
/** As many pages may lie open in tabs; older forms are out of date. */
const TOKENS_KEPT = 20;

/** One passage through « Mot de passe oublié », from a successful identification on. */
export interface Recovery {
  readonly account: Account;
  /** The last answer given was the right one. */
  answered: boolean;
  /** The password is changed: this passage allows nothing more (MPO-D-4). */
  changed: boolean;
  /** Of the fault `bonne-reponse-refusee` alone. */
  rightAnswerRefused?: boolean;
}

export interface Session {
  readonly id: string;
  lastSeen: number;
  /** Anti-forgery tokens of the pages shown, each with the passage that its page belongs to. */
  readonly tokens: Map<string, Recovery | undefined>;
  /** Message for the next page shown. */
  notice?: string;
  challenge?: Challenge;
  recovery?: Recovery;
  signedIn?: { readonly account: Account; readonly version: number };
}

export class Sessions {
  private readonly open = new Map<string, Session>();

  /** The session of that cookie, or a fresh one. */
  of(id: string | undefined): Session {
    const known = id === undefined ? undefined : this.open.get(id);
    if (!known) return this.create();
    if (Date.now() - known.lastSeen > IDLE_LIMIT_MS) return this.replace(known);
    known.lastSeen = Date.now();
    return known;
  }

  /** Forgets the session and all it held; its browser gets a fresh one, under another name. */
  replace(session: Session): Session {
    this.open.delete(session.id);
    return this.create();
  }

  private create(): Session {
    const session: Session = { id: randomLetters(), lastSeen: Date.now(), tokens: new Map() };
    this.open.set(session.id, session);
    return session;
  }
}

/** The account that is signed in; not for a door that was opened with a former password. */
export function accountSignedIn({ signedIn }: Session): Account | undefined {
  return signedIn?.version === signedIn?.account.version ? signedIn?.account : undefined;
}

/** A token for a page about to be shown. */
export function issueToken({ tokens, recovery }: Session): string {
  const token = randomLetters();
  tokens.set(token, recovery);
  const [oldest] = tokens.keys();
  if (tokens.size > TOKENS_KEPT && oldest !== undefined) tokens.delete(oldest);
  return token;
}

/**
 * Takes a token back: good for one submission, unless it is to be kept. What comes back names the passage in which the page was shown,
 * which may be over; nothing comes back for a token that is not of this session or has served.
 */
export function redeemToken({ tokens }: Session, token: string, keep = false): { readonly recovery?: Recovery } | undefined {
  if (!tokens.has(token)) return undefined;
  const recovery = tokens.get(token);
  if (!keep) tokens.delete(token);
  return { recovery };
}

export function takeNotice(session: Session): string | undefined {
  const { notice } = session;
  session.notice = undefined;
  return notice;
}
