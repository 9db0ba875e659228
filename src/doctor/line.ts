/** What is said of one check. Looks at nothing. */

/** One line of a diagnosis, in English. Holds no secret. */
export interface Line {
  readonly id: string;
  /**
   * `ok`: fine. `advice`: the run can go on, this would better it. `finding`: the target deviates, and the run will say so. `stop`:
   * nothing can be judged.
   */
  readonly state: 'ok' | 'advice' | 'finding' | 'stop';
  readonly what: string;
  /** What to write or type, the very line where that is possible. */
  readonly remedy?: string;
  /** Of a stop: who must act. */
  readonly attribution?: 'configuration' | 'environment';
  /** Of a stop: why there is no run, in French, for its report. */
  readonly reason?: string;
}

/** Takes a line as soon as it is known. */
export type Say = (line: Line) => void;

export function ok(id: string, what: string): Line {
  return { id, state: 'ok', what };
}

export function advice(id: string, what: string, remedy: string): Line {
  return { id, state: 'advice', what, remedy };
}

export function finding(id: string, what: string, remedy?: string): Line {
  return { id, state: 'finding', what, ...(remedy !== undefined && { remedy }) };
}

/** The operator must correct what is written. */
export function misconfigured(id: string, what: string, remedy: string): Line {
  return { id, state: 'stop', what, remedy, attribution: 'configuration' };
}

/** Something does not answer. @param reason in French, for the report. */
export function unavailable(id: string, what: string, remedy: string, reason: string): Line {
  return { id, state: 'stop', what, remedy, attribution: 'environment', reason };
}

/** « one », « two » or « three », the rest left out. */
export function listed(words: readonly string[], most = 3): string {
  const more = words.length > most ? `, and ${words.length - most} more` : '';
  return `${words.slice(0, most).join(', ')}${more}`;
}

/** `1 account`, `2 accounts`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
