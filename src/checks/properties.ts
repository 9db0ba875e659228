/** Properties of the password policy: many random values judged by their effects. Shrinks what fails; publishes shapes only. */
import fc from 'fast-check';
import { passwordFamilies } from '../exploration/password-properties';
import { nearVariants } from '../exploration/password-variants';
import { describeShape, type Shape } from '../exploration/shapes';
import { NonConformity } from '../verdict/errors';
import { keptForm } from './admission';
import type { FindingDraft } from './change';
import { judgeAcceptance, judgeRefusal } from './open-values';
import { accountOf, inForce, type Attempt, type Person } from './person';
import type { Scene } from './scene';
import { choose, reach } from './walk';

/** Judges one value. An empty list: the property holds for it. */
type Trial = (shape: Shape) => Promise<readonly FindingDraft[]>;

/** Every value of the family is accepted, with all its effects: MPO-1.3-1. The second account is looked at once, at the end. */
export function assertAllAccepted(scene: Scene, person: Person, family: string, seed: number): Promise<void> {
  return assertProperty(scene, family, seed, async (shape) => {
    await propose(scene, person, shape);
    return judgeAcceptance(scene, person, { witness: 'later' });
  });
}

/**
 * Every value of the family is refused. One screen takes them all, then one block of sign-ins settles them together; where it does not,
 * each is tried at the sign-in at once. The mailboxes and the second account are looked at once, at the end.
 */
export async function assertAllRefused(scene: Scene, person: Person, family: string, seed: number): Promise<void> {
  const tried: Attempt[] = [];
  await assertProperty(scene, family, seed, async (shape) => {
    const attempt = await propose(scene, person, shape);
    if (attempt.screen === 'summary') return judgeRefusal(scene, person);
    person.attempts = [];
    tried.push(attempt);
    return [];
  });
  // What refuses the password in force too, out of patience, has refused none of the others.
  const opened = await scene.desk.openEach(accountOf(person), [...tried.map(({ value }) => value), inForce(person)]);
  person.attempts = tried.filter((_, index) => opened[index]);
  const settled = person.attempts.length === 0 && opened.at(-1) === true;
  const seen = await scene.observe(person);
  if (!settled) await assertEachRefused(scene, person, family, seed);
  // What opened once has opened, whatever it does now.
  const findings = scene.observations.judge('refused', {
    ...seen,
    attempts: seen.attempts.map((attempt) => ({ ...attempt, opens: true })),
  });
  if (findings.length > 0) throw new NonConformity(findings);
}

/** Finds which value is not refused, and makes it small. */
function assertEachRefused(scene: Scene, person: Person, family: string, seed: number): Promise<void> {
  return assertProperty(scene, family, seed, async (shape) => {
    const { value, screen } = await propose(scene, person, shape);
    if (screen === 'summary' || (await scene.desk.opens(accountOf(person), value))) return judgeRefusal(scene, person);
    person.attempts = [];
    return [];
  });
}

/** The password that signs in is exactly the one that was typed: MPO-D-6. */
export function assertExact(scene: Scene, person: Person, seed: number): Promise<void> {
  return assertProperty(scene, 'mot de passe conforme', seed, async (shape) => {
    await propose(scene, person, shape);
    const findings = await judgeAcceptance(scene, person, { witness: 'later' });
    if (findings.length > 0) return findings;
    const variants = nearVariants(inForce(person), scene.source(person)).filter(
      // AMB-10: where blanks at the ends are removed, they may be at the sign-in too.
      ({ value }) => keptForm(value, scene.readings) !== inForce(person),
    );
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

async function propose(scene: Scene, person: Person, shape: Shape): Promise<Attempt> {
  await reach(scene, person, 'new-password');
  const made = scene.make(person, shape);
  return choose(scene, person, made.shape, made.value);
}
