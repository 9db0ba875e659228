/** The shape of the specification: what the fiche says, numbered. Imports nothing. */

/** A short text in the two languages of the project: French for reports and pages, English for code and logs. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** Nature of a sentence of the fiche. */
export type RequirementKind = 'screen' | 'rule' | 'prerequisite' | 'information' | 'course';

/** `written`: stands in the fiche; `deduced`: forced by it; `contraposed`: the other side of a condition it states. */
export type Warrant = 'written' | 'deduced' | 'contraposed';

/** Whether a suite that only sees the outside can decide the requirement. */
export type Testability = 'yes' | 'partly' | 'no';

/** A sentence of the fiche, or a consequence that it forces. */
export interface Requirement {
  /** `MPO-1.3-3`: section of the fiche, then rank in it; `MPO-D-n` for the derived invariants. */
  readonly id: string;
  /** Section of the fiche: `1.1` … `1.5`, `2`, `3`, or `D` for the derived invariants. */
  readonly section: string;
  readonly kind: RequirementKind;
  readonly warrant: Warrant;
  readonly level: 'document';
  /** The words of the fiche, French, without the outer guillemets. */
  readonly citation: string;
  /** What an implementation must do, in our own words. */
  readonly statement: Bilingual;
  readonly testable: Testability;
  /** Why it is not testable, or only partly. Present exactly when `testable` is not `yes`. */
  readonly limit?: Bilingual;
  /** Ids of the readings it depends on (`AMB-…`). */
  readonly readings: readonly string[];
}

/** One way to understand an ambiguous sentence. */
export interface ReadingValue {
  /** The word a target declares: `chiffres-et-lettres`. */
  readonly value: string;
  readonly meaning: Bilingual;
}

/** A question that the fiche leaves open, the answer the suite supposes and the other answers it accepts. */
export interface Reading {
  /** `AMB-01` … `AMB-38`. */
  readonly id: string;
  readonly question: Bilingual;
  /** First value: the default. */
  readonly values: readonly ReadingValue[];
  readonly reason: Bilingual;
  /** Unscored readings are reported, never failed. */
  readonly scored: boolean;
}

/** How a source was read: its own text; a copy or a summary made by others; or from memory, the section still to be checked. */
export type SourceReading = 'text' | 'transcription' | 'memory';

/** What an authority says, or what an existing program does. */
export interface Source {
  readonly authority: string;
  /** Document and section, under their own names. */
  readonly reference: string;
  readonly url?: string;
  readonly read: SourceReading;
}

/** What a recommendation is about. */
export type RecommendationThemeId = 'enumeration' | 'sequence' | 'http' | 'password' | 'mail' | 'accessibility';

/** A chapter of the recommendations. */
export interface RecommendationTheme {
  readonly id: RecommendationThemeId;
  readonly title: Bilingual;
}

/** A good practice beyond the fiche: reported, never part of the conformity verdict. */
export interface Recommendation {
  /** `REC-01` … `REC-45`. */
  readonly id: string;
  readonly theme: RecommendationThemeId;
  readonly title: Bilingual;
  /** What an implementation does, as seen from outside. */
  readonly statement: Bilingual;
  /** When it does not apply, or only in part. */
  readonly applicability?: Bilingual;
  /** Its measure is noisy (a duration): reported as an indication, never as a failure. */
  readonly indicative?: true;
  readonly sources: readonly Source[];
  /** The sentences of the fiche that it touches. */
  readonly requirements: readonly string[];
  readonly readings: readonly string[];
}

/** A point on which today’s authorities and the fiche differ: nobody fails for following the fiche. */
export interface Tension {
  /** A word in kebab-case, for links. */
  readonly id: string;
  readonly topic: Bilingual;
  readonly fiche: {
    readonly says: Bilingual;
    /** The words of the fiche, French; absent where it says nothing. */
    readonly citation?: string;
    readonly requirements: readonly string[];
  };
  readonly authorities: readonly { readonly say: Bilingual; readonly sources: readonly Source[] }[];
  readonly suite: Bilingual;
  readonly recommendations: readonly string[];
}

/** A chapter of the fiche, in its order. */
export interface Section {
  readonly id: string;
  readonly title: Bilingual;
}
