/** What took effect, and what did not: judged by signing in and by reading the mailboxes. */
import { Then, When } from '@cucumber/cucumber';
import { judgeOnlyOneOpens } from '../src/checks/concurrency';
import { judgeAcceptance, judgeRefusal } from '../src/checks/open-values';
import { judgeOutage } from '../src/checks/outage';
import { assertAllAccepted, assertAllRefused, assertExact } from '../src/checks/properties';
import { judgeByReading } from '../src/checks/reading-scenarios';
import type { MdpoWorld } from './support/world';

Then('le changement est accepté', async function (this: MdpoWorld) {
  this.assert(await judgeAcceptance(this.scene, await this.current()));
});

Then('le changement {dePersonne} est accepté', async function (this: MdpoWorld, name: string) {
  this.assert(this.scene.observations.judge('accepted', await this.scene.observe(await this.person(name))));
});

Then('le changement est refusé', assertRefused);
Then('chacun est refusé', assertRefused);
Then('rien n’a changé', assertRefused);

Then('rien n’a changé pour {personne}', async function (this: MdpoWorld, name: string) {
  this.assert(this.scene.observations.judge('refused', await this.scene.observe(await this.person(name))));
});

Then('rien d’autre n’a changé', async function (this: MdpoWorld) {
  // MPO-D-4: showing the summary once more is no change; a password or a mail would be.
  const seen = await this.scene.observe(await this.current());
  this.assert(
    this.scene.observations.judge('refused', {
      ...seen,
      attempts: seen.attempts.map((attempt) => ({ ...attempt, summaryShown: false })),
    }),
  );
});

Then('le changement est accepté selon la lecture {commande}', assertByReading);
Then('le changement est refusé selon la lecture {commande}', assertByReading);

Then('la lecture {commande} de la cible est relevée', assertByReading);

Then('un seul mot de passe ouvre l’espace', async function (this: MdpoWorld) {
  this.assert(await judgeOnlyOneOpens(this.scene, await this.current()));
});

Then('tout {famille}, tiré au hasard, est accepté', async function (this: MdpoWorld, family: string) {
  await assertAllAccepted(this.scene, await this.current(), family, this.seed);
});

Then('tout {famille}, tiré au hasard, est refusé', async function (this: MdpoWorld, family: string) {
  await assertAllRefused(this.scene, await this.current(), family, this.seed);
});

Then(
  'tout mot de passe conforme, tiré au hasard, ouvre l’espace tel qu’il a été saisi, et aucune de ses variantes',
  async function (this: MdpoWorld) {
    await assertExact(this.scene, await this.current(), this.seed);
  },
);

When('le courrier de la cible est coupé', async function (this: MdpoWorld) {
  await this.open.capabilities.mailOutage?.cut();
});

When('le courrier de la cible est rétabli', async function (this: MdpoWorld) {
  await this.open.capabilities.mailOutage?.restore();
});

Then('l’écran et les effets s’accordent', async function (this: MdpoWorld) {
  this.assert(await judgeOutage(this.scene, await this.current()));
});

async function assertRefused(this: MdpoWorld): Promise<void> {
  this.assert(await judgeRefusal(this.scene, await this.current()));
}

async function assertByReading(this: MdpoWorld, id: string): Promise<void> {
  const { findings, observed } = await judgeByReading(this.scene, await this.current(), id, this.target.readings);
  this.reading(id, observed);
  this.assert(findings);
}
