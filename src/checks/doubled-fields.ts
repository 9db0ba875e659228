/** Fields sent twice, one value that the rule refuses and one that it accepts: whichever a target takes, it must take one. MPO-D-5. */
import { withHiddenValuesOf } from '../driver/hidden-values';
import { shapeFromWords } from '../exploration/shape-words';
import { CapabilityMissing } from '../verdict/errors';
import type { FindingDraft } from './change';
import { withFieldsRepeated } from './detours';
import { learnPasswordForm } from './own-requests';
import type { Person } from './person';
import type { Scene } from './scene';
import { follow, reach, recordAttempt } from './walk';

/** The orders of the two values, in the words of the features. */
export const orders = ['la valeur trop courte d’abord', 'la valeur conforme d’abord'] as const;

/** Sends a password that is too short and one that conforms in each of the two fields. */
export async function sendBoth(scene: Scene, person: Person, order: string): Promise<void> {
  const form = await learnPasswordForm(scene, person, true);
  // AMB-26: a target may send back to the start after a refusal.
  await reach(scene, person, 'new-password');
  person.attempts = [];
  const short = scene.make(person, shapeFromWords('19 lettres et chiffres'));
  const good = scene.newPassword(person);
  const values = order === orders[0] ? [short.value, good.value] : [good.value, short.value];
  const typed = [form.typed.newPassword ?? '', form.typed.confirmation ?? ''];
  const request = withFieldsRepeated(withHiddenValuesOf(person.visitor.page, form.submission), typed, values);
  if (request === undefined)
    throw new CapabilityMissing('un formulaire dont un champ puisse être envoyé deux fois', 'le sien n’a pas de champs de texte');
  for (const value of values) scene.propose(person, value);
  const page = await follow(scene, person, undefined, () => person.visitor.replay(request, []));
  for (const { shape, value } of [short, good]) {
    recordAttempt(scene, person, { shape: `${shape}, ${order}`, value, confirmation: value }, page);
  }
}

/** The value that is too short opens nothing; the other has either all the effects of a change, or none. */
export async function judgeBoth(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const seen = await scene.observe(person);
  const [short, good] = seen.attempts;
  if (short === undefined || good === undefined) throw new Error('les deux valeurs n’ont pas été envoyées');
  if (short.opens === true || good.opens !== true) return scene.observations.judge('refused', seen);
  // Sent without the page, a change is known by its effects.
  return scene.observations.judge('accepted', { ...seen, attempts: [{ ...good, summaryShown: true }] });
}
