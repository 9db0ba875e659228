/** Leaves the espace, by whatever the target calls it. */
import type { SeenControl, Visitor } from '../driver/visitor';

const WAY_OUT = /d[ée]conne(?:xion|cter)|quitter|fermer (?:la |ma )?session/i;

/** Signs out where the page offers it; else forgets the cookies, as a browser that is closed does. */
export async function signOut(
  { visitor }: { readonly visitor: Visitor },
  activate: (way: SeenControl) => Promise<unknown>,
): Promise<void> {
  const way = visitor.page.controls.find(
    ({ kind, name, visible }) => visible && (kind === 'link' || kind === 'button') && WAY_OUT.test(name),
  );
  await (way === undefined ? visitor.forget() : activate(way));
}
