/** An account of the pool, as a target file describes it. Knows no procedure. */

export interface Account {
  readonly email: string;
  /** The password in force when the pool was written; the ledger knows the one in force now. */
  readonly password: string;
  readonly question: string;
  readonly answer: string;
  readonly subscriberNumber?: string;
  readonly services?: readonly string[];
  readonly dossiers?: readonly string[];
  /** Where the confirmation goes when the target declares that it goes to the enterprise (AMB-25). */
  readonly contactEmail?: string;
  /** `autre`: an account that is not one of the professional space. Default `professionnel`. */
  readonly kind?: 'professionnel' | 'autre';
}
