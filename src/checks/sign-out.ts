/** Leaves the espace, by whatever the target calls it. */
import type { Person } from './person';
import type { Scene } from './scene';
import { act } from './walk';

const WAY_OUT = /d[ée]conne(?:xion|cter)|quitter|fermer (?:la |ma )?session/i;

/** Signs out where the page offers it; else forgets the cookies, as a browser that is closed does. */
export async function signOut(scene: Scene, person: Person): Promise<void> {
  const way = person.visitor.page.controls.find(
    ({ kind, name, visible }) => visible && (kind === 'link' || kind === 'button') && WAY_OUT.test(name),
  );
  if (way === undefined) await person.visitor.forget();
  else await act(scene, person, 'signOut.submitted', () => person.visitor.activate(way));
}
