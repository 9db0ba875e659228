/** The way on from the summary: MPO-2-24. Knows no wording but the fiche's. */
import { controlLabels, findControl, findField, sameLabel } from '../driver/controls';
import type { SeenControl } from '../driver/visitor';
import { NonConformity } from '../verdict/errors';
import type { Person } from './person';
import { declaredValue } from './readings';
import { describePage } from './screen-names';
import type { Scene } from './scene';
import { act, screenOf } from './walk';

/** Words by which a way on to the sign-in may be called; any other link of the summary is tried after them. */
const TELLING = /conne(?:ct|x)|acc[eé]d|espace|services|continuer|identifi/i;
/** Ways out of the page that lead nowhere near the services. */
const LEAVING = /aide|contact|mentions|imprim|t[eé]l[eé]charg|accueil|oubli/i;
const MOST = 6;

/**
 * Reaches a sign-in form from the summary by its own links and buttons.
 * @throws NonConformity (MPO-2-24) when none leads there.
 */
export async function leaveSummary(scene: Scene, person: Person): Promise<void> {
  const summary = person.visitor.page;
  if (hasSignInForm(scene, person)) {
    // The form stands on the summary itself: whoever asks for the sign-in sees it.
    scene.moves.note(person.visitor, 'summary', 'signIn.opened', 'sign-in');
    return;
  }
  for (const way of waysOn(summary.controls, furnitureOf(person)).slice(0, MOST)) {
    await act(scene, person, 'signIn.opened', () => person.visitor.activate(way));
    const screen = screenOf(scene, person);
    if (screen === 'sign-in' || hasSignInForm(scene, person)) return;
    // AMB-22: whoever is signed in by « Valider » has no form to go through.
    if (screen === 'services' && declaredValue('AMB-22', scene.readings) === 'connexion-automatique') return;
    // What leads nowhere (« Imprimer », a banner to close) leaves the person where they were.
    if (screen !== 'summary') await person.visitor.back();
  }
  const observed = `aucune commande du récapitulatif n’y mène ; ${describePage(summary, 'summary')}`;
  throw new NonConformity([
    {
      requirements: ['MPO-2-24'],
      expected: 'un chemin du récapitulatif vers la connexion',
      observed,
      evidence: scene.journal.latest(),
    },
  ]);
}

/** What stands on other screens too: a frame around the summary, of which it is not a part. */
function furnitureOf({ seen }: Person): ReadonlySet<string> {
  const elsewhere = seen.filter(({ screen }) => screen !== 'summary').slice(-2);
  return new Set(elsewhere.flatMap(({ page }) => page.controls.map(({ name }) => name)));
}

function waysOn(controls: readonly SeenControl[], furniture: ReadonlySet<string>): SeenControl[] {
  const active = controls.filter(({ kind, visible, enabled }) => visible && enabled && (kind === 'link' || kind === 'button'));
  const rank = ({ name }: SeenControl) =>
    (sameLabel(name, controlLabels.connect) ? 3 : 0) +
    (TELLING.test(name) ? 2 : 0) -
    (LEAVING.test(name) ? 2 : 0) -
    (furniture.has(name) ? 1 : 0);
  return active.sort((a, b) => rank(b) - rank(a));
}

/** Whether the page of the person holds a sign-in form, on whatever screen. */
function hasSignInForm({ controls }: Scene, { visitor: { page } }: Person): boolean {
  const secret = findField(page, 'password', 'sign-in', controls);
  return secret !== undefined && findControl(page, 'connect', controls) !== undefined;
}
