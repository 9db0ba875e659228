/** Identification, well or badly done: MPO-1.5-1, MPO-2-8. Judges nothing. */
import type { ScreenName } from '../driver/controls';
import { withHiddenValuesOf } from '../driver/hidden-values';
import { CapabilityMissing } from '../verdict/errors';
import { openingOf } from './moves';
import { accountOf, type Person } from './person';
import type { Scene } from './scene';
import { act, answer, identify, reach, readCaptcha, reload, screenOf } from './walk';

const WRONG = 'zzzzzz';

/** Identifies with an address of the caller's and the right characters, from wherever the person is. */
export async function identifyWith(scene: Scene, person: Person, email: string): Promise<ScreenName> {
  await reach(scene, person, 'identification');
  await identify(scene, person, email);
  return screenOf(scene, person);
}

/** Identifies with the person's address and the characters that the words of a feature name. @throws Error for other words. */
export async function identifyCopying(scene: Scene, person: Person, words: string): Promise<void> {
  if (words === 'rien, l’image n’ayant pas été chargée') await scene.freshBrowser(person, { images: false });
  await reach(scene, person, 'identification');
  const email = accountOf(person).email;
  const way = ways[words];
  if (way === undefined) throw new Error(`caractères inconnus : « ${words} » ; admis : ${Object.keys(ways).join(', ')}`);
  await way(scene, person, email);
}

/**
 * Whether the person's own answer opens the choice of a password from where they are: the only proof that they were identified, as a
 * page may show a decoy (AMB-14).
 */
export async function answerOpens(scene: Scene, person: Person): Promise<boolean> {
  if (screenOf(scene, person) === 'question') await answer(scene, person);
  return screenOf(scene, person) === 'new-password';
}

type Way = (scene: Scene, person: Person, email: string) => Promise<void>;

const copying =
  (characters: (right: string) => string): Way =>
  async (scene, person, email) => {
    await identify(scene, person, email, characters(await readCaptcha(scene, person)));
  };

const ways: Readonly<Record<string, Way>> = {
  rien: copying(() => ''),
  'd’autres caractères': copying((right) => different(right)),
  'les bons caractères suivis d’autres': copying((right) => `${right}${WRONG}`),
  'les bons caractères sans le dernier': copying((right) => right.slice(0, -1)),
  'rien, le paramètre étant omis': (scene, person, email) => resend(scene, person, email, null),
  'd’autres caractères, par une requête qu’il écrit lui-même': (scene, person, email) => resend(scene, person, email, WRONG),
  'rien, l’image n’ayant pas été chargée': (scene, person, email) => identify(scene, person, email, ''),
  'les caractères de l’image d’un autre visiteur': async (scene, person, email) => {
    const stranger = await scene.bringInPasserBy('un inconnu');
    await reach(scene, stranger, 'identification');
    await identifyWithFormer(scene, person, email, await readCaptcha(scene, stranger));
  },
  'les caractères d’une image précédente': async (scene, person, email) => {
    const former = await readCaptcha(scene, person);
    await reload(scene, person);
    // AMB-27, AMB-30: asked for once more, the screen may not come back by itself.
    await reach(scene, person, 'identification');
    await identifyWithFormer(scene, person, email, former);
  },
};

/** Copies the characters of an image that is not the one shown. @throws CapabilityMissing when both have the same characters. */
async function identifyWithFormer(scene: Scene, person: Person, email: string, former: string): Promise<void> {
  if (scene.target.capabilities.variableCaptcha !== true || (await readCaptcha(scene, person)) === former)
    throw new CapabilityMissing('des images de CAPTCHA qui varient', 'donner à « captcha » un oracle qui lit les images');
  await identify(scene, person, email, former);
}

/** Sends identification by a request of one's own, learnt from one that every target must refuse: wrong characters. */
async function resend(scene: Scene, person: Person, email: string, sent: string | null): Promise<void> {
  await identify(scene, person, email, WRONG);
  const form = person.forms.get('identification');
  if (form === undefined) return;
  // A person goes on from where the request leads.
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  await act(scene, person, 'identity.submitted', () => person.visitor.send(request, [{ typed: WRONG, sent }]));
  if (screenOf(scene, person) === 'question') return;
  // What a script sent does not move its page: the next screen is then a matter of knowing its address.
  const guide = await scene.bringInPasserBy('un guide');
  await reach(scene, guide, 'identification');
  await identify(scene, guide, email);
  const address = guide.addresses.get('question');
  if (address === undefined) return;
  await act(scene, person, openingOf(guide.addresses, address), () => person.visitor.open(address));
}

/** Characters of the same length, none of which stands where it did. */
function different(right: string): string {
  return [...right].map((character) => (character.toLowerCase() === 'a' ? 'b' : 'a')).join('');
}
