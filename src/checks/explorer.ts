/** Walks a target: every shortest walk of the reference machine, then random ones. Shrinks what differs. Prints nothing, writes nothing. */
import fc from 'fast-check';
import type { Move as SeenMove } from '../exploration/statechart';
import type { WalkModel } from '../exploration/walk-model';
import { acts, walkers, type Move, type Walker } from '../exploration/walk-moves';
import { shortestWalks } from '../exploration/walk-paths';
import type { Target } from '../target/target';
import { CapabilityMissing, NonConformity } from '../verdict/errors';
import { noteAddresses, walkOnce, type Difference, type Surroundings, type Walk, type WalkReport } from './exploring';
import { Scene } from './scene';

export type WalkKind = 'shortest' | 'random' | 'shrinking';

export interface ExplorationOptions {
  /** Number of random walks. */
  readonly walks: number;
  /** Moves that a random walk may have, at most. */
  readonly steps: number;
  readonly seed: number;
  /** Told of each walk when it ends. */
  readonly onWalk?: (told: { readonly kind: WalkKind; readonly made: number }) => void;
}

export interface Exploration {
  /** Each once, the walk that shows it as short as it could be made. */
  readonly differences: readonly Difference[];
  /** Walks of the machine: those walked to their end, and all there are. */
  readonly shortest: { readonly whole: number; readonly of: number };
  /** Random walks that were made, without those made to shorten a difference. */
  readonly random: number;
  readonly moves: number;
  /** What each walk was seen to do, from outside. */
  readonly journeys: readonly { readonly id: string; readonly moves: readonly SeenMove[] }[];
  /** Why fewer walks were made than asked for, in French. */
  readonly limit?: string;
}

/** AMB-16 leaves the number of tries open: no walk at random comes near it. */
const WRONG_ANSWERS = 2;

/**
 * Explores the target with the accounts that it has for Alice, Bruno and whoever notes its addresses.
 * @throws Unavailable when the target, its mail or the browser goes away; ConfigurationError.
 */
export async function explore(target: Target, options: ExplorationOptions): Promise<Exploration> {
  const collected = new Collected(options.onWalk);
  try {
    const { addresses, mostWrongAnswers } = await survey(target);
    await walkShortest(target, { addresses, mostWrongAnswers }, collected);
    const few = Math.min(mostWrongAnswers, WRONG_ANSWERS);
    await walkAtRandom(target, { addresses, mostWrongAnswers: few }, options, collected);
  } catch (error) {
    if (!(error instanceof CapabilityMissing)) throw error;
    collected.limit = `il manque à la cible : ${error.capability} (${error.hint})`;
  }
  return collected;
}

/** What the walks find, as it comes. */
class Collected implements Exploration {
  readonly #differences = new Map<string, Difference>();
  readonly journeys: { id: string; moves: readonly SeenMove[] }[] = [];
  readonly shortest = { whole: 0, of: 0 };
  random = 0;
  moves = 0;
  limit?: string;

  constructor(private readonly onWalk: ExplorationOptions['onWalk']) {}

  get differences(): readonly Difference[] {
    return [...this.#differences.values()];
  }

  ended(kind: WalkKind, { made, seen }: WalkReport): void {
    this.moves += made;
    this.journeys.push({ id: `marche ${this.journeys.length + 1}`, moves: seen });
    this.onWalk?.({ kind, made });
  }

  /** The same last move with the same outcome is the same difference, however one came to it: the shortest walk shows it. */
  differ(difference: Difference): void {
    const key = JSON.stringify([difference.requirements, difference.assertion, difference.sentences.at(-1)]);
    const known = this.#differences.get(key);
    if (known === undefined || difference.sentences.length < known.sentences.length) this.#differences.set(key, difference);
  }
}

/** Where the screens are, and how many wrong answers the target takes. */
async function survey(target: Target): Promise<Surroundings> {
  const open = await target.open();
  try {
    const mostWrongAnswers = open.mostWrongAnswers ?? Infinity;
    const scene = await Scene.open(open);
    try {
      const person = await scene.bringIn('l’usager');
      try {
        await noteAddresses(scene, person);
      } catch (error) {
        // What stands in the way of the survey stands in the way of the walks, which say what it is.
        if (!(error instanceof NonConformity)) throw error;
        await scene.abandon();
      }
      return { addresses: person.addresses, mostWrongAnswers };
    } finally {
      await scene.close();
    }
  } finally {
    await open.close();
  }
}

async function walkShortest(target: Target, surroundings: Surroundings, collected: Collected): Promise<void> {
  const walks = shortestWalks();
  collected.shortest.of = walks.length;
  for (const moves of walks) {
    let whole = true;
    const report = await walkOnce(target, surroundings, async (walk) => {
      for (const move of moves) {
        whole = walk.model.allows(move);
        if (!whole) return;
        await walk.make(move);
      }
    });
    if (whole) collected.shortest.whole += 1;
    if (report.difference !== undefined) collected.differ(report.difference);
    collected.ended('shortest', report);
  }
}

async function walkAtRandom(
  target: Target,
  surroundings: Surroundings,
  { walks, steps, seed }: ExplorationOptions,
  collected: Collected,
): Promise<void> {
  let trouble: unknown;
  let last: Difference | undefined;
  const property = fc.asyncProperty(fc.commands(stepsOfWalkers, { maxCommands: steps, size: 'max' }), async (commands) => {
    // A target that goes away is no counter-example: nothing is to be shrunk.
    if (trouble !== undefined) return true;
    try {
      const report = await walkOnce(target, surroundings, (walk) =>
        fc.asyncModelRun(() => ({ model: walk.model, real: walk }), commands),
      );
      collected.ended(last === undefined ? 'random' : 'shrinking', report);
      if (last === undefined) collected.random += 1;
      last = report.difference ?? last;
      return report.difference === undefined;
    } catch (error) {
      trouble = error;
      return true;
    }
  });
  await fc.check(property, { seed, numRuns: walks });
  if (trouble !== undefined) throw trouble;
  if (last !== undefined) collected.differ(last);
}

type Step = fc.AsyncCommand<WalkModel, Walk>;

/** Brings somebody on: without such steps no walk would go far. */
function onward(who: Walker): Step {
  return { check: () => true, run: (model, walk) => walk.make(model.forward(who)), toString: () => `${who} avance` };
}

/** Anything that somebody can do from where they are: first a kind, lest the many passwords crowd out the rest. */
function aside(who: Walker, kind: number, rank: number): Step {
  return {
    check: () => true,
    async run(model, walk) {
      const possible = acts.map((act): Move => ({ who, ...act })).filter((move) => model.allows(move));
      const kinds = [...new Set(possible.map((move) => move.do))];
      const ofKind = possible.filter((move) => move.do === kinds[kind % kinds.length]);
      await walk.make(ofKind[rank % ofKind.length]!);
    },
    toString: () => `${who} fait autre chose (${kind}, ${rank})`,
  };
}

const stepsOfWalkers: fc.Arbitrary<Step>[] = walkers.flatMap((who) => [
  fc.constant(onward(who)),
  fc.tuple(fc.nat(5039), fc.nat(5039)).map(([kind, rank]) => aside(who, kind, rank)),
]);
