// The screens in a browser: the walk of the fiche, and the faults that only a screen shows.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright';
import {
  button,
  choosePassword,
  forgotten,
  identify,
  reachPassword,
  reachQuestion,
  reachSignIn,
  screenFaults,
  submitPassword,
  summary,
} from './screen-faults';
import { marie, NEW_PASSWORD, World } from './test-support';

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: findChromium() });
});
after(() => browser.close());

test('the walk of the fiche ends in the space, with what the account had', () =>
  inPage(async (page, world) => {
    await choosePassword(page, world);
    await summary(page).getByText('Votre mot de passe a été changé').waitFor();
    assert.match(page.url(), /\/oubli\/recapitulatif$/);
    assert.equal(await page.locator('input').count(), 0);
    await summary(page).getByRole('link').click();
    await page.getByLabel('Identifiant (adresse électronique)').fill(marie.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(NEW_PASSWORD);
    await button(page, 'Connexion').click();
    for (const text of [...marie.services, ...marie.dossiers, marie.email, marie.subscriberNumber]) {
      await page.getByText(text, { exact: true }).waitFor();
    }
    await page.getByRole('link', { name: marie.services[1] }).click();
    await page.getByRole('heading', { name: marie.services[1] }).waitFor();
    await page.goBack();
    await button(page, 'Se déconnecter').click();
    await button(page, 'Votre espace professionnel').waitFor();
    await page.goto(`${world.started.url}espace`);
    await page.getByRole('alert').filter({ hasText: 'Identifiez-vous' }).waitFor();
  }));

test('wrong characters bring a message, another image and an empty field', () =>
  inPage(async (page, world) => {
    await reachSignIn(page, world);
    await identify(page, world, 'FAUX');
    await page.getByRole('alert').filter({ hasText: 'image' }).waitFor();
    assert.equal(await page.getByLabel('Caractères affichés dans le cadre').inputValue(), '');
    assert.match((await page.getByRole('img').getAttribute('src')) ?? '', /n=2$/);
    assert.ok((await page.getByRole('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)) > 0);
    assert.equal(await button(page, 'Continuer').isEnabled(), true);
  }));

test('a refused password leaves both fields empty on the same screen, which accepts another', () =>
  inPage(async (page, world) => {
    await choosePassword(page, world, 'Trop1court');
    await page.getByRole('alert').filter({ hasText: '20 caractères' }).waitFor();
    assert.equal(await page.getByLabel('Nouveau mot de passe').inputValue(), '');
    assert.equal(await page.getByLabel('Saisissez-le une seconde fois').inputValue(), '');
    await submitPassword(page, NEW_PASSWORD);
    await summary(page).waitFor();
  }));

test('the address of a screen that was not earned leads to the identification', () =>
  inPage(async (page, world) => {
    for (const path of ['oubli/question', 'oubli/nouveau', 'oubli/recapitulatif']) {
      await page.goto(`${world.started.url}${path}`);
      await page.getByRole('alert').filter({ hasText: 'depuis le début' }).waitFor();
      assert.equal(await page.locator('input[type=password]').count(), 0);
    }
    await reachQuestion(page, world);
    await page.goto(`${world.started.url}oubli/nouveau`);
    await page.getByLabel('Mél').waitFor();
    await reachPassword(page, world);
    await page.reload();
    await page.getByLabel('Nouveau mot de passe').waitFor();
  }));

test('buttons are disabled while a request runs', () =>
  inPage(async (page, world) => {
    await reachSignIn(page, world);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/connexion', async (route) => {
      await held;
      await route.continue();
    });
    await button(page, 'Connexion').click();
    await page.locator('button[type=submit]:disabled').waitFor();
    release();
    await page.getByRole('alert').filter({ hasText: 'Saisissez votre identifiant' }).waitFor();
    assert.equal(await button(page, 'Connexion').isEnabled(), true);
  }));

test('the confirmation field is not there when the fault « sans-confirmation » removes it', () =>
  inPage(async (page, world) => {
    await reachPassword(page, world);
    assert.equal(await page.locator('input[type=password]').count(), 1);
  }, 'sans-confirmation'));

test('with « regles-dans-la-page-seule », the page refuses what the server would accept', () =>
  inPage(async (page, world) => {
    await choosePassword(page, world, 'Trop1court');
    await page.getByRole('alert').filter({ hasText: '20 caractères' }).waitFor();
  }, 'regles-dans-la-page-seule'));

for (const [id, probe] of Object.entries(screenFaults)) {
  test(`fault ${id} shows on the screen, and only when it is switched on`, async () => {
    await inPage(async (page, world) => assert.equal(await probe(page, world), true, 'switched on'), id);
    await inPage(async (page, world) => assert.equal(await probe(page, world), false, 'conforming'));
  });
}

test('every label stands once on its screen', () =>
  inPage(async (page, world) => {
    await reachSignIn(page, world);
    assert.equal(await forgotten(page).count(), 1);
    assert.equal(await page.getByRole('button').count(), 1);
  }));

/** A page of its own on a deployment of its own; no script error is let pass. */
async function inPage(use: (page: Page, world: World) => Promise<void>, fault?: string): Promise<void> {
  const world = await World.open(fault);
  const context = await browser.newContext({ locale: 'fr-FR' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  try {
    await use(page, world);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    await world.close();
  }
}

/** The Chromium of the machine, or nothing: then Playwright's own. */
function findChromium(): string | undefined {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}
