/** Which records may be attested as reports on the whole of the fiche. Looks at the record alone: verifyFolder looks at what it rests on. */
import type { RunRecord } from '../reporting/record';

/** English, one reason each; empty: a complete report, whether the target conforms or not. */
export function reasonsAgainst(record: RunRecord): string[] {
  return [...aboutTheScope(record), ...aboutTheEnd(record), ...aboutTheTarget(record), ...aboutTheSuite(record)];
}

function aboutTheScope({ selection, level, shard }: RunRecord): string[] {
  const { filtered, tags, feature, shard: part } = selection;
  const named = [
    ...(tags === undefined ? [] : [`only the scenarios of the tags '${tags}' were run (--tags)`]),
    ...(feature === undefined ? [] : [`only the scenarios of ${feature} were run (--feature)`]),
    ...(part === undefined && shard === undefined ? [] : [`it is one shard of a run (${part ?? 'unnamed'}): merge them all`]),
  ];
  return [
    ...named,
    ...(filtered && named.length === 0 ? ['only a part of the scenarios was run'] : []),
    ...(level === 'recommendation'
      ? ["the requirements of the fiche were not verified (--level); accepted: 'document', 'all'"]
      : []),
  ];
}

function aboutTheEnd({ stopped, verdict }: RunRecord): string[] {
  return [
    ...(stopped ? ['the run broke off before its end'] : []),
    ...(verdict === 'inconclusive' ? ['its verdict is inconclusive'] : []),
  ];
}

/** What the simulator was made to do wrong, or otherwise, is no implementation of anybody. */
function aboutTheTarget({ target: { fault, variant } }: RunRecord): string[] {
  return [
    ...(fault === undefined ? [] : [`the fault ${fault} was planted in the simulator`]),
    ...(variant === undefined ? [] : [`the simulator served its variant ${variant}`]),
  ];
}

function aboutTheSuite({ suite, evidence }: RunRecord): string[] {
  return [...aboutTheSources(suite), ...(evidence ? [] : ['it has no evidence that its outcomes could be computed again from'])];
}

function aboutTheSources(suite: RunRecord['suite']): string[] {
  if (suite === undefined) return ['it does not say which sources of the suite judged'];
  if (suite.state === 'dirty') return ['the sources of the suite were not those of its commit'];
  if (suite.state === 'unknown' || suite.commit === undefined) return ['nobody can say which sources of the suite judged'];
  return [];
}
