/** What the simulator takes and gives: the vocabulary of its door. Holds no behaviour. */

/** A short text in the two languages of the project: French where a person reads, English for code and logs. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** An account as the simulator starts with it. Secrets are in clear here: these are invented people. */
export interface SimulatorAccount {
  readonly email: string;
  /** Conforming: at least 20 digits and letters. */
  readonly password: string;
  readonly question: string;
  readonly answer: string;
  readonly subscriberNumber: string;
  readonly services: readonly string[];
  readonly dossiers: readonly string[];
  /** Where a procedure that writes to the enterprise sends its mail (AMB-25). Absent: nowhere but to `email`. */
  readonly contactEmail?: string;
  /** `autre`: not an account of the professional space; the procedure ignores it. */
  readonly kind: 'professionnel' | 'autre';
  /** Why this account exists, in French. */
  readonly trait: string;
}

/** Who sends and who receives, as SMTP sees it. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Carries a composed message away. @throws when the server is down; the message is then tried again. */
export interface MailTransport {
  deliver(envelope: { from: string; to: string[] }, raw: Uint8Array): Promise<void>;
}

export interface SimulatorOptions {
  /** Default: the fixtures. */
  readonly accounts?: readonly SimulatorAccount[];
  /** Id of one deliberate deviation, among `faults`. */
  readonly fault?: string;
  /** Id of one conforming variant, among `variants`; never together with a fault. */
  readonly variant?: string;
  readonly mail: MailTransport;
  /** Source of chance, given a number of bytes. Default: the cryptographic one of Node. */
  readonly random?: (bytes: number) => Uint8Array;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
  /** scrypt's N, a power of two. Default 16 384; tests take 16. */
  readonly passwordCost?: number;
  /** Public origin. With `https:` the cookie becomes `__Host-…; Secure`. Default: plain HTTP. */
  readonly origin?: string;
}

export interface Simulator {
  fetch(request: Request): Promise<Response>;
  /** The characters that an image issued by this simulator shows; `undefined` for any other image. */
  readCaptcha(image: Uint8Array): string | undefined;
  /** The accounts it started with. */
  readonly accounts: readonly SimulatorAccount[];
  /** Resolves when every mail has left, or waits for a server that is down. */
  idle(): Promise<void>;
  /** Stops its timers and forgets its sessions. */
  close(): void;
}

/** A deliberate deviation from the fiche, as the outside sees it. */
export interface FaultDescription {
  /** `FLT-046`; a suffix tells apart variants that differ by a value (`FLT-053-20`). */
  readonly id: string;
  readonly title: Bilingual;
  /** Requirements of the fiche that it violates (`MPO-…`). */
  readonly requirements: readonly string[];
  /** What shows it. */
  readonly observation: Bilingual;
  /** True when only a real browser can show it. */
  readonly browserOnly?: boolean;
}

/** Another way to conform to the fiche, as the outside sees it. */
export interface VariantDescription {
  /** `VAR-texte-bref`. */
  readonly id: string;
  readonly title: Bilingual;
  /** The readings of the fiche that it follows, by id (`AMB-14`); those that are absent have their default. */
  readonly readings: Readonly<Record<string, string>>;
  /** What a person sees or undergoes otherwise than on the reference. */
  readonly difference: Bilingual;
  /** How it names what the fiche names otherwise, by control, where its readings let it. */
  readonly controls?: Readonly<Record<string, { readonly name: string }>>;
  /** What it does not offer, and need not. */
  readonly lacks?: readonly 'help'[];
  /** True when only a real browser can go through it. */
  readonly browserOnly?: boolean;
}
