/** A step of a scenario, as written, and what became of it. */
import type { StepRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords } from './language';

export function Step({ step }: { step: StepRecord }) {
  const { steps } = useWords();
  const french = useFrench();
  return (
    <li class={`step ${step.outcome}`}>
      <span lang={french}>
        <b>{step.keyword}</b> {typeset(step.text)}
      </span>
      {step.outcome !== 'passed' && <span class="step-outcome"> — {steps[step.outcome]}</span>}
      {step.table && (
        <table lang={french}>
          <tbody>
            {step.table.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {step.docString !== undefined && <pre lang={french}>{step.docString}</pre>}
    </li>
  );
}
