/** What must not show: answers and passwords, in pages, headers, addresses, mails and at the assistance. */
import { Then, When } from '@cucumber/cucumber';
import { consultAssistance } from '../src/checks/assistance';
import { isCommonWord, leaksInExchanges, leaksInMails, type Leak } from '../src/checks/leaks';
import { accountOf } from '../src/checks/person';
import { findSecret } from '../src/checks/secret-forms';
import { findField, type ControlOverrides, type ScreenName } from '../src/driver/controls';
import { isSecret } from '../src/driver/fields';
import type { Page } from '../src/driver/visitor';
import { CapabilityMissing } from '../src/verdict/errors';
import type { MdpoWorld } from './support/world';

Then('aucun écran ne lui a demandé l’ancien mot de passe', async function (this: MdpoWorld) {
  const { seen } = await this.current();
  const procedure = seen.filter(({ screen }) => screen === 'identification' || screen === 'question');
  const asked = procedure.find(({ page, screen }) => asksPassword(page, screen, this.open.controls));
  const choosing = seen.find(({ screen }) => screen === 'new-password');
  const secrets = choosing === undefined ? 0 : inputTypes(choosing.page).filter((type) => type === 'password').length;
  this.expect(
    asked === undefined,
    'aucun champ de mot de passe avant le choix du nouveau',
    `un champ de mot de passe à l’écran « ${asked?.screen} »`,
  );
  this.expect(secrets <= 2, 'deux champs : le nouveau mot de passe et sa confirmation', `${secrets} champs de mot de passe`);
});

Then(
  'sa réponse n’est lisible dans aucune page, aucun en-tête, aucune adresse ni aucun courriel',
  async function (this: MdpoWorld) {
    const person = await this.current();
    const { answer, question } = accountOf(person);
    if (isCommonWord(answer, question, person.visitor.exchanges())) {
      throw new CapabilityMissing(
        'un compte dont la réponse n’est pas un mot courant',
        'en donner un dont la réponse ne figure pas sur les pages publiques',
      );
    }
    await assertUnseen(this, [answer]);
  },
);

Then(
  'ses mots de passe, ancien et nouveau, ne sont lisibles dans aucune page, aucun en-tête, aucune adresse ni aucun courriel',
  async function (this: MdpoWorld) {
    await assertUnseen(this, (await this.current()).passwords);
  },
);

When('un agent de l’assistance consulte le compte de l’usager', async function (this: MdpoWorld) {
  this.assistancePage = await consultAssistance(this.scene, accountOf(await this.person('l’usager')));
});

Then('l’agent y lit son numéro d’abonné, son adresse électronique et sa question de confiance', async function (this: MdpoWorld) {
  const { subscriberNumber, email, question } = accountOf(await this.current());
  const missing = [subscriberNumber, email, question].filter(
    (value) => value !== undefined && !this.assistancePage.text.includes(value),
  );
  this.expect(missing.length === 0, 'les trois informations', `il manque ${missing.length} information(s)`);
});

Then('la réponse de l’usager n’y est lisible sous aucune forme', async function (this: MdpoWorld) {
  const found = findSecret(this.assistancePage.source, accountOf(await this.current()).answer);
  this.expect(found === undefined, 'la réponse hors de vue de l’assistance', `la réponse y est ${found?.words}`);
});

async function assertUnseen(world: MdpoWorld, secrets: readonly string[]): Promise<void> {
  const exchanges = (await world.current()).visitor.exchanges();
  const mails = await world.scene.post.all();
  const leaks = secrets.flatMap((secret): Leak[] => [...leaksInExchanges(exchanges, secret), ...leaksInMails(mails, secret)]);
  world.expect(
    leaks.length === 0,
    'le secret ne paraît nulle part',
    leaks.map(({ where, form }) => `${form} dans ${where}`).join(' ; '),
  );
}

/** Types of the visible fields of a page. */
/** A field for a password: one that masks the answer is not. */
function asksPassword(page: Page, screen: ScreenName, overrides: ControlOverrides): boolean {
  const answer = screen === 'question' ? findField(page, 'answer', screen, overrides) : undefined;
  return page.controls.some((field) => field.kind === 'field' && field.visible && isSecret(field) && field !== answer);
}

function inputTypes(page: Page): string[] {
  return page.controls.filter(({ kind, visible }) => kind === 'field' && visible).map(({ inputType }) => inputType ?? '');
}
