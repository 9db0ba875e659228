/** What generated walks cost: their moves over the requests that they make, bare. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExplorationRecord } from '../src/reporting/exploration-record';
import { median, recordCommand, timeCommand } from './measure';
import type { Row } from './table';

const WALKS = '200';

export async function measureExplore(root: string, work: string, rounds: number): Promise<Row> {
  const out = join(work, 'explore');
  const argv = ['explore', '--walks', WALKS, '--out', out];
  const explorations: ExplorationRecord[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await timeCommand([join(root, 'bin', 'mdpo.js'), ...argv], { cwd: root });
    explorations.push(JSON.parse(readFileSync(join(out, 'exploration.json'), 'utf8')) as ExplorationRecord);
  }
  const record = join(work, 'explore.json');
  await recordCommand(root, record, argv);
  const replayer = ['-r', join(root, 'bin', 'register.js'), join(root, 'bench', 'replay-requests.ts'), record];
  const replays = Array.from(
    { length: rounds },
    () => JSON.parse(execFileSync(process.execPath, replayer, { cwd: root }).toString()) as { took: number; sent: number },
  );
  const walkedMs = median(explorations.map(({ durationMs }) => durationMs));
  const { moves } = explorations[0]!;
  const perSecond = Math.round((moves * 1000) / walkedMs);
  return {
    name: `generated walks over http, in process (${moves} moves, ${perSecond} a second)`,
    measuredMs: walkedMs,
    over: `their ${replays[0]!.sent} requests bare`,
    overMs: median(replays.map(({ took }) => took)),
  };
}
