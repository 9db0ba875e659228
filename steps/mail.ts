/** The mailboxes: who received what. */
import { Given, Then } from '@cucumber/cucumber';
import { leaksInMails } from '../src/checks/leaks';
import { isBlank, leftoverField, speaksOfPassword } from '../src/checks/mail-content';
import { mailAddressOf } from '../src/checks/identities';
import { judgeOwnMailsOnly, judgeOwnSummaryOnly } from '../src/checks/mixing';
import { accountOf, type Person } from '../src/checks/person';
import { hasRecipient, listMails, observeMail } from '../src/checks/post';
import { answer, reach, expectScreen } from '../src/checks/walk';
import { judgeQuestionShown } from '../src/checks/question';
import type { MailMessage } from '../src/mail/mailbox';
import type { MdpoWorld } from './support/world';

Given('{personne} n’a ouvert aucun courriel', async function (this: MdpoWorld, name: string) {
  // Nothing to do: the suite reads the mail server, never by a link of a mail.
  await this.person(name);
});

Then('aucun courriel n’est parvenu à personne', async function (this: MdpoWorld) {
  await assertNoMail(this);
});

Then('aucun courriel n’est parvenu {dePersonne}', async function (this: MdpoWorld, name: string) {
  await assertNoMail(this, mailAddress(this, await this.person(name)));
});

Given('les boîtes aux lettres sont restées calmes', async function (this: MdpoWorld) {
  await this.scene.post.calm();
});

Then('un courriel, et un seul, est parvenu {dePersonne}', async function (this: MdpoWorld, name: string) {
  const mails = await this.scene.post.all();
  this.assert(
    this.scene.observations.judge('mails', { email: mailAddress(this, await this.person(name)), mails: mails.map(observeMail) }),
  );
});

Then('le courriel est adressé {dePersonne}, et à lui seul', async function (this: MdpoWorld, name: string) {
  const mails = await this.scene.post.all();
  this.assert(
    this.scene.observations.judge('mails', { email: mailAddress(this, await this.person(name)), mails: mails.map(observeMail) }),
  );
});

Then('chaque courriel ne parle que de son destinataire', async function (this: MdpoWorld) {
  this.assert(judgeOwnMailsOnly([...this.scene.people.values()], await this.scene.post.all(), this.scene.readings));
});

Then('le récapitulatif de chacun ne parle que de lui', function (this: MdpoWorld) {
  this.assert(judgeOwnSummaryOnly([...this.scene.people.values()]));
});

Then('le courriel a un objet et un texte', async function (this: MdpoWorld) {
  this.expect(!isBlank(await confirmation(this)), 'un objet et un texte', 'un objet ou un texte vide');
});

Then('le courriel parle en français du mot de passe', async function (this: MdpoWorld) {
  const mail = await confirmation(this);
  this.expect(speaksOfPassword(mail), 'un courriel en français qui parle du mot de passe', `« ${mail.subject} »`);
});

Then('le courriel ne laisse paraître aucun champ de gabarit', async function (this: MdpoWorld) {
  const field = leftoverField(await confirmation(this));
  this.expect(field === undefined, 'aucun champ de gabarit', `« ${field} »`);
});

Then('le courriel ne contient ni mot de passe ni réponse', async function (this: MdpoWorld) {
  const person = await this.current();
  const mail = await confirmation(this);
  const passwords = person.passwords.flatMap((secret) => leaksInMails([mail], secret));
  const answers = leaksInMails([mail], accountOf(person).answer);
  this.expect(passwords.length === 0, 'aucun mot de passe', `un mot de passe ${passwords[0]?.form}`);
  this.expect(answers.length === 0, 'aucune réponse', `la réponse ${answers[0]?.form}`, ['MPO-1.5-8', 'MPO-2-27']);
});

Then('la question et la réponse {dePersonne} n’ont pas changé', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await this.scene.freshBrowser(person);
  await reach(this.scene, person, 'question');
  this.assert(judgeQuestionShown(person));
  await answer(this.scene, person);
  expectScreen(this.scene, person, 'new-password', []);
});

async function assertNoMail(world: MdpoWorld, to?: string): Promise<void> {
  const mails = (await world.scene.post.unexpected(true)).filter((mail) => to === undefined || hasRecipient(mail, to));
  world.expect(mails.length === 0, 'aucun courriel', listMails(mails));
}

/** Where the mail of a person goes (AMB-25). */
function mailAddress({ scene }: MdpoWorld, person: Person): string {
  return mailAddressOf(accountOf(person), scene.readings);
}

/** The first mail to the current person. */
async function confirmation(world: MdpoWorld): Promise<MailMessage> {
  const to = mailAddress(world, await world.current());
  const mails = await world.scene.post.all();
  const mail = mails.find((candidate) => hasRecipient(candidate, to));
  if (mail === undefined) world.expect(false, 'un courriel de confirmation', 'aucun', ['MPO-2-25']);
  return mail!;
}
