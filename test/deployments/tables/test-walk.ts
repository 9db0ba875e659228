/** For the tests of this folder: the steps of the procedure as a user takes them. */
import type { SeededAccount } from '../contract';
import { NEW_PASSWORD, type Browser, type Shown, type World } from './test-world';

export async function toIdentification(browser: Browser): Promise<Shown> {
  await browser.open('/');
  await browser.follow('Votre espace professionnel');
  return browser.follow('Mot de passe oublié ?');
}

export async function toQuestion(browser: Browser, { email }: SeededAccount): Promise<Shown> {
  await toIdentification(browser);
  return browser.submit('Continuer', { zone1: email, zone2: 'TEST' });
}

export async function toPassword(browser: Browser, account: SeededAccount): Promise<Shown> {
  await toQuestion(browser, account);
  return browser.submit('Continuer', { zone3: account.answer });
}

export async function choose(browser: Browser, password: string, confirmation: string | undefined = password): Promise<Shown> {
  return browser.submit('Valider', { zone4: password, zone5: confirmation });
}

export async function toSummary(browser: Browser, account: SeededAccount, password = NEW_PASSWORD): Promise<Shown> {
  await toPassword(browser, account);
  return choose(browser, password);
}

/** In a browser of its own. */
export async function opens(world: World, { email }: { readonly email: string }, password: string): Promise<boolean> {
  const browser = world.browser();
  await browser.open('/servlet/Acces?ecran=1');
  return isSpace(await browser.submit('Connexion', { zone1: email, zone2: password }));
}

export function isSpace({ url }: Shown): boolean {
  return new URL(url).pathname === '/servlet/Espace';
}

export function isScreen({ url }: Shown, screen: number): boolean {
  return url.endsWith(`/servlet/Acces?ecran=${screen}`);
}

/** Whether this password, typed twice, brings the summary. */
export async function accepts(world: World, account: SeededAccount, password: string, confirmation?: string): Promise<boolean> {
  const browser = world.browser();
  await toPassword(browser, account);
  return isScreen(await choose(browser, password, confirmation), 5);
}
