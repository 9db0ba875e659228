/** The measures as a Markdown table. */

/** One figure: what was measured, over what it is compared with. */
export interface Row {
  readonly name: string;
  readonly measured: number;
  readonly over: string;
  readonly overMeasured: number;
  /** Of both. Default: milliseconds. */
  readonly unit?: Unit;
  /** The ratio must not exceed it; absent: nobody has set one. */
  readonly target?: number;
}

export type Unit = 'milliseconds' | 'megabytes';

export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map(({ name, measured, over, overMeasured, unit = 'milliseconds', target }) => {
    const ratio = measured / overMeasured;
    const verdict = target === undefined ? ['–', ''] : [`≤ ${target}`, ratio <= target ? 'met' : 'missed'];
    return [name, written[unit](measured), over, written[unit](overMeasured), ratio.toFixed(2), ...verdict];
  });
  const head = ['what', 'measure', 'over', 'measure', 'ratio', 'target', ''];
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |\n`).join('');
}

const written: Readonly<Record<Unit, (value: number) => string>> = {
  milliseconds: (value) => `${(value / 1000).toFixed(2)} s`,
  megabytes: (value) => `${Math.round(value)} MB`,
};
