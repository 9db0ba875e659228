/** What the suite costs in the browser: over a bare script that makes the same moves, and two scenarios at a time over one. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { recordCommand, timeCommand } from './measure';
import type { Row } from './table';

/** @param tags measures these scenarios only; absent: the whole document level. */
export async function measureBrowser(root: string, work: string, tags: string | undefined): Promise<Row[]> {
  const register = ['-r', join(root, 'bin', 'register.js')];
  const selection = tags === undefined ? [] : ['--tags', tags];
  // A selection that passes is inconclusive.
  const expected = tags === undefined ? 0 : 3;
  const suite = (parallel: number): Promise<number> =>
    timeCommand(
      [
        ...[join(root, 'bin', 'mdpo.js'), 'run', '--driver', 'browser', '--parallel', String(parallel)],
        ...['--out', join(work, `browser-${parallel}`), ...selection],
      ],
      { cwd: root, expected },
    );

  const played = join(work, 'moves.json');
  await recordCommand(root, played, ['run', '--driver', 'browser', '--out', join(work, 'recorded'), ...selection], expected);
  const replayed = execFileSync(process.execPath, [...register, join(root, 'bench', 'replay-moves.ts'), played], { cwd: root });
  const { took, made } = JSON.parse(replayed.toString()) as { took: number; made: number };
  const serialMs = await suite(1);
  const parallelMs = await suite(2);
  return [
    {
      name: 'the same in the browser, one at a time',
      measured: serialMs,
      over: `a bare Playwright script making its ${made} moves`,
      overMeasured: took,
      target: 1.15,
    },
    {
      name: 'the same in the browser, two at a time',
      measured: parallelMs,
      over: 'one at a time',
      overMeasured: serialMs,
      target: 0.75,
    },
  ];
}
