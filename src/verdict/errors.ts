/** One class of error for each party that must act. The class decides the outcome and the exit code. */

/** Who must act on a failure. */
export type Attribution = 'implementation' | 'configuration' | 'environment' | 'suite';

/** What was expected, what was seen, and the requirements that decide it. French: an auditor reads it. Holds no secret. */
export interface Finding {
  /** Requirements violated (`MPO-…`). Empty: those of the scenario. */
  readonly requirements: readonly string[];
  readonly expected: string;
  readonly observed: string;
  readonly attribution: Attribution;
  /** Facts that show it, one a line, already masked. */
  readonly evidence: readonly string[];
  /** Rank of the observation that it comes from, among those that the scenario attaches. */
  readonly observation?: number;
}

/** The implementation does not do what the fiche says: its owner must act. */
export class NonConformity extends Error {
  override readonly name = 'NonConformity';
  readonly findings: readonly Finding[];
  constructor(findings: readonly Omit<Finding, 'attribution'>[]) {
    super(findings.map(describe).join('\n'));
    this.findings = findings.map((finding) => ({ ...finding, attribution: 'implementation' }));
  }
}

/** The target offers no means to decide (no such account, no clock, no CAPTCHA oracle): the operator may add it. */
export class CapabilityMissing extends Error {
  override readonly name = 'CapabilityMissing';
  /** @param capability what is missing. @param hint what to add, in French. */
  constructor(
    readonly capability: string,
    readonly hint: string,
  ) {
    super(`${capability} : ${hint}`);
  }
}

/** A bad option, a bad file: the operator must act. Exit 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Something outside the implementation and the suite does not answer: target, mail or browser. Exit 3. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}
export class TargetUnavailable extends Unavailable {
  override readonly name = 'TargetUnavailable';
}
export class MailUnavailable extends Unavailable {
  override readonly name = 'MailUnavailable';
}
export class BrowserUnavailable extends Unavailable {
  override readonly name = 'BrowserUnavailable';
}

function describe(finding: Omit<Finding, 'attribution'>): string {
  const head = finding.requirements.length > 0 ? `${finding.requirements.join(', ')} — ` : '';
  return `${head}attendu : ${finding.expected} ; observé : ${finding.observed}`;
}
