/** Properties of the password policy: many random values judged by their effects. Shrinks what fails; publishes shapes only. */
import fc from 'fast-check';
import { passwordFamilies } from '../exploration/password-properties';
import { nearVariants } from '../exploration/password-variants';
import { describeShape, type Shape } from '../exploration/shapes';
import { NonConformity } from '../verdict/errors';
import { judgeAccepted, judgeRefused, type FindingDraft } from './change';
import { accountOf, inForce, type Person } from './person';
import type { Scene } from './scene';
import { choose, reach } from './walk';

/** Judges one value. An empty list: the property holds for it. */
type Trial = (shape: Shape) => Promise<readonly FindingDraft[]>;

/** Every value of the family is accepted, with all its effects: MPO-1.3-1. */
export function assertAllAccepted(scene: Scene, person: Person, family: string, seed: number): Promise<void> {
  return assertProperty(scene, family, seed, async (shape) => {
    await propose(scene, person, shape);
    return judgeAccepted(await scene.observe(person));
  });
}

/** Every value of the family is refused: each is tried at the sign-in at once, the mailboxes and the second account once at the end. */
export async function assertAllRefused(scene: Scene, person: Person, family: string, seed: number): Promise<void> {
  await assertProperty(scene, family, seed, async (shape) => {
    const { value, summaryShown } = await propose(scene, person, shape);
    const opens = await scene.desk.opens(accountOf(person), value);
    if (opens || summaryShown) return judgeRefused(await scene.observe(person));
    person.attempts = [];
    return [];
  });
  const findings = judgeRefused(await scene.observe(person));
  if (findings.length > 0) throw new NonConformity(findings);
}

/** The password that signs in is exactly the one that was typed: MPO-D-6. */
export function assertExact(scene: Scene, person: Person, seed: number): Promise<void> {
  return assertProperty(scene, 'mot de passe conforme', seed, async (shape) => {
    await propose(scene, person, shape);
    const findings = judgeAccepted(await scene.observe(person));
    if (findings.length > 0) return findings;
    const variants = nearVariants(inForce(person), scene.source(person));
    const opened = await scene.desk.openEach(
      accountOf(person),
      variants.map(({ value }) => value),
    );
    const taken = variants.find((_, index) => opened[index]);
    if (taken === undefined) return [];
    return [
      {
        requirements: [],
        expected: 'seul le mot de passe saisi ouvre l’espace',
        observed: `sa variante « ${taken.words} » l’ouvre aussi`,
        evidence: [],
      },
    ];
  });
}

async function assertProperty(scene: Scene, words: string, seed: number, trial: Trial): Promise<void> {
  const family = passwordFamilies[words];
  if (family === undefined) throw new Error(`famille de mots de passe inconnue : « ${words} »`);
  const runs = scene.target.propertyRuns;
  let last: readonly FindingDraft[] = [];
  let trouble: unknown;
  const distribution = new Map<string, number>();
  const property = fc.asyncProperty(family.shapes, async (shape) => {
    for (const name of family.classify(shape)) distribution.set(name, (distribution.get(name) ?? 0) + 1);
    try {
      const findings = await scene.journal.tentatively(
        () => trial(shape),
        (found) => found.length > 0,
      );
      if (findings.length > 0) last = findings;
      return findings.length === 0;
    } catch (error) {
      // A target that goes away is no counter-example: nothing is to be shrunk.
      if (error instanceof NonConformity) last = error.findings;
      else trouble ??= error;
      return false;
    }
  });
  const result = await fc.check(property, { seed, numRuns: runs, endOnFailure: false, markInterruptAsFailure: true });
  if (trouble !== undefined) throw trouble;
  const counted = [...distribution].map(([name, count]) => `${name} : ${count}`).join(' ; ');
  scene.journal.note(`propriété « ${words} » : ${result.numRuns} valeurs, graine ${seed} (${counted})`);
  if (!result.failed) return;
  const shape = result.counterexample?.[0];
  const found = shape === undefined ? 'aucun contre-exemple' : describeShape(shape);
  const replay = `graine ${result.seed}, chemin ${result.counterexamplePath}, réduit ${result.numShrinks} fois`;
  throw new NonConformity(
    last.map((finding) => ({ ...finding, observed: `contre-exemple : ${found} (${replay}) ; ${finding.observed}` })),
  );
}

async function propose(scene: Scene, person: Person, shape: Shape): Promise<{ value: string; summaryShown: boolean }> {
  await reach(scene, person, 'new-password');
  const made = scene.make(person, shape);
  const attempt = await choose(scene, person, made.shape, made.value);
  return { value: made.value, summaryShown: attempt.screen === 'summary' };
}
