/**
 * Loaded before the command, keeps what a run did: `MDPO_BENCH_RECORD=FILE.json node -r ./bin/register.js -r ./bench/record-run.ts
 * bin/mdpo.js run …`. One entry a scenario: what its simulator was asked and, in the browser, the moves that were made.
 */
import { writeFileSync } from 'node:fs';
import { tapBrowsers } from './browser-tap';
import type { Move, Played } from './moves';
import { tapSimulators } from './simulator-tap';

const file = process.env.MDPO_BENCH_RECORD;
if (file === undefined) throw new Error('MDPO_BENCH_RECORD names no file');

const sessions = tapSimulators();
const moves: Move[][] = [];
// A simulator is opened for each scenario, before anybody arrives.
tapBrowsers((move) => (moves[sessions.length - 1] ??= []).push(move));

process.once('exit', () => {
  const played: Played[] = sessions.map((session, index) => ({ session, moves: moves[index] ?? [] }));
  writeFileSync(file, JSON.stringify(played));
});
