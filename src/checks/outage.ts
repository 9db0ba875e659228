/** MPO-D-2 while the mail server is down: either nothing has changed, or everything has and the mail follows. */
import type { FindingDraft } from './change';
import { mailAddressOf } from './identities';
import { accountOf, type Person } from './person';
import type { Scene } from './scene';

/** A mail that was kept back must leave within this time of the server's return. */
const FOLLOWS_WITHIN_MS = 30_000;

export async function judgeOutage(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const attempt = person.attempts.at(-1);
  if (attempt === undefined) throw new Error('aucun mot de passe n’a été proposé');
  const to = mailAddressOf(accountOf(person), scene.readings);
  if (attempt.screen === 'summary') await scene.post.awaitFor(to, FOLLOWS_WITHIN_MS);
  const seen = await scene.observe(person);
  const refused = attempt.screen !== 'summary' && seen.oldOpens;
  // Whatever is torn here is torn by the outage: it is atomicity that was broken.
  const findings = refused ? scene.observations.judge('refused', seen) : scene.observations.judge('accepted', seen);
  return findings.map((finding) => ({ ...finding, requirements: [...new Set(['MPO-D-2', ...finding.requirements])] }));
}
