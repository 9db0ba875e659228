/** Opens and closes the target around the run and around each scenario; judges side effects; sorts failures by who must act. */
import { After, AfterAll, Before, BeforeAll, setDefaultTimeout, setDefinitionFunctionWrapper, Status } from '@cucumber/cucumber';
import { pictureOf } from '../../src/checks/shown';
import { loadTarget } from '../../src/target/load-target';
import type { OpenTarget, Target } from '../../src/target/target';
import { STOP_MEDIA_TYPE, type StopAttachment } from '../../src/verdict/attachments';
import { CapabilityMissing, NonConformity, Unavailable } from '../../src/verdict/errors';
import { Breaker } from './breaker';
import { MdpoWorld, type Parameters } from './world';

/** Everything that is waited for has a limit of its own, and a property is one step: at one procedure a minute it lasts half an hour. */
setDefaultTimeout(3_600_000);

/** What the scenarios of a run share in this process. */
interface Run {
  readonly target: Target;
  readonly breaker: Breaker;
  /** By scenario, the accounts that its last attempt had. */
  readonly usedBefore: Map<string, ReadonlySet<string>>;
}

// By parameters, not in one variable: two runs in one process must not share a target.
const runs = new Map<string, Promise<Run>>();

BeforeAll(async function (this: { parameters: object }) {
  await runOf(this.parameters as Parameters);
});

AfterAll(async function (this: { parameters: object }) {
  const key = keyOf(this.parameters as Parameters);
  const run = await runs.get(key);
  runs.delete(key);
  await run?.target.close();
});

Before(async function (this: MdpoWorld, { pickle }) {
  const { target, breaker, usedBefore } = await runOf(this.parameters);
  breaker.assertClosed();
  const requirements = pickle.tags.map(({ name }) => name).filter((name) => /^@(MPO|REC)-/.test(name));
  await this.begin(
    target,
    requirements.map((name) => name.slice(1)),
    usedBefore.get(pickle.id),
  );
  if (pickle.tags.some(({ name }) => name === '@ecrans')) this.showScreens();
});

// Of several, the first to be written is the last to run: whatever cut the attempt short has been seen by then.
After(async function (this: MdpoWorld) {
  const stop = await afterAttempt(this, await runOf(this.parameters));
  if (stop !== undefined) this.attach(JSON.stringify(stop), STOP_MEDIA_TYPE);
});

After(async function (this: MdpoWorld, { pickle, result }) {
  try {
    // A scenario that did not get through `Before` has nothing to show.
    if (this.scene === undefined) return;
    // A second attempt takes fresh accounts where there are some.
    const { usedBefore } = await runOf(this.parameters);
    usedBefore.set(pickle.id, new Set(this.scene.leases.addresses));
    try {
      if (result?.status === Status.PASSED) this.assert(await this.scene.sideEffects());
      else if (result?.status === Status.FAILED) await attachScreenshots(this);
      if (result?.status !== Status.PASSED) await this.scene.abandon();
    } catch (error) {
      // Before the observations are attached: what was found here is among them.
      throw this.attributed(error);
    } finally {
      this.attachEvidence();
    }
  } finally {
    await this.end();
  }
});

setDefinitionFunctionWrapper(function (code: (...args: unknown[]) => unknown) {
  return async function (this: unknown, ...args: unknown[]) {
    try {
      return await code.apply(this, args);
    } catch (error) {
      if (!(this instanceof MdpoWorld)) throw error;
      const shown = this.attachOutcome(await outageBehind(error, this));
      // What a deployment does not offer is no failure of it: the outcome is decided from the attachment.
      if (error instanceof CapabilityMissing) return 'skipped';
      throw shown;
    }
  };
});

/** @returns why nothing more is to be run, if so. */
async function afterAttempt({ cutShort, outage }: MdpoWorld, { target, breaker }: Run): Promise<StopAttachment | undefined> {
  if (outage?.lasts === true) {
    const reason = 'le courrier de la cible a été coupé par « outage.cut », et « outage.restore » ne l’a pas rétabli';
    return breaker.giveUp({ attribution: 'configuration', reason });
  }
  if (cutShort !== undefined) return breaker.cutShort(cutShort, () => look(target));
  breaker.gotThrough();
  return undefined;
}

async function attachScreenshots(world: MdpoWorld): Promise<void> {
  for (const person of world.scene.everyone()) {
    const picture = await pictureOf(world.scene, person).catch(() => undefined);
    if (picture !== undefined) world.attach(picture, 'image/png');
  }
}

/**
 * What a person sees while a target goes away may look like a deviation: an image that does not load, a page that says that it has lost its
 * server. @returns the outage, where the target does not answer any more; else the error as it is.
 */
async function outageBehind(error: unknown, { open }: MdpoWorld): Promise<unknown> {
  if (!(error instanceof NonConformity)) return error;
  try {
    await openHomePage(open);
    return error;
  } catch (trouble) {
    return trouble instanceof Unavailable ? trouble : error;
  }
}

/** Whether what every scenario needs is there. @throws Unavailable. */
async function look(target: Target): Promise<void> {
  const open = await target.open();
  try {
    await openHomePage(open);
    await open.mailbox.mark();
  } finally {
    await open.close();
  }
}

/** Whatever it answers. @throws Unavailable when it does not. */
async function openHomePage({ visitors }: OpenTarget): Promise<void> {
  const visitor = await visitors.newVisitor();
  try {
    await visitor.open('');
  } finally {
    await visitor.close();
  }
}

function runOf(parameters: Parameters): Promise<Run> {
  const key = keyOf(parameters);
  const known = runs.get(key);
  if (known !== undefined) return known;
  const opened = loadTarget(parameters.mdpo).then((target) => ({ target, breaker: new Breaker(), usedBefore: new Map() }));
  runs.set(key, opened);
  return opened;
}

function keyOf(parameters: Parameters): string {
  return JSON.stringify(parameters.mdpo);
}
