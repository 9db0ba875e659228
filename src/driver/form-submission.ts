/** Builds the request that a form sends, as HTML says. Sends nothing. */
import type { CollectedDocument, CollectedEntry, CollectedForm } from './collected';
import { encodeForm, encodeQuery, type FormField } from './form-encoding';
import type { Outgoing } from './http-client';
import { resolve } from './read-page';

/** What a person changed of a page: by the rank of the entry. */
export interface Filling {
  readonly typed: ReadonlyMap<number, string>;
  readonly checked: ReadonlyMap<number, boolean>;
}

/** The place a form is sent from. */
export interface FormPlace {
  readonly url: string;
  readonly charset: string;
}

/** @returns the request, or `undefined` for a form that a browser without scripts would not send. */
export function submitForm(
  document: CollectedDocument,
  form: number,
  submitter: number | undefined,
  filling: Filling,
  place: FormPlace,
): Outgoing | undefined {
  const override = submitter === undefined ? undefined : document.entries[submitter]?.override;
  const target: CollectedForm = { ...document.forms[form], ...override };
  const method = target.method?.trim().toLowerCase() ?? 'get';
  const address = targetAddress(target.action, document.base, place.url);
  if (address === undefined || method === 'dialog') return undefined;
  const charset = target.charset?.trim().split(/[\s,]+/)[0] ?? place.charset;
  const fields = fieldsOf(document.entries, form, submitter, filling);
  if (method !== 'post') {
    const url = new URL(address);
    url.search = encodeQuery(fields, charset);
    return { method: 'GET', url: url.href, headers: {}, body: '' };
  }
  const { contentType, body } = encodeForm(fields, target.enctype ?? '', charset);
  return { method: 'POST', url: address, headers: { 'content-type': contentType }, body };
}

/** The submit button that Enter presses: the first of the form. `undefined`: none. */
export function defaultButton(document: CollectedDocument, form: number): number | undefined {
  const rank = document.entries.findIndex((entry) => entry.form === form && (entry.kind === 'submit' || entry.kind === 'image'));
  return rank < 0 ? undefined : rank;
}

/** HTML: a form without a submit button is sent by Enter when it has one text field only. */
export function sendsOnEnter(document: CollectedDocument, form: number): boolean {
  return document.entries.filter((entry) => entry.form === form && entry.kind === 'text').length <= 1;
}

function targetAddress(action: string | undefined, base: string | undefined, url: string): string | undefined {
  // HTML: an empty action is the page itself, whatever its <base> says.
  const address = action?.trim() ? resolve(action.trim(), resolve(base ?? '', url) ?? url) : url;
  return address !== undefined && /^https?:/.test(address) ? address.replace(/#.*/, '') : undefined;
}

function fieldsOf(
  entries: readonly CollectedEntry[],
  form: number,
  submitter: number | undefined,
  { typed, checked }: Filling,
): FormField[] {
  return entries.flatMap((entry, rank): FormField[] => {
    if (entry.form !== form || entry.disabled) return [];
    const { name = '', value, kind } = entry;
    if (kind === 'image' && rank === submitter) {
      const prefix = name === '' ? '' : `${name}.`;
      return [
        [`${prefix}x`, '0'],
        [`${prefix}y`, '0'],
      ];
    }
    if (name === '') return [];
    switch (kind) {
      case 'submit':
        return rank === submitter ? [[name, value]] : [];
      case 'checkbox':
      case 'radio':
        return (checked.get(rank) ?? entry.checked) ? [[name, value]] : [];
      case 'select':
        return chosenOptions(entry, typed.get(rank)).map((option): FormField => [name, option]);
      case 'file':
        return [[name, '']];
      case 'image':
      case 'reset':
      case 'button':
        return [];
      default:
        return [[name, typed.get(rank) ?? value]];
    }
  });
}

function chosenOptions(entry: CollectedEntry, chosen: string | undefined): string[] {
  const options = entry.options ?? [];
  if (chosen !== undefined) return [chosen];
  const selected = options.filter((option) => option.selected && !option.disabled);
  if (entry.multiple) return selected.map((option) => option.value);
  // HTML: a list shows its last selected option, else the first that can be chosen.
  const shown = selected.at(-1) ?? options.find((option) => !option.disabled);
  return shown ? [shown.value] : [];
}
