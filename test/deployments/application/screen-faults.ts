// For the tests: the walk through the screens in a browser, and how to see the faults that only a screen shows.
import type { Locator, Page } from 'playwright';
import { parse } from 'yaml';
import type { FaultId } from './faults';
import { marie, NEW_PASSWORD, type World } from './test-support';

/** Says whether the deviation is on the screen. */
type ScreenProbe = (page: Page, world: World) => Promise<boolean>;

export const screenFaults: { readonly [id in FaultId]?: ScreenProbe } = {
  'valider-rebaptise': async (page, world) => {
    await reachPassword(page, world);
    return isGone(button(page, 'Valider'));
  },
  'lien-oubli-rebaptise': async (page, world) => {
    await reachSignIn(page, world);
    return isGone(forgotten(page));
  },
  'captcha-absent-de-l-ecran': async (page, world) => {
    await reachSignIn(page, world);
    await page.locator('a[href="/oubli"]').click();
    await page.getByLabel('Mél').waitFor();
    return isGone(page.getByRole('img'));
  },
  'question-generique': async (page, world) => {
    await reachQuestion(page, world);
    return isGone(page.getByText(marie.question, { exact: true }));
  },
  'recapitulatif-a-la-main': async (page, world) => {
    await choosePassword(page, world);
    const more = button(page, 'Poursuivre');
    await more.or(summary(page)).waitFor();
    if (await isGone(more)) return false;
    await more.click();
    await summary(page).waitFor();
    return true;
  },
  'recapitulatif-sans-issue': async (page, world) => {
    await choosePassword(page, world);
    await summary(page).waitFor();
    return isGone(summary(page).getByRole('link'));
  },
  'recapitulatif-montre-reponse': async (page, world) => {
    await choosePassword(page, world);
    await summary(page).waitFor();
    return !(await isGone(summary(page).getByText(marie.answer)));
  },
  'connecte-d-office': async (page, world) => {
    await choosePassword(page, world);
    await summary(page).getByRole('link').click();
    const service = page.getByRole('link', { name: marie.services[0] });
    await service.or(button(page, 'Connexion')).waitFor();
    return !(await isGone(service));
  },
};

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const forgotten = (page: Page): Locator => page.getByRole('link', { name: 'Mot de passe oublié' });
export const summary = (page: Page): Locator => page.getByRole('dialog', { name: 'Récapitulatif' });

export async function reachSignIn(page: Page, world: World): Promise<void> {
  await page.goto(world.started.url);
  await button(page, 'Votre espace professionnel').click();
  await button(page, 'Connexion').waitFor();
}

/** Up to the question; `typed` where the characters are not those of the image. */
export async function identify(page: Page, world: World, typed?: string): Promise<void> {
  const { url } = parse(world.started.captcha) as { url: string };
  const shown = page.waitForResponse((response) => response.url().includes('/api/image'));
  await forgotten(page).click();
  const characters = await (await fetch(url, { method: 'POST', body: new Uint8Array(await (await shown).body()) })).text();
  await page.getByLabel('Mél').fill(marie.email);
  await page.getByLabel('Caractères affichés dans le cadre').fill(typed ?? characters);
  await button(page, 'Continuer').click();
}

export async function reachQuestion(page: Page, world: World): Promise<void> {
  await reachSignIn(page, world);
  await identify(page, world);
  await page.getByRole('heading', { name: 'Votre question de confiance' }).waitFor();
}

export async function reachPassword(page: Page, world: World): Promise<void> {
  await reachQuestion(page, world);
  await page.getByLabel(marie.question).fill(marie.answer);
  await page.getByLabel(marie.question).press('Enter');
  await page.getByLabel('Nouveau mot de passe').waitFor();
}

export async function choosePassword(page: Page, world: World, password = NEW_PASSWORD): Promise<void> {
  await reachPassword(page, world);
  await submitPassword(page, password);
}

export async function submitPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Nouveau mot de passe').fill(password);
  await page.getByLabel('Saisissez-le une seconde fois').fill(password);
  await button(page, 'Valider').click();
}

async function isGone(locator: Locator): Promise<boolean> {
  return (await locator.count()) === 0;
}
