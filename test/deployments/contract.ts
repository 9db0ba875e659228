/**
 * What the example deployments have in common for those who judge them: how one is started, and what is wrong with it on demand. Types
 * alone: the deployments share no code, neither with each other nor with the suite or the simulator.
 */

/** An account that stands in the deployment when it starts. */
export interface SeededAccount {
  readonly email: string;
  readonly password: string;
  readonly question: string;
  readonly answer: string;
  readonly subscriberNumber: string;
  readonly services: readonly string[];
  readonly dossiers: readonly string[];
}

export interface DeploymentOptions {
  readonly accounts: readonly SeededAccount[];
  /** Where it sends its mail: plain SMTP, neither TLS nor authentication. */
  readonly smtp: { readonly host: string; readonly port: number };
  /** Id of one of its faults. Absent: it conforms. */
  readonly fault?: string;
  /** Default 0: a free one. */
  readonly port?: number;
}

/** A deployment that answers, on 127.0.0.1 only. */
export interface StartedDeployment {
  /** The home page. */
  readonly url: string;
  /** The `captcha` section of a target file for it, as YAML in flow style. */
  readonly captcha: string;
  close(): Promise<void>;
}

/** A deliberate deviation from the fiche. */
export interface DeploymentFault {
  readonly id: string;
  /** In French, a line. */
  readonly title: string;
  /** Requirements of the fiche that it breaks, the most direct one first. */
  readonly violates: readonly string[];
}

/** An implementation of the procedure, written from the fiche alone. */
export interface ExampleDeployment {
  readonly name: string;
  /** `browser` where its pages need JavaScript. */
  readonly driver: 'http' | 'browser';
  readonly faults: readonly DeploymentFault[];
  /** @throws Error for a fault that it does not know. */
  start(options: DeploymentOptions): Promise<StartedDeployment>;
}
