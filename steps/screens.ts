/** What people see: the screens and what stands on them. */
import { Then, When } from '@cucumber/cucumber';
import { answerOpens } from '../src/checks/identification';
import { decodesAsImage } from '../src/checks/image';
import { openNoted } from '../src/checks/own-requests';
import { announcedMinimums, asksForSpecial } from '../src/checks/rule-text';
import { screenNames } from '../src/checks/screen-names';
import { judgeQuestionShown, questionsAfterOthers } from '../src/checks/question';
import { captchaImage, control, expectScreen, field, reach, readCaptcha, screenOf } from '../src/checks/walk';
import { controlLabels, ficheRole, sameLabel, type ControlName, type ScreenName } from '../src/driver/controls';
import type { MdpoWorld } from './support/world';

Then('l’écran {écran} s’affiche( de lui-même)', async function (this: MdpoWorld, screen: ScreenName) {
  expectScreen(this.scene, await this.current(), screen, []);
});

Then('l’écran {écran} s’affiche pour {personne}', async function (this: MdpoWorld, screen: ScreenName, name: string) {
  expectScreen(this.scene, await this.person(name), screen, []);
});

Then('l’écran {écran} ne s’affiche pas', async function (this: MdpoWorld, screen: ScreenName) {
  await assertNotOn(this, 'il', screen);
});

Then('l’écran {écran} ne s’affiche pas pour {personne}', async function (this: MdpoWorld, screen: ScreenName, name: string) {
  await assertNotOn(this, name, screen);
});

Then('l’écran {écran} ne s’ouvre pas pour autant', async function (this: MdpoWorld, screen: ScreenName) {
  const person = await this.current();
  await openNoted(this.scene, person, screen);
  await assertNotOn(this, 'il', screen);
});

Then('l’écran « nouveau mot de passe » reste hors d’atteinte', assertAnswerOpensNothing);
Then('sa réponse ne lui ouvre pas l’écran « nouveau mot de passe »', assertAnswerOpensNothing);
Then('la réponse d’Alice ne lui ouvre pas l’écran « nouveau mot de passe »', assertAnswerOpensNothing);

Then('aucune page en erreur n’est apparue', async function (this: MdpoWorld) {
  const { seen } = await this.current();
  const failed = seen.find(({ page }) => page.status >= 500 || page.status === 0);
  this.expect(failed === undefined, 'aucune page en erreur', `une page de statut ${failed?.page.status}`);
});

Then('une page d’aide s’affiche', async function (this: MdpoWorld) {
  const { page } = (await this.current()).visitor;
  this.expect(page.status === 200 && page.text !== '', 'une page d’aide', `statut ${page.status}`);
});

Then('{personne} voit la commande {commande}, prête à servir', async function (this: MdpoWorld, name: string, label: string) {
  const person = await this.person(name);
  const known = (Object.keys(controlLabels) as ControlName[]).find((key) => sameLabel(controlLabels[key], label));
  if (known === undefined) throw new Error(`« ${label} » n’est pas une commande que la fiche nomme`);
  const found = await this.deciding(async () => control(this.scene, person, known));
  // AMB-31: another role than the fiche's is reported, not failed, unless the target declares `rôle-strict`.
  const strict = found.role === ficheRole(known);
  this.reading('AMB-31', strict ? 'libellé-exact, rôle-tolérant' : 'rôle-tolérant');
  if (this.declared('AMB-31') === 'rôle-strict') {
    this.expect(
      strict,
      `« ${label} » est un ${ficheRole(known) === 'link' ? 'lien' : 'bouton'}`,
      `son rôle est « ${found.role} »`,
    );
  }
});

Then(
  '{personne} voit un champ pour l’identifiant et un champ pour le mot de passe',
  async function (this: MdpoWorld, name: string) {
    const person = await this.person(name);
    await this.deciding(async () => [field(this.scene, person, 'identifier'), field(this.scene, person, 'password')]);
  },
);

Then(
  '{personne} voit un champ pour l’adresse électronique et un champ pour les caractères de l’image',
  async function (this: MdpoWorld, name: string) {
    const person = await this.person(name);
    await this.deciding(async () => [field(this.scene, person, 'email'), field(this.scene, person, 'captcha')]);
  },
);

Then('{personne} voit l’image du CAPTCHA', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const { control: image } = await this.deciding(() => captchaImage(this.scene, person));
  this.expect(image.visible, 'une image visible', 'une image cachée');
});

Then('{personne} ne voit ni question de confiance ni champ de mot de passe', async function (this: MdpoWorld, name: string) {
  const { page } = (await this.person(name)).visitor;
  const secret = page.controls.find(({ visible, inputType }) => visible && inputType === 'password');
  const question = this.open.accounts.find((account) => page.text.includes(account.question));
  this.expect(secret === undefined, 'aucun champ de mot de passe', `un champ « ${secret?.name} »`);
  this.expect(question === undefined, 'aucune question de confiance', `la question « ${question?.question} »`);
});

Then('{personne} voit un champ pour la réponse', async function (this: MdpoWorld, name: string) {
  field(this.scene, await this.person(name), 'answer');
});

Then(
  '{personne} voit un champ pour le nouveau mot de passe et un champ pour sa confirmation',
  async function (this: MdpoWorld, name: string) {
    const person = await this.person(name);
    await this.deciding(async () => [field(this.scene, person, 'newPassword'), field(this.scene, person, 'confirmation')]);
  },
);

Then('le champ de l’adresse électronique est vide', async function (this: MdpoWorld) {
  this.expect(field(this.scene, await this.current(), 'email').filled !== true, 'un champ vide', 'un champ déjà rempli');
});

Then('le champ de la réponse est vide', async function (this: MdpoWorld) {
  this.expect(field(this.scene, await this.current(), 'answer').filled !== true, 'un champ vide', 'un champ déjà rempli');
});

Then('les deux champs de mot de passe sont vides', async function (this: MdpoWorld) {
  const person = await this.current();
  const filled = (['newPassword', 'confirmation'] as const).filter((name) => field(this.scene, person, name).filled === true);
  this.expect(filled.length === 0, 'deux champs vides', `${filled.length} déjà rempli(s)`);
});

Then('la saisie du mot de passe est masquée', async function (this: MdpoWorld) {
  const { inputType } = field(this.scene, await this.current(), 'password');
  this.expect(inputType === 'password', 'une saisie masquée', `un champ de type « ${inputType} »`);
});

Then('l’image du CAPTCHA se charge et se décode', async function (this: MdpoWorld) {
  const { image } = await captchaImage(this.scene, await this.current());
  this.expect(decodesAsImage(image), 'une image qui se décode', `${image.bytes.length} octets de type « ${image.contentType} »`);
});

When('{int} visiteurs parviennent à l’écran « identification »', async function (this: MdpoWorld, count: number) {
  for (let rank = 1; rank <= count; rank += 1)
    await reach(this.scene, await this.scene.bringInPasserBy(`visiteur ${rank}`), 'identification');
});

Then('au moins {int} d’entre eux ont des caractères différents à recopier', async function (this: MdpoWorld, least: number) {
  const characters = new Set<string>();
  for (const person of this.scene.people.values()) characters.add(await readCaptcha(this.scene, person));
  this.expect(characters.size >= least, `au moins ${least} suites de caractères différentes`, `${characters.size}`);
});

Then('sa question de confiance est affichée', async function (this: MdpoWorld) {
  this.assert(judgeQuestionShown(await this.current()));
});

Then('la question de confiance {dePersonne} lui est affichée', async function (this: MdpoWorld, name: string) {
  this.assert(judgeQuestionShown(await this.person(name)));
});

When(
  'une même adresse inconnue est saisie après le passage d’Alice, puis après celui de Bruno',
  async function (this: MdpoWorld) {
    this.lastComers = await questionsAfterOthers(this.scene, [await this.person('Alice'), await this.person('Bruno')]);
  },
);

Then('ce n’est pas chaque fois la question du dernier venu qui paraît', function (this: MdpoWorld) {
  const followed = this.lastComers.length > 0 && this.lastComers.every(Boolean);
  this.expect(!followed, 'une suite qui ne dépend pas du dernier venu', 'chaque fois la question de celui qui vient de passer');
});

Then(
  'la règle affichée, s’il y en a une, n’annonce pas une autre longueur que 20 caractères au minimum',
  async function (this: MdpoWorld) {
    const others = announcedMinimums((await this.current()).visitor.page.text).filter((length) => length !== 20);
    this.expect(others.length === 0, '20 caractères au minimum', `${others.join(', ')} caractères`);
  },
);

Then('elle n’exige pas de caractère spécial', async function (this: MdpoWorld) {
  this.expect(
    !asksForSpecial((await this.current()).visitor.page.text),
    'des chiffres et des lettres',
    'un caractère spécial exigé',
  );
});

async function assertNotOn(world: MdpoWorld, name: string, screen: ScreenName): Promise<void> {
  const seen = screenOf(world.scene, await world.person(name));
  world.expect(seen !== screen, `l’écran « ${screenNames[screen]} » ne s’affiche pas`, 'il s’affiche');
}

async function assertAnswerOpensNothing(this: MdpoWorld): Promise<void> {
  const opened = await answerOpens(this.scene, await this.current());
  this.expect(!opened, 'l’écran « nouveau mot de passe » hors d’atteinte', 'la réponse l’a ouvert');
}
