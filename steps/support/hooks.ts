/** Opens and closes the target around the run and around each scenario; judges side effects; sorts failures by who must act. */
import { After, AfterAll, Before, BeforeAll, setDefaultTimeout, setDefinitionFunctionWrapper, Status } from '@cucumber/cucumber';
import { loadTarget } from '../../src/target/load-target';
import type { Target } from '../../src/target/target';
import { CapabilityMissing } from '../../src/verdict/errors';
import { MdpoWorld, type Parameters } from './world';

/** A property is one step, and in the browser a long one. */
setDefaultTimeout(300_000);

// By parameters, not in one variable: two runs in one process must not share a target.
const targets = new Map<string, Promise<Target>>();

/** By scenario, the accounts that its last attempt had. */
const usedBefore = new Map<string, ReadonlySet<string>>();

BeforeAll(async function (this: { parameters: object }) {
  await targetOf(this.parameters as Parameters);
});

AfterAll(async function (this: { parameters: object }) {
  const key = keyOf(this.parameters as Parameters);
  const target = await targets.get(key);
  targets.delete(key);
  await target?.close();
});

Before(async function (this: MdpoWorld, { pickle }) {
  const requirements = pickle.tags.map(({ name }) => name).filter((name) => /^@(MPO|REC)-/.test(name));
  await this.begin(
    await targetOf(this.parameters),
    requirements.map((name) => name.slice(1)),
    usedBefore.get(pickle.id),
  );
});

After(async function (this: MdpoWorld, { pickle, result, willBeRetried }) {
  // A scenario that did not get through `Before` has nothing to show.
  if (this.scene === undefined) return;
  // A second attempt takes fresh accounts where there are some.
  if (willBeRetried) usedBefore.set(pickle.id, new Set(this.scene.leases.addresses));
  else usedBefore.delete(pickle.id);
  try {
    if (result?.status === Status.PASSED) this.assert(await this.scene.sideEffects());
    else if (result?.status === Status.FAILED) await attachScreenshots(this);
    if (result?.status !== Status.PASSED) await this.scene.abandon();
  } finally {
    this.attachJournal();
    await this.end();
  }
});

setDefinitionFunctionWrapper(function (code: (...args: unknown[]) => unknown) {
  return async function (this: unknown, ...args: unknown[]) {
    try {
      return await code.apply(this, args);
    } catch (error) {
      if (!(this instanceof MdpoWorld)) throw error;
      const shown = this.attachOutcome(error);
      // What a deployment does not offer is no failure of it: the outcome is decided from the attachment.
      if (error instanceof CapabilityMissing) return 'skipped';
      throw shown;
    }
  };
});

async function attachScreenshots(world: MdpoWorld): Promise<void> {
  for (const { visitor } of world.scene.people.values()) {
    const picture = await visitor.screenshot().catch(() => undefined);
    if (picture !== undefined) world.attach(Buffer.from(picture), 'image/png');
  }
}

function targetOf(parameters: Parameters): Promise<Target> {
  const key = keyOf(parameters);
  const known = targets.get(key);
  if (known !== undefined) return known;
  const opened = loadTarget(parameters.mdpo);
  targets.set(key, opened);
  return opened;
}

function keyOf(parameters: Parameters): string {
  return JSON.stringify(parameters.mdpo);
}
