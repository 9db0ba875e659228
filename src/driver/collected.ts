/** What is read of a page before its addresses are resolved: pure data, the same from both drivers. */
import type { SeenControl } from './visitor';

export interface Collected {
  readonly title: string;
  readonly lang: string;
  /** `href` of `<base>`, as written. */
  readonly base?: string;
  /** `content` of a meta refresh, as written. */
  readonly refresh?: string;
  readonly text: string;
  readonly alerts: readonly string[];
  /** `href` and `src` as written. */
  readonly controls: readonly SeenControl[];
  /** Whether the page would run a script. */
  readonly scripted: boolean;
  /** Whether it shows anything to act on without one. */
  readonly actionable: boolean;
}

/** What a form sends besides what was typed. Attributes as written. */
export interface CollectedForm {
  readonly action?: string;
  readonly method?: string;
  readonly enctype?: string;
  readonly charset?: string;
}

export interface CollectedOption {
  readonly label: string;
  readonly value: string;
  readonly selected: boolean;
  readonly disabled: boolean;
}

/** An element that a form may send, in the order of the page. */
export interface CollectedEntry {
  /** Rank of the form that owns it. */
  readonly form?: number;
  /** Rank among the controls; absent for hidden inputs. */
  readonly control?: number;
  readonly kind:
    'text' | 'multiline' | 'checkbox' | 'radio' | 'select' | 'submit' | 'image' | 'reset' | 'button' | 'hidden' | 'file';
  readonly name?: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly readOnly: boolean;
  readonly checked: boolean;
  readonly options?: readonly CollectedOption[];
  readonly multiple?: boolean;
  /** `formaction`, `formmethod` and `formenctype` of a submit button. */
  readonly override?: CollectedForm;
}

/** A page and what its forms send: all that the http driver needs of it. */
export interface CollectedDocument extends Collected {
  readonly forms: readonly CollectedForm[];
  readonly entries: readonly CollectedEntry[];
}
