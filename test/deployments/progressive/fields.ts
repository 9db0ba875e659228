/** Fields of the form, each with its name for the user, its hint and its error. */

import { html, type Markup } from './html';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'email' | 'text' | 'password';
  /** Named by `aria-label`: what it is about stands right above. */
  readonly unlabelled?: boolean;
  readonly autocomplete?: string;
  readonly value?: string;
  readonly hint?: string;
  /** Ids of what else describes it. */
  readonly describedBy?: string;
  readonly error?: string;
  /** With the fault `regles-dans-la-page` alone. */
  readonly pattern?: string;
}

export function field({ name, label, type, value, hint, error, autocomplete, pattern, ...options }: Field): Markup {
  const id = `saisie-${name}`;
  const described = [options.describedBy, hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  return html`<div class="saisie">
    ${!options.unlabelled && html`<label for="${id}">${label}</label>`}
    ${hint && html`<p id="${id}-aide" class="aide">${hint}</p>`}
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      ${options.unlabelled && html`aria-label="${label}"`}
      ${autocomplete && html`autocomplete="${autocomplete}"`}
      ${pattern && html`required pattern="${pattern}"`}
      ${described && html`aria-describedby="${described}"`}
      ${error && html`aria-invalid="true"`}
    />
    ${error && html`<p id="${id}-erreur" class="erreur">${error}</p>`}
  </div>`;
}

/** A way to submit the one form; the first one of the page is also what the Enter key does. */
export function button(action: string, label: string): Markup {
  return html`<button name="action" value="${action}">${label}</button>`;
}
