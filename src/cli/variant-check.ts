/** Runs the suite on each variant of the simulator that conforms, and sees that it is found conforming. Knows neither processes nor files. */
import type { DriverName } from '../target/target';
import type { TextSink } from './environment';
import type { Lane } from './fault-campaign';
import type { RunFacts } from './fault-hunt';

/** A variant, as the simulator describes it. */
export interface ChosenVariant {
  readonly id: string;
  readonly title: { readonly en: string };
  /** Capabilities that it does not offer, and need not. */
  readonly lacks?: readonly string[];
}

export interface VariantResult {
  readonly id: string;
  readonly title: string;
  readonly conforming: boolean;
  /** English: why it was not found conforming, or what its lacks leave untested. */
  readonly told: readonly string[];
  readonly durationMs: number;
}

/** Values that each property tries, over http as in the browser: a false red of the screens does not hide behind them. */
const PROPERTY_RUNS = 10;

/**
 * @returns a row for each variant, in their order.
 * @throws Error when the reference itself is not found conforming: nothing could be concluded.
 */
export async function checkVariants(
  chosen: readonly ChosenVariant[],
  driver: DriverName,
  lanes: readonly Lane[],
  progress: TextSink,
): Promise<VariantResult[]> {
  const request = { driver, ...(driver === 'http' && { propertyRuns: PROPERTY_RUNS }) };
  const reference = await lanes[0]!(request);
  const flaws = flawsOf(reference);
  if (flaws.length > 0) throw new Error(`The reference is not found conforming over ${driver}: ${flaws.join('; ')}.`);
  const results = new Map<string, VariantResult>();
  const queue = [...chosen];

  async function work(lane: Lane): Promise<void> {
    for (let variant = queue.shift(); variant; variant = queue.shift()) {
      const started = performance.now();
      const judged = await judge(variant, lane({ ...request, variant: variant.id }), reference);
      const result = { id: variant.id, title: variant.title.en, ...judged, durationMs: Math.round(performance.now() - started) };
      results.set(variant.id, result);
      progress.write(`${results.size}/${chosen.length} ${describeVariant(result)}\n`);
    }
  }
  await Promise.all(lanes.map(work));
  return chosen.flatMap(({ id }) => results.get(id) ?? []);
}

/** One line for people. */
export function describeVariant({ id, title, conforming, told }: VariantResult): string {
  return `${id} ${conforming ? 'conforming' : 'FALSE RED'}: ${[title, ...told].join('; ')}`;
}

async function judge(
  { lacks = [] }: ChosenVariant,
  running: Promise<RunFacts>,
  reference: RunFacts,
): Promise<Pick<VariantResult, 'conforming' | 'told'>> {
  try {
    const facts = await running;
    const missing = passedIn(reference).filter((id) => facts.outcomes?.[id] !== 'passed');
    const lost = missing.filter((id) => facts.outcomes?.[id] === 'untested');
    const flaws = flawsOf(facts);
    // What a variant does not offer may leave requirements untested, and nothing else may.
    if (lacks.length === 0) flaws.push(...lost.map((id) => `${id} is untested`));
    const notes = lacks.length > 0 && lost.length > 0 ? [`untested for want of ${lacks.join(', ')}: ${lost.join(', ')}`] : [];
    return { conforming: flaws.length === 0, told: [...flaws, ...notes] };
  } catch (error) {
    return { conforming: false, told: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Everything that is not as it is on a target that conforms. */
function flawsOf({ failures, verdict, outcomes = {}, broken }: RunFacts): string[] {
  const open = Object.entries(outcomes).filter(([, outcome]) => outcome === 'failed' || outcome === 'cantTell');
  const flaws = open.map(([id, outcome]) => {
    const names = failures.filter(({ requirement }) => requirement === id).map(({ name }) => name);
    return `${id} ${outcome}${names.length > 0 ? ` (${names.join('; ')})` : ''}`;
  });
  if (broken !== undefined) flaws.push(broken);
  if (verdict !== 'conforming' && flaws.length === 0) flaws.push(`the verdict is ${verdict ?? 'missing'}`);
  return flaws;
}

function passedIn({ outcomes = {} }: RunFacts): string[] {
  return Object.keys(outcomes).filter((id) => outcomes[id] === 'passed');
}
