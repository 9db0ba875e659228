/** What an agent of the assistance sees of an account: MPO-1.5-7, MPO-1.5-8. */
import type { Page, SeenControl } from '../driver/visitor';
import type { Account } from '../target/account';
import { NonConformity } from '../verdict/errors';
import type { Scene } from './scene';

/** Looks an account up in the assistance view of the target. @throws NonConformity when the view has no such fields. */
export async function consultAssistance(scene: Scene, account: Account): Promise<Page> {
  const { assistance } = scene.target.capabilities;
  if (assistance === undefined) throw new Error('la cible n’a pas de vue d’assistance');
  const { visitor } = await scene.bringInPasserBy('l’agent');
  const page = await visitor.open(assistance.address);
  const fields = page.controls.filter(({ kind, visible }) => kind === 'field' && visible);
  const code = fields.find(({ name }) => /code|agent/i.test(name));
  const address = fields.find((field) => field !== code);
  const search = page.controls.find(({ submits, visible }) => submits === true && visible);
  await visitor.type(required(address, 'un champ pour l’adresse de l’usager'), account.email);
  await visitor.type(required(code, 'un champ pour le code de l’agent'), assistance.code);
  return visitor.activate(required(search, 'une commande de recherche'));
}

function required(found: SeenControl | undefined, expected: string): SeenControl {
  if (found !== undefined) return found;
  throw new NonConformity([
    { requirements: ['MPO-1.5-7'], expected: `${expected} dans la vue d’assistance`, observed: 'absent', evidence: [] },
  ]);
}
