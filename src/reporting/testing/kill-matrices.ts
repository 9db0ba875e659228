/** For tests: campaigns of faults over the real specification, as a reader would meet them. */
import { testableRequirements } from '../../specification';
import { assembleKillMatrix, type CampaignSeen, type FaultRow, type KillMatrix } from '../kill-matrix';

/** A fault that violates `requirements`, and of which `failed` have failed. */
export function faultRow(
  id: string,
  requirements: readonly string[],
  failed: readonly string[],
  rest: Partial<FaultRow> = {},
): FaultRow {
  const judged = rest.fate !== 'not-judged' && rest.fate !== 'not-run';
  const own = failed.some((one) => requirements.includes(one));
  return {
    ...{ id, title: `Écart « ${id} »`, requirements, driver: 'http', durationMs: 420 },
    fate: own ? 'own' : failed.length > 0 ? 'others' : 'survived',
    ...(judged && { depth: own ? 'violated' : 'whole' }),
    failed: failed.map((requirement) => ({
      ...{ requirement, own: requirements.includes(requirement), scenarios: 2 },
      ...{ scenario: `s-${requirement}`, name: `Le scénario de ${requirement} : un` },
    })),
    ...rest,
  };
}

/** Two faults for each testable requirement, each found by it. */
export const foundFaults: readonly FaultRow[] = testableRequirements.flatMap(({ id }, rank) => [
  faultRow(`FLT-${String(rank * 2 + 1).padStart(3, '0')}`, [id], [id]),
  faultRow(`FLT-${String(rank * 2 + 2).padStart(3, '0')}-bis`, [id], [id, 'MPO-2-25']),
]);

export function killMatrix(faults: readonly FaultRow[], seen: Partial<CampaignSeen> = {}): KillMatrix {
  return assembleKillMatrix({
    campaign: { complete: false, seed: 1, propertyRuns: 20, jobs: 2, resumed: 0 },
    references: [{ driver: 'http', sound: ['s1', 's2'], durationMs: 12_400 }],
    startedAt: Date.UTC(2026, 2, 12, 8, 30),
    durationMs: 65_000,
    versions: { suite: '0.1.0', node: '20.20.2' },
    ...seen,
    faults,
  });
}

/** One survivor, one found by others, one not judged, one requirement that misses one of its faults. */
export const gapsMatrix: KillMatrix = killMatrix([
  ...foundFaults,
  faultRow('FLT-901', ['MPO-2-21'], []),
  faultRow('FLT-902', ['MPO-1.3-3'], ['MPO-2-25', 'MPO-D-3']),
  faultRow('FLT-903', ['MPO-2-8'], [], { fate: 'not-judged', error: 'le navigateur a disparu' }),
  faultRow('FLT-904', ['MPO-1.5-1', 'MPO-2-14'], ['MPO-2-14']),
]);
