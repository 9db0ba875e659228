/** MPO-D-2 while the mail server is down: either nothing has changed, or everything has and the mail follows. */
import { judgeAccepted, judgeRefused, type FindingDraft } from './change';
import { accountOf, inForce, type Person } from './person';
import type { Scene } from './scene';

/** A mail that was kept back must leave within this time of the server's return. */
const FOLLOWS_WITHIN_MS = 30_000;

export async function judgeOutage(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const attempt = person.attempts.at(-1);
  if (attempt === undefined) throw new Error('aucun mot de passe n’a été proposé');
  const oldOpens = await scene.desk.opens(accountOf(person), inForce(person));
  if (attempt.screen !== 'summary' && oldOpens) return judgeRefused(await scene.observe(person));
  await scene.awaitMail(accountOf(person).email, FOLLOWS_WITHIN_MS);
  return judgeAccepted(await scene.observe(person));
}
