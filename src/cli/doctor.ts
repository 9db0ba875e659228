/** `mdpo doctor`: looks at a live deployment in seconds, before any scenario, and says what to write or type. */
import { resolve } from 'node:path';
import { diagnose, exitCodeOf, type Line } from '../doctor/diagnose';
import { linesOfRefusal } from '../doctor/refused-files';
import { loadDeployment, type Deployment } from '../target/deployment-target';
import type { DriverName } from '../target/target';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';

export interface DoctorOptions {
  /** Path of a target file. */
  readonly target: string;
  readonly driver?: DriverName;
  /** Scenarios at a time, of the run that is to follow. */
  readonly parallel: number;
  /** Who calls says that they may send traffic to a public host. */
  readonly authorized?: boolean;
}

/**
 * Writes a line for each check as it comes.
 * @returns 0 when a run can begin, 1 when it will find something, 2 when something written is wrong, 3 when something does
 * not answer or a run could decide nothing.
 * @throws ConfigurationError when the target is the simulator.
 */
export async function doctor({ cwd, stdout }: CliEnvironment, options: DoctorOptions): Promise<number> {
  const { target, driver, parallel, authorized } = options;
  if (target === 'simulator') {
    throw new ConfigurationError("option '--target': the simulator needs no doctor. Give a target file.");
  }
  const onLine = (line: Line): unknown => stdout.write(renderLine(line));
  let deployment: Deployment;
  try {
    deployment = loadDeployment({ target, cwd, ...(driver && { driver }), ...(authorized !== undefined && { authorized }) });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const lines = linesOfRefusal(error, resolve(cwd, target));
    lines.forEach(onLine);
    return exitCodeOf(lines);
  }
  try {
    const { lines, preparation } = await diagnose(deployment, { parallel, onLine });
    stdout.write(`\n${summaryOf(lines)}\n`);
    const code = exitCodeOf(lines);
    if (code !== 0 || preparation.captchaRefused === undefined) return code;
    stdout.write('A run would be inconclusive: it could not get past the CAPTCHA.\n');
    return exitCodes.inconclusive;
  } finally {
    await deployment.close();
  }
}

const MARKS: Readonly<Record<Line['state'], string>> = { ok: 'ok', advice: 'advice', finding: 'FINDING', stop: 'STOP' };
const MARGIN = 9;

/** A line as it is printed, its remedy indented under it. */
export function renderLine({ state, id, what, remedy }: Line): string {
  const indented = (remedy ?? '').split('\n').map((line) => `${' '.repeat(MARGIN)}${line}\n`);
  return `${MARKS[state].padEnd(MARGIN)}${id}: ${what}\n${remedy === undefined ? '' : indented.join('')}`;
}

function summaryOf(lines: readonly Line[]): string {
  const count = (state: Line['state']): number => lines.filter((line) => line.state === state).length;
  const found = (['stop', 'finding', 'advice'] as const).filter((state) => count(state) > 0);
  const judged =
    count('stop') > 0 ? 'Nothing can be judged yet' : count('finding') > 0 ? 'A run will find something' : 'A run can begin';
  return `${judged}: ${[...found.map((state) => `${count(state)} ${state}`), `${count('ok')} ok`].join(', ')}.`;
}
