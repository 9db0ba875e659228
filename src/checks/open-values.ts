/** Proposals of which a declared reading leaves the fate open: refused or accepted will do, if it is wholly (catalogue § 2). */
import { isPastMaximum, keptForm, LEAST_MAXIMUM, mayBeRefused, mayPass, type Readings } from './admission';
import type { AttemptObservation, ChangeObservation, FindingDraft } from './change';
import { inForce, type Attempt, type Person } from './person';
import { announcedMaximums } from './rule-text';
import type { Scene } from './scene';
import { CapabilityMissing } from '../verdict/errors';

/** Judges a proposal that is to be accepted: MPO-1.3-1. @param how see `Scene.observe`. */
export async function judgeAcceptance(
  scene: Scene,
  person: Person,
  how?: Parameters<Scene['observe']>[1],
): Promise<FindingDraft[]> {
  const last = person.attempts.at(-1);
  const open = last !== undefined && mayBeRefused(last.value, inForce(person), scene.readings);
  const shown = person.seen.findLast(({ screen }) => screen === 'new-password')?.page.text ?? '';
  const seen = await scene.observe(person, how);
  if (!open || tookEffect(seen.attempts.at(-1))) return scene.observations.judge('accepted', seen);
  return [...scene.observations.judge('refused', seen), ...judgeAnnounced(last.value, shown, scene.readings)];
}

/** Judges proposals that are to be refused, the last of which may have been left open: MPO-1.3-2 to MPO-1.3-4, MPO-2-18 to MPO-2-20. */
export async function judgeRefusal(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const last = person.attempts.at(-1);
  const open = last !== undefined && isLeftOpen(scene, person, last);
  const seen = await scene.observe(person);
  if (!open || !tookEffect(seen.attempts.at(-1))) return scene.observations.judge('refused', seen);
  const earlier: ChangeObservation = { ...seen, oldOpens: true, mails: [], attempts: seen.attempts.slice(0, -1) };
  return [
    ...scene.observations.judge('refused', earlier),
    ...scene.observations.judge('accepted', seen),
    ...judgeKept(last, inForce(person), scene.readings),
  ];
}

/** Whether a declared reading lets pass what the fiche refuses by default. */
export function isLeftOpen({ readings }: Scene, person: Person, attempt: Pick<Attempt, 'value' | 'confirmation'>): boolean {
  return mayPass(attempt, inForce(person), readings);
}

/** A password that was to be set as a means to something else. @throws CapabilityMissing where the target declares that it may refuse it. */
export function assertNotLeftOpen({ shape, value }: Attempt, current: string, readings: Readings): void {
  if (!mayBeRefused(value, current, readings)) return;
  const hint = 'la cible déclare qu’elle peut le refuser (AMB-06, AMB-07)';
  throw new CapabilityMissing(`un mot de passe comme « ${shape} »`, hint);
}

function tookEffect(attempt: AttemptObservation | undefined): boolean {
  return attempt?.summaryShown === true || attempt?.opens === true;
}

/** AMB-06: a maximum that is met must have been announced, and be no lower than what a reading may declare. */
function judgeAnnounced(value: string, shown: string, readings: Readings): FindingDraft[] {
  const { length } = [...value];
  const announced = announcedMaximums(shown);
  if (!isPastMaximum(value, readings) || announced.some((most) => most >= LEAST_MAXIMUM && most < length)) return [];
  const seen = announced.length === 0 ? 'aucun' : announced.join(', ');
  return [
    {
      requirements: [],
      expected: `un maximum d’au moins ${LEAST_MAXIMUM} caractères, annoncé à l’écran (AMB-06)`,
      observed: `${length} caractères refusés ; maximum annoncé : ${seen}`,
      evidence: [],
    },
  ];
}

/** AMB-10: where blanks at the ends are removed, the value without them is the one that opens the espace. */
function judgeKept({ value }: Attempt, current: string, readings: Readings): FindingDraft[] {
  if (keptForm(value, readings) === current) return [];
  return [
    {
      requirements: ['MPO-D-6'],
      expected: 'la valeur sans les espaces de ses bords ouvre l’espace (AMB-10)',
      observed: 'elle ne l’ouvre pas',
      evidence: [],
    },
  ];
}
