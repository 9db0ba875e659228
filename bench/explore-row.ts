/** What generated walks cost: their moves over the requests that they make, bare. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExplorationRecord } from '../src/reporting/exploration-record';
import { inTurn, recordCommand, replayRequests, timeCommand } from './measure';
import type { Row } from './table';

const WALKS = '200';

export async function measureExplore(root: string, work: string, rounds: number): Promise<Row> {
  const out = join(work, 'explore');
  const argv = ['explore', '--walks', WALKS, '--out', out];
  const record = join(work, 'explore.json');
  await recordCommand(root, record, argv);
  const { sent } = replayRequests(root, record);
  const explored = () => JSON.parse(readFileSync(join(out, 'exploration.json'), 'utf8')) as ExplorationRecord;
  const walk = async (): Promise<number> => {
    await timeCommand([join(root, 'bin', 'mdpo.js'), ...argv], { cwd: root });
    return explored().durationMs;
  };
  const [walkedMs, requestsMs] = await inTurn(rounds, walk, () => replayRequests(root, record).took);
  const { moves } = explored();
  const perSecond = Math.round((moves * 1000) / walkedMs!);
  return {
    name: `generated walks over http, in process (${moves} moves, ${perSecond} a second)`,
    measured: walkedMs!,
    over: `their ${sent} requests bare`,
    overMeasured: requestsMs!,
  };
}
