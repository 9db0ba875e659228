/** Signs in, each time as somebody new: the only proof that a password is in force. Judges nothing. */
import { findCaptchaImage, findControl, findField } from '../driver/controls';
import { recogniseScreen } from '../driver/screens';
import type { Page, Visitor, VisitorFactory } from '../driver/visitor';
import type { Account } from '../target/account';
import type { OpenTarget } from '../target/target';
import { NonConformity } from '../verdict/errors';
import type { Identify } from './identities';
import { Moves, type Doing } from './moves';
import { signOut } from './sign-out';
import { describePage } from './screen-names';

/** Where people sign in. */
export interface SignInDesk {
  /** Signs in from a browser that knows nothing, and tells whether the espace opened. */
  opens(account: Account, password: string): Promise<boolean>;
  /** Tries passwords one after the other; tells of each whether the espace opened. A browser is used again after a refusal only. */
  openEach(account: Account, passwords: readonly string[]): Promise<boolean[]>;
  /** Signs in with a visitor of the caller's and returns the page seen then. @param account whose espace it may open. */
  signIn(visitor: Visitor, email: string, password: string, account?: Account): Promise<Page>;
  close(): Promise<void>;
}

export interface SignInOptions extends Partial<Pick<OpenTarget, 'captcha' | 'controls' | 'signedIn'>> {
  readonly moves?: Moves;
  /** What is typed for the address of an account (AMB-12). */
  readonly identify?: Identify;
}

/**
 * @throws NonConformity when the sign-in screen cannot be reached or lacks a field.
 */
export function createSignInDesk(
  visitors: VisitorFactory,
  { captcha, controls = {}, signedIn, moves = new Moves(), identify = (address) => address }: SignInOptions = {},
): SignInDesk {
  // Learnt from the first walk, then tried first: a sign-in costs two requests instead of three.
  let address: string | undefined;
  let browser: Visitor | undefined;

  /** Does something, and notes the move that it was. */
  async function follow(visitor: Visitor, doing: Doing, action: () => Promise<Page>, account?: Account): Promise<Page> {
    const before = visitor.page;
    const page = await action();
    const hints = account === undefined ? { overrides: controls } : { account, overrides: controls, signedIn };
    const shown = before.url === 'about:blank' ? 'nothing' : recogniseScreen(before, { overrides: controls });
    moves.note(visitor, shown, doing, recogniseScreen(page, hints));
    return page;
  }

  async function reachForm(visitor: Visitor, again = false): Promise<Page> {
    if (isSignIn(visitor.page)) return visitor.page;
    const known = address;
    if (known !== undefined && isSignIn(await follow(visitor, 'signIn.opened', () => visitor.open(known)))) return visitor.page;
    const home = await follow(visitor, 'home.opened', () => visitor.open(''));
    const entry = findControl(home, 'professionalSpace', controls);
    if (entry === undefined) throw unreachable('MPO-2-2', 'la commande « Votre espace professionnel »', home);
    const page = await follow(visitor, 'signIn.opened', () => visitor.activate(entry));
    if (!isSignIn(page)) {
      if (again) throw unreachable('MPO-2-3', 'l’écran « connexion »', page);
      // AMB-29: whoever is signed in may be led to their espace instead; they leave it, and come again.
      await signOut({ visitor }, (way) => follow(visitor, 'signOut.submitted', () => visitor.activate(way)));
      return reachForm(visitor, true);
    }
    address = page.url;
    return page;
  }

  async function signIn(visitor: Visitor, email: string, password: string, account?: Account): Promise<Page> {
    const page = await reachForm(visitor);
    const identifier = findField(page, 'identifier', 'sign-in', controls);
    const secret = findField(page, 'password', 'sign-in', controls);
    const connect = findControl(page, 'connect', controls);
    if (identifier === undefined) throw unreachable('MPO-2-28', 'un champ pour l’identifiant', page);
    if (secret === undefined) throw unreachable('MPO-2-28', 'un champ pour le mot de passe', page);
    if (connect === undefined) throw unreachable('MPO-2-29', 'la commande « Connexion »', page);
    await visitor.type(identifier, identify(email));
    await visitor.type(secret, password);
    await copyCharacters(visitor, page);
    return follow(visitor, 'credentials.submitted', () => visitor.activate(connect), account);
  }

  /** The fiche asks for no image here, and forbids none. */
  async function copyCharacters(visitor: Visitor, page: Page): Promise<void> {
    const field = findField(page, 'captcha', 'sign-in', controls);
    const image = field && findCaptchaImage(page, controls);
    const seen = image && field.form === image.form ? await visitor.image(image) : undefined;
    if (field && seen && captcha) await visitor.type(field, await captcha.read(seen));
  }

  function isSignIn(page: Page): boolean {
    return recogniseScreen(page, { overrides: controls }) === 'sign-in';
  }

  // One browser made new again for each account, not a new one: in a real browser that is most of the cost.
  async function freshBrowser(): Promise<Visitor> {
    if (browser === undefined) browser = await visitors.newVisitor();
    else await browser.forget();
    return browser;
  }

  async function openEach(account: Account, passwords: readonly string[]): Promise<boolean[]> {
    const opened: boolean[] = [];
    let visitor = await freshBrowser();
    for (const password of passwords) {
      if (opened.at(-1) === true) visitor = await freshBrowser();
      const page = await signIn(visitor, account.email, password, account);
      opened.push(recogniseScreen(page, { account, overrides: controls, signedIn }) === 'services');
    }
    return opened;
  }

  return {
    close: async () => browser?.close(),
    signIn,
    openEach,
    opens: async (account, password) => (await openEach(account, [password]))[0] === true,
  };
}

function unreachable(requirement: string, expected: string, page: Page): NonConformity {
  const observed = describePage(page, recogniseScreen(page));
  return new NonConformity([{ requirements: [requirement], expected, observed, evidence: [] }]);
}
