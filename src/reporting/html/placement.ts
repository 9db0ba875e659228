/** Decides under which requirement each scenario is shown in full: once in the page, where it matters most. */
import { requirementsOf } from '../record-findings';
import type { RunRecord } from '../record';

/** Id of the requirement by id of the scenario: the first that failed through it, else the first undecided, else the first. */
export function placeScenarios(record: RunRecord): ReadonlyMap<string, string> {
  return new Map(
    record.scenarios.flatMap((scenario) => {
      const candidates = requirementsOf(record, scenario);
      const home =
        candidates.find(({ findings }) => findings.some((finding) => finding.scenario === scenario.id)) ??
        candidates.find(({ outcome }) => outcome === scenario.outcome) ??
        candidates[0];
      return home ? [[scenario.id, home.id] as const] : [];
    }),
  );
}
