/** Signing in, and what the espace shows. */
import { Given, Then, When } from '@cucumber/cucumber';
import { keptForm } from '../src/checks/admission';
import { openingOf } from '../src/checks/moves';
import { accountOf, inForce } from '../src/checks/person';
import { judgeDeclaredSpace, judgeNotedSpace, judgeServices, signInAs } from '../src/checks/space';
import { signOut } from '../src/checks/sign-out';
import { act, arrive, expectScreen, follow, screenOf } from '../src/checks/walk';
import { addressFromWords, signInPasswordFromWords } from '../src/checks/wordings';
import { recogniseScreen } from '../src/driver/screens';
import type { MdpoWorld } from './support/world';

When('{personne} se connecte avec {adresse} et {motDePasse}', signInAnew);
When('{personne} se connecte, dans un autre navigateur, avec {adresse} et {motDePasse}', signInAnew);

When('{personne} y saisit son identifiant et son nouveau mot de passe', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  // AMB-22: whoever is in the espace has nothing left to type.
  if (screenOf(this.scene, person) !== 'services') await signInAs(this.scene, person);
});

Given('{personne} s’est connecté avec son nouveau mot de passe', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await this.scene.desk.opens(accountOf(person), inForce(person));
});

Given('{personne} s’est connecté puis déconnecté dans le même navigateur', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await signInAs(this.scene, person);
  expectScreen(this.scene, person, 'services');
  await signOut(person, (way) => act(this.scene, person, 'signOut.submitted', () => person.visitor.activate(way)));
});

When('{visiteur} ouvre l’adresse notée sans se connecter', async function (this: MdpoWorld, name: string) {
  const noted = await this.current();
  const stranger = await this.scene.bringInPasserBy(name);
  const address = noted.addresses.get('services') ?? '/';
  await follow(this.scene, stranger, openingOf(noted.addresses, address), () => stranger.visitor.open(address));
});

Then('l’espace de l’usager reste fermé au visiteur', async function (this: MdpoWorld) {
  const account = accountOf(await this.person('l’usager'));
  const stranger = await this.passerBy('le visiteur');
  const open =
    recogniseScreen(stranger.visitor.page, { account, overrides: this.open.controls, signedIn: this.open.signedIn }) ===
    'services';
  this.expect(!open, 'l’espace fermé à qui ne s’est pas connecté', 'l’espace s’ouvre');
});

Then('l’espace reste fermé', async function (this: MdpoWorld) {
  const person = await this.current();
  // AMB-10: where blanks at the ends are removed, those typed at the sign-in may be too.
  const trimmed = keptForm(this.typedAtSignIn, this.scene.readings);
  const same = trimmed !== this.typedAtSignIn && trimmed === inForce(person);
  this.expect(same || screenOf(this.scene, person) !== 'services', 'l’espace fermé', 'l’espace s’ouvre');
  const { status } = person.visitor.page;
  this.expect(status < 500, 'un refus', `le serveur a failli (statut ${status})`);
});

Then('l’espace reste fermé selon la lecture « AMB-22 »', async function (this: MdpoWorld) {
  const open = screenOf(this.scene, await this.current()) === 'services';
  this.reading('AMB-22', open ? 'connexion-automatique' : 'connexion-explicite');
  this.assert(
    this.scene.observations.judge('reading', {
      cell: 'AMB-22',
      observed: open ? 'ouvert' : 'fermé',
      declared: this.target.readings,
    }),
  );
});

Then('son espace présente ce qui avait été relevé', async function (this: MdpoWorld) {
  this.assert(judgeNotedSpace(await this.current()));
});

Then('l’espace {dePersonne} présente ce qui avait été relevé', async function (this: MdpoWorld, name: string) {
  this.assert(judgeNotedSpace(await this.person(name)));
});

Then('son espace présente ses services et ses dossiers, et aucun autre', async function (this: MdpoWorld) {
  const person = await this.current();
  expectScreen(this.scene, person, 'services', []);
  this.assert(judgeDeclaredSpace(this.scene, person));
});

Then('chacun de ses services s’ouvre depuis son espace', async function (this: MdpoWorld) {
  this.assert(await judgeServices(this.scene, await this.current()));
});

async function signInAnew(this: MdpoWorld, name: string, address: string, password: string): Promise<void> {
  const person = await this.person(name);
  const email = addressFromWords(address, this.scene, person);
  const typed = signInPasswordFromWords(password, this.scene, person);
  this.typedAtSignIn = typed;
  await this.scene.freshBrowser(person);
  arrive(this.scene, person, await this.scene.desk.signIn(person.visitor, email, typed, person.account));
}
