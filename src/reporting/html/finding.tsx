/** What was expected of a requirement, what was seen, and the facts that show it. */
import type { SharedFinding } from '../record-findings';
import type { FindingRecord, RunRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords } from './language';

export function Finding({ shared, record }: { shared: SharedFinding; record: RunRecord }) {
  const { requirement } = useWords();
  const french = useFrench();
  return (
    <div class="finding">
      <dl>
        <div>
          <dt>{requirement.expected}</dt>
          <dd lang={french}>{typeset(shared.expected)}</dd>
        </div>
        <div>
          <dt>{requirement.observed}</dt>
          <dd lang={french}>{typeset(shared.observed)}</dd>
        </div>
        {shared.findings.map((finding) => (
          <Evidence
            finding={finding}
            name={record.scenarios.find(({ id }) => id === finding.scenario)?.name ?? finding.scenario}
          />
        ))}
      </dl>
    </div>
  );
}

function Evidence({ finding: { scenario, evidence, intermittent }, name }: { finding: FindingRecord; name: string }) {
  const { requirement } = useWords();
  const french = useFrench();
  return (
    <div class="evidence">
      <dt>{requirement.evidence}</dt>
      <dd>
        {evidence.length > 0 && (
          <ul lang={french}>
            {evidence.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        <p class="trace">
          {intermittent && <strong>{requirement.intermittent} </strong>}
          {requirement.scenario}{' '}
          <a href={`#${scenario}`} lang={french}>
            {typeset(name)}
          </a>
        </p>
      </dd>
    </div>
  );
}
