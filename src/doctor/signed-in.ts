/** Signs in with each account, and learns by what a signed-in page is known where the pool cannot tell. */
import { randomBytes } from 'node:crypto';
import { identifyWithin } from '../checks/identities';
import { createSignInDesk } from '../checks/sign-in';
import { sameLabel } from '../driver/controls';
import { recogniseScreen } from '../driver/screens';
import { ControlUnusable } from '../driver/unavailable';
import type { Page, Visitor } from '../driver/visitor';
import { collapse } from '../driver/words';
import type { Account } from '../target/account';
import { NonConformity } from '../verdict/errors';
import type { Site } from './site';

/**
 * What a sign-in came to. `refused`: the form is shown again, or a 4xx; `failed`: the server failed; `unknown`: a page that nothing
 * tells from any other.
 */
export type SignIn = 'open' | 'refused' | 'failed' | 'unknown';

export interface SignedIn {
  readonly account: Account;
  readonly outcome: SignIn;
  readonly page: Page;
}

export interface SignIns {
  readonly all: readonly SignedIn[];
  /** By what a signed-in page is known, where the accounts alone do not tell. */
  readonly marks?: readonly string[];
}

/**
 * Signs in with the passwords in force, each account in a browser that knows nothing.
 * @param publicPages what anybody sees.
 * @returns `undefined` when the form cannot be used. @throws Unavailable when the target does not answer.
 */
export async function signInEach(
  site: Site,
  visitor: Visitor,
  accounts: readonly Account[],
  publicPages: readonly Page[],
): Promise<SignIns | undefined> {
  const desk = createSignInDesk(site.visitors, { ...site, identify: identifyWithin(site) });
  const signIn = async (email: string, password: string): Promise<Page> => {
    await visitor.forget();
    return desk.signIn(visitor, email, password);
  };
  const judged = (account: Account, page: Page, signedIn?: readonly string[]): SignedIn => {
    const screen = recogniseScreen(page, { account, overrides: site.controls, signedIn });
    return { account, page, outcome: outcomeOf(page, screen) };
  };
  try {
    const all: SignedIn[] = [];
    for (const account of accounts) all.push(judged(account, await signIn(account.email, account.password)));
    const unknown = all.filter(({ outcome }) => outcome === 'unknown');
    if (unknown[0] === undefined || all.some(({ outcome }) => outcome === 'open')) return { all };
    const refused = await signIn(unknown[0].account.email, randomBytes(12).toString('hex'));
    const marks = marksOf(
      unknown.slice(0, 2).map(({ page }) => page),
      [...publicPages, refused],
    );
    if (marks.length === 0) return { all };
    return { all: all.map(({ account, page }) => judged(account, page, marks)), marks };
  } catch (error) {
    if (error instanceof NonConformity || error instanceof ControlUnusable) return undefined;
    throw error;
  } finally {
    await desk.close();
  }
}

/** MPO-2-28: whether an account signs in by its subscriber number, where its address does not open. */
export async function opensByNumber(site: Site, visitor: Visitor, account: Account): Promise<boolean> {
  if (account.subscriberNumber === undefined) return false;
  const numbered = { ...account, email: account.subscriberNumber };
  const tried = await signInEach(site, visitor, [numbered], []);
  return tried?.all[0]?.outcome === 'open' || tried?.all[0]?.outcome === 'unknown';
}

const MOST_MARKS = 3;

/** What all the signed-in pages bear and no other page does: names of controls, or the title. */
export function marksOf(signedIn: readonly Page[], others: readonly Page[]): string[] {
  const [first, ...rest] = signedIn.map(namesOn);
  const known = others.flatMap(namesOn);
  const has = (names: readonly string[], name: string): boolean => names.some((other) => sameLabel(other, name));
  return (first ?? []).filter((name) => rest.every((names) => has(names, name)) && !has(known, name)).slice(0, MOST_MARKS);
}

function namesOn({ title, controls }: Page): string[] {
  const names = controls.filter(({ kind, visible }) => visible && (kind === 'link' || kind === 'button')).map(({ name }) => name);
  // « 3 messages » is not there tomorrow.
  return [...names, title].map(collapse).filter((name) => name !== '' && !/\d/.test(name));
}

function outcomeOf({ status }: Page, screen: ReturnType<typeof recogniseScreen>): SignIn {
  if (screen === 'services') return 'open';
  if (status >= 500 || status === 0) return 'failed';
  return screen === 'sign-in' || status >= 400 ? 'refused' : 'unknown';
}
