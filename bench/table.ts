/** The measures as a Markdown table. */

/** One figure: what was measured, over what it is compared with. Milliseconds. */
export interface Row {
  readonly name: string;
  readonly measuredMs: number;
  readonly over: string;
  readonly overMs: number;
  /** The ratio must not exceed it. Absent: it is only told. */
  readonly target?: number;
}

export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map(({ name, measuredMs, over, overMs, target }) => {
    const ratio = measuredMs / overMs;
    return [
      name,
      seconds(measuredMs),
      over,
      seconds(overMs),
      ratio.toFixed(2),
      target === undefined ? '' : `≤ ${target}`,
      target === undefined ? '' : ratio <= target ? 'met' : 'missed',
    ];
  });
  const head = ['what', 'time', 'over', 'time', 'ratio', 'target', ''];
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |\n`).join('');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
